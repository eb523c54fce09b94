import { describe, expect, test } from 'vitest';
import { day, report } from '../support/story.ts';
import { byVictim, data, eventOf, service, tell } from './tell.ts';

const paused = service('online-orders', 'suspended', { ...byVictim, date: day('2025-04-25') });
const back = service('online-orders', 'restored', { ...byVictim, date: day('2025-06-10') });

describe('a service', () => {
  test('that went down and came back is an interval', () => {
    const told = tell([report('a', '2025-04-25', '2025-04', [paused]), report('b', '2025-06-10', '2025-04', [back])]);
    expect(eventOf(told, 'Online orders were suspended').interval).toEqual({
      start: { edtf: '2025-04-25', basis: 'stated' },
      end: { edtf: '2025-06-10', basis: 'stated' },
      open: false,
      endedBy: eventOf(told, 'Online orders were restored').id,
    });
  });

  test('of which nobody says that it is back is open', () => {
    const told = tell([report('a', '2025-04-25', '2025-04', [paused])]);
    expect(eventOf(told, 'Online').interval).toEqual({ start: { edtf: '2025-04-25', basis: 'stated' }, open: true });
  });

  test('has the day of the report for an end that nobody states, and says so', () => {
    const told = tell([
      report('a', '2025-04-24T10:00:00Z', '2025-04', [service('contactless', 'suspended')]),
      report('b', '2025-05-13T10:00:00Z', '2025-04', [service('contactless', 'restored')]),
    ]);
    expect(eventOf(told, 'Contactless payments were suspended').interval).toMatchObject({
      start: { edtf: '2025-04-24', basis: 'reported' },
      end: { edtf: '2025-05-13', basis: 'reported' },
    });
  });

  test('is not ended by the day on which words were seen that had come into an old article unsaid', () => {
    const edited = report('b', '2025-05-13T10:00:00Z', '2025-04', [service('contactless', 'restored')]);
    const seen = '2026-11-22T08:00:00Z';
    const told = tell([
      report('a', '2025-04-24T10:00:00Z', '2025-04', [service('contactless', 'suspended')]),
      {
        ...edited,
        claims: edited.claims.map(one => ({ ...one, article: { ...one.article, fetchedAt: seen }, publicAt: seen })),
      },
    ]);
    expect(eventOf(told, 'Contactless payments were suspended').interval?.end).toBeUndefined();
  });

  test('that went down again is two outages, the second still open', () => {
    const told = tell([
      report('a', '2025-04-25', '2025-04', [paused]),
      report('b', '2025-06-10', '2025-04', [back]),
      report('c', '2025-06-20', '2025-04', [service('online-orders', 'suspended', { date: day('2025-06-19') })]),
      report('d', '2025-05-30', '2025-04', [service('online-orders', 'suspended')]),
    ]);
    const outages = told.events.filter(event => event.interval);
    expect(outages.map(event => [event.date?.edtf, event.reports, event.interval?.open])).toEqual([
      ['2025-04-25', 2, false],
      ['2025-06-19', 1, true],
    ]);
  });

  test('is not ended by another one, nor by a denial', () => {
    const told = tell([
      report('a', '2025-04-25', '2025-04', [paused]),
      report('b', '2025-05-10', '2025-04', [
        service('contactless', 'restored'),
        service('online-orders', 'restored', { certainty: 'denied' }),
      ]),
    ]);
    expect(eventOf(told, 'Online orders were suspended').interval?.open).toBe(true);
  });
});

describe('an incident', () => {
  const stolen = data('names', 'taken', byVictim);
  const contained = { kind: 'response', value: { action: 'contained' }, ...byVictim } as const;
  const stateOf = (...records: Parameters<typeof tell>[0]) => tell(records).incident.status;

  test('is suspected as long as only the attackers speak of it', () => {
    const status = stateOf(
      report('a', '2025-04-22', '2025-04', [data('names', 'taken', { by: 'attacker', certainty: 'claimed' })]),
    );
    expect(status).toMatchObject({ state: 'suspected', since: '2025-04-22' });
  });

  test('is ongoing from the first report that is more than that', () => {
    expect(stateOf(report('a', '2025-05-13', '2025-04', [stolen]))).toMatchObject({
      state: 'ongoing',
      since: '2025-05-13',
    });
  });

  test('is contained when that is said, unless a service is down', () => {
    const quiet = report('a', '2025-05-13', '2025-04', [stolen, contained]);
    expect(stateOf(quiet).state).toBe('contained');
    expect(stateOf(quiet, report('b', '2025-05-14', '2025-04', [paused])).state).toBe('ongoing');
  });

  test('recovers with the first service that is back, and is resolved with the last', () => {
    const down = report('a', '2025-04-25', '2025-04', [paused, service('contactless', 'suspended', byVictim)]);
    const first = report('b', '2025-05-13', '2025-04', [service('contactless', 'restored', byVictim)]);
    expect(stateOf(down, first)).toMatchObject({ state: 'recovering', since: '2025-05-13' });
    const last = report('c', '2025-06-10', '2025-04', [back]);
    const told = tell([down, first, last]);
    const { status } = told.incident;
    expect(status).toMatchObject({ state: 'resolved', since: '2025-06-10' });
    const event = told.events.find(({ id }) => id === status.eventId);
    expect(event?.summary).toMatch(/^Online orders were restored/);
    expect(event?.sources.map(source => source.claimId)).toContain(status.claimId);
  });

  test('is not resolved on the word of one outlet', () => {
    const down = report('a', '2025-04-25', '2025-04', [paused]);
    const heard = (id: string) => report(id, '2025-06-10', '2025-04', [service('online-orders', 'restored')]);
    expect(stateOf(down, heard('b')).state).toBe('recovering');
    expect(stateOf(down, heard('b'), heard('c')).state).toBe('resolved');
  });
});
