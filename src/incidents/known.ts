import type { LocalIncidentRecord } from '#domain/incident.ts';
import type { DateEvent } from '#domain/vocabulary.ts';

/** Events that date the beginning of an incident; figures, arrests and court days come months later. */
const ONSET: ReadonlySet<DateEvent> = new Set<DateEvent>([
  'intrusion',
  'attack',
  'discovered',
  'disclosed',
  'service-suspended',
]);
/** An onset told as longer ago than this belongs to the background, not to the incident that became known. */
const LONGEST_MONTHS = 18;
/** Months between two onsets that one article dates of one attack, at most: the way in, its discovery, the first word. */
const LONGEST_GAP = 6;

/** Months since year 0 of `YYYY-MM`; a bare year counts as its middle. */
export const monthIndex = (known: string): number =>
  Number(known.slice(0, 4)) * 12 + (known.length > 4 ? Number(known.slice(5, 7)) - 1 : 6);

/** Whether the article tells of something that became known in the month in which the article was published. */
export const isFresh = (record: LocalIncidentRecord): boolean =>
  record.article.publishedAt !== undefined && record.article.publishedAt.slice(0, 7) === record.known;

interface OnsetMonth {
  readonly month: number;
  /** Said to the day, or as that month; not only about. */
  readonly exact: boolean;
}

/**
 * Months of the onset that the article tells, those that fit the month in which it says that the incident became known
 * (a bare year fits whatever is dated more precisely, up to the publication).
 */
const onsetMonths = ({ claims, known, article }: LocalIncidentRecord): readonly OnsetMonth[] => {
  const last = known.length > 4 ? monthIndex(known) + 1 : monthIndex(article.publishedAt?.slice(0, 7) ?? `${known}-12`);
  const first = known.length > 4 ? monthIndex(known) - LONGEST_MONTHS : 0;
  return claims
    .flatMap(({ claim }) =>
      claim.kind === 'date' && ONSET.has(claim.value.what) && claim.date.edtf.length >= 7
        ? [{ month: monthIndex(claim.date.edtf.slice(0, 7)), exact: claim.date.precision !== 'about' }]
        : [],
    )
    .filter(({ month }) => month <= last && month >= first);
};

/**
 * The months in which the incident began, as claims date them: from the earliest onset that leads to the latest one
 * without a long gap (what an article dates well before that is another attack, told as background) to the latest.
 * Absent where no claim dates the onset.
 */
export const onsetOf = (
  record: LocalIncidentRecord,
): { readonly first: number; readonly last: number; readonly exact: boolean } | undefined => {
  const [latest, ...earlier] = onsetMonths(record).toSorted((a, b) => b.month - a.month);
  if (!latest) return undefined;
  let { month: first, exact } = latest;
  for (const onset of earlier) {
    if (first - onset.month > LONGEST_GAP) break;
    first = onset.month;
    exact ||= onset.exact;
  }
  return { first, last: latest.month, exact };
};

/**
 * Whether the month rests on something that the article says. A fresh report that dates nothing has only the month of
 * its own publication: it may be news of an incident that is months old.
 */
export const isDated = (record: LocalIncidentRecord): boolean =>
  record.known.length > 4 && (!isFresh(record) || onsetMonths(record).length > 0);

/** Whether the article dates the first public word to the month in which it says that the incident became known. */
const datesDisclosure = ({ claims, known }: LocalIncidentRecord): boolean =>
  claims.some(
    ({ claim }) => claim.kind === 'date' && claim.value.what === 'disclosed' && claim.date.edtf.slice(0, 7) === known,
  );

const publishedIn = ({ article }: LocalIncidentRecord): string => article.publishedAt?.slice(0, 7) ?? '9999-99';

/** The first report that is about the incident, as far as it is held. */
const firstReport = (members: readonly LocalIncidentRecord[]): LocalIncidentRecord | undefined => {
  const order = ({ article, id }: LocalIncidentRecord): string => `${article.publishedAt} ${id}`;
  return members
    .filter(member => member.role === 'main' && member.article.publishedAt !== undefined)
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))[0];
};

/** How much a report's word counts for when its incident became known; only the order of the weights matters. */
const weight = (record: LocalIncidentRecord, first: LocalIncidentRecord | undefined): number => {
  if (record.role === 'mention') return 0.25;
  if (record === first && isFresh(record)) return 5;
  if (!isDated(record)) return 0.5;
  const told = record.role === 'secondary' ? 1 : isFresh(record) ? 4 : 2;
  return datesDisclosure(record) ? told + 3 : told;
};

/**
 * The month (or year) in which an incident became known: the one for which most of the evidence speaks, and never one
 * after the first report. Reports that were about it when it was news count most. Of equals the earliest.
 */
export const knownOf = (members: readonly LocalIncidentRecord[]): string => {
  const first = firstReport(members);
  const votes = new Map<string, number>();
  for (const member of members) votes.set(member.known, (votes.get(member.known) ?? 0) + weight(member, first));
  const months = [...votes].filter(
    ([known]) => known.length > 4 && (first === undefined || known <= publishedIn(first)),
  );
  const ranked = (months.length > 0 ? months : [...votes]).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? '';
};
