import { compose, type Program } from '#compose';
import type { Config } from '#config';
import type { LoggedDecision } from '#db';
import type { ClaimTarget, DecisionAction } from '#domain/decision.ts';
import { articleId } from '#domain/ids.ts';
import { AppError } from '#errors';
import { canonicalUrl } from '#ingest';
import { checkDecision, decide, linkAll } from '#pipeline';
import { print, say, table } from './terminal.ts';

/** Who decides, and why; both are listed publicly. */
export interface Signed {
  readonly who: string;
  readonly why: string;
  /** Only looks whether it could be carried out. */
  readonly dryRun?: boolean;
}

const PAGE = 100;

/** An article by its id or its address. */
const articleNamed = (text: string): string => (/^https?:\/\//.test(text) ? articleId(canonicalUrl(text)) : text);

const targetOf = async ({ store }: Program, claim: string): Promise<ClaimTarget> => {
  const target = await store.claimTarget(claim);
  if (target) return target;
  throw new AppError('not-found', `There is no claim with the id "${claim}".`, {
    subject: claim,
    hint: 'The ids of claims (clm_…) stand in timelines and at /v1/incidents/{id}/claims.',
  });
};

const act = async (
  config: Config,
  { who, why, dryRun }: Signed,
  action: (program: Program) => DecisionAction | Promise<DecisionAction>,
): Promise<number> => {
  const program = await compose(config, { log: say });
  try {
    const at = program.stages.now().toISOString();
    const decided = await action(program);
    if (dryRun) {
      await checkDecision(program.store, decided);
      print(JSON.stringify({ ...decided, who, why }, null, 2));
      say('It would be noted so. Nothing was written.');
      return 0;
    }
    const decision = await decide(program.store, decided, { who, why, at });
    const { incidents } = await linkAll(program.stages);
    print(decision.id);
    say(`Noted; ${incidents} incidents derived anew. To take it back: receipts corrections undo ${decision.id}`);
    return 0;
  } finally {
    await program.close();
  }
};

/** Two incidents are one; the first one's id leads to the second from then on. */
export const mergeIncidents = (config: Config, from: string, into: string, by: Signed): Promise<number> =>
  act(config, by, () => ({ kind: 'merge', from, into }));

/** These articles tell of another incident than the rest. */
export const splitIncident = (
  config: Config,
  incident: string,
  articles: readonly string[],
  by: Signed,
): Promise<number> => act(config, by, () => ({ kind: 'split', incident, articles: articles.map(articleNamed) }));

/** A claim was misread. */
export const dismissClaim = (config: Config, claim: string, by: Signed): Promise<number> =>
  act(config, by, async program => ({ kind: 'dismiss', claim: await targetOf(program, claim) }));

/** Of the events that say this otherwise, this claim's value leads. */
export const pinClaim = (config: Config, incident: string, claim: string, by: Signed): Promise<number> =>
  act(config, by, async program => ({ kind: 'pin', incident, claim: await targetOf(program, claim) }));

export const retitleIncident = (config: Config, incident: string, title: string, by: Signed): Promise<number> =>
  act(config, by, () => ({ kind: 'retitle', incident, title }));

/** The article tells of no incident at a retailer. */
export const markNoIncident = (config: Config, article: string, by: Signed): Promise<number> =>
  act(config, by, () => ({ kind: 'not-an-incident', article: articleNamed(article) }));

/** The article is shown no more, at no time; `note` stands in its place. */
export const takeDown = (config: Config, article: string, by: Signed & { readonly note: string }): Promise<number> =>
  act(config, by, () => ({ kind: 'takedown', article: articleNamed(article), note: by.note }));

/** Takes a decision back. */
export const undoDecision = (config: Config, decision: string, by: Signed): Promise<number> =>
  act(config, by, () => ({ kind: 'undo', decision }));

const stateOf = ({ undone, matches }: LoggedDecision): string => {
  if (undone) return `undone by ${undone.by}`;
  return matches === false ? 'MATCHES NOTHING' : '';
};

const aboutOf = ({ decision }: LoggedDecision): string => {
  const { id: _, kind, who: __, why: ___, at: ____, ...target } = decision;
  if (kind === 'dismiss' || kind === 'pin') {
    const { claim } = decision as Extract<typeof decision, { claim: ClaimTarget }>;
    return `${claim.claimKind} ${claim.value} in ${claim.article}`;
  }
  return Object.values(target).flat().join(' ');
};

/** `receipts corrections list`: what people decided, newest first; with `unmatched` only what means nothing any more. */
export const listCorrections = async (
  config: Config,
  options: { json?: boolean; unmatched?: boolean; incident?: string },
): Promise<number> => {
  const program = await compose(config, { log: say });
  try {
    const all: LoggedDecision[] = [];
    const filter = options.incident === undefined ? {} : { incident: options.incident };
    for (let cursor: string | undefined; ; ) {
      const page = await program.store.listDecisions(filter, {
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      });
      all.push(...page.items);
      cursor = page.next;
      if (cursor === undefined) break;
    }
    const listed = options.unmatched ? all.filter(({ matches }) => matches === false) : all;
    if (options.json) print(JSON.stringify({ items: listed }, null, 2));
    else
      print(
        table([
          ['ID', 'WHEN', 'WHAT', 'ABOUT', 'WHO', 'WHY', 'STATE'],
          ...listed.map(logged => {
            const { id, at, kind, who, why } = logged.decision;
            return [id, at.slice(0, 16).replace('T', ' '), kind, aboutOf(logged), who, why, stateOf(logged)];
          }),
        ]),
      );
    return 0;
  } finally {
    await program.close();
  }
};
