import { createAttribution } from '../../../nlp/attribution.ts';
import { certaintyOf } from '../../../nlp/certainty.ts';
import { datesIn } from '../../../nlp/dates.ts';
import { scopeOf } from '../../../nlp/scope.ts';
import { sentencesOf } from '../../../nlp/sentences.ts';
import { blocksOf } from '../../../nlp/structure.ts';
import type { IncidentDraft, Mention, Reading } from '../../../nlp/types.ts';
import { documentText } from '../../../src/domain/article.ts';

const draft = (victim: string): IncidentDraft => ({ victim, name: victim, role: 'main', known: '2025-05' });

/** An article, read as if every sentence of it told of the given victims ("Hartwell" is named in the text as such). */
export const readingOf = (
  text: string,
  publishedDay = '2025-05-22',
  victims: readonly string[] = ['hartwell'],
): Reading => {
  const article = { title: 'An attack on a shop', text, publishedAt: publishedDay };
  const whole = documentText(article);
  const blocks = blocksOf(whole, article.title);
  const sentences = sentencesOf(whole, blocks);
  const mentions: Mention[] = sentences.flatMap(sentence =>
    [...sentence.text.matchAll(/Hartwell/g)].map(match => ({
      kind: 'retailer' as const,
      id: 'hartwell',
      name: 'Hartwell',
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
      sentence: sentence.index,
      via: 'name' as const,
    })),
  );
  const incidents = victims.map(draft);
  const attributionAt = createAttribution({ text: whole, blocks, sentences, mentions, incidents });
  return {
    article,
    text: whole,
    publishedDay,
    blocks,
    sentences,
    mentions,
    incidents,
    relevant: true,
    incidentsAt: () => incidents.map((_, index) => index),
    scopeAt: scopeOf,
    attributionAt,
    certaintyAt: (sentence, start, end) =>
      certaintyOf(scopeOf(sentence, start, end), attributionAt(sentence, start, end)),
    datesIn: sentence => datesIn(sentence, sentence.block.noted ?? publishedDay),
  };
};
