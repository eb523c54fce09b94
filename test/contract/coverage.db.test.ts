import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '#export/registry.ts';
import type { AppDependencies } from '../../src/http/app.ts';
import { seed } from '../http/seed.ts';
import { expectContract, expectWire, operations } from '../support/contract.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';
import { fullyEquipped } from '../support/fuzz/server.ts';

const LIMITLESS = { RECEIPTS_RATE_LIMIT: '0', RECEIPTS_KEY_RATE_LIMIT: '0' };
const TEXT = { title: 'Harrods hit by a cyber attack', text: 'No passwords were taken, Harrods said.' };
let desk: TestDesk;

const server = (change: (dependencies: AppDependencies) => AppDependencies): Promise<TestDesk> =>
  testDesk(LIMITLESS, { url: desk.url, change });

beforeAll(async () => {
  desk = await testDesk(LIMITLESS, { change: fullyEquipped });
  await seed(desk.program.store);
});
afterAll(async () => {
  await desk?.close();
});

describe('a comparison', () => {
  const query = 'incidents=lanternby-2031-03,corner-and-mill-2031-02';

  test.each(EXPORT_FORMATS.map(format => [format.suffix, format] as const))('is had as .%s', async (suffix, format) => {
    const bySuffix = expectContract(await desk.http.get(`/v1/compare.${suffix}?${query}`).buffer(true));
    expect([bySuffix.status, bySuffix.headers['content-type']]).toEqual([200, format.mediaType]);
    const byAccept = expectContract(
      await desk.http
        .get(`/v1/compare?${query}`)
        .set('Accept', format.accepts[0] ?? '')
        .buffer(true),
    );
    expect(byAccept.status).toBe(200);
    expect(byAccept.headers['content-type']?.split(';')[0]).toBe(format.accepts[0]);
  });
});

test('a comparison is not had as a picture', async () => {
  const query = 'incidents=lanternby-2031-03,corner-and-mill-2031-02';
  const answer = expectContract(await desk.http.get(`/v1/compare?${query}`).set('Accept', 'image/png'));
  expect(answer.status).toBe(406);
});

test('a stream of changes begins as the contract says', async () => {
  const left = new AbortController();
  const { status, headers } = await fetch(`${desk.origin}/v1/changes/stream`, { signal: left.signal });
  left.abort();
  const header = (name: string) => headers.get(name) ?? undefined;
  const answer = { method: 'GET', pathname: '/v1/changes/stream', status, header, text: '' };
  expect(expectWire(answer)).toBe('GET /v1/changes/stream 200 text/event-stream');
});

describe('metrics', () => {
  const metrics = async (on: TestDesk, query = '') =>
    expectContract(
      await on.http
        .get(`/metrics${query}`)
        .set('Authorization', `Bearer ${await desk.key('read')}`)
        .buffer(true),
    );

  test('are told to whoever has a key', async () => {
    expect((await metrics(desk)).status).toBe(200);
    expect(expectContract(await desk.http.get('/metrics')).status).toBe(401);
    expect(await metrics(desk, '?name=up')).toMatchObject({ status: 400, body: { parameter: 'name' } });
  });

  test('are not had where nothing is counted', async () => {
    const bare = await server(({ metrics: _, ...rest }) => rest);
    const { status, body } = await metrics(bare);
    await bare.close();
    expect([status, body.code]).toEqual([501, 'not-configured']);
  });
});

test('an id with a NUL, which Postgres cannot take, is not found, also where the audit log would note it', async () => {
  const token = await desk.key('write');
  const answer = await desk.http.delete('/v1/sources/x%00').set('Authorization', `Bearer ${token}`);
  expect(expectContract(answer).status).toBe(404);
});

test.each(operations.filter(({ method }) => method === 'DELETE').map(({ path }) => path))(
  'DELETE %s has no parameters',
  async path => {
    const token = await desk.key('admin');
    const answer = await desk.http
      .delete(`${path.replace('{id}', 'x')}?colour=red`)
      .set('Authorization', `Bearer ${token}`);
    expect(expectContract(answer)).toMatchObject({ status: 400, body: { parameter: 'colour' } });
  },
);

describe('a text that is handed in to be analysed', () => {
  test('is answered with its claims', async () => {
    const { status, body } = expectContract(await desk.http.post('/v1/analyze').send(TEXT));
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('not-taken');
  });

  test('may not be larger than an article', async () => {
    const text = 'No passwords were taken. '.repeat(100_000);
    expect(expectContract(await desk.http.post('/v1/analyze').send({ ...TEXT, text })).status).toBe(413);
  });

  test('must come as JSON', async () => {
    const answer = await desk.http.post('/v1/analyze').set('Content-Type', 'text/plain').send('No passwords.');
    expect(expectContract(answer).status).toBe(415);
  });

  test('cannot be read where nothing is there that reads', async () => {
    const bare = await server(dependencies => {
      const { reading: _, ...rest } = fullyEquipped(dependencies);
      return rest;
    });
    const { status, body } = expectContract(await bare.http.post('/v1/analyze').send(TEXT));
    await bare.close();
    expect([status, body.code]).toEqual([501, 'not-configured']);
  });

  test('that makes the analysis fail is a fault of ours, and tells nothing of it', async () => {
    const broken = await server(dependencies => {
      const { reading, ...rest } = fullyEquipped(dependencies);
      if (reading === undefined) throw new Error('not equipped');
      const analyse = (): never => {
        throw new TypeError('hunter2');
      };
      return { ...rest, reading: { ...reading, analyse } };
    });
    const { status, text } = expectContract(await broken.http.post('/v1/analyze').send(TEXT));
    await broken.close();
    expect(status).toBe(500);
    expect(text).not.toContain('hunter2');
  });
});
