import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { ics } from '#export/ics.ts';
import { oneLine } from '#export/plain.ts';
import { context, incident, list, SUBJECTS } from './subjects.ts';

const entriesOf = (subject = incident) =>
  new ICAL.Component(ICAL.parse(ics.write(subject, context)))
    .getAllSubcomponents('vevent')
    .map(component => new ICAL.Event(component));

describe('iCalendar', () => {
  test.each(SUBJECTS)('of %s has lines of at most 75 octets that end in CR LF', (_name, subject) => {
    const text = ics.write(subject, context);
    expect(text.endsWith('\r\n')).toBe(true);
    const lines = text.split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines.join('')).not.toMatch(/[\r\n]/);
  });

  test.each(SUBJECTS)('of %s parses back to the same entries', (_name, subject) => {
    const expected = subject.timelines.flatMap(({ incident: { retailer }, events }) =>
      events.map(event => oneLine(`${retailer.name}: ${event.summary}`)),
    );
    expect(entriesOf(subject).map(({ summary }) => summary.replace(/^\(about this date\) /, ''))).toEqual(expected);
  });

  test('says about a date that is only about right, and takes a month for the whole of it', () => {
    const entries = entriesOf();
    const days = entries.map(({ startDate, endDate }) => [startDate.toString(), endDate.toString()]);
    expect(days[0]).toEqual(['2031-02-27', '2031-02-28']);
    expect(entries[0]?.summary).toMatch(/^\(about this date\)/);
    expect(days[5]).toEqual(['2031-04-01', '2031-05-01']);
  });

  test('has every report with its words, and one id per event', () => {
    const entries = entriesOf(list);
    const events = list.timelines.flatMap(timeline => timeline.events);
    for (const [index, event] of events.entries())
      for (const { quote } of event.sources) expect(entries[index]?.description).toContain(oneLine(quote));
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(events.length);
  });
});
