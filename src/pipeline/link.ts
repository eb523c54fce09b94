import type { RelinkMark } from '#db';
import type { Timeline } from '#domain/timeline.ts';
import { newsBetween } from '#timeline/news.ts';
import { deriveVictim } from './derive.ts';
import { type RunReport, step, total } from './report.ts';
import type { Stages } from './stages.ts';

/** What linking needs of the stages. */
export type Linking = Pick<Stages, 'store' | 'nameOf' | 'traitsOf' | 'now'>;

/**
 * How often a derivation is made because the ledger moved on while it was made. From the second on it is written all the
 * same, and the mark stays: a retailer of whom something comes in every few seconds must be derived some time.
 */
const MAX_ATTEMPTS = 2;
/** Marks taken from the ledger at once. */
const BATCH = 100;

interface Derivation {
  readonly saved: boolean;
  readonly incidents: number;
}

/** Read after the mark: while that has its version, nobody writes others. */
const stood = async ({ store }: Linking, victim: string) =>
  (await store.victimTimelines(victim)).map(({ json, updatedAt }) => ({
    timeline: JSON.parse(json) as Timeline,
    updatedAt,
  }));

/** Derives one victim's incidents and writes them while the ledger stands as it was read; `passing`: also after. */
const derive = async (stages: Linking, mark: RelinkMark, passing: boolean): Promise<Derivation> => {
  const ledger = await stages.store.victimLedger(mark.victim);
  const { nameOf, traitsOf } = stages;
  const context = { nameOf, now: stages.now().toISOString(), ...(traitsOf === undefined ? {} : { traitsOf }) };
  const derived = deriveVictim(ledger, {}, context);
  const news = newsBetween(await stood(stages, mark.victim), derived.incidents, ledger.decisions.at(-1)?.at);
  const saved = await stages.store.saveDerivation(mark, { ...derived, news }, passing);
  return { saved, incidents: derived.incidents.length };
};

/**
 * Brings the incidents of one victim up to the ledger. Where the ledger moves on meanwhile they are derived anew, once;
 * then what came in between is left to the next run.
 */
export const linkOne = async (stages: Linking, victim: string): Promise<RunReport> => {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const mark = await stages.store.relinkMark(victim);
    if (!mark) return step({});
    const { saved, incidents } = await derive(stages, mark, attempt > 0);
    if (saved) return step({ incidents });
  }
  return step({});
};

/** Brings everything that is marked up to the ledger. */
export const linkAll = async (stages: Linking): Promise<RunReport> => {
  const reports: RunReport[] = [];
  const tried = new Set<string>();
  for (;;) {
    const marks = (await stages.store.relinkMarks(BATCH)).filter(mark => !tried.has(mark.victim));
    if (marks.length === 0) return total(reports);
    for (const mark of marks) {
      tried.add(mark.victim);
      reports.push(await linkOne(stages, mark.victim));
    }
  }
};
