import type { IncidentDraft, Mention, Sentence } from '../types.ts';
import type { Cast } from '../victims/cast.ts';
import type { DatesIn } from './dated.ts';
import { type Earlier, earlierIncidents } from './earlier.ts';
import { knownOfMain, knownOfOther } from './known.ts';
import { topicsOf } from './topics.ts';

/** The local incidents of an article, and of which of them a span speaks. */
export interface Incidents {
  readonly drafts: readonly IncidentDraft[];
  at(sentence: Sentence, start: number, end: number): readonly number[];
}

/** Sentences whose words, from first to last, speak of a victim. */
const sentencesAbout = (
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  cast: Cast,
  topics: ReturnType<typeof topicsOf>,
) => {
  const about = new Map<string, Sentence[]>(cast.victims.map(({ id }) => [id, []]));
  const named = Map.groupBy(mentions, ({ sentence }) => sentence);
  for (const sentence of sentences) {
    const ids = new Set(topics(sentence, sentence.start, sentence.start));
    for (const mention of named.get(sentence.index) ?? [])
      for (const id of topics(sentence, mention.start, mention.end)) if (id === mention.id) ids.add(id);
    for (const id of ids) about.get(id)?.push(sentence);
  }
  return about;
};

const inSpan = (earlier: Earlier, victim: string, start: number): boolean =>
  earlier.victim === victim && earlier.spans.some(([from, to]) => from <= start && start < to);

const NONE: Incidents = { drafts: [], at: () => [] };

/** Makes the local incidents out of the cast: each victim's chief one first, in the order of roles, then earlier ones. */
export const incidentsOf = (
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  cast: Cast,
  datesIn: DatesIn,
  publishedDay: string | undefined,
): Incidents => {
  if (cast.victims.length === 0) return NONE;
  const topics = topicsOf(sentences, mentions, cast);
  const about = sentencesAbout(sentences, mentions, cast, topics);
  const victims = cast.victims.toSorted((a, b) => Number(b.main) - Number(a.main));
  const naming = (id: string): readonly Sentence[] =>
    (about.get(id) ?? []).filter(({ index }) =>
      mentions.some(mention => mention.sentence === index && mention.id === id),
    );
  const known = new Map(
    victims.map(({ id, main }) => [
      id,
      main
        ? knownOfMain(about.get(id) ?? [], datesIn, publishedDay, naming(id))
        : knownOfOther(about.get(id) ?? [], naming(id), datesIn, publishedDay),
    ]),
  );
  const earlier = earlierIncidents(sentences, mentions, cast, topics, known, datesIn, publishedDay);
  const names = new Map(victims.map(({ id, name }) => [id, name]));
  const drafts: IncidentDraft[] = [
    ...victims.map(({ id, name, main }) => ({
      victim: id,
      name,
      role: main ? ('main' as const) : ('secondary' as const),
      known: known.get(id) ?? '',
    })),
    ...earlier.map(({ victim, known: when }) => ({
      victim,
      name: names.get(victim) ?? victim,
      role: 'secondary' as const,
      known: when,
    })),
  ];
  return {
    drafts,
    at: (sentence, start, end) =>
      topics(sentence, start, end).flatMap(id => {
        const past = earlier.flatMap((one, index) => (inSpan(one, id, start) ? [victims.length + index] : []));
        const chief = victims.findIndex(victim => victim.id === id);
        return past.length > 0 ? past : chief >= 0 ? [chief] : [];
      }),
  };
};
