import { describe, expect, test } from 'vitest';
import type { LocalIncidentRecord } from '#domain/incident.ts';
import type { Timeline } from '#domain/timeline.ts';
import { originalsOf } from '#incidents/independence.ts';
import { linkVictim } from '#incidents/link.ts';
import { buildTimeline } from '#timeline/build.ts';
import { day, permutations, report, type ToldClaim } from '../support/story.ts';

const build = (records: readonly LocalIncidentRecord[]): Timeline => {
  const incident = linkVictim(records, [], '2025-12-01T00:00:00Z').incidents[0]!;
  return buildTimeline(incident, {
    originals: originalsOf(records),
    nameOf: slug => (slug === 'co-op' ? 'Co-op' : slug),
  });
};
const data = (type: 'passwords' | 'names', polarity: 'taken' | 'not-taken', more: Partial<ToldClaim> = {}): ToldClaim =>
  ({ kind: 'data', value: { type, subject: 'customer', polarity }, ...more }) as ToldClaim;
const cost = (amount: number, more: Partial<ToldClaim> = {}): ToldClaim =>
  ({ kind: 'money', value: { metric: 'cost', amount, currency: 'GBP', qualifier: 'about' }, ...more }) as ToldClaim;

describe('a timeline', () => {
  test('makes one event of claims that say the same, and keeps every source with its quote', () => {
    const { events } = build([
      report('a', '2025-04-22', '2025-04', [data('names', 'taken', { quote: 'names were copied' })]),
      report('b', '2025-04-23', '2025-04', [
        data('names', 'taken', { quote: 'customers’ names', certainty: 'confirmed', by: 'victim' }),
      ]),
    ]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      reports: 2,
      independent: 2,
      certainty: 'confirmed',
      firstReportedAt: '2025-04-22',
    });
    expect(events[0]?.sources.map(s => s.quote)).toEqual(['names were copied', 'customers’ names']);
  });

  test('never puts "taken" and "not taken" into one event, and says that they contradict each other', () => {
    const { events, incident } = build([
      report('a', '2025-04-22', '2025-04', [data('passwords', 'not-taken', { by: 'victim', certainty: 'confirmed' })]),
      report('b', '2025-04-23', '2025-04', [data('passwords', 'taken', { by: 'attacker', certainty: 'claimed' })]),
    ]);
    expect(events).toHaveLength(2);
    const [not, taken] = events;
    expect(not?.contradictedBy).toEqual([taken?.id]);
    expect(taken?.contradictedBy).toEqual([not?.id]);
    expect(not?.summary).toBe('Passwords of customers were not taken, according to Marks & Spencer.');
    expect(incident.dataTaken).toEqual([{ type: 'passwords', certainty: 'claimed' }]);
    expect(incident.dataNotTaken).toEqual([{ type: 'passwords', certainty: 'confirmed' }]);
  });

  test('sets "no personal data was taken" against the names that were, and not the other way round', () => {
    const personal = (polarity: 'taken' | 'not-taken'): ToldClaim => ({
      kind: 'data',
      value: { type: 'personal-data', subject: 'customer', polarity },
    });
    const denial = build([
      report('a', '2025-04-30', '2025-04', [personal('not-taken')]),
      report('b', '2025-05-02', '2025-04', [data('names', 'taken')]),
    ]);
    expect(denial.events.map(event => event.contradictedBy?.length)).toEqual([1, 1]);
    const umbrella = build([
      report('a', '2025-04-30', '2025-04', [personal('taken')]),
      report('b', '2025-05-02', '2025-04', [data('names', 'not-taken')]),
    ]);
    expect(umbrella.events.map(event => event.contradictedBy)).toEqual([undefined, undefined]);
  });

  test('says "no evidence" and "may" where the claim is hedged', () => {
    const { events } = build([
      report('a', '2025-04-22', '2025-04', [
        data('names', 'taken', { certainty: 'possible' }),
        data('passwords', 'not-taken', { certainty: 'possible', by: 'victim' }),
      ]),
    ]);
    expect(events.map(e => e.summary).sort()).toEqual([
      'Names of customers may have been taken, according to press reports.',
      'Passwords of customers: no evidence that they were taken, according to Marks & Spencer.',
    ]);
  });

  test('takes figures within two per cent for one, and keeps figures of different size apart, never summed', () => {
    const { events } = build([
      report('a', '2025-05-21', '2025-04', [cost(300e6)]),
      report('b', '2025-05-22', '2025-04', [cost(302e6)]),
      report('c', '2025-05-22', '2025-04', [cost(440e6)]),
    ]);
    expect(events.map(e => (e.value as { amount: number }).amount).sort()).toEqual([302e6, 440e6]);
  });

  test('shows a joint figure as joint, and apart from the firm’s own', () => {
    const { events } = build([
      report('a', '2025-06-20', '2025-04', [cost(300e6, { sharedWith: ['co-op'], by: 'expert' })]),
      report('b', '2025-06-21', '2025-04', [cost(300e6, { by: 'victim' })]),
    ]);
    expect(events).toHaveLength(2);
    expect(events.find(e => e.sharedWith)?.summary).toBe(
      'Cost: about GBP 300 million (jointly with Co-op), according to experts.',
    );
  });

  test('puts a day into the month that another article names, and lists by when it happened', () => {
    const happened = (edtf: string): ToldClaim => ({ kind: 'date', value: { what: 'attack' }, date: day(edtf) });
    const { events } = build([
      report('a', '2025-05-01', '2025-04', [happened('2025-04'), data('names', 'taken')]),
      report('b', '2025-05-02', '2025-04', [happened('2025-04-19~')]),
    ]);
    expect(events.map(e => [e.kind, e.sortDate])).toEqual([
      ['date', '2025-04-19'],
      ['data', '2025-05-01'],
    ]);
    expect(events[0]?.reports).toBe(2);
  });

  test('leaves to the attackers what most reports give as their claim', () => {
    const boast = (certainty: 'claimed' | 'confirmed', by: 'attacker' | 'victim'): ToldClaim => ({
      kind: 'people',
      value: { count: 20e6, qualifier: 'exact', subject: 'customer', sense: 'affected' },
      certainty,
      by,
    });
    const { events } = build([
      report('a', '2025-05-01', '2025-04', [boast('claimed', 'attacker')]),
      report('b', '2025-05-02', '2025-04', [boast('claimed', 'attacker')]),
      report('c', '2025-05-03', '2025-04', [boast('confirmed', 'victim')]),
    ]);
    expect(events[0]?.certainty).toBe('claimed');
    expect(events[0]?.summary).toBe('20 million customers are affected, according to the attackers.');
  });

  test('keeps a denial apart from what it denies', () => {
    const actor = (certainty: 'denied' | 'reported'): ToldClaim => ({
      kind: 'actor',
      value: { name: 'DragonForce', role: 'perpetrator' },
      certainty,
    });
    const { events, incident } = build([
      report('a', '2025-05-01', '2025-04', [actor('reported')]),
      report('b', '2025-05-02', '2025-04', [actor('denied')]),
    ]);
    expect(events.map(e => e.contradictedBy?.length)).toEqual([1, 1]);
    expect(incident.actors).toEqual([{ name: 'DragonForce', role: 'perpetrator', certainty: 'reported' }]);
  });

  test('is the same whatever the order of arrival', () => {
    const told = [
      report('a', '2025-04-22', '2025-04', [cost(300e6), data('names', 'taken')]),
      report('b', '2025-05-14', '2025-04', [cost(302e6), data('names', 'not-taken')]),
      report('c', undefined, '2025-04', [cost(306e6)]),
      report('d', '2025-05-20', '2025-04', [cost(306e6)]),
    ];
    const [first, ...others] = permutations(told).map(order => JSON.stringify(build(order)));
    expect(new Set(others)).toEqual(new Set([first]));
  });

  test('has no event without a quote', () => {
    const { events } = build([report('a', '2025-04-22', '2025-04', [cost(1e9), data('names', 'taken')])]);
    expect(events.every(event => event.sources.length > 0 && event.sources.every(s => s.quote.length > 0))).toBe(true);
  });
});
