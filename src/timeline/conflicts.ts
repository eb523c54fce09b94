import type { DataValue } from '#domain/claim.ts';
import type { TimelineEvent } from '#domain/timeline.ts';

/** What an event is about, without the side that it takes: events with one subject and different sides contradict. */
const subjectOf = (event: TimelineEvent): string | undefined => {
  switch (event.kind) {
    case 'data': {
      const value = event.value as DataValue;
      return `data|${value.type}|${value.subject}`;
    }
    case 'attack':
    case 'actor':
    case 'response':
    case 'leak':
    case 'legal':
      return `${event.kind}|${JSON.stringify(event.value)}`;
    default:
      return undefined;
  }
};

const sideOf = (event: TimelineEvent): string => {
  const denied = event.certainty === 'denied';
  if (event.kind !== 'data') return denied ? 'no' : 'yes';
  return ((event.value as DataValue).polarity === 'taken') === denied ? 'no' : 'yes';
};

/** Gives each event the ids of the events that say the opposite: taken and not taken, said and denied. */
export const markContradictions = (events: readonly TimelineEvent[]): readonly TimelineEvent[] => {
  const bySubject = new Map<string, TimelineEvent[]>();
  for (const event of events) {
    const subject = subjectOf(event);
    if (subject !== undefined) bySubject.set(subject, [...(bySubject.get(subject) ?? []), event]);
  }
  return events.map(event => {
    const others = (bySubject.get(subjectOf(event) ?? '') ?? []).filter(other => sideOf(other) !== sideOf(event));
    return others.length === 0 ? event : { ...event, contradictedBy: others.map(other => other.id) };
  });
};
