import { slug } from '#domain/ids.ts';
import { isPlaceOrPerson } from '../place-or-person.ts';
import type { Mention, Sentence } from '../types.ts';
import { type OpenEvidence, openEvidence } from './evidence.ts';
import { classOf } from './lexicon.ts';
import { type OpenName, openNames } from './names.ts';
import { weighOpen } from './weigh.ts';

/** A retailer that no list has, as the whole article shows it to be one. */
export interface OpenRetailer {
  readonly id: string;
  readonly name: string;
  /** How the article writes it. */
  readonly names: readonly string[];
}

/** A name that no list has, with its evidence. */
export interface Candidate extends OpenName {
  readonly evidence: OpenEvidence;
}

/** Logits above which a name is believed to be a shop's: a wrong one costs more than a missed one. */
const BELIEVED = 1;
/** The same for a name that is told as a shop's by its trade or in a list of shops and as nothing else, beside another's story. */
const BELIEVED_TOLD = 0;
/** Mostly told as a place, and never by a trade of its own. */
const isWhere = ({ place, beforeShop, saidShop }: OpenEvidence): boolean => place >= 0.5 && beforeShop + saidShop === 0;
/** What stands beside the name speaks for a shop. */
const isToldAsShop = (one: OpenEvidence): boolean =>
  one.nameShop + one.beforeShop + one.afterShop + one.saidShop + one.listed > 0;
/** Told by another trade, and by nothing of a shop's. */
const isOtherTrade = (one: OpenEvidence): boolean =>
  !isToldAsShop(one) && (one.beforeOther + one.saidOther > 0 || one.calledOther > one.calledShop);
/** Named too little, and with nothing beside it: the article's talk of shops can't be about it. */
const LEAST_SHARE = 0.3;
const isPassing = ({ places, evidence }: Candidate): boolean =>
  !isToldAsShop(evidence) && evidence.headline === 0 && (evidence.share <= LEAST_SHARE || places.length === 1);

const speaksOfShops = (sentences: readonly Sentence[]): boolean =>
  sentences.some(({ tokens }) => tokens.some(({ norm }) => SHOP_TALK.has(classOf(norm, '') ?? '')));
const SHOP_TALK: ReadonlySet<string> = new Set(['shop', 'wares', 'scene']);

/** The names of an article that may be those of shops, for `openRetailers` and for fitting its weights. */
export const openCandidates = (sentences: readonly Sentence[], known: readonly Mention[]): readonly Candidate[] => {
  const spans = known.map(({ start, end }) => ({ start, end }));
  const taken = (start: number, end: number): boolean => spans.some(other => other.start < end && start < other.end);
  const names = openNames(sentences, taken);
  return [...openEvidence(sentences, names, known)]
    .map(([open, evidence]) => ({ ...open, evidence }))
    .filter(candidate => !isWhere(candidate.evidence) && !isOtherTrade(candidate.evidence) && !isPassing(candidate));
};

/** Retailers that no list has, by all that the article says about their names and about its subject. */
export const openRetailers = (sentences: readonly Sentence[], known: readonly Mention[]): readonly OpenRetailer[] => {
  if (!speaksOfShops(sentences)) return [];
  const least = ({ beforeShop, saidShop, listed, headline, ...one }: OpenEvidence): number =>
    headline === 0 &&
    beforeShop + saidShop + listed > 0 &&
    one.nameOther + one.beforeOther + one.saidOther + one.person + one.actor === 0
      ? BELIEVED_TOLD
      : BELIEVED;
  return openCandidates(sentences, known)
    .filter(({ evidence, name }) => weighOpen(evidence) >= least(evidence) && !isPlaceOrPerson(name))
    .map(({ name, forms }) => ({ id: slug(name), name, names: forms }));
};
