import { afterEach, describe, expect, test, vi } from 'vitest';
import { createParsers, type Parsers } from '#ingest';

// What is hostile or waits for a deadline may take its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const opened: Parsers[] = [];
const parsersFor = (options: Parameters<typeof createParsers>[0]): Parsers => {
  const parsers = createParsers(options);
  opened.push(parsers);
  return parsers;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map(parsers => parsers.close()));
});

const bytes = (text: string) => new TextEncoder().encode(text);
const url = 'https://news.example/a';
const article = `<html lang="en"><body><article>${'<p>The grocer said that its tills were closed for most of the day, and that staff took cash only.</p>'.repeat(5)}</article></body></html>`;
/** Passes the scan, and keeps Readability busy for many seconds. */
const slow = `<html><body>${'<a href="x">y</a> '.repeat(24_000)}</body></html>`;

describe('the workers', () => {
  test('read feeds and articles', async () => {
    const parsers = parsersFor({ workers: 1 });
    const feed = parsers.parseFeed(bytes('<rss version="2.0"><channel><item><title>x</title></item></channel></rss>'), {
      url,
      now: '2025-05-01T00:00:00Z',
    });
    const page = parsers.extractArticle(bytes(article), { url });
    expect((await feed).items).toHaveLength(1);
    expect((await page).language).toBe('en');
  });

  test('hand errors over with code, subject and hint', async () => {
    const parsers = parsersFor({ workers: 1 });
    await expect(parsers.parseFeed(bytes('no feed'), { url, now: '2025-05-01T00:00:00Z' })).rejects.toMatchObject({
      name: 'AppError',
      code: 'feed-malformed',
      subject: url,
      hint: expect.any(String),
    });
    await expect(parsers.extractArticle(bytes(`${'<div>'.repeat(1_000)}x`), { url })).rejects.toMatchObject({
      code: 'extraction-failed',
    });
  });

  test('are stopped at the deadline, and the pages that wait are read by a new one', async () => {
    const parsers = parsersFor({ workers: 1, deadlineMs: 2_000 });
    const stuck = parsers.extractArticle(bytes(slow), { url }).catch(error => error);
    const waiting = parsers.extractArticle(bytes(article), { url });
    expect(await stuck).toMatchObject({
      code: 'extraction-failed',
      message: expect.stringMatching(/takes longer than 2 s/),
    });
    expect((await waiting).text).toContain('grocer');
  });

  test('are stopped when they outgrow their memory, and the next one reads on', async () => {
    const parsers = parsersFor({ workers: 1, memoryMb: 32 });
    const large = bytes(
      `<html><body>${'<p class="a" id="b" role="c" lang="en">many, <b>words</b>, here</p>'.repeat(12_000)}</body></html>`,
    );
    const greedy = parsers.extractArticle(large, { url }).catch(error => error);
    const waiting = parsers.extractArticle(bytes(article), { url });
    expect(await greedy).toMatchObject({
      code: 'extraction-failed',
      message: expect.stringMatching(/too much memory/),
    });
    expect((await waiting).text).toContain('grocer');
  });

  test('leave the main thread free while they read', async () => {
    const parsers = parsersFor({ workers: 1 });
    const order: string[] = [];
    const reading = parsers.extractArticle(bytes(slow), { url }).catch(() => order.push('page'));
    await new Promise(resolve => setImmediate(resolve));
    order.push('main thread');
    await parsers.close();
    await reading;
    expect(order).toEqual(['main thread', 'page']);
  });

  test('refuse what waits when they are closed, and what comes after', async () => {
    const parsers = parsersFor({ workers: 1 });
    const running = parsers.extractArticle(bytes(slow), { url }).catch(error => error.code);
    const waiting = parsers.extractArticle(bytes(article), { url }).catch(error => error.code);
    await parsers.close();
    expect(await Promise.all([running, waiting])).toEqual(['extraction-failed', 'extraction-failed']);
    await expect(parsers.extractArticle(bytes(article), { url })).rejects.toMatchObject({ code: 'extraction-failed' });
  });
});
