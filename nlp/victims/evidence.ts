import type { Mention } from '../types.ts';
import { type Signs, signsIn } from './signs.ts';
import type { Skeleton } from './skeleton.ts';

/** What an article as a whole holds for and against one firm's being its victim; every number between 0 and 1. */
export interface Evidence {
  /** Named in the headline. */
  readonly headline: number;
  /** Its part of all namings of firms. */
  readonly share: number;
  /** Sentences about it that tell of a crime, point back at one, or tell of the effects of one. */
  readonly crime: number;
  readonly back: number;
  readonly effect: number;
  /** Headline or lead tell of a crime while the firm is the topic. */
  readonly leadCrime: number;
  /** The headline names other firms and not this one. */
  readonly otherHeadline: number;
  /** The first crime told is another's, or nobody's that is known; crimes told while another firm is the topic. */
  readonly otherFirst: number;
  readonly otherCrime: number;
  /** Talk of what may be, advice and figures, among the sentences about it. */
  readonly unsure: number;
  /** Baits and weaknesses, among the sentences about it, and in the lead. */
  readonly bait: number;
  readonly leadBait: number;
}

/** An article's sentences as evidence reads them. */
export interface Scene {
  readonly skeletons: readonly Skeleton[];
  /** Mention indexes of firms that can be victims. */
  readonly candidates: ReadonlySet<number>;
}

/** The evidence on one firm, and the sentences (indexes) from which it comes that name it. */
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
const FIRM = /[§¤]\d+/g;

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
    const ids = (text.match(FIRM) ?? []).flatMap(mark => mentions[Number(mark.slice(1))]?.id ?? []);
    since = ids.length > 0 ? 0 : since + 1;
    if (ids.length > 0 || since > REACH) current = new Set(ids);
    return current;
  });
};

/** The evidence for each firm that can be a victim, by its id. */
export const evidenceOf = (
  mentions: readonly Mention[],
  { skeletons, candidates }: Scene,
): ReadonlyMap<string, Found> => {
  const signs = skeletons.map(({ text }) => signsIn(text));
  const topics = topicsIn(skeletons, mentions);
  const inLead = (index: number): boolean => (skeletons[index]?.at(0) ?? LEAD) < LEAD;
  const firms = skeletons.reduce((sum, { text }) => sum + (text.match(FIRM)?.length ?? 0), 0);
  const firmsAhead = skeletons[0]?.text.match(FIRM)?.length ?? 0;
  const firstCrime = signs.findIndex(told);
  const leadBait = counted(signs.filter(({ bait }, index) => bait && inLead(index)).length);
  const evidenceFor = (id: string, named: readonly number[]): Evidence => {
    const mine = signs.filter((_, index) => topics[index]?.has(id));
    const others = signs.filter((_, index) => (topics[index]?.size ?? 0) > 0 && !topics[index]?.has(id));
    const count = (test: (sign: Signs) => boolean): number => counted(mine.filter(test).length);
    return {
      headline: Number(named.includes(0)),
      share: part(named.length, firms),
      crime: count(told),
      back: count(({ back, unsure, bait }) => back && !unsure && !bait),
      effect: count(({ effect, bait }) => effect && !bait),
      leadCrime: Number(signs.some((sign, index) => inLead(index) && told(sign) && topics[index]?.has(id))),
      otherHeadline: Number(!named.includes(0) && firmsAhead > 0),
      otherFirst: Number(firstCrime >= 0 && !topics[firstCrime]?.has(id)),
      otherCrime: counted(others.filter(told).length),
      unsure: part(mine.filter(({ unsure }) => unsure).length, mine.length),
      bait: part(mine.filter(({ bait }) => bait).length, mine.length),
      leadBait,
    };
  };
  const own = Map.groupBy(
    [...candidates].flatMap(index => mentions[index] ?? []),
    ({ id }) => id,
  );
  return new Map(
    [...own].map(([id, names]) => {
      const named = names.map(({ sentence }) => sentence);
      const sentences = [...new Set(named)].filter(index => index === 0 || speaks(signs[index]));
      return [id, { evidence: evidenceFor(id, named), sentences }];
    }),
  );
};
