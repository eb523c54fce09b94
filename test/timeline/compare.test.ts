import { describe, expect, test } from 'vitest';
import type { Timeline } from '#domain/timeline.ts';
import { MONEY_METRICS } from '#domain/vocabulary.ts';
import { COMPARED_ATTRIBUTES, type Comparison, compareTimelines } from '#timeline/compare.ts';
import { sampleTimeline } from '../web/sample-timeline.ts';

/** An incident of which nothing is told but that it was a cyber incident. */
const bare: Timeline = {
  incident: {
    ...sampleTimeline.incident,
    id: 'corner-and-mill-2031-02',
    title: 'Corner & Mill, February 2031',
    retailer: { slug: 'corner-and-mill', name: 'Corner & Mill' },
    status: { state: 'suspected' },
    firstReportedAt: '2031-02-11T08:00:00.000Z',
  },
  events: [],
  articles: [],
};

const cell = (comparison: Comparison, attribute: string, index = 0) =>
  comparison.rows.find(row => row.attribute === attribute)!.cells[index]!;

describe('incidents side by side', () => {
  const both = compareTimelines([sampleTimeline, bare]);

  test('have one cell per incident in every row, in the order in which they were given', () => {
    for (const { cells } of both.rows)
      expect(cells.map(({ incident }) => incident)).toEqual([sampleTimeline.incident.id, bare.incident.id]);
    const swapped = compareTimelines([bare, sampleTimeline]);
    for (const [index, { cells }] of both.rows.entries())
      expect(swapped.rows[index]!.cells).toEqual(cells.toReversed());
  });

  test('say "not reported" of what nobody reports, never a word that could be read as no', () => {
    for (const { attribute, cells } of both.rows) {
      expect(cells[1]).toMatchObject({ status: 'not-reported', values: [], claimIds: [] });
      if (attribute !== 'dataNotMentioned') expect(cells[1]!.text).toBe('');
    }
  });

  test('have claims behind every value, all among the sources of the timeline', () => {
    const claims = new Set(sampleTimeline.events.flatMap(({ sources }) => sources.map(({ claimId }) => claimId)));
    const values = both.rows.flatMap(({ cells }) => cells.flatMap(one => one.values));
    expect(values.length).toBeGreaterThan(5);
    for (const { claimIds, eventIds } of values) {
      expect(claimIds.length).toBeGreaterThan(0);
      expect(eventIds.length).toBeGreaterThan(0);
      for (const id of claimIds) expect(claims).toContain(id);
    }
  });

  test('never have one kind of data both as taken and in the row of what was not', () => {
    const taken = cell(both, 'dataTaken').values.flatMap(({ eventIds }) => eventIds);
    const not = cell(both, 'dataNotTaken').values.flatMap(({ eventIds }) => eventIds);
    expect(not.length).toBeGreaterThan(0);
    expect(taken.filter(id => not.includes(id))).toEqual([]);
  });

  test('name as not mentioned what another tells of and this one does not, either way', () => {
    expect(cell(both, 'dataNotMentioned').text).toBe('');
    expect(cell(both, 'dataNotMentioned', 1).text).toContain('names');
    expect(cell(both, 'dataNotMentioned', 1).status).toBe('not-reported');
  });

  test('have a row for every attribute, but for sums of which nobody speaks', () => {
    const names = both.rows.map(({ attribute }) => attribute);
    const told = MONEY_METRICS.filter(metric =>
      sampleTimeline.events.some(({ kind, value }) => kind === 'money' && 'metric' in value && value.metric === metric),
    );
    expect(names).toEqual(
      COMPARED_ATTRIBUTES.filter(name => !name.startsWith('money.') || told.some(metric => name === `money.${metric}`)),
    );
  });
});

describe('outages', () => {
  const [down] = sampleTimeline.events.filter(({ kind }) => kind === 'service');
  const withInterval = (interval: NonNullable<(typeof sampleTimeline.events)[number]['interval']>) => {
    const events = [{ ...down!, status: 'confirmed' as const, interval }];
    return cell(compareTimelines([{ ...sampleTimeline, events }, bare]), 'outages').values;
  };

  test('are counted in days where both ends are known to the day', () => {
    const [value] = withInterval({
      start: { edtf: '2031-03-01', basis: 'stated' },
      end: { edtf: '2031-04-16', basis: 'reported' },
      open: false,
    });
    expect(value).toMatchObject({ days: 46, basis: 'reported' });
    expect(value!.text).toContain('46 days (from 2031-03-01 to 2031-04-16, by the days of reports)');
  });

  test('have no number while nobody reports an end, or where an end is a month', () => {
    const [open] = withInterval({ start: { edtf: '2031-03-01', basis: 'stated' }, open: true });
    expect(open!.days).toBeUndefined();
    expect(open!.text).toContain('no end reported');
    const [month] = withInterval({
      start: { edtf: '2031-03-01', basis: 'stated' },
      end: { edtf: '2031-05', basis: 'stated' },
      open: false,
    });
    expect(month!.days).toBeUndefined();
  });
});

describe('alignment', () => {
  test('on the calendar has dates; on day 0 days from each first report', () => {
    const calendar = compareTimelines([sampleTimeline, bare]).moments;
    const counted = compareTimelines([sampleTimeline, bare], { align: 'day0' }).moments;
    expect(calendar.length).toBeGreaterThan(0);
    expect(calendar.map(({ date }) => date)).toEqual(calendar.map(({ date }) => date).toSorted());
    const zero = Date.parse(sampleTimeline.incident.firstReportedAt!.slice(0, 10));
    expect(counted.map(({ day }) => new Date(zero + day! * 86_400_000).toISOString().slice(0, 10))).toEqual(
      calendar.map(({ date }) => date),
    );
  });
});
