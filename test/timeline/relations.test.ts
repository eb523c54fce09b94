import { describe, expect, test } from 'vitest';
import { day, report, type ToldClaim } from '../support/story.ts';
import { actor, byAttacker, byVictim, data, eventOf, money, people, tell } from './tell.ts';

describe('a later word of the same speaker', () => {
  const denial = report('a', '2025-04-30', '2025-04', [
    data('personal-data', 'not-taken', { by: 'victim', certainty: 'possible' }),
  ]);
  const admission = report('b', '2025-05-02', '2025-04', [data('names', 'taken', byVictim)]);

  test('supersedes the earlier one, and both stay', () => {
    const told = tell([denial, admission]);
    const before = eventOf(told, 'Personal data');
    const after = eventOf(told, 'Names');
    expect(before).toMatchObject({ status: 'superseded', supersededBy: [after.id] });
    expect(after).toMatchObject({ status: 'confirmed', supersedes: [before.id] });
    expect(before.contradictedBy ?? after.contradictedBy).toBeUndefined();
    expect(told.incident.dataNotTaken).toEqual([]);
    expect(told.incident.dataTaken).toEqual([{ type: 'names', certainty: 'confirmed' }]);
  });

  test('does so in whatever order the articles come in', () => {
    expect(tell([admission, denial])).toEqual(tell([denial, admission]));
  });

  test('is not made younger by a report that recalls the old one', () => {
    const recalled = report('c', '2025-07-16', '2025-04', [data('personal-data', 'not-taken', byVictim)]);
    expect(eventOf(tell([denial, admission, recalled]), 'Personal data').status).toBe('superseded');
  });

  test('does so also where outlets passed the earlier one on as their own', () => {
    const passedOn = report('c', '2025-05-01', '2025-04', [data('personal-data', 'not-taken')]);
    expect(eventOf(tell([denial, admission, passedOn]), 'Personal data').status).toBe('superseded');
  });

  test('is not itself taken back by a report that recalls the old one, where the first report is not held', () => {
    const hedged = data('personal-data', 'not-taken', { by: 'victim', certainty: 'possible' });
    const recalled = report('c', '2025-07-16', '2025-04', [hedged]);
    expect(eventOf(tell([admission, recalled]), 'Names').status).not.toBe('superseded');
    const dated = report('c', '2025-07-16', '2025-04', [
      data('personal-data', 'not-taken', { ...byVictim, date: day('2025-04-30') }),
    ]);
    expect(tell([admission, dated]).events.map(event => event.status)).toEqual(['superseded', 'confirmed']);
  });

  test('may take an accusation back as surely as it was made', () => {
    const told = tell([admission, report('c', '2025-06-02', '2025-04', [data('names', 'not-taken', byVictim)])]);
    expect(eventOf(told, 'Names of customers were taken').status).toBe('superseded');
  });

  test('changes nothing for another speaker who still says so', () => {
    const regulator = report('c', '2025-05-01', '2025-04', [
      data('personal-data', 'not-taken', { by: 'authority', certainty: 'confirmed' }),
    ]);
    const told = tell([denial, admission, regulator]);
    expect(eventOf(told, 'Personal data')).toMatchObject({ status: 'disputed' });
    expect(eventOf(told, 'Names')).toMatchObject({ status: 'disputed' });
  });

  test('replaces a figure', () => {
    const told = tell([
      report('a', '2025-05-21', '2025-04', [money({ amount: 300e6 }, byVictim)]),
      report('b', '2025-11-05', '2025-04', [money({ amount: 136e6 }, byVictim)]),
    ]);
    expect(eventOf(told, 'Cost: GBP 300').status).toBe('superseded');
    expect(eventOf(told, 'Cost: GBP 136').status).toBe('confirmed');
  });

  test('of the same day is no later word', () => {
    const told = tell([
      report('a', '2025-05-02', '2025-04', [data('names', 'not-taken', byVictim)]),
      report('b', '2025-05-02', '2025-04', [data('names', 'taken', byVictim)]),
    ]);
    expect(told.events.map(event => event.status)).toEqual(['disputed', 'disputed']);
  });

  test('without a date is no later word', () => {
    const told = tell([denial, report('b', undefined, '2025-04', [data('names', 'taken', byVictim)])]);
    expect(told.events.map(event => event.status)).toEqual(['disputed', 'disputed']);
  });
});

describe('two speakers', () => {
  const pairs: readonly (readonly [string, ToldClaim, ToldClaim])[] = [
    ['taken and not taken', data('passwords', 'taken', byAttacker), data('passwords', 'not-taken', byVictim)],
    ['figures that exclude each other', people(20e6, 'exact', byAttacker), people(6.5e6, 'exact', byVictim)],
    ['costs that exclude each other', money({ amount: 300e6 }, byVictim), money({ amount: 500e6 }, { by: 'expert' })],
    ['an attacker named and denied', actor('DragonForce'), actor('DragonForce', { by: 'expert', certainty: 'denied' })],
    ['two attackers for one role', actor('DragonForce'), actor('Scattered Spider', { by: 'expert' })],
    [
      'a ransom refused and one paid',
      { kind: 'response', value: { action: 'ransom-refused' }, ...byVictim },
      money({ metric: 'ransom-payment', amount: 1e6 }),
    ],
    [
      'days of the intrusion',
      { kind: 'date', value: { what: 'intrusion' }, date: day('2025-02-10'), by: 'media' },
      { kind: 'date', value: { what: 'intrusion' }, date: day('2025-04-17'), ...byVictim },
    ],
  ];

  test.each(pairs)('stand in conflict: %s', (_, one, other) => {
    const { events } = tell([
      report('a', '2025-05-01', '2025-04', [one]),
      report('b', '2025-05-02', '2025-04', [other]),
    ]);
    expect(events).toHaveLength(2);
    const [left, right] = events;
    expect(left?.contradictedBy).toEqual([right?.id]);
    expect(right?.contradictedBy).toEqual([left?.id]);
    for (const event of events) expect(['disputed', 'denied']).toContain(event.status);
  });

  const peaceful: readonly (readonly [string, ToldClaim, ToldClaim])[] = [
    [
      'customers and employees',
      data('names', 'taken'),
      {
        ...data('names', 'not-taken'),
        value: { type: 'names', subject: 'employee', polarity: 'not-taken' },
      } as ToldClaim,
    ],
    ['personal data taken, passwords not', data('personal-data', 'taken'), data('passwords', 'not-taken')],
    ['a figure and a bound that holds it', people(6.5e6), people(6e6, 'at-least')],
    [
      'a customer base and people affected',
      people(6.5e6),
      {
        ...people(20e6),
        value: { count: 20e6, qualifier: 'exact', subject: 'customer', sense: 'context' },
      } as ToldClaim,
    ],
    [
      'shares on two days',
      money({ metric: 'share-price', percent: -5 }),
      money({ metric: 'share-price', percent: -16 }),
    ],
    [
      'not published yet, then published',
      { kind: 'leak', value: { state: 'not-published' } },
      { kind: 'leak', value: { state: 'published' } },
    ],
    [
      'two gangs that boast',
      { ...actor('DragonForce'), value: { name: 'DragonForce', role: 'claimant' } } as ToldClaim,
      { ...actor('Warlock'), value: { name: 'Warlock', role: 'claimant' } } as ToldClaim,
    ],
  ];

  test.each(peaceful)('do not contradict each other by: %s', (_, one, other) => {
    const { events } = tell([
      report('a', '2025-05-01', '2025-04', [one]),
      report('b', '2025-05-02', '2025-04', [other]),
    ]);
    for (const event of events) {
      expect(event.contradictedBy ?? event.supersededBy).toBeUndefined();
      expect(event.status).toBe(event.certainty);
    }
  });

  test('that an article names side by side in one role did it together', () => {
    const { events } = tell([
      report('a', '2025-05-01', '2025-04', [actor('Scattered Spider'), actor('ShinyHunters')]),
      report('b', '2025-05-02', '2025-04', [actor('ShinyHunters')]),
    ]);
    expect(events.map(event => event.status)).toEqual(['reported', 'reported']);
  });
});
