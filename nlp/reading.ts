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

/** The last date told just before a sentence. */
const lastDateBefore = (
  sentences: readonly Sentence[],
  { index, blockIndex, block }: Sentence,
  read: readonly (readonly DateMention[])[],
): EarlierDate | undefined => {
  for (let at = index - 1; at >= Math.max(0, index - STORY); at--) {
    const [before, last] = [sentences[at], read[at]?.at(-1)];
    if (before && last && before.block.noted === block.noted && blockIndex - before.blockIndex < 2)
      return { date: last.date, written: before.text.slice(last.start - before.start, last.end - before.start) };
  }
  return undefined;
};

/** The dates of each sentence, read as far as they are asked for, and in order: each counts from those before it. */
const datesOfAll = (
  sentences: readonly Sentence[],
  publishedDay: string | undefined,
): ((sentence: Sentence) => readonly DateMention[]) => {
  const read: (readonly DateMention[])[] = [];
  return ({ index }) => {
    for (const sentence of sentences.slice(read.length, index + 1))
      read.push(datesIn(sentence, sentence.block.noted ?? publishedDay, lastDateBefore(sentences, sentence, read)));
    return read[index] ?? [];
  };
};

/** Makes a function when it is first called: of most articles nothing is asked. */
const onceAsked = <A extends readonly unknown[], T>(make: () => (...args: A) => T): ((...args: A) => T) => {
  let made: ((...args: A) => T) | undefined;
  return (...args) => {
    made ??= make();
    return made(...args);
  };
};

/** Reads an article once: everything that the claim extractors share. */
export const buildReading = (article: ArticleText): Reading => {
  forgetTexts();
  const text = documentText(article);
  const publishedDay = DAY.exec(article.publishedAt ?? '')?.[0];
  const blocks = blocksOf(text, article.title, publishedDay);
  const sentences = sentencesOf(text, blocks);
  const mentions = mentionsIn(sentences);
  const datesOf = datesOfAll(sentences, publishedDay);
  const cast = castOf(text, sentences, mentions);
  const found = incidentsOf(sentences, mentions, cast, datesOf, publishedDay);
  const relevant = relevantBy(sentences, cast, found.drafts);
  const incidents = relevant ? found.drafts : [];
  const at: Reading['incidentsAt'] = relevant ? found.at : () => [];
  const attributionAt = onceAsked(() => createAttribution({ text, blocks, sentences, mentions, incidents }));
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
