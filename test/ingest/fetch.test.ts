import { networkInterfaces } from 'node:os';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFetcher, type Fetcher, type FetcherOptions } from '#ingest';
import { createPatience } from '../../ingest/patience.ts';
import { serve } from '../support/http-server.ts';

// What is hostile or waits for a deadline may take its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const opened: Fetcher[] = [];
const fetcherFor = (options: Partial<FetcherOptions> = {}): Fetcher => {
  const fetcher = createFetcher({ userAgent: 'Receipts/test (+https://example.com/bot)', gapMs: 0, ...options });
  opened.push(fetcher);
  return fetcher;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map(fetcher => fetcher.close()));
});

const html = (body: string) => ({ 'content-type': 'text/html; charset=utf-8', body });
const text = (page: { readonly body: Uint8Array }) => new TextDecoder().decode(page.body);
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    error => error.code,
  );

describe('what is fetched', () => {
  test('an answer comes back whole, with its validators and its wishes', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, {
        'content-type': 'application/rss+xml',
        etag: 'W/"a,b"',
        'last-modified': 'Tue, 22 Apr 2025 10:00:00 GMT',
        'cache-control': 'public, max-age=600',
        age: '100',
      });
      response.end('<rss/>');
    });
    const page = await fetcherFor({ allowOrigins: [server.origin] }).fetch(`${server.origin}/feed#top`, {
      kind: 'feed',
    });
    expect(page).toMatchObject({
      url: `${server.origin}/feed`,
      status: 200,
      contentType: 'application/rss+xml',
      etag: 'W/"a,b"',
      lastModified: 'Tue, 22 Apr 2025 10:00:00 GMT',
      maxAge: 500,
    });
    expect(page.permanentRedirect).toBeUndefined();
    expect(text(page)).toBe('<rss/>');
  });

  test('a request says who asks, sends validators back as they came, and neither cookies nor referrer', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(304, { etag: '"x"', 'set-cookie': 'id=1' }).end();
    });
    const fetcher = fetcherFor({ allowOrigins: [server.origin] });
    const asked = { kind: 'feed', etag: 'W/"odd ""quotes"', lastModified: 'yesterday' } as const;
    await fetcher.fetch(server.origin, asked);
    const page = await fetcher.fetch(server.origin, asked);
    expect(page.status).toBe(304);
    expect(page.body).toHaveLength(0);
    const { headers } = server.requests[1]!;
    expect(headers['user-agent']).toBe('Receipts/test (+https://example.com/bot)');
    expect(headers['if-none-match']).toBe('W/"odd ""quotes"');
    expect(headers['if-modified-since']).toBe('yesterday');
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
  });

  test.each([
    ['gzip', gzipSync('<p>hello')],
    ['br', brotliCompressSync('<p>hello')],
    ['deflate', deflateSync('<p>hello')],
    ['zstd', zstdCompressSync('<p>hello')],
  ])('an answer in %s is decoded', async (coding, body) => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': coding }).end(body);
    });
    const page = await fetcherFor({ allowOrigins: [server.origin] }).fetch(server.origin, { kind: 'page' });
    expect(text(page)).toBe('<p>hello');
  });
});

describe('addresses', () => {
  test.each([
    'http://127.0.0.1:9/',
    'http://localhost:9/',
    'http://[::1]:9/',
    'http://[::ffff:127.0.0.1]:9/',
    'http://0.0.0.0:9/',
    'http://2130706433:9/',
    'http://0x7f.1:9/',
    'http://169.254.169.254/latest/meta-data/',
  ])('%s is refused before anything is sent', async url => {
    expect(await code(fetcherFor().fetch(url, { kind: 'page' }))).toBe('fetch-address-blocked');
  });

  test('a name is judged by the addresses of each connection anew, so that resolving to others later gains nothing', async () => {
    await using server = await serve((_, response) => response.end('secret'));
    const { port } = new URL(server.origin);
    let asked = 0;
    const fetcher = fetcherFor({
      resolve: (_, callback) => {
        asked++;
        callback(null, [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]);
      },
    });
    expect(await code(fetcher.fetch(`http://rebound.example:${port}/`, { kind: 'page' }))).toBe(
      'fetch-address-blocked',
    );
    expect(await code(fetcher.fetch(`http://rebound.example:${port}/`, { kind: 'page' }))).toBe(
      'fetch-address-blocked',
    );
    expect(asked).toBe(2);
    expect(server.requests).toHaveLength(0);
  });

  test('only the exact origin that was allowed passes, not another port of the same host', async () => {
    await using allowed = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('yes'),
    );
    await using other = await serve((_, response) => response.end('no'));
    const fetcher = fetcherFor({ allowOrigins: [allowed.origin] });
    expect(text(await fetcher.fetch(allowed.origin, { kind: 'page' }))).toBe('yes');
    expect(await code(fetcher.fetch(other.origin, { kind: 'page' }))).toBe('fetch-address-blocked');
    expect(other.requests).toHaveLength(0);
  });

  test.each([
    'file:///etc/passwd',
    'ftp://example.com/',
    'javascript:alert(1)',
    'not a url',
    'http://me:secret@example.com/',
  ])('%s is no address to fetch', async url => {
    expect(await code(fetcherFor().fetch(url, { kind: 'page' }))).toBe('invalid-parameter');
  });
});

describe('redirects', () => {
  const redirecting = (statuses: Readonly<Record<string, readonly [number, string]>>) =>
    serve((request, response) => {
      const hop = statuses[request.url ?? ''];
      if (hop === undefined) response.writeHead(200, { 'content-type': 'text/html' }).end('end');
      else response.writeHead(hop[0], { location: hop[1] }).end();
    });

  test('a permanent one is reported with the address where it ends', async () => {
    await using server = await redirecting({ '/a': [301, '/b'], '/b': [308, '/c'] });
    const page = await fetcherFor({ allowOrigins: [server.origin] }).fetch(`${server.origin}/a`, { kind: 'page' });
    expect(page.url).toBe(`${server.origin}/c`);
    expect(page.permanentRedirect).toBe(`${server.origin}/c`);
  });

  test('one that was only partly permanent is not', async () => {
    await using server = await redirecting({ '/a': [301, '/b'], '/b': [302, '/c'] });
    const page = await fetcherFor({ allowOrigins: [server.origin] }).fetch(`${server.origin}/a`, { kind: 'page' });
    expect(page.url).toBe(`${server.origin}/c`);
    expect(page.permanentRedirect).toBeUndefined();
  });

  test.each([
    ['into the own network', 'http://127.0.0.1:9/admin', 'fetch-address-blocked'],
    ['to a file', 'file:///etc/passwd', 'fetch-redirects'],
    ['with a password', 'http://user:pw@example.com/', 'fetch-redirects'],
    ['nowhere', '', 'fetch-redirects'],
    ['to itself for ever', '/a', 'fetch-redirects'],
  ])('one that leads %s is refused', async (_, location, expected) => {
    await using server = await redirecting({ '/a': [302, location] });
    const fetcher = fetcherFor({ allowOrigins: [server.origin] });
    expect(await code(fetcher.fetch(`${server.origin}/a`, { kind: 'page' }))).toBe(expected);
    expect(server.requests.length).toBeLessThanOrEqual(6);
  });
});

describe('limits', () => {
  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['zstd', zstdCompressSync],
  ])('a %s bomb is cut off at the limit of decoded bytes', async (coding, compress) => {
    const bomb = compress(Buffer.alloc(20 * 1024 * 1024));
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': coding }).end(bomb);
    });
    const fetcher = fetcherFor({ allowOrigins: [server.origin], maxBytes: 1024 * 1024 });
    expect(await code(fetcher.fetch(server.origin, { kind: 'page' }))).toBe('fetch-too-large');
  });

  test('an endless answer is cut off', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) {}
      };
      response.on('drain', more);
      more();
    });
    const fetcher = fetcherFor({ allowOrigins: [server.origin], maxBytes: 1024 * 1024 });
    expect(await code(fetcher.fetch(server.origin, { kind: 'page' }))).toBe('fetch-too-large');
  });

  test('an answer that drips for ever ends at the deadline', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const fetcher = fetcherFor({ allowOrigins: [server.origin], timeoutMs: 300 });
    expect(await code(fetcher.fetch(server.origin, { kind: 'page' }))).toBe('fetch-timeout');
  });

  test('a server that never answers ends at the deadline', async () => {
    await using server = await serve(() => {});
    const fetcher = fetcherFor({ allowOrigins: [server.origin], timeoutMs: 200 });
    expect(await code(fetcher.fetch(server.origin, { kind: 'page' }))).toBe('fetch-timeout');
  });

  test('an answer that breaks off is an error, not a shorter answer', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' });
      response.write('<p>half');
      setImmediate(() => response.destroy());
    });
    const fetcher = fetcherFor({ allowOrigins: [server.origin] });
    expect(await code(fetcher.fetch(server.origin, { kind: 'page' }))).toBe('fetch-failed');
  });

  test('a compressed answer that is damaged is an error', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('no gzip');
    });
    const fetcher = fetcherFor({ allowOrigins: [server.origin] });
    expect(await code(fetcher.fetch(server.origin, { kind: 'page' }))).toBe('fetch-failed');
  });

  test('a picture is neither a page nor a feed', async () => {
    await using server = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'image/png' }).end('png'),
    );
    const fetcher = fetcherFor({ allowOrigins: [server.origin] });
    expect(await code(fetcher.fetch(server.origin, { kind: 'page' }))).toBe('fetch-content-type');
    expect(await code(fetcher.fetch(server.origin, { kind: 'feed' }))).toBe('fetch-content-type');
  });
});

describe('statuses', () => {
  test.each([
    [429, '120', 120],
    [503, 'Thu, 01 Jan 2026 00:02:00 GMT', 120],
    [503, 'soon', undefined],
  ])('%i with Retry-After %s carries the seconds', async (status, header, seconds) => {
    await using server = await serve((_, response) => response.writeHead(status, { 'retry-after': header }).end());
    const now = Date.parse('2026-01-01T00:00:00Z');
    const fetcher = fetcherFor({ allowOrigins: [server.origin], timing: { now: () => now, after: () => () => {} } });
    const error = await fetcher.fetch(server.origin, { kind: 'feed' }).catch(thrown => thrown);
    expect(error).toMatchObject({ code: 'fetch-status', subject: `${server.origin}/` });
    expect(error.data.status).toBe(status);
    expect(error.data.retryAfter).toBe(seconds);
  });

  test('410 says that the thing is gone', async () => {
    await using server = await serve((_, response) => response.writeHead(410).end());
    const error = await fetcherFor({ allowOrigins: [server.origin] })
      .fetch(server.origin, { kind: 'feed' })
      .catch(thrown => thrown);
    expect(error.data.status).toBe(410);
    expect(error.hint).toMatch(/gone for good/);
  });

  test('a name that does not resolve is named in the error', async () => {
    const fetcher = fetcherFor({
      resolve: (_, callback) => callback(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }), []),
    });
    const error = await fetcher.fetch('http://nowhere.example/', { kind: 'feed' }).catch(thrown => thrown);
    expect(error).toMatchObject({ code: 'fetch-failed', subject: 'http://nowhere.example/' });
    expect(error.message).toMatch(/name does not resolve/);
  });

  test('what still waits when the fetcher is closed is refused', async () => {
    await using server = await serve(() => {});
    const fetcher = fetcherFor({ allowOrigins: [server.origin], perHost: 1 });
    const first = code(fetcher.fetch(server.origin, { kind: 'page' }));
    const second = code(fetcher.fetch(server.origin, { kind: 'page' }));
    await fetcher.close();
    expect(await Promise.all([first, second])).toEqual(['fetch-failed', 'fetch-failed']);
  });
});

test('pages are told apart by their type, feeds may come as anything that is text', async () => {
  await using server = await serve((_, response) => {
    const { body, ...headers } = html('<p>x');
    response.writeHead(200, headers).end(body);
  });
  const fetcher = fetcherFor({ allowOrigins: [server.origin] });
  expect((await fetcher.fetch(server.origin, { kind: 'page' })).status).toBe(200);
  expect((await fetcher.fetch(server.origin, { kind: 'feed' })).status).toBe(200);
});

describe('a site that asks for fewer requests', () => {
  const clock = () => {
    let now = Date.parse('2026-01-01T00:00:00Z');
    return {
      timing: { now: () => now, after: () => () => {} },
      turn: (seconds: number) => {
        now += seconds * 1000;
      },
    };
  };

  test('is left alone for as long as it says, whatever the page, and is then asked again', async () => {
    let tired = true;
    await using server = await serve((_, response) => {
      if (tired) response.writeHead(429, { 'retry-after': '120' }).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>x');
    });
    const { timing, turn } = clock();
    const fetcher = fetcherFor({ allowOrigins: [server.origin], timing });
    expect(await code(fetcher.fetch(`${server.origin}/a`, { kind: 'page' }))).toBe('fetch-status');
    tired = false;
    turn(119);
    const error = await fetcher.fetch(`${server.origin}/b`, { kind: 'page' }).catch(thrown => thrown);
    expect(error).toMatchObject({ code: 'fetch-status', data: { status: 429, retryAfter: 1 } });
    expect(server.requests).toHaveLength(1);
    turn(1);
    expect((await fetcher.fetch(`${server.origin}/b`, { kind: 'page' })).status).toBe(200);
  });

  test('counts with all its hosts, by the public suffix list', () => {
    const { timing } = clock();
    const patience = createPatience(timing.now);
    patience.note(new URL('https://feeds.shop.co.uk/a'), undefined);
    expect(() => patience.check(new URL('https://www.shop.co.uk/b'))).toThrow(/shop\.co\.uk wants fewer requests/);
    expect(() => patience.check(new URL('https://other.co.uk/b'))).not.toThrow();
    patience.note(new URL('http://192.0.2.1:81/'), undefined);
    expect(() => patience.check(new URL('http://192.0.2.1:82/'))).not.toThrow();
  });

  test('is left alone for a day at most, and trouble (503) holds nothing else up', async () => {
    await using server = await serve((request, response) => {
      if (request.url === '/a') response.writeHead(503, { 'retry-after': '9'.repeat(300) }).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>x');
    });
    const fetcher = fetcherFor({ allowOrigins: [server.origin] });
    const error = await fetcher.fetch(`${server.origin}/a`, { kind: 'page' }).catch(thrown => thrown);
    expect(error.data.retryAfter).toBeLessThan(11 * 366 * 86_400);
    expect((await fetcher.fetch(`${server.origin}/b`, { kind: 'page' })).status).toBe(200);
    const { timing, turn } = clock();
    const patience = createPatience(timing.now);
    patience.note(new URL('https://n.example/'), 1e9);
    turn(24 * 3600);
    expect(() => patience.check(new URL('https://n.example/'))).not.toThrow();
  });
});

describe('validators', () => {
  test.each([
    ['is kept as it came', { etag: 'W/"a""b"' }, 'W/"a""b"'],
    ['that no header can carry is not kept', { etag: Buffer.from('"caf\u00e9"').toString('latin1') }, undefined],
    ['of kilobytes is not kept', { etag: `"${'x'.repeat(2_000)}"` }, undefined],
    ['beside "Expires: 0" is not kept', { etag: '"a"', expires: '0' }, undefined],
  ])('one that %s', async (_, headers, expected) => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', ...headers }).end('<p>x');
    });
    const page = await fetcherFor({ allowOrigins: [server.origin] }).fetch(server.origin, { kind: 'page' });
    expect(page.etag).toBe(expected);
  });

  test('an answer says by Expires how long it is fresh, where Cache-Control does not', async () => {
    await using server = await serve((_, response) => {
      const date = 'Thu, 01 Jan 2026 00:00:00 GMT';
      response
        .writeHead(200, { 'content-type': 'text/html', date, expires: 'Thu, 01 Jan 2026 01:00:00 GMT' })
        .end('<p>x');
    });
    const page = await fetcherFor({ allowOrigins: [server.origin] }).fetch(server.origin, { kind: 'page' });
    expect(page.maxAge).toBe(3_600);
  });
});

describe('through a proxy', () => {
  const asked = async () => {
    const seen: string[] = [];
    const server = await serve((request, response) => {
      seen.push(`${request.url} ${request.headers['proxy-authorization'] ?? ''}`.trim());
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>by proxy');
    });
    return { server, seen };
  };

  test('everything goes but what is allowed directly, with the name and password that it wants', async () => {
    const { server, seen } = await asked();
    await using _server = server;
    await using direct = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>direct'),
    );
    const proxy = server.origin.replace('http://', 'http://me:secret@');
    const fetcher = fetcherFor({
      proxy,
      allowOrigins: [direct.origin],
      resolve: (_, callback) => callback(Object.assign(new Error('unknown here'), { code: 'ENOTFOUND' }), []),
    });
    expect(text(await fetcher.fetch('http://news.example/a', { kind: 'page' }))).toBe('<p>by proxy');
    expect(text(await fetcher.fetch(direct.origin, { kind: 'page' }))).toBe('<p>direct');
    expect(seen).toEqual([`http://news.example/a Basic ${btoa('me:secret')}`]);
  });

  test('nothing goes to what is blocked as seen from here: the proxy is not even asked', async () => {
    const { server, seen } = await asked();
    await using _server = server;
    const fetcher = fetcherFor({
      proxy: server.origin,
      resolve: (_, callback) => callback(null, [{ address: '10.0.0.1', family: 4 }]),
    });
    for (const url of ['http://169.254.169.254/', 'http://intranet.example/', 'http://[::1]/'])
      expect(await code(fetcher.fetch(url, { kind: 'page' }))).toBe('fetch-address-blocked');
    expect(await code(fetcher.post('http://intranet.example/', { body: '', headers: {} }))).toBe(
      'fetch-address-blocked',
    );
    expect(seen).toEqual([]);
  });
});

test('an address of this machine is not reached, public or not', async () => {
  const own = Object.values(networkInterfaces())
    .flatMap(entries => entries ?? [])
    .map(entry => entry.address.replace(/%.*/, ''));
  for (const address of own) {
    const host = address.includes(':') ? `[${address}]` : address;
    expect(await code(fetcherFor().fetch(`http://${host}:9/`, { kind: 'page' }))).toBe('fetch-address-blocked');
  }
});
