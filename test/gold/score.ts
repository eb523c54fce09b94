import { slug } from '#domain/ids.ts';
import { FACT_FIELDS, type Fact, type FactField, isScored, SAME_FACT } from './same-fact.ts';

/** One incident in the form of the codebook: `victim`, `key`, `role` and a list of facts per field. */
export interface CodebookIncident extends Readonly<Partial<Record<FactField, readonly Fact[]>>> {
  readonly victim: string;
  readonly key: string;
  readonly role: string;
}

/** What an article says, in the form of the codebook. */
export interface CodebookLabels {
  readonly relevant: boolean;
  readonly incidents: readonly CodebookIncident[];
}

/** How often a fact was found, missed, or found where there is none. */
export interface Tally {
  hit: number;
  missed: number;
  extra: number;
}

/** What is counted: each kind of fact, and above them what an article is about. */
export const MEASURES = ['relevant', 'victim (main)', 'victim (any)', 'incident', ...FACT_FIELDS] as const;
export type Measure = (typeof MEASURES)[number];

/** One error: `-` missed, `+` wrongly found, `!` told the wrong way round. */
export interface Miss {
  readonly measure: Measure;
  readonly sign: '-' | '+' | '!';
  readonly what: string;
}

/** The comparison of one article. */
export interface ArticleScore {
  readonly tallies: Readonly<Partial<Record<Measure, Tally>>>;
  readonly misses: readonly Miss[];
  /** Data said not to be taken told as taken, or the reverse; attacks and actors denied told as asserted, or the reverse. */
  readonly flips: readonly Miss[];
  /** Of the facts found: how many agree on certainty and on the speaker, of how many that say one. */
  readonly agreement: { readonly certainty: readonly [number, number]; readonly by: readonly [number, number] };
}

interface Placed {
  readonly victim: string;
  readonly fact: Fact;
}

const monthOf = (key: string): readonly [number, number | undefined] | undefined => {
  const found = /(\d{4})(?:-(\d{2}))?$/.exec(key);
  return found ? [Number(found[1]), found[2] === undefined ? undefined : Number(found[2])] : undefined;
};

/** Keys agree within a month; a key that knows only the year agrees within that year. */
const sameMonth = (one: string, other: string): boolean => {
  const a = monthOf(one);
  const b = monthOf(other);
  if (!a || !b) return false;
  if (a[1] === undefined || b[1] === undefined) return a[0] === b[0];
  return Math.abs(a[0] * 12 + a[1] - b[0] * 12 - b[1]) <= 1;
};

/** Takes each expected thing's partner out of the found ones; what stays over was wrongly found. */
const pair = <T>(expected: readonly T[], found: readonly T[], same: (gold: T, other: T) => boolean) => {
  const left = [...found];
  const pairs: (readonly [T, T])[] = [];
  const missed: T[] = [];
  for (const gold of expected) {
    const index = left.findIndex(other => same(gold, other));
    const partner = left[index];
    if (partner === undefined) missed.push(gold);
    else {
      pairs.push([gold, partner]);
      left.splice(index, 1);
    }
  }
  return { pairs, missed, extra: left };
};

const UNSAID = new Set(['quote', 'start', 'end', 'confidence']);

const say = ({ victim, fact }: Placed): string => {
  const values = Object.entries(fact).flatMap(([name, value]) => (UNSAID.has(name) ? [] : [String(value)]));
  return `${victim}: ${values.join(' · ')} “${String(fact['quote'])}”`;
};

/** The facts of one kind, each once per victim; facts about victims that are only mentioned are not scored. */
const placedFacts = (labels: CodebookLabels, field: FactField, mentioned: ReadonlySet<string>): readonly Placed[] => {
  const all: Placed[] = [];
  for (const incident of labels.incidents) {
    const victim = slug(incident.victim);
    if (mentioned.has(victim)) continue;
    for (const fact of incident[field] ?? [])
      if (isScored(field, fact) && !all.some(seen => seen.victim === victim && SAME_FACT[field](seen.fact, fact)))
        all.push({ victim, fact });
  }
  return all;
};

const dataFlips = (gold: readonly Placed[], found: readonly Placed[]): readonly Placed[] => {
  const has = (list: readonly Placed[], like: Placed, polarity: unknown) =>
    list.some(
      other =>
        other.victim === like.victim && other.fact['type'] === like.fact['type'] && other.fact['polarity'] === polarity,
    );
  return gold.filter(one => {
    const opposite = one.fact['polarity'] === 'taken' ? 'not-taken' : 'taken';
    return has(found, one, opposite) && !has(gold, one, opposite);
  });
};

/** Compares one article's prediction with its labels by the codebook's section on scoring. */
export const scoreArticle = (gold: CodebookLabels, found: CodebookLabels): ArticleScore => {
  const tallies: Partial<Record<Measure, Tally>> = {};
  const misses: Miss[] = [];
  const flips: Miss[] = [];
  const certainty: [number, number] = [0, 0];
  const by: [number, number] = [0, 0];
  const compare = <T>(
    measure: Measure,
    expected: readonly T[],
    seen: readonly T[],
    same: (a: T, b: T) => boolean,
    name: (one: T) => string,
  ) => {
    const result = pair(expected, seen, same);
    tallies[measure] = { hit: result.pairs.length, missed: result.missed.length, extra: result.extra.length };
    for (const one of result.missed) misses.push({ measure, sign: '-', what: name(one) });
    for (const one of result.extra) misses.push({ measure, sign: '+', what: name(one) });
    return result;
  };
  const equal = (a: string, b: string) => a === b;
  const victims = (labels: CodebookLabels, main: boolean) => [
    ...new Set(labels.incidents.filter(one => !main || one.role === 'main').map(one => slug(one.victim))),
  ];
  const yes = (labels: CodebookLabels) => (labels.relevant ? ['relevant'] : []);
  compare('relevant', yes(gold), yes(found), equal, String);
  compare('victim (main)', victims(gold, true), victims(found, true), equal, String);
  compare('victim (any)', victims(gold, false), victims(found, false), equal, String);
  const sameIncident = (a: CodebookIncident, b: CodebookIncident) =>
    slug(a.victim) === slug(b.victim) && sameMonth(a.key, b.key);
  compare('incident', gold.incidents, found.incidents, sameIncident, one => one.key);

  const told = new Set(gold.incidents.filter(one => one.role !== 'mention').map(one => slug(one.victim)));
  const mentioned = new Set(victims(gold, false).filter(victim => !told.has(victim)));
  for (const field of FACT_FIELDS) {
    const expected = placedFacts(gold, field, mentioned);
    const seen = placedFacts(found, field, mentioned);
    const same = (a: Placed, b: Placed) => a.victim === b.victim && SAME_FACT[field](a.fact, b.fact);
    const { pairs } = compare(field, expected, seen, same, say);
    for (const [want, got] of pairs) {
      for (const [name, count] of [['certainty', certainty] as const, ['by', by] as const])
        if (want.fact[name] !== undefined) {
          count[1]++;
          if (want.fact[name] === got.fact[name]) count[0]++;
        }
      const denied = (one: Placed) => one.fact['certainty'] === 'denied';
      if ((field === 'attack' || field === 'actors') && denied(want) !== denied(got))
        flips.push({ measure: field, sign: '!', what: `${say(want)} told as ${say(got)}` });
    }
    if (field === 'data')
      for (const one of dataFlips(expected, seen)) flips.push({ measure: 'data', sign: '!', what: say(one) });
  }
  return { tallies, misses, flips, agreement: { certainty, by } };
};
