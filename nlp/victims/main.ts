import { retailerRow } from '../entities.ts';
import type { Mention, Sentence } from '../types.ts';
import { isRoundup } from './research.ts';
import { GROUP, marksIn, type Skeleton } from './skeleton.ts';

/** A firm that may be a victim, with the sentences (indexes, in order) that make it one. */
export interface Suspect {
  readonly id: string;
  readonly name: string;
  readonly sentences: readonly number[];
  /** How often the article names it. */
  readonly mentions: number;
}

const LEAD_SENTENCES = 3;
/** The victims only date another story. */
const PASSING = /^["']?(?:in the wake of|following|after|since|like|months after|weeks after)\b[^§]{0,80}§/;
const MANY =
  /\b(?:retailers|retail (?:chains|giants|sector|industry|organi[sz]ations|attacks|breaches)|stores|shops|brands|giants|firms|companies|and more|and others|multiple|wave|uk retail|breaching retail)\b/;

/** The headline's news is another one, which the incident only dates or explains: somebody leaves, shops open. */
const OTHER_NEWS =
  /\b(?:quits?|resigns?|steps? down|stands? down|departs?|to open|open or|opens|opening|eyes|eyeing|appoints?|hires?|promot(?:es?|ion|ing)|expands?|expansion|refurbish\w*|launch(?:es|ing)?|unveils?|rolls? out|signs?|invests?|turnaround)\b[^.;]*\b(?:after|following|since|amid|despite)\b/;
/** The name only says which gang, or which affair: "A hackers claim to be behind the raid on B", "shops on alert after A hack". */
const HACKERS_OF =
  /^[^§¤]{0,30}§(\d+) (?:hackers?|attackers|gang|hack|attack) (?:[a-z']+ ){0,4}?(?:behind|strike|turn(?:ed|s)? to)\b/;
/** The headline's subject is another firm, which goes on after the incident of this one: "B profits after the attack on A". */
const AFTER_ANOTHER =
  /^[^§¤]{0,20}(?:§(\d+)|¤\d+|next|rivals?|competitors?|shoppers)\b[^.;§¤]{0,70}\b(?:after|following|since|amid) (?:the |an? )?(?:[a-z'-]+ ){0,3}?(?:on |at )?§(\d+)/;

const groupMates = (skeleton: string, ids: ReadonlySet<string>, mentions: readonly Mention[]): readonly string[] =>
  [...skeleton.matchAll(new RegExp(GROUP, 'g'))].flatMap(match => {
    const members = marksIn(match[0]).map(index => mentions[index]?.id ?? '');
    const known = members.some(id => ids.has(id) || [...ids].some(child => retailerRow(child)?.parent === id));
    return known ? members : [];
  });

/** The headline's news is of another trade: "hackers shift focus to aviation firms". */
const OTHER_TRADE =
  /\b(?:aviation|airlines?|airports?|transport(?:ation)?|insur(?:ers?|ance)|banks?|banking|hospitals?|healthcare|telecoms?|energy|utilit(?:y|ies)|universit(?:y|ies)|schools?|governments?|defen[cs]e|manufactur(?:ers?|ing)|hotels?|casinos?|law firms?|crypto(?:currency)?)\b/;
const SHOPS =
  /[§¤]|\b(?:retail\w*|shops?|stores?|supermarkets?|grocer\w*|fashion|luxury|brands?|shoppers|customers|restaurants?|e-?commerce|merchants?)\b/;

/** The firms that stand alone in a heading: each has a story of its own. */
const sectionsOf = (
  skeletons: readonly Skeleton[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): readonly string[] =>
  sentences.flatMap(({ block, index }) => {
    const mark = /^[^a-z]*§(\d+)[^a-z]*$/.exec(skeletons[index]?.text ?? '')?.[1];
    return mark !== undefined && block.kind === 'heading' ? (mentions[Number(mark)]?.id ?? []) : [];
  });

/** The victims whose own heading tells of them: the stories of a roundup. */
const headedBy = (victims: readonly Suspect[], sentences: readonly Sentence[]): readonly string[] =>
  victims
    .filter(({ sentences: at }) => at.some(index => sentences[index]?.block.kind === 'heading'))
    .map(({ id }) => id);

/** So many firms together are a list. */
const LIST = 3;
/** Of firms named together those to which the article comes back, where it does: the others are its examples. */
const spokenOfAgain = (together: readonly Suspect[]): readonly Suspect[] => {
  const again = together.filter(({ mentions }) => mentions > 1);
  const most = Math.max(...together.map(({ mentions }) => mentions));
  return again.length > 0 && (together.length >= LIST || most > LIST) ? again : together;
};

const headlineOf = (skeletons: readonly Skeleton[], sentences: readonly Sentence[]): string =>
  sentences.flatMap(({ block, index }) => (block.kind === 'headline' ? [skeletons[index]?.text ?? ''] : [])).join(' ');

/** The firms (ids) that the headline names only to say whom or what it speaks of. */
export const asideIn = (
  skeletons: readonly Skeleton[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): ReadonlySet<string> => {
  const headline = headlineOf(skeletons, sentences);
  return new Set(
    [HACKERS_OF, AFTER_ANOTHER].flatMap(pattern =>
      (pattern.exec(headline)?.slice(1) ?? []).flatMap(mark => mentions[Number(mark ?? -1)]?.id ?? []),
    ),
  );
};

/** The victims that the article is about: those of the headline, else those of the lead, else the one most spoken of. */
export const mainOnes = (
  victims: readonly Suspect[],
  skeletons: readonly Skeleton[],
  mentions: readonly Mention[],
  sentences: readonly Sentence[],
): ReadonlySet<string> => {
  const ids = new Set(victims.map(({ id }) => id));
  const ahead = sentences.filter(({ block }) => block.kind === 'headline').length;
  const headline = headlineOf(skeletons, sentences);
  const aside = asideIn(skeletons, sentences, mentions);
  const inHeadline = victims.filter(({ id, sentences: at }) => (at[0] ?? ahead) < ahead && !aside.has(id));
  const written = new Set(marksIn(headline).map(index => mentions[index]?.id ?? ''));
  const children = victims.filter(({ id }) => written.has(retailerRow(id)?.parent ?? '')).map(({ id }) => id);
  const named = new Set(
    (inHeadline.length > 0 ? inHeadline.map(({ id }) => id) : [...written, ...children]).filter(
      id => ids.has(id) && !aside.has(id),
    ),
  );
  const stories = sectionsOf(skeletons, sentences, mentions).filter(id => ids.has(id));
  if (stories.length > 1) return new Set([...named, ...stories]);
  if (isRoundup(sentences.slice(0, ahead))) return new Set([...stories, ...headedBy(victims, sentences)]);
  if (OTHER_NEWS.test(headline) || (OTHER_TRADE.test(headline) && !SHOPS.test(headline))) return new Set(stories);
  if (aside.size > 0 && named.size === 0) return new Set();
  const leadEnd = sentences.findIndex(({ block, index }) => index > 0 && block.kind === 'paragraph') + LEAD_SENTENCES;
  const many = MANY.test(headline);
  if (named.size > 0) {
    const mates =
      many || named.size > 1
        ? skeletons.slice(ahead, leadEnd).flatMap(({ text }) => groupMates(text, named, mentions))
        : [];
    return new Set([...named, ...mates.filter(id => ids.has(id))]);
  }
  const passing = (index: number): boolean => PASSING.test(skeletons[index]?.text ?? '');
  const lead = victims.filter(({ sentences: at }) => at.some(index => index <= leadEnd && !passing(index)));
  const first = Math.min(...lead.flatMap(({ sentences: at }) => at).filter(index => !passing(index)));
  const opening = lead.filter(({ sentences: at }) => at.includes(first));
  if (many) {
    const spoken = victims.filter(({ sentences: at, mentions: count }) => at.length > 1 || count > 2);
    const subjects = opening.length > 1 && /^["']?(?:the )?§/.test(skeletons[first]?.text ?? '') ? opening : [];
    return new Set((spoken.length > 0 ? spoken : subjects).map(({ id }) => id));
  }
  if (opening.length > 0) return new Set(spokenOfAgain(opening).map(({ id }) => id));
  const most = victims.toSorted((a, b) => b.sentences.length - a.sentences.length)[0];
  return new Set(most && most.sentences.length >= 2 && most.mentions * 4 > sentences.length ? [most.id] : []);
};
