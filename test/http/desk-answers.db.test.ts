import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '#errors';
import type { AppDependencies } from '../../src/http/app.ts';
import { fingerprintOf } from '../../src/http/write.ts';
import { expectContract, operations } from '../support/contract.ts';
import { ARTICLES, isDeskAnswer, type TestDesk, testDesk } from '../support/desk.ts';

const UNLIMITED = { RECEIPTS_RATE_LIMIT: '0', RECEIPTS_KEY_RATE_LIMIT: '0' };
const HEX = '0123456789abcdef0123';
let desk: TestDesk;
let admin: string;

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const keyId = (token: string) => `key_${token.slice(4, 16)}`;

/** A path of the contract with something for every placeholder. */
const filled = (path: string): string =>
  path
    .replace('/webhooks/{id}', `/webhooks/whk_${HEX}`)
    .replace('/emails/{id}', `/emails/eml_${HEX}`)
    .replace('/articles/{id}', `/articles/art_${HEX}`)
    .replace('{format}', 'json')
    .replaceAll(/\{\w+\}/g, 'nobody-2031-03');

const BODIES: Readonly<Record<string, object>> = {
  addSource: { feedUrl: 'https://answers.example/rss' },
  addArticle: ARTICLES.first,
  addCorrection: { kind: 'retitle', incident: 'nobody-2031-03', title: 'x', why: 'y' },
  addWebhook: { url: 'https://receiver.example/' },
  changeWebhook: { active: true },
  addEmail: { address: 'ada@desk.example', cadence: 'day' },
};

const byKey = operations.filter(({ needsKey }) => needsKey);
const named = (list: typeof operations) => list.map(one => [`${one.method} ${one.path}`, one] as const);
type Operation = (typeof operations)[number];

const ask = async (
  on: TestDesk,
  { method, path, id }: Operation,
  headers: Record<string, string>,
  body: object | string | undefined = BODIES[id],
): Promise<Response> => {
  const request = on.http[method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete'](filled(path))
    .redirects(0)
    .set(headers);
  const isSent = body !== undefined && (method === 'POST' || method === 'PATCH');
  return expectContract(await (isSent ? request.send(body) : request));
};

beforeAll(async () => {
  desk = await testDesk({ ...UNLIMITED, RECEIPTS_PROXIES: '1' });
  admin = await desk.key('admin');
});
afterAll(async () => {
  await desk?.close();
});

describe('every path of the interface', () => {
  const all = named(operations.filter(({ responses }) => '429' in responses));

  test.each(all)('%s refuses a wrong key', async (_, operation) => {
    // Each from an address of its own: wrong keys are counted.
    const from = { 'X-Forwarded-For': `10.0.0.${operations.indexOf(operation)}` };
    expect((await ask(desk, operation, { ...bearer('nonsense'), ...from })).status).toBe(401);
  });

  test('tells what is left of a quota, and refuses more', async () => {
    const small = await testDesk({ RECEIPTS_RATE_LIMIT: '1' });
    try {
      const first = expectContract(await small.http.get('/v1/incidents'));
      expect(first.headers['ratelimit-policy']).toBe('"open";q=1;w=60');
      expect(first.headers['ratelimit']).toMatch(/^"open";r=0;t=\d+$/);
      for (const [, operation] of all) {
        const answer = await ask(small, operation, {});
        expect(answer.status).toBe(429);
        expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      }
      const key = await small.key('read', { perMinute: 2 });
      const statuses = [];
      for (let times = 0; times < 3; times++)
        statuses.push((await small.http.get('/v1/incidents').set(bearer(key))).status);
      expect(statuses).toEqual([200, 200, 429]);
      expect((await small.http.get('/healthz')).status).toBe(200);
    } finally {
      await small.close();
    }
  });

  test('does not let one address try many keys', async () => {
    const small = await testDesk(UNLIMITED);
    try {
      const statuses = [];
      for (let times = 0; times < 32; times++)
        statuses.push((await small.http.get('/v1/incidents').set(bearer('nonsense'))).status);
      expect(statuses.slice(0, 30).every(status => status === 401)).toBe(true);
      expect(statuses.slice(30)).toEqual([429, 429]);
      expect((await small.http.get('/v1/incidents')).status).toBe(200);
    } finally {
      await small.close();
    }
  });
});

describe('every path that needs a key', () => {
  test.each(named(byKey.filter(({ responses }) => '403' in responses)))(
    '%s refuses a key that only reads',
    async (_, operation) => {
      expect((await ask(desk, operation, bearer(await desk.key('read')))).status).toBe(403);
    },
  );

  const one = byKey.filter(({ responses, path }) => '404' in responses && path.includes('{id}'));
  test.each(named(one))('%s does not find what is not there', async (_, operation) => {
    expect((await ask(desk, operation, bearer(admin))).status).toBe(404);
  });

  const lists = byKey.filter(({ method, responses }) => method === 'GET' && '400' in responses);
  test.each(named(lists))('%s refuses parameters that it does not know', async (_, operation) => {
    const path = `${operation.path}?colour=red`;
    expect((await ask(desk, { ...operation, path }, bearer(admin))).status).toBe(400);
  });

  const bodies = byKey.filter(({ responses }) => '415' in responses);
  test.each(named(bodies))('%s reads JSON alone, and not too much of it', async (_, operation) => {
    const headers = bearer(admin);
    expect((await ask(desk, operation, { ...headers, 'Content-Type': 'text/plain' }, 'hello')).status).toBe(415);
    expect((await ask(desk, operation, headers, { colour: 'red' })).status).toBeOneOf([400, 501]);
    expect((await ask(desk, operation, { ...headers, 'Content-Type': 'application/json' }, '{')).status).toBe(400);
    expect((await ask(desk, operation, headers, { why: 'x'.repeat(1_100_000) })).status).toBe(413);
  });

  const posts = byKey.filter(({ method }) => method === 'POST');
  test.each(named(posts))('%s is not done twice under one Idempotency-Key', async (_, operation) => {
    const body = BODIES[operation.id] ?? {};
    const call = { path: filled(operation.path), query: new URLSearchParams(), body };
    const begin = (idempotencyKey: string, fingerprint: string) =>
      desk.desk.access.beginRequest({
        keyId: keyId(admin),
        idempotencyKey,
        fingerprint,
        token: 'another',
        at: new Date().toISOString(),
      });
    await begin(`busy-${operation.id}`, fingerprintOf('POST', call));
    await begin(`other-${operation.id}`, 'another request');
    const send = (key: string) => ask(desk, operation, { ...bearer(admin), 'Idempotency-Key': key }, body);
    expect((await send(`busy-${operation.id}`)).status).toBe(409);
    expect((await send(`other-${operation.id}`)).status).toBe(422);
  });
});

describe('trouble', () => {
  const failing =
    (error: unknown) =>
    (dependencies: AppDependencies): AppDependencies => {
      const fail = () => Promise.reject(error);
      const broken = <T extends object>(): T => new Proxy({} as T, { get: () => fail });
      const given = dependencies.desk as NonNullable<AppDependencies['desk']>;
      const access = { ...given.access, beginWrite: fail, beginRequest: fail, listWrites: fail };
      return { ...dependencies, metrics: fail, store: broken(), desk: { ...given, access, push: broken() } };
    };
  const own = operations.filter(({ method, path }) => isDeskAnswer(`${method} ${path} 500`));

  test.each([
    [503, 'with the database', new AppError('database-unavailable', 'secret host')],
    [500, 'of ours', new TypeError('secret host')],
  ])('%s: %s is told without details', async (status, _, error) => {
    const broken = await testDesk(UNLIMITED, { change: failing(error) });
    try {
      const token = await broken.key('admin');
      for (const operation of own) {
        const answer = await ask(broken, operation, bearer(token));
        expect([operation.id, answer.status]).toEqual([operation.id, status]);
        expect(answer.text).not.toContain('secret');
      }
    } finally {
      await broken.close();
    }
  });
});

describe('what goes well', () => {
  const find = (id: string): Operation => operations.find(operation => operation.id === id) as Operation;
  const asked = (id: string, path = find(id).path, body?: object) =>
    ask(desk, { ...find(id), path }, bearer(admin), body);

  test('is as the contract has it', async () => {
    expect((await asked('addSource')).status).toBe(201);
    const sources = await asked('listSources');
    const again = await ask(desk, find('listSources'), { 'If-None-Match': String(sources.headers['etag']) });
    expect(again.status).toBe(304);
    expect((await ask(desk, { ...find('listSources'), path: '/v1/sources?colour=red' }, {})).status).toBe(400);
    expect((await asked('removeSource', '/v1/sources/answers-example')).status).toBe(204);
    const article = await asked('addArticle');
    expect([article.status, (await asked('addArticle')).status]).toEqual([201, 200]);
    const correction = { kind: 'retitle', incident: article.body.incidents[0], title: 'Other', why: 'y' };
    expect((await asked('addCorrection', undefined, correction)).status).toBe(201);
    expect((await asked('addCorrection')).status).toBe(404);
    const takedown = { kind: 'takedown', article: article.body.articleId, note: 'Gone.', why: 'y' };
    expect((await asked('addCorrection', undefined, takedown)).status).toBe(201);
    expect((await asked('addArticle')).status).toBe(410);
    const { body } = await asked('addWebhook');
    const path = `/v1/webhooks/${body.id}`;
    for (const [id, where] of [
      ['listWebhooks', '/v1/webhooks'],
      ['getWebhook', path],
      ['changeWebhook', path],
      ['testWebhook', `${path}/test`],
      ['listDeliveries', `${path}/deliveries`],
      ['removeWebhook', path],
      ['listEmails', '/v1/emails'],
      ['listWrites', '/v1/audit'],
    ] as const)
      expect((await asked(id, where)).status).toBeLessThan(300);
    expect((await asked('addEmail')).status).toBe(501);
  });

  test('with a mail server too', async () => {
    const mailing = await testDesk(
      {
        ...UNLIMITED,
        RECEIPTS_SMTP_URL: 'smtp://127.0.0.1:1',
        RECEIPTS_PUBLIC_URL: 'https://receipts.example',
      },
      {
        change: dependencies => {
          const given = dependencies.desk as NonNullable<AppDependencies['desk']>;
          return {
            ...dependencies,
            desk: { ...given, messenger: { ...given.messenger, askToConfirm: async () => {} } },
          };
        },
      },
    );
    try {
      const token = await mailing.key('write');
      const made = await ask(mailing, find('addEmail'), bearer(token));
      expect(made).toMatchObject({ status: 201, body: { state: 'pending' } });
      const wrong = await ask(mailing, find('addEmail'), bearer(token), { address: 'nobody', cadence: 'day' });
      expect(wrong.body).toMatchObject({ status: 400, parameter: 'address' });
      const path = `/v1/emails/${made.body.id}`;
      expect((await ask(mailing, { ...find('getEmail'), path }, bearer(token))).status).toBe(200);
      expect((await ask(mailing, { ...find('removeEmail'), path }, bearer(token))).status).toBe(204);
    } finally {
      await mailing.close();
    }
  });

  test('on a line that stays open too', async () => {
    const path = '/v1/changes/stream?colour=red';
    expect((await ask(desk, { ...find('streamChanges'), path }, {})).status).toBe(400);
    const head = await desk.http.head('/v1/changes/stream');
    expect([head.status, head.headers['content-type']]).toEqual([200, 'text/event-stream']);
  });
});
