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
  /\b(?:quits?|resigns?|steps? down|stands? down|departs?|to open|eyes|appoints?|hires?)\b[^.;]*\b(?:after|following|since)\b/;

const groupMates = (skeleton: string, ids: ReadonlySet<string>, mentions: readonly Mention[]): readonly string[] =>
  [...skeleton.matchAll(new RegExp(GROUP, 'g'))].flatMap(match => {
    const members = marksIn(match[0]).map(index => mentions[index]?.id ?? '');
    const known = members.some(id => ids.has(id) || [...ids].some(child => retailerRow(child)?.parent === id));
    return known ? members : [];
  });

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

/** The victims that the article is about: those of the headline, else those of the lead, else the one most spoken of. */
export const mainOnes = (
  victims: readonly Suspect[],
  skeletons: readonly Skeleton[],
  mentions: readonly Mention[],
  sentences: readonly Sentence[],
): ReadonlySet<string> => {
  const ids = new Set(victims.map(({ id }) => id));
  const ahead = sentences.filter(({ block }) => block.kind === 'headline').length;
  const headline = skeletons
    .slice(0, ahead)
    .map(({ text }) => text)
    .join(' ');
  const inHeadline = victims.filter(({ sentences: at }) => (at[0] ?? ahead) < ahead);
  const written = new Set(marksIn(headline).map(index => mentions[index]?.id ?? ''));
  const children = victims.filter(({ id }) => written.has(retailerRow(id)?.parent ?? '')).map(({ id }) => id);
  const named = new Set(
    (inHeadline.length > 0 ? inHeadline.map(({ id }) => id) : [...written, ...children]).filter(id => ids.has(id)),
  );
  const stories = sectionsOf(skeletons, sentences, mentions).filter(id => ids.has(id));
  if (stories.length > 1) return new Set([...named, ...stories]);
  if (OTHER_NEWS.test(headline) || isRoundup(sentences.slice(0, ahead))) return new Set(stories);
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
    return new Set(spoken.map(({ id }) => id));
  }
  if (opening.length > 0) return new Set(opening.map(({ id }) => id));
  const most = victims.toSorted((a, b) => b.sentences.length - a.sentences.length)[0];
  return new Set(most && most.sentences.length >= 2 && most.mentions * 4 > sentences.length ? [most.id] : []);
};
