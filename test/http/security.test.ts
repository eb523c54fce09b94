import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import request from 'supertest';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createApp } from '#http';
import type { AppDependencies } from '../../src/http/app.ts';
import type { AnsweredRequest } from '../../src/http/observing.ts';
import { closeServer, createHttpServer } from '../../src/http/server.ts';
import { noHistory, pageStore } from '../support/store.ts';
import { otherTimeline, sampleTimeline } from '../web/sample-timeline.ts';

const appWith = (change: Partial<AppDependencies> = {}) =>
  createApp({
    store: pageStore(sampleTimeline, otherTimeline),
    history: noHistory,
    contract: 'openapi: 3.1.0',
    demo: false,
    version: '0.0.0',
    ...change,
  });

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const listening = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
};

const dial = async (port: number): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  closing.push(() => socket.destroy());
  await once(socket, 'connect');
  return socket;
};

describe('a proxy', () => {
  const forwarded = {
    'X-Forwarded-For': '203.0.113.9, 198.51.100.7',
    'X-Forwarded-Proto': 'https',
    'X-Forwarded-Host': 'evil.example',
  };
  /** The address that counts, seen in who runs out of quota. */
  const remaining = async (proxies: number, first: string, second: string): Promise<readonly string[]> => {
    const access = { findKey: async () => undefined } as never;
    const desk = { access, quotas: { open: 5, key: 0 } } as never;
    const app = appWith({ desk, proxies });
    const ask = (address: string) => request(app).get('/v1/vocabularies').set('X-Forwarded-For', address);
    return [await ask(first), await ask(second)].map(
      ({ headers }) => /r=(\d+)/.exec(String(headers['ratelimit']))?.[1] ?? '',
    );
  };

  test('that nobody said is there is not believed: callers cannot choose their address', async () => {
    expect(await remaining(0, '203.0.113.1', '203.0.113.2')).toEqual(['4', '3']);
  });

  test('that is there tells the caller, of whom only the last address counts', async () => {
    expect(await remaining(1, '203.0.113.1', '203.0.113.2')).toEqual(['4', '4']);
    expect(await remaining(1, '203.0.113.1, 198.51.100.7', '203.0.113.2, 198.51.100.7')).toEqual(['4', '3']);
  });

  test('never tells the host, and tells the protocol only where it is believed', async () => {
    const links = async (proxies: number): Promise<string> =>
      (
        await request(appWith({ proxies }))
          .get(`/embed/${sampleTimeline.incident.id}`)
          .set(forwarded)
          .set('Host', 'receipts.example')
      ).text;
    expect(await links(1)).not.toContain('evil.example');
    expect(await links(1)).toContain('https://receipts.example');
    expect(await links(0)).not.toContain('https://receipts.example');
  });
});

describe('Strict-Transport-Security', () => {
  const header = async (hstsDays: number, protocol: string, proxies = 1) =>
    (await request(appWith({ hstsDays, proxies })).get('/').set('X-Forwarded-Proto', protocol)).headers[
      'strict-transport-security'
    ];

  test('is sent where the operator wants it and the request came by https', async () => {
    expect(await header(365, 'https')).toBe('max-age=31536000');
    expect(await header(365, 'http')).toBeUndefined();
    expect(await header(0, 'https')).toBeUndefined();
    expect(await header(365, 'https', 0)).toBeUndefined();
  });
});

describe('frames', () => {
  test('hold the page that is made for them, and no other', async () => {
    const policy = async (path: string) => (await request(appWith()).get(path)).headers['content-security-policy'];
    const { id } = sampleTimeline.incident;
    expect(await policy(`/embed/${id}`)).toContain('frame-ancestors *');
    for (const path of ['/', `/incidents/${id}`, '/about', '/no', '/v1/incidents', '/healthz'])
      expect([path, await policy(path)]).toEqual([path, expect.stringContaining("frame-ancestors 'none'")]);
  });
});

describe('a request that is too much', () => {
  test.each([
    ['a path', `/v1/incidents/${'a'.repeat(20_000)}`, {}],
    ['headers', '/v1/incidents', { 'X-Long': 'a'.repeat(20_000) }],
  ])('%s of 20,000 characters is refused before it is looked at', async (_what, path, headers) => {
    const server = createHttpServer();
    server.on('request', appWith());
    const port = await listening(server);
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
    expect(answer.status).toBe(431);
  });

  test('a body deeper than any stack is a problem of the caller, not of ours', async () => {
    const deep = `{"title":"x","text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const reading = { analyse: () => ({}) } as never;
    const { status, body } = await request(appWith({ reading }))
      .post('/v1/analyze')
      .set('Content-Type', 'application/json')
      .send(deep);
    expect([status, body.code]).toEqual([400, 'malformed-request']);
  });

  test('a list of what one page asks for has an end', async () => {
    const { status } = await request(appWith()).get(`/v1/compare?incidents=${Array(200).fill('a-2031-01').join(',')}`);
    expect(status).toBe(400);
    expect((await request(appWith()).get('/v1/incidents?limit=101')).status).toBe(400);
  });
});

describe('a slow client', () => {
  test('that never ends its headers is cut', async () => {
    const port = await listening(
      createHttpServer({ headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 }),
    );
    const socket = await dial(port);
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    socket.resume();
    await once(socket, 'close');
  });

  test('that never ends its body is cut', async () => {
    const server = createHttpServer({ headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 });
    server.on('request', appWith({ reading: { analyse: () => ({}) } as never }));
    const port = await listening(server);
    const socket = await dial(port);
    socket.write(
      'POST /v1/analyze HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
    );
    socket.resume();
    await once(socket, 'close');
  });

  test('that does not take its answer is cut, and the answer is noted as broken off', async () => {
    const observe = vi.fn<(answered: AnsweredRequest) => void>();
    const server = createHttpServer();
    // More than any buffer between us holds.
    server.on('request', appWith({ contract: 'x'.repeat(64 * 1024 * 1024), answerMs: 300, observe }));
    const port = await listening(server);
    const socket = await dial(port);
    socket.pause();
    socket.write('GET /openapi.yaml HTTP/1.1\r\nHost: x\r\n\r\n');
    await vi.waitFor(() => expect(observe).toHaveBeenCalled(), { timeout: 20_000 });
    expect(observe.mock.calls[0]?.[0]).toMatchObject({ route: '/openapi.yaml', status: 200, broken: true });
  });

  test('that takes its answer is not cut', async () => {
    const observe = vi.fn<(answered: AnsweredRequest) => void>();
    const server = createHttpServer();
    server.on('request', appWith({ answerMs: 10_000, observe }));
    const port = await listening(server);
    expect((await fetch(`http://127.0.0.1:${port}/openapi.yaml?`)).status).toBe(200);
    await vi.waitFor(() => expect(observe).toHaveBeenCalled());
    expect(observe.mock.calls[0]?.[0]).toMatchObject({ broken: false, stream: false, method: 'GET' });
  });
});

describe('a stop', () => {
  test('lets an answer that was begun be sent whole, and takes no new request', async () => {
    const server = createHttpServer();
    const [begun, finish] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    server.on('request', async (_request, response) => {
      begun.resolve();
      await finish.promise;
      response.end('whole');
    });
    const port = await listening(server);
    const answer = fetch(`http://127.0.0.1:${port}/`);
    await begun.promise;
    const closed = closeServer(server);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    finish.resolve();
    expect(await (await answer).text()).toBe('whole');
    await closed;
  });

  test('waits for nobody for ever', async () => {
    const server = createHttpServer();
    const begun = Promise.withResolvers<void>();
    server.on('request', () => begun.resolve());
    const port = await listening(server);
    const answer = fetch(`http://127.0.0.1:${port}/`);
    await begun.promise;
    await closeServer(server, 50);
    await expect(answer).rejects.toThrow();
  });
});

describe('what is noted of a request', () => {
  test('holds nothing that its caller wrote: no path, query, address, key or cookie', async () => {
    const observe = vi.fn<(answered: AnsweredRequest) => void>();
    const app = appWith({ observe });
    await request(app)
      .get('/v1/incidents/hunter2?q=hunter2')
      .set('Authorization', 'Bearer hunter2')
      .set('Cookie', 'a=hunter2');
    await request(app).get('/hunter2').set('X-Forwarded-For', '203.0.113.9');
    const noted = JSON.stringify(observe.mock.calls);
    expect(noted).not.toMatch(/hunter2|203\.0\.113|127\.0\.0\.1|::1/);
    expect(observe.mock.calls.map(([{ route }]) => route)).toContain('(none)');
  });
});
