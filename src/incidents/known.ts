import type { LocalIncidentRecord } from '#domain/incident.ts';
import type { DateEvent } from '#domain/vocabulary.ts';

/** Events that mark the beginning of an incident's story; figures, arrests and court days come months later. */
const ONSET: ReadonlySet<DateEvent> = new Set<DateEvent>(['intrusion', 'attack', 'discovered', 'disclosed']);

/** Months since year 0 of `YYYY-MM`; a bare year counts as its middle. */
export const monthIndex = (known: string): number =>
  Number(known.slice(0, 4)) * 12 + (known.length > 4 ? Number(known.slice(5, 7)) - 1 : 6);

/** Whether the article tells of something that became known in the month in which the article was published. */
export const isFresh = (record: LocalIncidentRecord): boolean =>
  record.article.publishedAt !== undefined && record.article.publishedAt.slice(0, 7) === record.known;

/** Whether the article dates the beginning of the incident to about the month in which it says that it became known. */
const datesOnset = ({ claims, known }: LocalIncidentRecord): boolean =>
  claims.some(
    ({ claim }) =>
      claim.kind === 'date' &&
      ONSET.has(claim.value.what) &&
      claim.date.edtf.length >= 7 &&
      Math.abs(monthIndex(claim.date.edtf.slice(0, 7)) - monthIndex(known)) <= 1,
  );

/**
 * Whether the month rests on something that the article says. A fresh report that dates nothing has only the month of
 * its own publication: it may be news of an incident that is months old.
 */
export const isDated = (record: LocalIncidentRecord): boolean =>
  record.known.length > 4 && (!isFresh(record) || datesOnset(record));

/** Whether the article dates the first public word to the month in which it says that the incident became known. */
const datesDisclosure = ({ claims, known }: LocalIncidentRecord): boolean =>
  claims.some(
    ({ claim }) => claim.kind === 'date' && claim.value.what === 'disclosed' && claim.date.edtf.slice(0, 7) === known,
  );

/** How much a report's word counts for when its incident became known; only the order of the weights matters. */
const weight = (record: LocalIncidentRecord): number => {
  if (record.role === 'mention') return 0.25;
  if (!isDated(record)) return 0.5;
  const told = record.role === 'secondary' ? 1 : isFresh(record) ? 4 : 2;
  return datesDisclosure(record) ? told + 3 : told;
};

/**
 * The month (or year) in which an incident became known: the one for which most of the evidence speaks; reports that
 * were about it when it was news count most. Of equals the earliest.
 */
export const knownOf = (members: readonly LocalIncidentRecord[]): string => {
  const votes = new Map<string, number>();
  for (const member of members) votes.set(member.known, (votes.get(member.known) ?? 0) + weight(member));
  const months = [...votes].filter(([known]) => known.length > 4);
  const ranked = (months.length > 0 ? months : [...votes]).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? '';
};
