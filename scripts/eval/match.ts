import { deniedFlips, type Pair, type Placed, polarityFlips } from './flips.ts';
import { type Article, type Fact, FIELDS, type Field, type LabelledIncident, type Labels } from './labels.ts';
import { victimKey } from './names.ts';
import { isScored, quotesMeet, SAME, sameMonth } from './same.ts';

/** Found and right, missed, found and wrong. */
export interface Tally {
  readonly hit: number;
  readonly missed: number;
  readonly extra: number;
}

/** How many of how many. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** One claim of the program, judged: right if a label says the same of the same victim. */
export interface Judged {
  readonly field: Field;
  readonly fact: Fact;
  readonly incident: LabelledIncident;
  readonly right: boolean;
}

/** What one article adds to the figures. */
export interface ArticleTally {
  readonly id: string;
  /** By name of the row: `relevant`, `victim (main)`, `attack` … */
  readonly rows: Readonly<Record<string, Tally>>;
  readonly certainty: Share;
  readonly speaker: Share;
  readonly role: Share;
  readonly supporting: Share;
  readonly verbatim: Share;
  /** Facts told the wrong way round. */
  readonly flips: number;
  readonly pairs: readonly Pair[];
  readonly judged: readonly Judged[];
}

const setTally = (gold: ReadonlySet<string>, read: ReadonlySet<string>): Tally => ({
  hit: gold.intersection(read).size,
  missed: gold.difference(read).size,
  extra: read.difference(gold).size,
});

const victims = (incidents: readonly LabelledIncident[], role?: string): ReadonlySet<string> =>
  new Set(incidents.filter(one => role === undefined || one.role === role).map(one => victimKey(one.victim)));

/** Victims that the label only mentions: facts about them are not scored. */
const mentionedOnly = (gold: readonly LabelledIncident[]): ReadonlySet<string> => {
  const told = victims(gold.filter(one => one.role !== 'mention'));
  return victims(gold, 'mention').difference(told);
};

const incidentTally = (gold: readonly LabelledIncident[], read: readonly LabelledIncident[]): Tally => {
  const left = [...read];
  let hit = 0;
  for (const one of gold) {
    const at = left.findIndex(
      other => victimKey(other.victim) === victimKey(one.victim) && sameMonth(other.key, one.key),
    );
    if (at < 0) continue;
    left.splice(at, 1);
    hit++;
  }
  return { hit, missed: gold.length - hit, extra: read.length - hit };
};

/** Every scored fact of a list under its victim; of those that say the same thing the first. */
const factsOf = (field: Field, incidents: readonly LabelledIncident[], unscored: ReadonlySet<string>): Placed[] => {
  const all: Placed[] = [];
  for (const incident of incidents) {
    const victim = victimKey(incident.victim);
    if (unscored.has(victim)) continue;
    for (const fact of incident[field] ?? [])
      if (isScored(field, fact) && !all.some(other => other.victim === victim && SAME[field](other.fact, fact)))
        all.push({ victim, fact });
  }
  return all;
};

/** Each label takes the first fact that says the same and is not taken yet. */
const pairUp = (field: Field, gold: readonly Placed[], read: readonly Placed[]): readonly Pair[] => {
  const left = [...read];
  return gold.map(({ victim, fact }) => {
    const at = left.findIndex(other => other.victim === victim && SAME[field](fact, other.fact));
    const [taken] = at < 0 ? [] : left.splice(at, 1);
    return { field, victim, gold: fact, ...(taken ? { read: taken.fact } : {}) };
  });
};

const agreement = (pairs: readonly Pair[], key: 'certainty' | 'by' | 'role'): Share => {
  const both = pairs.filter(({ gold, read }) => read && gold[key] !== undefined);
  return { part: both.filter(({ gold, read }) => gold[key] === read?.[key]).length, whole: both.length };
};

const squeeze = (text: string): string => text.replace(/\s+/g, ' ');

const verbatimShare = (read: readonly LabelledIncident[], article: Article): Share => {
  const text = squeeze(`${article.title}\n${article.text}`);
  const facts = read.flatMap(incident => FIELDS.flatMap(field => incident[field] ?? []));
  const verbatim = facts.filter(({ quote }) => quote !== undefined && text.includes(squeeze(quote).trim()));
  return { part: verbatim.length, whole: facts.length };
};

/** Every claim under a victim of which facts are scored; one that says what an earlier one says is judged like it. */
const judge = (
  field: Field,
  gold: readonly Placed[],
  read: readonly LabelledIncident[],
  unscored: ReadonlySet<string>,
): readonly Judged[] =>
  read.flatMap(incident => {
    const victim = victimKey(incident.victim);
    if (unscored.has(victim)) return [];
    return (incident[field] ?? [])
      .filter(fact => isScored(field, fact))
      .map(fact => ({
        field,
        fact,
        incident,
        right: gold.some(other => other.victim === victim && SAME[field](other.fact, fact)),
      }));
  });

/** Compares what was read in one article with its label, by the rules of the codebook's scorer. */
export const matchArticle = (label: Labels, predicted: Labels | undefined, article: Article): ArticleTally => {
  const [gold, read] = [label.incidents ?? [], predicted?.incidents ?? []];
  const unscored = mentionedOnly(gold);
  const rows: Record<string, Tally> = {
    relevant: setTally(new Set(label.relevant ? ['yes'] : []), new Set(predicted?.relevant ? ['yes'] : [])),
    'victim (main)': setTally(victims(gold, 'main'), victims(read, 'main')),
    'victim (any)': setTally(victims(gold), victims(read)),
    incident: incidentTally(gold, read),
  };
  const pairs: Pair[] = [];
  const judged: Judged[] = [];
  let flips = 0;
  for (const field of FIELDS) {
    const [labels, facts] = [factsOf(field, gold, unscored), factsOf(field, read, unscored)];
    const matched = pairUp(field, labels, facts);
    const hit = matched.filter(pair => pair.read).length;
    rows[field] = { hit, missed: labels.length - hit, extra: facts.length - hit };
    flips += deniedFlips(matched, labels) + (field === 'data' ? polarityFlips(labels, facts) : 0);
    pairs.push(...matched);
    judged.push(...judge(field, labels, read, unscored));
  }
  const quoted = pairs.filter(pair => pair.read && pair.gold.quote !== undefined);
  return {
    id: label.id,
    rows,
    certainty: agreement(pairs, 'certainty'),
    speaker: agreement(pairs, 'by'),
    role: agreement(pairs, 'role'),
    supporting: {
      part: quoted.filter(pair => quotesMeet(pair.gold.quote, pair.read?.quote)).length,
      whole: quoted.length,
    },
    verbatim: verbatimShare(read, article),
    flips,
    pairs,
    judged,
  };
};
