import type { Decision, DecisionOf } from '#domain/decision.ts';
import { type Draft, newDraft, type Register } from './assign.ts';
import { clusterOf } from './cluster.ts';
import { evidenceFor, sumOf } from './evidence.ts';
import type { Traits } from './traits.ts';

/** Where a split took articles: from one id to another. */
export interface Split {
  /** Decision id. */
  readonly decision: string;
  readonly from: string;
  readonly into: string;
}

/** Incidents while people's decisions are carried out, one after the other. */
export interface Ruled {
  readonly drafts: readonly Draft[];
  readonly register: Register;
  /** By record id why a person put it where it is. */
  readonly reasons: ReadonlyMap<string, string>;
  /** By id of an incident that was merged, the decision that did it. */
  readonly merged: ReadonlyMap<string, string>;
  readonly splits: readonly Split[];
  /** Ids of decisions that mean nothing that is held. */
  readonly unmatched: readonly string[];
}

const lost = (state: Ruled, { id }: Decision): Ruled => ({ ...state, unmatched: [...state.unmatched, id] });

const reasoned = (state: Ruled, members: readonly Traits[], why: string): ReadonlyMap<string, string> =>
  new Map([...state.reasons, ...members.map(({ record }): [string, string] => [record.id, why])]);

const draftOf = (state: Ruled, id: string): Draft | undefined => state.drafts.find(({ ids }) => ids.includes(id));

const merge = (state: Ruled, decision: DecisionOf<'merge'>): Ruled => {
  const [from, into] = [draftOf(state, decision.from), draftOf(state, decision.into)];
  if (!from || !into) return lost(state, decision);
  if (from === into) return state;
  const joined: Draft = {
    members: [...into.members, ...from.members],
    id: into.id,
    ids: [...into.ids, ...from.ids],
  };
  return {
    ...state,
    drafts: state.drafts.flatMap(draft => (draft === from ? [] : draft === into ? [joined] : [draft])),
    reasons: reasoned(state, from.members, `merged by a person: ${decision.why}`),
    merged: new Map([...state.merged, ...from.ids.map((id): [string, string] => [id, decision.id])]),
  };
};

/** Reports that came after the decision go where the evidence is stronger; the person has not seen them. */
const parted = (members: readonly Traits[], { articles, at }: DecisionOf<'split'>) => {
  const named = members.filter(({ record }) => articles.includes(record.article.articleId));
  const others = members.filter(member => !named.includes(member));
  const seen = others.filter(({ record }) => record.article.fetchedAt <= at);
  const [off, rest] = [clusterOf(named), clusterOf(seen.length > 0 ? seen : others)];
  const late = others.filter(member => !rest.members.includes(member));
  const follows = late.filter(member => sumOf(evidenceFor(member, off)) > sumOf(evidenceFor(member, rest)));
  return { named, off: [...named, ...follows], rest: others.filter(member => !follows.includes(member)) };
};

/** Ids that go with the articles split off: those given for them since, and those that a merge had brought. */
const idsOff = (state: Ruled, whole: Draft, off: readonly Traits[], at: string): readonly string[] => {
  const articles = new Set(off.map(({ record }) => record.article.articleId));
  const anchored = state.register.given.filter(
    ({ id, anchorArticle, assignedAt }) =>
      whole.ids.includes(id) && articles.has(anchorArticle) && (assignedAt >= at || state.merged.has(id)),
  );
  return anchored.toSorted((a, b) => (a.assignedAt < b.assignedAt ? -1 : 1)).map(({ id }) => id);
};

const split = (state: Ruled, decision: DecisionOf<'split'>, now: string): Ruled => {
  const whole = draftOf(state, decision.incident);
  const isHeld = state.drafts.some(({ members }) =>
    members.some(({ record }) => decision.articles.includes(record.article.articleId)),
  );
  if (!whole || !isHeld) return lost(state, decision);
  const { named, off, rest } = parted(whole.members, decision);
  // The articles are apart already, or there is no rest: nothing to part.
  if (named.length === 0 || rest.length === 0) return state;
  const moving = idsOff(state, whole, off, decision.at);
  const staying = whole.ids.filter(id => !moving.includes(id));
  const back = moving.at(-1);
  const fresh = back === undefined ? newDraft(off, state.register, now) : undefined;
  const apart = fresh?.draft ?? { members: off, id: back ?? '', ids: moving };
  const kept = staying.includes(whole.id) ? whole.id : (staying.find(id => id === decision.incident) ?? staying.at(-1));
  // An id stays with the rest in any case: that of the incident as it was before.
  const left: Draft = { members: rest, id: kept ?? whole.id, ids: kept === undefined ? [whole.id] : staying };
  return {
    ...state,
    drafts: state.drafts.flatMap(draft => (draft === whole ? [left, apart] : [draft])),
    register: fresh?.register ?? state.register,
    reasons: reasoned(state, off, `split off by a person: ${decision.why}`),
    splits: [...state.splits, { decision: decision.id, from: left.id, into: apart.id }],
  };
};

/**
 * Carries out what people decided about which articles belong together, in the order in which they decided. Decisions
 * name articles and ids, so they hold for what a rebuild or a re-analysis yields too.
 *
 * @param decisions those in force, oldest first
 * @param now UTC ISO 8601, the time written into new assignments
 */
export const rule = (
  drafts: readonly Draft[],
  register: Register,
  decisions: readonly Decision[],
  now: string,
): Ruled => {
  let state: Ruled = { drafts, register, reasons: new Map(), merged: new Map(), splits: [], unmatched: [] };
  for (const decision of decisions) {
    if (decision.kind === 'merge') state = merge(state, decision);
    if (decision.kind === 'split') state = split(state, decision, now);
  }
  return state;
};
