import { afterEach, describe, expect, test } from 'vitest';
import { createFetcher, createRobots, type Fetcher } from '#ingest';
import { serve, type TestServer } from '../support/http-server.ts';

const opened: Fetcher[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map(fetcher => fetcher.close()));
});

const robotsFor = (server: TestServer, now?: () => number) => {
  const userAgent = 'Receipts/0.1 (+https://example.com/bot)';
  const fetcher = createFetcher({ userAgent, gapMs: 0, allowOrigins: [server.origin], timeoutMs: 300 });
  opened.push(fetcher);
  return createRobots({ fetcher, userAgent: 'Receipts', ...(now === undefined ? {} : { now }) });
};

describe('robots.txt', () => {
  test('is obeyed, with the group that names this program before the one for all', async () => {
    await using server = await serve((_, response) => {
      response.setHeader('content-type', 'text/plain');
      response.end('User-agent: *\nDisallow: /\n\nUser-agent: Receipts\nDisallow: /private/\nAllow: /private/open\n');
    });
    const robots = robotsFor(server);
    expect(await robots.allowed(`${server.origin}/news/1`)).toBe(true);
    expect(await robots.allowed(`${server.origin}/private/2`)).toBe(false);
    expect(await robots.allowed(`${server.origin}/private/open`)).toBe(true);
    expect(server.requests).toHaveLength(1);
  });

  test.each([404, 403, 410])('that is not there (status %i) forbids nothing', async status => {
    await using server = await serve((_, response) => response.writeHead(status).end());
    expect(await robotsFor(server).allowed(`${server.origin}/news`)).toBe(true);
  });

  test.each([429, 500, 503])('that a site in trouble (status %i) does not give lets nothing be read', async status => {
    await using server = await serve((_, response) => response.writeHead(status).end());
    const asked = robotsFor(server).allowed(`${server.origin}/news`);
    await expect(asked).rejects.toMatchObject({
      code: 'fetch-status',
      message: expect.stringContaining('/robots.txt'),
    });
  });

  test('that cannot be had is not said to forbid: the reason is that of the fetch', async () => {
    await using server = await serve((_, response) => response.destroy());
    const asked = robotsFor(server).allowed(`${server.origin}/news`);
    await expect(asked).rejects.toMatchObject({
      code: 'fetch-failed',
      message: expect.stringContaining('/robots.txt'),
    });
  });

  test('that could not be had is asked for again when the page is tried again', async () => {
    let down = true;
    await using server = await serve((_, response) => response.writeHead(down ? 503 : 404).end());
    let now = 0;
    const robots = robotsFor(server, () => now);
    await expect(robots.allowed(`${server.origin}/1`)).rejects.toThrow('503');
    await expect(robots.allowed(`${server.origin}/2`)).rejects.toThrow('503');
    expect(server.requests).toHaveLength(1);
    down = false;
    now = 10 * 60_000;
    expect(await robots.allowed(`${server.origin}/1`)).toBe(true);
  });

  test('of what is no web address is not looked for', async () => {
    await using server = await serve((_, response) => response.writeHead(404).end());
    await expect(robotsFor(server).allowed('https://')).rejects.toMatchObject({ code: 'invalid-parameter' });
  });

  test('is asked for once by many at a time, and again after a day', async () => {
    await using server = await serve((_, response) => response.writeHead(404).end());
    let now = 0;
    const robots = robotsFor(server, () => now);
    await Promise.all([1, 2, 3].map(page => robots.allowed(`${server.origin}/${page}`)));
    now = 23 * 3_600_000;
    await robots.allowed(`${server.origin}/4`);
    expect(server.requests).toHaveLength(1);
    now = 25 * 3_600_000;
    await robots.allowed(`${server.origin}/5`);
    expect(server.requests).toHaveLength(2);
  });
});
