import { describe, expect, test } from 'vitest';
import { NEVER, nextPoll, type PollTiming } from '#ingest';

const now = new Date('2025-04-22T10:00:00Z');
const minutes = (timing: Partial<PollTiming>) =>
  (nextPoll({ now, outcome: 'items', failures: 0, random: 0, ...timing }).getTime() - now.getTime()) / 60_000;

describe('the next poll', () => {
  test.each<[string, Partial<PollTiming>, number]>([
    ['after half an hour', {}, 30],
    ['after the base interval', { baseMinutes: 10 }, 10],
    ['later where the feed asks for it', { ttlMinutes: 120 }, 120],
    ['not sooner where the feed allows it', { ttlMinutes: 5 }, 30],
    ['later where the server says how long the answer is fresh', { maxAge: 7_200 }, 120],
    ['a day later at most, whatever the feed asks', { ttlMinutes: 1_000_000 }, 1_440],
    ['as usual where nothing changed', { outcome: 'not-modified' }, 30],
    ['as usual after the first failure', { outcome: 'failed', failures: 1 }, 30],
    ['twice as late after the second', { outcome: 'failed', failures: 2 }, 60],
    ['four times as late after the third', { outcome: 'failed', failures: 3 }, 120],
    ['a day later at most after many', { outcome: 'failed', failures: 1_000 }, 1_440],
    ['not before Retry-After is over', { outcome: 'failed', failures: 1, retryAfter: 36_000 }, 600],
    ['after Retry-After of more than a day', { outcome: 'failed', failures: 1, retryAfter: 172_800 }, 2_880],
    ['a week later at most', { outcome: 'failed', failures: 1, retryAfter: 999_999_999 }, 10_080],
    ['spread by a tenth, later', { random: 1 }, 33],
    ['not in hours that the feed leaves out', { skipHours: [10, 11, 12] }, 180],
    ['not on days that the feed leaves out', { skipDays: [2, 3] }, 38 * 60],
    ['in a left-out hour rather than never', { skipDays: [0, 1, 2, 3, 4, 5, 6] }, 30],
    ['as usual where others are left out', { skipHours: [9], skipDays: [0] }, 30],
  ])('is %s', (_, timing, expected) => {
    expect(minutes(timing)).toBeCloseTo(expected, 5);
  });

  test('is never, once the feed is gone', () => {
    expect(nextPoll({ now, outcome: 'gone', failures: 0, random: 0 })).toEqual(NEVER);
  });
});
