import type { TimelineEvent } from '#domain/timeline.ts';
import { dateWords, eventDateWords, weekday } from './dates.ts';
import { capital } from './words.ts';

/** The events that stand under one heading of a timeline. */
export interface DayGroup {
  readonly label: string;
  readonly weekday?: string;
  readonly events: readonly TimelineEvent[];
}

const WITHOUT_DATE = 'Date not known';

/** A heading never claims a day where only a month is known: "In April 2025", "About 19 April 2025". */
const labelOf = ({ date, sortDate }: TimelineEvent): string => {
  if (date !== undefined && date.precision !== 'day') return capital(eventDateWords(date));
  return sortDate === undefined ? WITHOUT_DATE : dateWords(sortDate);
};

/** The events under headings by day, in the order in which they are given. */
export const groupByDay = (events: readonly TimelineEvent[]): readonly DayGroup[] =>
  [...Map.groupBy(events, labelOf)].map(([label, members]) => {
    const [first] = members;
    const exact = first?.date === undefined || first.date.precision === 'day';
    const day = exact && first?.sortDate !== undefined ? weekday(first.sortDate) : undefined;
    return { label, ...(day === undefined ? {} : { weekday: day }), events: members };
  });
