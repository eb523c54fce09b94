import { documentText } from '#domain/article.ts';
import { createAttribution } from './attribution.ts';
import { certaintyOf } from './certainty.ts';
import { datesIn } from './dates.ts';
import { mentionsIn } from './mentions.ts';
import { scopeOf } from './scope.ts';
import { sentencesOf } from './sentences.ts';
import { blocksOf } from './structure.ts';
import type { ArticleText, DateMention, IncidentDraft, Mention, Reading, Sentence } from './types.ts';

const mainVictim = (mentions: readonly Mention[], day: string | undefined): readonly IncidentDraft[] => {
  const counts = new Map<string, number>();
  for (const mention of mentions)
    if (mention.kind === 'retailer')
      counts.set(mention.id, (counts.get(mention.id) ?? 0) + (mention.sentence === 0 ? 5 : 1));
  const first = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
  const mention = mentions.find(({ id }) => id === first);
  return mention
    ? [{ victim: mention.id, name: mention.name, role: 'main', known: day?.slice(0, 7) ?? 'unknown' }]
    : [];
};

/** Reads an article once: everything that the claim extractors share. */
export const buildReading = (article: ArticleText): Reading => {
  const text = documentText(article);
  const publishedDay = article.publishedAt?.slice(0, 10);
  const blocks = blocksOf(text, article.title);
  const sentences = sentencesOf(text, blocks);
  const mentions = mentionsIn(sentences);
  const incidents = mainVictim(mentions, publishedDay);
  const attributionAt = createAttribution({ text, blocks, sentences, mentions, incidents });
  const dates = new Map<number, readonly DateMention[]>();
  return {
    article,
    text,
    ...(publishedDay === undefined ? {} : { publishedDay }),
    blocks,
    sentences,
    mentions,
    incidents,
    incidentsAt: () => incidents.map((_, index) => index),
    scopeAt: scopeOf,
    attributionAt,
    certaintyAt: (sentence: Sentence, start: number, end: number) =>
      certaintyOf(scopeOf(sentence, start, end), attributionAt(sentence, start, end)),
    datesIn: sentence => {
      const known = dates.get(sentence.index) ?? datesIn(sentence, sentence.block.noted ?? publishedDay);
      dates.set(sentence.index, known);
      return known;
    },
  };
};
