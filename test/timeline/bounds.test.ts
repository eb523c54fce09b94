import { describe, expect, test } from 'vitest';
import { originalsOf } from '#incidents/independence.ts';
import { linkVictim } from '#incidents/link.ts';
import { bounded } from '#timeline/bounds.ts';
import { buildTimeline } from '#timeline/build.ts';
import { report, type ToldClaim } from '../support/story.ts';

const cost = (amount: number): ToldClaim =>
  ({ kind: 'money', value: { metric: 'cost', amount, currency: 'GBP', qualifier: 'about' } }) as ToldClaim;
const dayOf = (number: number): string => new Date(Date.UTC(2025, 3, 1 + number)).toISOString().slice(0, 10);

const timelineOf = (reports: number) => {
  const records = Array.from({ length: reports }, (_, number) =>
    report(`r${String(number).padStart(4, '0')}`, dayOf(number % 300), '2025-04', [
      cost(number === 299 ? 301_000_000 : 300_000_000),
    ]),
  );
  const incident = linkVictim(records, [], '2026-12-01T00:00:00Z').incidents[0]!;
  return buildTimeline(incident, { originals: originalsOf(records), nameOf: slug => slug });
};

describe('a timeline that is served', () => {
  test('is left as it is where it lists little', () => {
    const timeline = timelineOf(60);
    expect(bounded(timeline)).toEqual({ timeline });
  });

  test('lists the first and the last reports of what very many tell, and still counts all', () => {
    const whole = timelineOf(620);
    const { timeline, articles } = bounded(whole);
    const [before, after] = [whole.events[0]!, timeline.events[0]!];
    expect(before.sources).toHaveLength(620);
    expect(after).toMatchObject({ reports: 620, independent: 620 });
    expect(after.sources.slice(0, 150)).toEqual(before.sources.slice(0, 150));
    expect(after.sources.slice(-50)).toEqual(before.sources.slice(-50));
    expect(after.sources.length).toBeLessThan(210);
    expect(timeline.incident).toEqual(whole.incident);
    expect(timeline.articles).toEqual([...whole.articles.slice(0, 250), ...whole.articles.slice(-250)]);
    expect(articles).toEqual(whole.articles);
  });

  test('lists whatever it refers to', () => {
    const { timeline } = bounded(timelineOf(620));
    for (const { variants = [], sources } of timeline.events) {
      const listed = new Set(sources.map(({ claimId }) => claimId));
      expect(variants.length).toBeGreaterThan(0);
      for (const { claimIds, reports } of variants) {
        expect(claimIds.length).toBeGreaterThan(0);
        expect(claimIds.length).toBeLessThanOrEqual(reports);
        expect(claimIds.every(id => listed.has(id))).toBe(true);
      }
    }
  });
});
