import { expect, test } from 'vitest';
import type { SourceStatus } from '#db';
import { firstRound } from '../../src/cli/first-round.ts';
import { step } from '../../src/pipeline/report.ts';

const NOW = '2026-03-02T09:00:00.000Z';
const source = (id: string, nextPollAt?: string): SourceStatus => ({
  id,
  publisher: id,
  country: 'GB',
  kind: 'news',
  feedUrl: `https://${id}.example/feed`,
  language: 'en',
  why: 'A test.',
  confirmed: true,
  origin: 'builtin',
  failures: 0,
  items: 0,
  articles: 0,
  articlesFromFeed: 0,
  failedItems: 0,
  pendingItems: 0,
  ...(nextPollAt === undefined ? {} : { nextPollAt }),
});
const good = step({ polled: 1 });
const bad = step({ polled: 1, failedPolls: 1 });

const roundOf = (...sources: readonly SourceStatus[]) => {
  const lines: string[] = [];
  return { lines, note: firstRound(sources, NOW, line => lines.push(line)) };
};

test('the first round is summed up once, when the last source that was due had its turn', () => {
  const { lines, note } = roundOf(source('a'), source('b', NOW), source('later', '2026-03-02T10:00:00.000Z'));
  note('a', bad);
  note('a', good);
  note('later', bad);
  expect(lines).toEqual([]);
  note('b', good);
  note('b', bad);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('2 feeds polled');
  expect(lines[0]).toContain('1 could not be had');
});

test('a round in which nothing could be had points to the network and the demo', () => {
  const { lines, note } = roundOf(source('a'), source('b'));
  note('a', bad);
  note('b', bad);
  expect(lines[0]).toMatch(/None of 2 feeds.*online.*demo/);
});

test('a round without failures speaks of none', () => {
  const { lines, note } = roundOf(source('a'));
  note('a', good);
  expect(lines).toEqual(['1 feed polled.']);
});
