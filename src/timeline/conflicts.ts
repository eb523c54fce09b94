import type { DataValue } from '#domain/claim.ts';
import type { TimelineEvent } from '#domain/timeline.ts';
import type { DataType } from '#domain/vocabulary.ts';

const CONTACT: ReadonlySet<DataType> = new Set<DataType>(['email-addresses', 'phone-numbers', 'physical-addresses']);
/** What is not about a person: whoever says that no personal data was taken says nothing of these. */
const IMPERSONAL: ReadonlySet<DataType> = new Set<DataType>([
  'corporate-data',
  'source-code',
  'auth-tokens',
  'gift-cards',
]);

/** Whether saying that `whole` was not taken says the same of `part`. */
const covers = (whole: DataType, part: DataType): boolean =>
  whole === part ||
  (whole === 'personal-data' && !IMPERSONAL.has(part)) ||
  (whole === 'contact-details' && CONTACT.has(part));

const isDenied = (event: TimelineEvent): boolean => event.certainty === 'denied';

const dataOf = (event: TimelineEvent): DataValue => event.value as DataValue;

/** Whether a data event says, in the end, that the data is gone: "taken", or a denial of "not taken". */
const saysTaken = (event: TimelineEvent): boolean => (dataOf(event).polarity === 'taken') !== isDenied(event);

const dataContradict = (a: TimelineEvent, b: TimelineEvent): boolean => {
  if (saysTaken(a) === saysTaken(b) || dataOf(a).subject !== dataOf(b).subject) return false;
  const [kept, gone] = saysTaken(a) ? [b, a] : [a, b];
  return covers(dataOf(kept).type, dataOf(gone).type);
};

const contradict = (a: TimelineEvent, b: TimelineEvent): boolean => {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'data') return dataContradict(a, b);
  if (!['attack', 'actor', 'response', 'leak', 'legal'].includes(a.kind)) return false;
  return isDenied(a) !== isDenied(b) && JSON.stringify(a.value) === JSON.stringify(b.value);
};

/**
 * Gives each event the ids of the events that say the opposite: taken and not taken, said and denied. Who says that no
 * personal data was taken is contradicted by who says that names were.
 */
export const markContradictions = (events: readonly TimelineEvent[]): readonly TimelineEvent[] =>
  events.map(event => {
    const others = events.filter(other => contradict(event, other)).map(other => other.id);
    return others.length === 0 ? event : { ...event, contradictedBy: others };
  });
