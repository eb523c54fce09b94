import type { Genre } from '#domain/vocabulary.ts';
import { plain } from './scope/plain.ts';
import type { Block, Sentence } from './types.ts';

interface Sign {
  readonly genre: Genre;
  /** Over the headline in plain lower case. */
  readonly headline: RegExp;
}

const SIGNS: readonly Sign[] = [
  {
    genre: 'roundup',
    headline:
      /\bin other news\b|\b(?:news )?round-?up\b|\b(?:the )?week in (?:review|security|cyber|ransomware)|\bbiggest .{0,60}\bstories\b|\bweekly (?:recap|digest|news)|\bthis week(?:'s| in)\b|\bnews in brief\b|\binfosec in brief\b|\btop (?:stories|breaches of)\b|\bmonthly (?:recap|review)\b/,
  },
  {
    genre: 'advice',
    headline:
      /\bhow (?:to|you can|can (?:you|retailers|businesses|companies|shoppers)|retailers can)\b|\btips\b|\bways to\b|\blessons (?:from|for|learned)\b|\bprevent(?:ing)?\b.{0,60}\b(?:attacks|breach|fraud)\b|\bprotect (?:yourself|your)\b|\bbest practices\b|\bchecklist\b|\bwhat (?:to do|shoppers should)\b|\bstay(?:ing)? safe\b(?!.{0,20}here's)/,
  },
  {
    genre: 'explainer',
    headline:
      /^(?:how|why|who|what|understanding|inside|explained|explainer|analysis|anatomy|a look|behind)\b|\bwhat (?:we know|to know|you need to know|happened)\b|\bexplained\b|\beverything (?:we|you)\b|^\d+ (?:ways|things|reasons|lessons)\b|\btimeline of\b|\bdeep dive\b|\ba technical look\b/,
  },
  {
    genre: 'opinion',
    headline:
      /^(?:opinion|comment|editorial|column|viewpoint|letter)\b ?[:|-]|\bmy view\b|^(?:can|should|is|are|do|does|will|could) .*\?$/,
  },
  {
    genre: 'statement',
    headline:
      /^(?:statement|notice|press release|security notice|incident notice|update)\b.{0,40}\b(?:on|from|of|about|regarding|by)\b|\bpress statement\b|\bnotice of (?:data|security|cyber)/,
  },
  { genre: 'other', headline: /\b[\d,.]+ breached accounts\b/ },
];

const BRIEFS = /\b(?:in brief|infosec in brief|also this week|in other security news|plus: )\b/;

/** What kind of piece it is, by its headline, and by a standfirst that announces several stories. */
export const genreOf = (blocks: readonly Block[], sentences: readonly Sentence[], text: string): Genre => {
  const headline = plain(sentences[0]?.block.kind === 'headline' ? text.slice(blocks[0]?.start, blocks[0]?.end) : '');
  const standfirst = blocks.find(({ kind }) => kind === 'standfirst');
  const opening = plain(sentences.find(({ block }) => block.kind === 'paragraph')?.text.slice(0, 60) ?? '');
  if (
    /\binfosec in brief\b/.test(opening) ||
    (standfirst && /^also: /.test(plain(text.slice(standfirst.start, standfirst.end))))
  )
    return 'roundup';
  if (BRIEFS.test(headline)) return 'roundup';
  return SIGNS.find(sign => sign.headline.test(headline))?.genre ?? 'news';
};
