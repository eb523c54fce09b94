import { describe, expect, test } from 'vitest';
import type { MoneyValue, PeopleValue } from '#domain/claim.ts';
import { day, report } from '../support/story.ts';
import { byAttacker, byVictim, eventOf, money, people, tell } from './tell.ts';

const figure = (event: { value: unknown } | undefined): number | undefined => {
  const value = event?.value as PeopleValue & MoneyValue;
  return value.count ?? value.amount;
};

describe('one figure, told more or less precisely', () => {
  test('is one event, led by the most precise value that most independent sources agree with', () => {
    const { events } = tell([
      report('a', '2025-07-16', '2025-04', [people(6e6, 'at-least')]),
      report('b', '2025-07-16', '2025-04', [people(6.5e6)]),
      report('c', '2025-07-17', '2025-04', [people(6.5e6, 'about')]),
      report('d', '2025-07-18', '2025-04', [people(7e6, 'up-to')]),
    ]);
    expect(events).toHaveLength(1);
    expect(figure(events[0])).toBe(6.5e6);
    expect(events[0]?.variants?.map(({ value, reports }) => [(value as PeopleValue).count, reports])).toEqual([
      [6e6, 1],
      [7e6, 1],
    ]);
  });

  test('leaves the lead to what most say where one report alone is more precise and does not fit', () => {
    const { events } = tell([
      report('a', '2025-07-16', '2025-04', [people(6.5e6)]),
      report('b', '2025-07-16', '2025-04', [people(6.5e6)]),
      report('c', '2025-07-17', '2025-04', [people(6_612_345)]),
    ]);
    expect(events.map(figure)).toEqual([6.5e6]);
    expect(events[0]?.variants?.map(({ value }) => (value as PeopleValue).count)).toEqual([6_612_345]);
  });

  test('counts copies once when it asks for a majority', () => {
    const words = (id: string) => [1, 2, 3, 4].map(n => `passage number ${n} of the agency ${id === 'own' ? id : ''}`);
    const told = (id: string, at: string, count: number) =>
      report(
        id,
        at,
        '2025-04',
        words(id).map(quote => people(count, id === 'own' ? 'exact' : 'at-least', { quote })),
      );
    const { events } = tell([
      told('agency', '2025-05-02T08:00:00Z', 1e6),
      told('copy', '2025-05-02T09:00:00Z', 1e6),
      told('own', '2025-05-03T09:00:00Z', 1.5e6),
    ]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ reports: 3, independent: 2 });
    expect(figure(events[0])).toBe(1.5e6);
  });

  test('is told in the words of who is surest of it', () => {
    const told = tell([
      report('a', '2025-05-21', '2025-04', [money({ amount: 300e6 })]),
      report('b', '2025-05-22', '2025-04', [money({ amount: 300e6, qualifier: 'about' }, byVictim)]),
    ]);
    expect(eventOf(told, 'Cost').summary).toBe('Cost: about GBP 300 million, according to Marks & Spencer.');
  });

  test('is never confirmed by somebody who confirmed only a rougher one', () => {
    const told = tell([
      report('a', '2025-07-16', '2025-04', [people(6.5e6)]),
      report('b', '2025-07-16', '2025-04', [people(6e6, 'at-least', byVictim)]),
    ]);
    expect(told.events[0]).toMatchObject({ certainty: 'reported', value: { count: 6.5e6 } });
    expect(told.events[0]?.summary).toBe('6.5 million customers are affected, according to press reports.');
  });

  test('does not lead by a chain of roundings from one figure to quite another', () => {
    const { events } = tell(
      [300, 304, 309, 314, 319].map((millions, i) =>
        report(`r${i}`, '2025-05-21', '2025-04', [money({ amount: millions * 1e6 })]),
      ),
    );
    for (const event of events) {
      const all = [figure(event)!, ...(event.variants ?? []).map(v => (v.value as MoneyValue).amount!)];
      expect(Math.max(...all) / Math.min(...all)).toBeLessThanOrEqual(1.021);
    }
  });

  test('takes no boast of "over a million" for a confirmation of ten', () => {
    const { events } = tell([
      report('a', '2025-05-02', '2025-04', [people(1e6, 'at-least', byAttacker)]),
      report('b', '2025-07-16', '2025-04', [people(10e6, 'exact', byVictim)]),
    ]);
    expect(events).toHaveLength(2);
  });
});

describe('a range', () => {
  test('goes with the figure inside it, and stays visible', () => {
    const { events } = tell([
      report('a', '2025-05-21', '2025-04', [money({ amount: 300e6 })]),
      report('b', '2025-06-20', '2025-04', [money({ min: 270e6, max: 440e6 })]),
    ]);
    expect(events).toHaveLength(1);
    expect(figure(events[0])).toBe(300e6);
    expect(events[0]?.variants?.[0]?.value).toMatchObject({ min: 270e6, max: 440e6 });
  });

  test('that is a joint one stays apart from the firm’s own figure', () => {
    const told = tell([
      report('a', '2025-05-21', '2025-04', [money({ amount: 300e6 }, byVictim)]),
      report('b', '2025-06-20', '2025-04', [
        money({ min: 270e6, max: 440e6 }, { sharedWith: ['co-op'], by: 'expert' }),
      ]),
    ]);
    expect(told.events).toHaveLength(2);
    expect(eventOf(told, 'Cost: GBP 270 million to').summary).toBe(
      'Cost: GBP 270 million to GBP 440 million (jointly with Co-op), according to experts.',
    );
    expect(told.events.every(event => event.contradictedBy === undefined)).toBe(true);
  });

  test('inside another range is the same fact, and the narrower one leads', () => {
    const { events } = tell([
      report('a', '2025-06-20', '2025-04', [money({ min: 200e6, max: 500e6 })]),
      report('b', '2025-06-21', '2025-04', [money({ min: 270e6, max: 440e6 })]),
    ]);
    expect(events).toHaveLength(1);
  });
});

describe('estimates of different speakers', () => {
  test('are never added or averaged: every number of a timeline stands in a source', () => {
    const said = [300e6, 120e6, 310e6, 450e6];
    const { events } = tell(
      said.map((amount, i) => report(`r${i}`, `2025-05-2${i}`, '2025-04', [money({ amount }, { by: 'expert' })])),
    );
    for (const event of events)
      for (const value of [event.value, ...(event.variants ?? []).map(variant => variant.value)])
        expect(said).toContain((value as MoneyValue).amount);
  });
});

describe('dates', () => {
  const attack = (edtf: string) => ({ kind: 'date', value: { what: 'attack' }, date: day(edtf) }) as const;

  test('a month and a day in it are one event under the day', () => {
    const { events } = tell([
      report('a', '2025-05-01', '2025-04', [attack('2025-04')]),
      report('b', '2025-05-02', '2025-04', [attack('2025-04-19')]),
    ]);
    expect(events.map(event => [event.date?.edtf, event.variants?.[0]?.date?.edtf])).toEqual([
      ['2025-04-19', '2025-04'],
    ]);
  });

  test('two days far apart in that month are two', () => {
    const { events } = tell([
      report('a', '2025-05-01', '2025-04', [attack('2025-04')]),
      report('b', '2025-05-02', '2025-04', [attack('2025-04-03')]),
      report('c', '2025-05-02', '2025-04', [attack('2025-04-19')]),
    ]);
    expect(events.map(event => event.date?.edtf)).toEqual(['2025-04-03', '2025-04-19']);
  });
});
