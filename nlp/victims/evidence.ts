import { namesUsedAgain } from '../headline-subject.ts';
import type { Mention, Sentence } from '../types.ts';
import { barredIn } from './barred.ts';
import { type Signs, signsIn } from './signs.ts';
import type { Skeleton } from './skeleton.ts';

/** What an article as a whole holds for and against one firm's being its victim; every number between 0 and 1. */
export interface Evidence {
  /** Named in the headline. */
  readonly headline: number;
  /** Sentences about it that tell of a crime, point back at one, or tell of the effects of one. */
  readonly crime: number;
  readonly back: number;
  readonly effect: number;
  /** Headline or lead tell of a crime while the firm is the topic. */
  readonly leadCrime: number;
  /** The headline names other firms and not this one. */
  readonly otherHeadline: number;
  /** The first crime told is another's, or nobody's that is known. */
  readonly otherFirst: number;
  /** Talk of what may be, advice and figures, among the sentences about it. */
  readonly unsure: number;
  /** Baits and weaknesses, among the sentences about it. */
  readonly bait: number;
}

/** An article's sentences as evidence reads them. */
export interface Scene {
  readonly sentences: readonly Sentence[];
  readonly skeletons: readonly Skeleton[];
  /** Mention indexes of firms that can be victims. */
  readonly candidates: ReadonlySet<number>;
}

/** The evidence on one firm, and the sentences (indexes, in order) from which it comes. */
export interface Found {
  readonly evidence: Evidence;
  readonly sentences: readonly number[];
}

/** The lead in UTF-16 units from the headline's beginning. */
const LEAD = 900;
/** Counts beyond this say no more. */
const PLENTY = 6;
/** So many sentences after a firm's name the talk is still about it. */
const REACH = 10;
/** A longer list of firms is about none of them. */
const MOST_TOGETHER = 5;
const FIRM = /[§¤]\d+/;
const FIRMS = new RegExp(FIRM, 'g');

const counted = (count: number): number => Math.min(1, Math.log1p(count) / Math.log1p(PLENTY));
const part = (some: number, all: number): number => (all === 0 ? 0 : some / all);
const told = ({ crime, unsure, bait }: Signs): boolean => crime && !unsure && !bait;
const speaks = (sign: Signs | undefined): boolean =>
  sign !== undefined && !sign.bait && (sign.crime || sign.back || sign.effect);

/** By sentence the firms that it is about: those that it names, else those of a sentence not far before. */
const topicsIn = (skeletons: readonly Skeleton[], mentions: readonly Mention[]): readonly ReadonlySet<string>[] => {
  let current: ReadonlySet<string> = new Set();
  let since = 0;
  return skeletons.map(({ text }) => {
    const barred = barredIn(text);
    const marks = (text.match(FIRMS) ?? []).map(mark => Number(mark.slice(1)));
    const ids = new Set(marks.filter(mark => !barred.has(mark)).flatMap(mark => mentions[mark]?.id ?? []));
    since = marks.length > 0 ? 0 : since + 1;
    if (marks.length > 0 || since > REACH) current = ids.size > MOST_TOGETHER ? new Set() : ids;
    return current;
  });
};

/** Whether the headline's name is one that nobody knows, and that the article goes on using. */
const strangerAhead = (sentences: readonly Sentence[], mentions: readonly Mention[]): boolean => {
  const [headline, ...rest] = sentences;
  if (!headline || mentions.some(({ sentence }) => sentence === 0)) return false;
  return namesUsedAgain(headline, rest.map(({ text }) => text).join('\n')).length > 0;
};

/** The evidence for each firm that can be a victim, by its id. */
export const evidenceOf = (
  mentions: readonly Mention[],
  { sentences, skeletons, candidates }: Scene,
): ReadonlyMap<string, Found> => {
  const signs = skeletons.map(({ text }) => signsIn(text));
  const topics = topicsIn(skeletons, mentions);
  const inLead = (index: number): boolean => (sentences[index]?.start ?? LEAD) < LEAD;
  const ahead = sentences.filter(({ block }) => block.kind === 'headline').length;
  const firstCrime = signs.findIndex((sign, index) => index >= ahead && told(sign));
  const firmsAhead =
    skeletons.slice(0, ahead).some(({ text }) => FIRM.test(text)) || strangerAhead(sentences, mentions);
  const evidenceFor = (id: string, named: readonly number[]): Evidence => {
    const mine = signs.filter((_, index) => topics[index]?.has(id));
    const count = (test: (sign: Signs) => boolean): number => counted(mine.filter(test).length);
    return {
      headline: Number(named.some(index => index < ahead)),
      crime: count(told),
      back: count(({ back, unsure, bait }) => back && !unsure && !bait),
      effect: count(({ effect, bait }) => effect && !bait),
      leadCrime: Number(signs.some((sign, index) => inLead(index) && told(sign) && topics[index]?.has(id))),
      otherHeadline: Number(firmsAhead && !named.some(index => index < ahead)),
      otherFirst: Number(firstCrime >= 0 && !topics[firstCrime]?.has(id)),
      unsure: part(mine.filter(({ unsure }) => unsure).length, mine.length),
      bait: part(mine.filter(({ bait }) => bait).length, mine.length),
    };
  };
  const own = Map.groupBy(
    [...candidates].flatMap(index => mentions[index] ?? []),
    ({ id }) => id,
  );
  return new Map(
    [...own].map(([id, names]) => {
      const named = names.map(({ sentence }) => sentence);
      const own = [...new Set(named)].filter(index => index < ahead || speaks(signs[index]));
      const about = signs.flatMap((sign, index) => (topics[index]?.has(id) && told(sign) ? [index] : []));
      return [id, { evidence: evidenceFor(id, named), sentences: own.length > 0 ? own : about }];
    }),
  );
};
