import { linkToWords } from '#domain/text-fragment.ts';
import type { Timeline, TimelineEvent } from '#domain/timeline.ts';
import { type DateParts, dateParts } from './edtf.ts';
import { momentsOf } from './moments.ts';
import { eventPage } from './places.ts';
import { oneLine, plain } from './plain.ts';
import type { ExportContext, ExportFormat, ExportSubject } from './subject.ts';
import { uuidOf } from './uuids.ts';
import { countOf, DEMO_NOTE, STATUS_WORDS, speakerOf } from './wording.ts';

/** A value of type TEXT (RFC 5545, 3.3.11). */
const escaped = (text: string): string =>
  plain(text)
    .replace(/[\\;,]/g, sign => `\\${sign}`)
    .replaceAll('\n', '\\n');

const OCTETS = 75;

/** Octets of a character in UTF-8. */
const octetsOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  return point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** A content line, folded so that no line has more than 75 octets and no character is cut. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let current = '';
  let size = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (size + octets > OCTETS) {
      lines.push(current);
      current = ' ';
      size = 1;
    }
    current += character;
    size += octets;
  }
  return [...lines, current].join('\r\n');
};

const stamp = (instant: string): string => instant.replace(/\.\d+Z$/, 'Z').replace(/[-:]/g, '');
const day = (date: Date): string => date.toISOString().slice(0, 10).replaceAll('-', '');

/** First day, and the day after the last: a month or year is the whole of it. */
const span = ({ year, month, day: first }: DateParts): readonly [string, string] => {
  const start = new Date(Date.UTC(year, (month ?? 1) - 1, first ?? 1));
  if (first !== undefined) return [day(start), day(new Date(Date.UTC(year, (month ?? 1) - 1, first + 1)))];
  return [
    day(start),
    day(month === undefined ? new Date(Date.UTC(year + 1, 0, 1)) : new Date(Date.UTC(year, month, 1))),
  ];
};

const vevent = (timeline: Timeline, context: ExportContext) => {
  const moments = momentsOf(timeline);
  return (event: TimelineEvent): readonly string[] => {
    const date = dateParts(event.date?.edtf ?? event.sortDate ?? '');
    if (date === undefined) return [];
    const [start, end] = span(date);
    const { published, updated } = moments.of(event);
    const page = eventPage(timeline.incident.id, event.id, context);
    const reports = event.sources.map(
      source =>
        `“${oneLine(source.quote)}” – ${speakerOf(source, timeline)}, in ${source.publisher}: ${linkToWords(source) ?? ''}`,
    );
    const about = date.about ? '(about this date) ' : '';
    const description = [
      ...(context.demo ? [DEMO_NOTE] : []),
      `${STATUS_WORDS[event.status]} (${countOf(event)})`,
      ...(event.date === undefined ? ['The day is that of the first report; no source says when it happened.'] : []),
      ...reports,
    ];
    return [
      'BEGIN:VEVENT',
      `UID:${uuidOf('event', event.id)}`,
      `DTSTAMP:${stamp(updated)}`,
      `CREATED:${stamp(published)}`,
      `LAST-MODIFIED:${stamp(updated)}`,
      `DTSTART;VALUE=DATE:${start}`,
      `DTEND;VALUE=DATE:${end}`,
      `SUMMARY:${escaped(oneLine(`${about}${timeline.incident.retailer.name}: ${event.summary}`))}`,
      `DESCRIPTION:${escaped(description.join('\n'))}`,
      `CATEGORIES:${[event.kind, event.status].map(escaped).join(',')}`,
      `URL:${page}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  };
};

const write = ({ title, timelines }: ExportSubject, context: ExportContext): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Receipts//Timelines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(oneLine(title))}`,
    `X-WR-CALNAME:${escaped(oneLine(title))}`,
    ...timelines.flatMap(timeline => timeline.events.flatMap(vevent(timeline, context))),
    'END:VCALENDAR',
  ]
    .map(line => `${folded(line)}\r\n`)
    .join('');

/** iCalendar (RFC 5545): an all-day entry per event of which a date is known. */
export const ics: ExportFormat = {
  suffix: 'ics',
  mediaType: 'text/calendar; charset=utf-8; method=PUBLISH',
  accepts: ['text/calendar'],
  download: true,
  write,
};
