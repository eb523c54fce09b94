import { documentText } from '#domain/article.ts';
import { createAttribution } from './attribution.ts';
import { certaintyOf } from './certainty.ts';
import type { EarlierDate } from './dates/carried.ts';
import { datesIn } from './dates.ts';
import { forgetTexts } from './gate/per-text.ts';
import { incidentsOf } from './incidents/index.ts';
import { mentionsIn } from './mentions.ts';
import { relevantBy } from './relevance.ts';
import { scopeOf } from './scope.ts';
import { sentencesOf } from './sentences.ts';
import { blocksOf } from './structure.ts';
import type { ArticleText, DateMention, Reading, Sentence } from './types.ts';
import { castOf } from './victims/cast.ts';

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** How many sentences back a date is still the one from which "a week later" counts. */
const STORY = 2;

/** The last date told just before a sentence, as far as it has been read: sentences are read in order. */
const lastDateBefore = (
  sentences: readonly Sentence[],
  { index, blockIndex, block }: Sentence,
  read: ReadonlyMap<number, readonly DateMention[]>,
): EarlierDate | undefined =>
  sentences
    .slice(Math.max(0, index - STORY), index)
    .filter(other => other.block.noted === block.noted && blockIndex - other.blockIndex < 2)
    .flatMap(other =>
      (read.get(other.index) ?? []).map(({ date, start, end }) => ({
        date,
        written: other.text.slice(start - other.start, end - other.start),
      })),
    )
    .at(-1);

/** Reads an article once: everything that the claim extractors share. */
export const buildReading = (article: ArticleText): Reading => {
  forgetTexts();
  const text = documentText(article);
  const publishedDay = DAY.exec(article.publishedAt ?? '')?.[0];
  const blocks = blocksOf(text, article.title, publishedDay);
  const sentences = sentencesOf(text, blocks);
  const mentions = mentionsIn(sentences);
  const dates = new Map<number, readonly DateMention[]>();
  const datesOf = (sentence: Sentence): readonly DateMention[] => {
    const known =
      dates.get(sentence.index) ??
      datesIn(sentence, sentence.block.noted ?? publishedDay, lastDateBefore(sentences, sentence, dates));
    dates.set(sentence.index, known);
    return known;
  };
  for (const sentence of sentences) datesOf(sentence);
  const cast = castOf(text, sentences, mentions);
  const found = incidentsOf(sentences, mentions, cast, datesOf, publishedDay);
  const relevant = relevantBy(sentences, cast, found.drafts);
  const incidents = relevant ? found.drafts : [];
  const at: Reading['incidentsAt'] = relevant ? found.at : () => [];
  const attributionAt = createAttribution({ text, blocks, sentences, mentions, incidents });
  return {
    article,
    text,
    ...(publishedDay === undefined ? {} : { publishedDay }),
    relevant,
    blocks,
    sentences,
    mentions,
    incidents,
    incidentsAt: at,
    scopeAt: scopeOf,
    attributionAt,
    certaintyAt: (sentence, start, end) =>
      certaintyOf(scopeOf(sentence, start, end), attributionAt(sentence, start, end)),
    datesIn: datesOf,
  };
};
