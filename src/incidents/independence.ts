import type { Claim } from '#domain/claim.ts';
import { canonicalValue } from '#domain/decision.ts';
import type { LocalIncidentRecord } from '#domain/incident.ts';
import { instantOf } from '#domain/instant.ts';
import { createSharing } from './sharing.ts';

/** Fewest long passages that two articles must share before one can be called a copy of the other. */
const MIN_SHARED_PASSAGES = 3;
/** A passage of fewer words says nothing about copying: everybody writes "customer data". */
const MIN_WORDS = 4;
/**
 * Fewest facts in one order before an article counts as respun. Among 644 pairs of press reports on one victim each, the
 * one respun pair shares 18 of 20 facts in order; from four on nothing else is taken for a copy, at three seven are.
 */
const MIN_SHARED_FACTS = 5;
/** Share of the smaller article's passages or facts that must stand in the larger one too. */
const OF_SMALLER = 0.75;
/** Share of the larger one: who adds as much again has told something of his own. */
const OF_LARGER = 0.5;

/** What of an article survives a copy: its words, and what it says in which order. */
interface Trace {
  readonly id: string;
  readonly at: string;
  readonly passages: ReadonlySet<string>;
  /** Facts that begin at one place stand together: a list of data is one fact. */
  readonly facts: readonly ReadonlySet<string>[];
  readonly allFacts: ReadonlySet<string>;
  /** Named people and documents that are heard. */
  readonly speakers: ReadonlySet<string>;
}

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Without who says it and how surely: that is what a translation back and forth blurs first. */
const factOf = ({ kind, value, date }: Claim): string => `${kind}|${canonicalValue(value)}|${date?.edtf ?? ''}`;

const traceOf = (records: readonly LocalIncidentRecord[]): Trace[] => {
  const [first] = records;
  if (first === undefined) return [];
  const claims = records
    .flatMap(record => record.claims.map(({ claim }) => claim))
    .toSorted((a, b) => a.start - b.start || (factOf(a) < factOf(b) ? -1 : 1));
  const passages = claims.map(({ quote }) => words(quote)).filter(({ length }) => length >= MIN_WORDS);
  return [
    {
      id: first.article.articleId,
      at: instantOf(first.article.publishedAt) ?? `9999${first.article.fetchedAt}`,
      passages: new Set(passages.map(passage => passage.join(' '))),
      allFacts: new Set(claims.map(factOf)),
      facts: [...Map.groupBy(claims, ({ start }) => start).values()].map(group => new Set(group.map(factOf))),
      speakers: new Set(claims.flatMap(({ speaker }) => (speaker === undefined ? [] : [words(speaker).join(' ')]))),
    },
  ];
};

const enough = (shared: number, a: number, b: number): boolean =>
  shared >= OF_SMALLER * Math.min(a, b) && shared >= OF_LARGER * Math.max(a, b);

/** `shared`: passages that both have. */
const sharesWords = (a: Trace, b: Trace, shared: number): boolean =>
  shared >= MIN_SHARED_PASSAGES && enough(shared, a.passages.size, b.passages.size);

const sameFact = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  let shared = 0;
  for (const fact of a) if (b.has(fact)) shared++;
  return shared * 2 >= Math.max(a.size, b.size);
};

/** Facts of one that stand somewhere in the other: no order can bring more. */
const factsAtAll = (a: Trace, b: Trace): number =>
  a.facts.filter(group => group.values().some(fact => b.allFacts.has(fact))).length;

/** How many facts both tell in the same order (longest common subsequence; Wagner and Fischer, 1974). */
const factsInOrder = (a: Trace['facts'], b: Trace['facts']): number => {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    const next = [0];
    for (const [j, right] of b.entries())
      next.push(sameFact(left, right) ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    row = next;
  }
  return row[b.length] ?? 0;
};

/** Each hears somebody whom the other does not: both have asked. */
const bothAsked = (a: Trace, b: Trace): boolean =>
  a.speakers.difference(b.speakers).size > 0 && b.speakers.difference(a.speakers).size > 0;

/**
 * Whether one is the other, respun: put into other words, as machine translation back and forth does. The words change,
 * but the facts, their figures and names, and the order in which they are told stay. `shared`: facts that both tell.
 */
const isRespun = (a: Trace, b: Trace, shared: number): boolean => {
  const suffice = (facts: number): boolean =>
    facts >= MIN_SHARED_FACTS && enough(facts, a.facts.length, b.facts.length);
  // Cheap bounds first: facts that both tell at all are no fewer than those told in one order.
  if (!suffice(Math.min(shared, a.facts.length, b.facts.length)) || !suffice(factsAtAll(a, b))) return false;
  return suffice(factsInOrder(a.facts, b.facts)) && !bothAsked(a, b);
};

/** The first of the traces before one of which it is a copy. `passages`, `facts`: how many of its own each of them has. */
const earliestSource = (
  traces: readonly Trace[],
  index: number,
  passages: Uint32Array,
  facts: Uint32Array,
): Trace | undefined => {
  const trace = traces[index];
  for (let place = 0; place < index; place++) {
    const words = passages[place] ?? 0;
    const told = facts[place] ?? 0;
    if (words < MIN_SHARED_PASSAGES && told < MIN_SHARED_FACTS) continue;
    const earlier = traces[place];
    if (trace === undefined || earlier === undefined) continue;
    if (sharesWords(earlier, trace, words) || isRespun(earlier, trace, told)) return earlier;
  }
  return undefined;
};

/**
 * Which articles repeat another one: copies of one agency text, word for word, lightly edited or respun, count as one
 * source. Two reports of one statement that each tell something of their own are two.
 *
 * @returns article id → id of the earliest article of its group; articles that stand alone lead to themselves
 */
export const originalsOf = (records: readonly LocalIncidentRecord[]): ReadonlyMap<string, string> => {
  const traces = [...Map.groupBy(records, ({ article }) => article.articleId).values()]
    .flatMap(traceOf)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
  const originals = new Map<string, string>();
  const byPassage = createSharing(traces.length);
  const byFact = createSharing(traces.length);
  for (const [index, trace] of traces.entries()) {
    const passages = byPassage.countsFor(trace.passages);
    const facts = byFact.countsFor(trace.allFacts);
    const source = earliestSource(traces, index, passages, facts);
    originals.set(trace.id, source === undefined ? trace.id : (originals.get(source.id) ?? source.id));
    byPassage.add(trace.passages);
    byFact.add(trace.allFacts);
  }
  return originals;
};
