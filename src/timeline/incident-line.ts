import type { Claim, DataValue } from '#domain/claim.ts';
import type { TimelineEvent } from '#domain/timeline.ts';
import type { ClaimKind } from '#domain/vocabulary.ts';
import type { Draft } from './draft.ts';
import { DATA_WORDS, SUBJECT_WORDS } from './words.ts';

/** Kinds of which the most important event gets a sentence of its own, in this order, and how many sentences. */
const TOLD: readonly ClaimKind[] = ['attack', 'actor', 'people', 'service', 'money'];
const MOST_SENTENCES = 4;
/** Kinds of data named in one clause, at most; the rest is counted. */
const MOST_NAMED = 8;
const MOST_SPEAKERS = 2;

const stands = ({ status }: TimelineEvent): boolean => status !== 'superseded' && status !== 'denied';

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Who is heard, as the subject of a sentence. */
const speakerOf = ({ by, speaker }: Claim, victim: string): string => {
  switch (by) {
    case 'victim':
      return victim;
    case 'attacker':
      return speaker ?? 'the attackers';
    case 'authority':
      return speaker ?? 'an authority';
    case 'expert':
      return speaker ?? 'an expert';
    case 'supplier':
      return speaker ?? 'a supplier';
    case 'media':
      return 'press reports';
  }
};

interface DataWord {
  readonly draft: Draft;
  readonly value: DataValue;
}

/** What is said of data, the gravest first. */
const CLAUSES = ['were taken', 'may have been taken', 'were not taken', 'no evidence'] as const;
type Clause = (typeof CLAUSES)[number];

const clauseOf = ({ draft, value }: DataWord): Clause => {
  const hedged = draft.lead.certainty === 'possible';
  if (value.polarity === 'taken') return hedged ? 'may have been taken' : 'were taken';
  return hedged ? 'no evidence' : 'were not taken';
};

/** "Personal data" says nothing beside names and addresses. */
const withoutUmbrella = (members: readonly DataWord[]): readonly DataWord[] =>
  members.length > 1 ? members.filter(({ value }) => value.type !== 'personal-data') : members;

const clause = (predicate: Clause, all: readonly DataWord[]): string => {
  const members = predicate === 'were taken' ? withoutUmbrella(all) : all;
  const named = members
    .slice(0, MOST_NAMED)
    .map(({ draft, value }) => `${DATA_WORDS[value.type]}${draft.event.status === 'disputed' ? ' (disputed)' : ''}`);
  const more = members.length - named.length;
  const whose = SUBJECT_WORDS[members[0]?.value.subject ?? 'other'];
  const what = `${list(more > 0 ? [...named, `${more} more kinds of data`] : named)} of ${whose}`;
  return predicate === 'no evidence' ? `there was no evidence that ${what} were taken` : `${what} ${predicate}`;
};

/** "M&S said that names and addresses of customers may have been taken, and that passwords of customers were not taken." */
const dataSentences = (drafts: readonly Draft[], victim: string): readonly string[] => {
  const words = drafts.flatMap((draft): DataWord[] =>
    draft.lead.kind === 'data' && stands(draft.event) ? [{ draft, value: draft.lead.value }] : [],
  );
  const speakers = [...Map.groupBy(words, ({ draft }) => speakerOf(draft.lead, victim))]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_SPEAKERS);
  return speakers.map(([speaker, members]) => {
    const clauses = CLAUSES.flatMap(predicate => {
      const told = members.filter(word => clauseOf(word) === predicate);
      return [...Map.groupBy(told, ({ value }) => value.subject).values()].map(group => clause(predicate, group));
    });
    const last = clauses.length > 1 ? `, and that ${clauses.at(-1)}` : (clauses[0] ?? '');
    return `${upper(speaker)} said that ${clauses.slice(0, -1).join(', that ')}${last}.`;
  });
};

const sentenceOf = ({ event }: Draft): string =>
  event.status === 'disputed' ? event.summary.replace(/\.$/, ' (disputed).') : event.summary;

/**
 * A few sentences that tell an incident: how it was done, by whom, how many it hit, what is down, which data, each with
 * who says so. Composed of what the leading claims say, and of nothing else; what is superseded or denied is left out.
 *
 * @param drafts events with their status and importance
 */
export const incidentLine = (drafts: readonly Draft[], victim: string): string => {
  const best = (kind: ClaimKind): Draft | undefined =>
    drafts
      .filter(({ event }) => event.kind === kind && stands(event))
      .toSorted((a, b) => b.event.importance - a.event.importance || (a.event.id < b.event.id ? -1 : 1))[0];
  const told = TOLD.flatMap(kind => best(kind) ?? [])
    .filter(({ lead }) => lead.kind !== 'people' || lead.value.sense === 'affected')
    .slice(0, MOST_SENTENCES);
  return [...dataSentences(drafts, victim), ...told.map(sentenceOf)].join(' ');
};
