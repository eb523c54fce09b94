import { describe, expect, test } from 'vitest';
import type { Timeline } from '#domain/timeline.ts';
import { createFetcher } from '#ingest';
import { newsBetween } from '#timeline/news.ts';
import { createEncodedBodies } from '../../src/http/encode.ts';
import { callerOf, createLimiter } from '../../src/http/limits.ts';
import { delayAfter, MOST_ATTEMPTS } from '../../src/push/retry.ts';
import { serve } from '../support/http-server.ts';

describe('the delay until the next attempt', () => {
  test('grows from seconds to a day over three days, and then ends', () => {
    const delays = Array.from({ length: MOST_ATTEMPTS }, (_, index) => delayAfter(index + 1, undefined, 0.5));
    expect(delays.at(-1)).toBeUndefined();
    const given = delays.slice(0, -1) as number[];
    expect(given.toSorted((a, b) => a - b)).toEqual(given);
    const days = given.reduce((sum, ms) => sum + ms, 0) / 86_400_000;
    expect(days).toBeGreaterThan(3);
    expect(days).toBeLessThan(4);
  });

  test('differs from one message to the next, and heeds what the receiver asks for, up to a day', () => {
    expect(delayAfter(2, undefined, 0)).toBe(270_000);
    expect(delayAfter(2, undefined, 1)).toBe(330_000);
    expect(delayAfter(1, 3600, 0)).toBe(3_600_000);
    expect(delayAfter(1, 10 ** 8, 0)).toBe(86_400_000);
  });
});

describe('a POST through the fetcher', () => {
  test('that is not answered in time is broken off', async () => {
    await using server = await serve(() => {});
    const fetcher = createFetcher({ userAgent: 'test', allowOrigins: [server.origin], timeoutMs: 100, gapMs: 0 });
    await expect(fetcher.post(server.origin, { body: '{}', headers: {} })).rejects.toMatchObject({
      code: 'fetch-timeout',
    });
    await fetcher.close();
  });

  test('to an answer without end reads no more than a little of it', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200);
      const more = () => {
        while (response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    const fetcher = createFetcher({ userAgent: 'test', allowOrigins: [server.origin], timeoutMs: 5_000, gapMs: 0 });
    expect(await fetcher.post(server.origin, { body: '{}', headers: {} })).toEqual({ status: 200 });
    await fetcher.close();
  });

  test('reaches public addresses alone', async () => {
    const fetcher = createFetcher({ userAgent: 'test', gapMs: 0 });
    for (const url of ['http://127.0.0.1:9/', 'http://169.254.169.254/', 'http://[::1]/', 'http://10.0.0.1/'])
      await expect(fetcher.post(url, { body: '', headers: {} })).rejects.toMatchObject({
        code: 'fetch-address-blocked',
      });
    await expect(fetcher.post('ftp://a.example/', { body: '', headers: {} })).rejects.toMatchObject({
      code: 'invalid-parameter',
    });
    await fetcher.close();
  });
});

describe('a quota', () => {
  test('is granted anew after a minute, to each caller for himself', () => {
    let now = 0;
    const limiter = createLimiter(() => now);
    const asked = Array.from({ length: 4 }, () => limiter.take('a', 3));
    expect(asked.map(({ allowed, remaining }) => [allowed, remaining])).toEqual([
      [true, 2],
      [true, 1],
      [true, 0],
      [false, 0],
    ]);
    expect(limiter.take('b', 3).allowed).toBe(true);
    now = 59_000;
    expect(limiter.take('a', 3)).toMatchObject({ allowed: false, resetSeconds: 1 });
    now = 60_001;
    expect(limiter.take('a', 3)).toMatchObject({ allowed: true, remaining: 2, resetSeconds: 60 });
  });

  test('is counted for a bounded number of callers', () => {
    const limiter = createLimiter(() => 0);
    limiter.take('first', 1);
    for (let caller = 0; caller < 60_000; caller++) limiter.take(`caller ${caller}`, 1);
    // The first one was forgotten: its window is new.
    expect(limiter.take('first', 1).allowed).toBe(true);
    expect(limiter.take('caller 59999', 1).allowed).toBe(false);
  });

  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    [undefined, 'unknown'],
  ])('of %s is that of %s', (address, caller) => {
    expect(callerOf(address)).toBe(caller);
  });
});

describe('encoded bodies', () => {
  test('are made once for an ETag, and the oldest make room', async () => {
    const bodies = createEncodedBodies(400);
    let made = 0;
    const ask = (tag: string) =>
      bodies.get(tag, 'gzip', () => {
        made++;
        return new TextEncoder().encode(tag);
      });
    expect(await ask('"a"')).toEqual(await ask('"a"'));
    expect(made).toBe(1);
    for (let index = 0; index < 40; index++) await ask(`"${index}"`);
    await ask('"a"');
    expect(made).toBe(42);
    await ask('"39"');
    expect(made).toBe(42);
  });
});

describe('news between two states', () => {
  const timeline = (id: string, events: object[], articles: string[], title = 'An attack'): Timeline =>
    ({
      incident: { id, title, status: { state: 'confirmed' } },
      events,
      articles: articles.map(name => ({ articleId: name.split('@')[0], revisionId: name })),
    }) as unknown as Timeline;
  const event = (id: string, article: string, certainty = 'reported') => ({
    id,
    kind: 'attack',
    certainty,
    sources: [{ articleId: article, quote: `words of ${id}` }],
  });
  const stood = (...args: Parameters<typeof timeline>) => ({
    timeline: timeline(...args),
    updatedAt: '2031-01-01T00:00:00.000Z',
  });
  const derived = (formerIds: string[], ...args: Parameters<typeof timeline>) => ({
    timeline: timeline(...args),
    formerIds,
  });
  const before = stood('a', [event('1', 'x')], ['x@1']);

  test('are none where nothing changed', () => {
    expect(newsBetween([before], [derived([], 'a', [event('1', 'x')], ['x@1'])], undefined)).toEqual([]);
  });

  test.each([
    ['published', derived([], 'a', [event('1', 'x'), event('2', 'y')], ['x@1', 'y@1']), undefined],
    ['edited', derived([], 'a', [event('1', 'x', 'confirmed')], ['x@2']), undefined],
    ['re-analysed', derived([], 'a', [event('1', 'x', 'confirmed')], ['x@1']), undefined],
    ['re-analysed', derived([], 'a', [event('1', 'x', 'confirmed')], ['x@1']), '2030-12-31T00:00:00.000Z'],
    ['decided', derived([], 'a', [event('1', 'x', 'confirmed')], ['x@1']), '2031-01-02T00:00:00.000Z'],
  ])('are %s', (cause, after, decidedAt) => {
    const [news] = newsBetween([before], [after], decidedAt);
    expect(news).toMatchObject({ incidentId: 'a', kind: 'changed' });
    expect(news?.events.map(({ causes }) => causes)).toEqual([[cause]]);
  });

  test('tell of what appears, moves and goes', () => {
    const kinds = (after: Parameters<typeof newsBetween>[1]) =>
      newsBetween([before], after, undefined).map(({ incidentId, kind, movedTo }) => [incidentId, kind, movedTo]);
    expect(kinds([])).toEqual([['a', 'gone', undefined]]);
    expect(kinds([derived(['a'], 'b', [event('1', 'x')], ['x@1'])])).toEqual([
      ['b', 'changed', undefined],
      ['a', 'moved', 'b'],
    ]);
    expect(kinds([derived([], 'a', [event('1', 'x')], ['x@1']), derived([], 'c', [event('3', 'z')], ['z@1'])])).toEqual(
      [['c', 'appeared', undefined]],
    );
    expect(kinds([derived([], 'a', [event('1', 'x')], ['x@1'], 'Another title')])).toEqual([
      ['a', 'changed', undefined],
    ]);
  });
});
