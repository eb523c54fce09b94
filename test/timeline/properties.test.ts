import { describe, expect, test } from 'vitest';
import type { LocalIncidentRecord } from '#domain/incident.ts';
import type { Timeline } from '#domain/timeline.ts';
import { ACTOR_ROLES, CERTAINTIES, SERVICE_STATES, SPEAKERS } from '#domain/vocabulary.ts';
import { chance, drawn, shuffled } from '../support/draw.ts';
import { day, report, type ToldClaim } from '../support/story.ts';
import { tell } from './tell.ts';

type Random = () => number;

const FIGURES = [100, 102, 150, 200, 6.5e6, 6.6e6, 6_512_345, 20e6, 300e6];
const DAYS = ['2025-04', '2025-04-19', '2025-04-19~', '2025-04-20', '2025-05-02', '2025', '2025-06-10'];
const WHO = ['Ada Quill', 'Harbour Police', undefined, undefined];

const value = (random: Random): ToldClaim => {
  const amount = drawn(random, FIGURES);
  const qualifier = drawn(random, ['exact', 'about', 'at-least', 'up-to'] as const);
  const date = random() < 0.4 ? { date: day(drawn(random, DAYS)) } : {};
  const kinds: readonly (() => unknown)[] = [
    () => ({
      kind: 'data',
      value: {
        type: drawn(random, ['names', 'passwords', 'personal-data']),
        subject: 'customer',
        polarity: drawn(random, ['taken', 'not-taken']),
      },
    }),
    () => ({ kind: 'people', value: { count: amount, qualifier, subject: 'customer', sense: 'affected' } }),
    () => ({
      kind: 'money',
      value:
        random() < 0.3
          ? { metric: 'cost', min: amount, max: amount * 2, currency: 'GBP', qualifier: 'exact' }
          : { metric: 'cost', amount, currency: 'GBP', qualifier },
      ...(random() < 0.3 ? { sharedWith: ['co-op'] } : {}),
    }),
    () => ({
      kind: 'service',
      value: { service: drawn(random, ['website', 'app']), state: drawn(random, SERVICE_STATES) },
    }),
    () => ({
      kind: 'actor',
      value: { name: drawn(random, ['DragonForce', 'Scattered Spider']), role: drawn(random, ACTOR_ROLES) },
    }),
    () => ({ kind: 'date', value: { what: 'attack' }, date: day(drawn(random, DAYS)) }),
    () => ({ kind: 'leak', value: { state: drawn(random, ['published', 'not-published']) } }),
  ];
  const speaker = drawn(random, WHO);
  return {
    ...date,
    ...(drawn(random, kinds)() as object),
    certainty: drawn(random, CERTAINTIES),
    by: drawn(random, SPEAKERS),
    ...(speaker === undefined ? {} : { speaker }),
  } as ToldClaim;
};

const story = (seed: number): readonly LocalIncidentRecord[] => {
  const random = chance(seed);
  return Array.from({ length: 2 + Math.floor(random() * 7) }, (_, i) => {
    const published = drawn(random, ['2025-04-22', '2025-04-22T09:00:00Z', '2025-05-02', '2025-06-11', undefined]);
    return report(
      `r${i}`,
      published,
      '2025-04',
      Array.from({ length: 1 + Math.floor(random() * 8) }, () => value(random)),
    );
  });
};

const STORIES = Array.from({ length: 60 }, (_, seed) => ({ seed, records: story(seed), told: tell(story(seed)) }));
const numbersOf = (value: unknown): readonly number[] =>
  Object.values(value as object).filter(part => typeof part === 'number');
const eventsOf = ({ events }: Timeline) => new Map(events.map(event => [event.id, event]));

describe('whatever is told', () => {
  test('the order of arrival changes nothing', () => {
    for (const { seed, records, told } of STORIES) {
      const again = tell(shuffled(chance(seed + 1000), records));
      expect({ ...again, articles: undefined }, `story ${seed}`).toEqual({ ...told, articles: undefined });
    }
  });

  test('every claim stands in exactly one event, and every event has a quote', () => {
    for (const { seed, records, told } of STORIES) {
      const claims = records.flatMap(record => record.claims.map(({ id }) => id)).toSorted();
      const sources = told.events.flatMap(event => event.sources.map(({ claimId }) => claimId)).toSorted();
      expect(sources, `story ${seed}`).toEqual(claims);
      for (const event of told.events) for (const { quote } of event.sources) expect(quote.length).toBeGreaterThan(0);
    }
  });

  test('no number stands on a timeline that no source says', () => {
    for (const { seed, records, told } of STORIES) {
      const said = new Set(records.flatMap(({ claims }) => claims.flatMap(({ claim }) => numbersOf(claim.value))));
      for (const event of told.events)
        for (const part of [event, ...(event.variants ?? [])])
          for (const number of numbersOf(part.value)) expect(said, `story ${seed}`).toContain(number);
    }
  });

  test('the value that leads, its date and its certainty stand in its sources', () => {
    for (const { told } of STORIES)
      for (const event of told.events) {
        expect(event.sources.map(source => source.certainty)).toContain(event.certainty);
        expect(event.reports).toBeGreaterThanOrEqual(event.independent);
        expect(event.independent).toBeGreaterThanOrEqual(1);
        const ids = event.sources.map(({ claimId }) => claimId);
        for (const variant of event.variants ?? []) expect(ids).toEqual(expect.arrayContaining([...variant.claimIds]));
      }
  });

  test('ids of events are unique, and relations lead to events and back', () => {
    for (const { told } of STORIES) {
      const all = eventsOf(told);
      expect(all.size).toBe(told.events.length);
      for (const event of told.events) {
        for (const id of event.contradictedBy ?? []) expect(all.get(id)?.contradictedBy).toContain(event.id);
        for (const id of event.supersededBy ?? []) expect(all.get(id)?.supersedes).toContain(event.id);
        for (const id of event.supersedes ?? []) expect(all.get(id)?.supersededBy).toContain(event.id);
        if (event.interval?.endedBy) expect(all.has(event.interval.endedBy)).toBe(true);
      }
    }
  });

  test('taken and not taken never meet in one event', () => {
    for (const { records, told } of STORIES) {
      const claims = new Map(records.flatMap(record => record.claims.map(({ id, claim }) => [id, claim] as const)));
      for (const event of told.events.filter(({ kind }) => kind === 'data')) {
        const told = event.sources.map(({ claimId }) => claims.get(claimId)!);
        expect(new Set(told.map(claim => JSON.stringify(claim.value))).size).toBe(1);
        expect(new Set(told.map(claim => claim.certainty === 'denied')).size).toBe(1);
      }
    }
  });

  test('an interval does not end before it begins', () => {
    for (const { told } of STORIES)
      for (const { interval } of told.events)
        if (interval?.start && interval.end) {
          const [start, end] = [interval.start, interval.end].map(({ edtf }) => edtf.replace('~', ''));
          expect(end!.slice(0, start!.length) >= start!.slice(0, end!.length)).toBe(true);
        }
  });
});
