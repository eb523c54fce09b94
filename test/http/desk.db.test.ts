import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectContract } from '../support/contract.ts';
import { ARTICLES, type TestDesk, testDesk } from '../support/desk.ts';

const check = expectContract;
let desk: TestDesk;
let reader: string;
let writer: string;
let admin: string;

beforeAll(async () => {
  desk = await testDesk({ RECEIPTS_RATE_LIMIT: '0', RECEIPTS_KEY_RATE_LIMIT: '0' });
  reader = await desk.key('read');
  writer = await desk.key('write', { name: 'Ada Desk' });
  admin = await desk.key('admin', { name: 'Chief' });
});
afterAll(async () => {
  await desk?.close();
});

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const post = async (path: string, body: object, token = writer, headers: Record<string, string> = {}) =>
  check(
    await desk.http
      .post(path)
      .set({ ...bearer(token), ...headers })
      .send(body),
  );
const get = async (path: string, token?: string, headers: Record<string, string> = {}) =>
  check(
    await desk.http
      .get(path)
      .redirects(0)
      .set({ ...(token === undefined ? {} : bearer(token)), ...headers }),
  );
const remove = async (path: string, token = writer) => check(await desk.http.delete(path).set(bearer(token)));

describe('a key', () => {
  test('is not needed to read, and one that reads may not write', async () => {
    expect((await get('/v1/incidents')).status).toBe(200);
    expect((await get('/v1/incidents', reader)).status).toBe(200);
    expect(await post('/v1/sources', { feedUrl: 'https://feed.example/rss' }, reader)).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });

  test('that is missing, unknown, wrong or revoked is a 401 that says how to ask', async () => {
    const revoked = await desk.key('write');
    const id = `key_${revoked.slice(4, 16)}`;
    expect((await get('/v1/incidents', revoked)).status).toBe(200);
    await desk.desk.access.revokeKey(id, desk.now().toISOString());
    const wrong = `${writer.slice(0, -3)}${writer.endsWith('AAA') ? 'BBB' : 'AAA'}`;
    for (const token of [revoked, wrong, `rcp_${'0'.repeat(12)}_${'A'.repeat(43)}`, 'nonsense']) {
      const answer = await get('/v1/incidents', token);
      expect([answer.status, answer.body.code]).toEqual([401, 'unauthorized']);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
    }
    const none = check(await desk.http.post('/v1/sources').send({ feedUrl: 'https://feed.example/rss' }));
    expect([none.status, none.body.code]).toEqual([401, 'unauthorized']);
  });

  test('is kept as a hash only, and its use is noted', async () => {
    const used = await desk.key('read');
    await get('/v1/incidents', used);
    const id = `key_${used.slice(4, 16)}`;
    const [row] = (await desk.desk.access.listKeys()).filter(key => key.id === id);
    expect(row?.lastUsedAt).toBeDefined();
    expect(JSON.stringify(await desk.desk.access.findKey(id))).not.toContain(used.slice(17));
  });
});

describe('a source', () => {
  test('is added, listed and removed', async () => {
    const added = await post('/v1/sources', { feedUrl: 'https://shopnews.example/rss', publisher: 'Shop News' });
    expect(added).toMatchObject({
      status: 201,
      body: { id: 'shopnews-example', publisher: 'Shop News', kind: 'news' },
    });
    expect(added.headers['location']).toBe('/v1/sources/shopnews-example');
    const listed = await get('/v1/sources');
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toContain('shopnews-example');
    expect((await post('/v1/sources', { feedUrl: 'https://shopnews.example/rss' })).body.code).toBe('conflict');
    expect((await remove('/v1/sources/shopnews-example')).status).toBe(204);
    expect((await remove('/v1/sources/shopnews-example')).status).toBe(404);
  });
});

describe('an article that is handed in', () => {
  test('is analysed and linked at once, and handed in again it changes nothing', async () => {
    const first = await post('/v1/articles', ARTICLES.first);
    expect(first).toMatchObject({ status: 201, body: { outcome: 'new', incidents: ['harrods-2025-09'] } });
    const again = await post('/v1/articles', ARTICLES.first);
    expect(again).toMatchObject({ status: 200, body: { outcome: 'unchanged', articleId: first.body.articleId } });
    expect((await get(`/v1/articles/${first.body.articleId}`)).status).toBe(200);
    expect((await get('/v1/incidents/harrods-2025-09')).body.dataNotTaken).not.toEqual([]);
  });

  test('by an address that cannot be had is a 422 that says why', async () => {
    const answer = await post('/v1/articles', { url: 'http://127.0.0.1:9/page' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'not-fetchable' } });
  });
});

describe('a body', () => {
  test.each([
    ['/v1/sources', {}, 'feedUrl'],
    ['/v1/sources', { feedUrl: 7 }, 'feedUrl'],
    ['/v1/sources', { feedUrl: 'https://a.example/', colour: 'red' }, 'colour'],
    ['/v1/articles', {}, 'url'],
    ['/v1/articles', { text: 'words' }, 'title'],
    ['/v1/corrections', { kind: 'sing', why: 'x' }, 'kind'],
    ['/v1/corrections', { kind: 'retitle', why: 'x', title: 'y' }, 'incident'],
    ['/v1/corrections', { kind: 'retitle', incident: 'harrods-2025-09', title: 'y' }, 'why'],
    ['/v1/webhooks', { url: 'http://plain.example/' }, 'url'],
    ['/v1/webhooks', { url: 'https://a.example/', filter: { colour: 'red' } }, 'filter.colour'],
  ])('for %s may not be %j: "%s" is named', async (path, body, parameter) => {
    expect(await post(path, body)).toMatchObject({ status: 400, body: { code: 'invalid-parameter', parameter } });
  });

  test('that is no JSON, of another type or too large is refused', async () => {
    const send = (type: string, text: string) =>
      desk.http.post('/v1/sources').set(bearer(writer)).set('Content-Type', type).send(text);
    expect(check(await send('application/json', '{"feedUrl":')).body.code).toBe('malformed-request');
    expect(check(await send('application/json', '[1]')).body.code).toBe('malformed-request');
    expect(check(await send('text/plain', 'hello')).body.code).toBe('unsupported-media-type');
    const large = JSON.stringify({ feedUrl: 'x'.repeat(1_100_000) });
    expect(check(await send('application/json', large)).body.code).toBe('too-large');
  });
});

describe('a correction', () => {
  test('is signed with the name of the key, listed, counted at once and taken back', async () => {
    await post('/v1/articles', ARTICLES.first);
    const made = await post('/v1/corrections', {
      kind: 'retitle',
      incident: 'harrods-2025-09',
      title: 'What happened at Harrods',
      why: 'Says more.',
    });
    expect(made).toMatchObject({ status: 201, body: { who: 'Ada Desk', kind: 'retitle' } });
    expect((await get('/v1/incidents/harrods-2025-09')).body.title).toBe('What happened at Harrods');
    expect((await get('/v1/corrections')).body.items[0].id).toBe(made.body.id);
    const undone = await post('/v1/corrections', { kind: 'undo', decision: made.body.id, why: 'Too long.' });
    expect(undone.status).toBe(201);
    expect((await get('/v1/incidents/harrods-2025-09')).body.title).not.toBe('What happened at Harrods');
  });

  test('names a claim by its id', async () => {
    await post('/v1/articles', ARTICLES.first);
    const claims = await get('/v1/incidents/harrods-2025-09/claims?kind=data');
    const claim = claims.body.items[0].id;
    const made = await post('/v1/corrections', { kind: 'dismiss', claim, why: 'Misread.' });
    expect(made.body.claim.claimKind).toBe('data');
    const unknown = await post('/v1/corrections', { kind: 'dismiss', claim: `clm_${'0'.repeat(20)}`, why: 'x' });
    expect(unknown.status).toBe(404);
    await post('/v1/corrections', { kind: 'undo', decision: made.body.id, why: 'For the tests.' });
  });

  test('that takes down needs an admin', async () => {
    const { body } = await post('/v1/articles', { ...ARTICLES.other, url: 'https://down.example/coop' });
    const takedown = { kind: 'takedown', article: body.articleId, note: 'Taken down.', why: 'A court asked.' };
    expect((await post('/v1/corrections', takedown)).status).toBe(403);
    expect((await post('/v1/corrections', takedown, admin)).status).toBe(201);
    expect((await get(`/v1/articles/${body.articleId}`)).status).toBe(410);
  });
});

describe('the audit log', () => {
  test('has every write with who and how it ended, for admins alone', async () => {
    await post('/v1/sources', { feedUrl: 'https://audited.example/rss' }, writer, { 'X-Request-Id': 'audit-1' });
    await post('/v1/sources', { feedUrl: 'https://audited.example/rss' }, writer, { 'X-Request-Id': 'audit-2' });
    expect((await get('/v1/audit', writer)).status).toBe(403);
    const { body, headers } = await get('/v1/audit?limit=2', admin);
    expect(body.items).toMatchObject([
      { who: 'Ada Desk', action: 'POST /v1/sources', status: 409, requestId: 'audit-2' },
      { who: 'Ada Desk', action: 'POST /v1/sources', status: 201, subject: 'audited-example', requestId: 'audit-1' },
    ]);
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.stringify(body)).not.toContain(writer.slice(17));
  });
});

describe('an Idempotency-Key', () => {
  const keyed = (key: string) => ({ 'Idempotency-Key': key });

  test('gives the same answer again and does nothing twice', async () => {
    const body = { feedUrl: 'https://twice.example/rss' };
    const first = await post('/v1/sources', body, writer, keyed('a-1'));
    const second = await post('/v1/sources', body, writer, keyed('a-1'));
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.headers['location']).toBe(first.headers['location']);
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([
      undefined,
      'true',
    ]);
  });

  test('gives a problem again too, and belongs to its key alone', async () => {
    const other = await desk.key('write');
    const wrong = { feedUrl: 'no address' };
    const [first, second] = [
      await post('/v1/sources', wrong, writer, keyed('a-2')),
      await post('/v1/sources', wrong, writer, keyed('a-2')),
    ];
    expect([first.status, second.status]).toEqual([400, 400]);
    expect(second.body).toEqual(first.body);
    const own = await post('/v1/sources', { feedUrl: 'https://own.example/rss' }, other, keyed('a-2'));
    expect(own.status).toBe(201);
  });

  test('with another request is refused', async () => {
    await post('/v1/sources', { feedUrl: 'https://three.example/rss' }, writer, keyed('a-3'));
    const other = await post('/v1/sources', { feedUrl: 'https://four.example/rss' }, writer, keyed('a-3'));
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  test('of many at once lets one through; the others get its answer or come again', async () => {
    const body = { feedUrl: 'https://crowd.example/rss' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post('/v1/sources', body, writer, keyed('crowd'))),
    );
    const fresh = answers.filter(({ status, headers }) => status === 201 && !headers['idempotency-replayed']);
    expect(fresh).toHaveLength(1);
    for (const { status, body: problem, headers } of answers)
      if (status !== 201) {
        expect(problem.code).toBe('request-in-progress');
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      }
  });

  test('left by a process that died is taken over after a minute, and forgotten after a day', async () => {
    const { access } = desk.desk;
    const keyId = `key_${writer.slice(4, 16)}`;
    const begin = (token: string, at: string, fingerprint = 'f') =>
      access.beginRequest({ keyId, idempotencyKey: 'crash', fingerprint, token, at });
    expect((await begin('one', '2031-01-01T00:00:00Z')).state).toBe('begun');
    expect((await begin('one', '2031-01-01T00:00:01Z')).state).toBe('begun');
    expect((await begin('two', '2031-01-01T00:00:30Z')).state).toBe('busy');
    expect((await begin('two', '2031-01-01T00:02:00Z')).state).toBe('begun');
    expect((await begin('three', '2031-01-02T01:00:00Z', 'other')).state).toBe('begun');
  });
});

describe('a webhook', () => {
  test('shows its secret once, belongs to its owner, and is gone with its log', async () => {
    const made = await post('/v1/webhooks', {
      url: 'https://receiver.example/hook',
      filter: { retailer: 'harrods', dataType: 'passwords', polarity: 'not-taken' },
      description: 'The desk',
    });
    expect(made).toMatchObject({ status: 201, body: { state: 'active', filter: { retailer: 'harrods' } } });
    expect(made.body.secret).toMatch(/^whsec_[A-Za-z0-9+/=]{44}$/);
    const path = `/v1/webhooks/${made.body.id}`;
    const shown = await get(path, writer);
    expect(shown.body).not.toHaveProperty('secret');
    expect((await get('/v1/webhooks', writer)).text).not.toContain('whsec_');
    const stranger = await desk.key('write');
    expect((await get(path, stranger)).status).toBe(404);
    expect((await remove(path, stranger)).status).toBe(404);
    expect((await get('/v1/webhooks', stranger)).body.items).toEqual([]);
    expect((await get(path, admin)).status).toBe(200);
    const off = check(await desk.http.patch(path).set(bearer(writer)).send({ active: false }));
    expect(off.body.state).toBe('disabled');
    const test = await post(`${path}/test`, {});
    expect(test).toMatchObject({ status: 202, body: { test: true, state: 'pending', attempts: [] } });
    expect((await get(`${path}/deliveries`, writer)).body.items).toHaveLength(1);
    expect((await remove(path)).status).toBe(204);
    expect((await get(`${path}/deliveries`, writer)).status).toBe(404);
  });
});

describe('e-mail', () => {
  test('is not offered where no mail server is set', async () => {
    const answer = await post('/v1/emails', { address: 'ada@desk.example', cadence: 'day' });
    expect(answer).toMatchObject({ status: 501, body: { code: 'not-configured' } });
    expect((await get('/v1/emails', writer)).body.items).toEqual([]);
  });
});

describe('a method', () => {
  test('that a path does not have is a 405 that names those it has', async () => {
    const wrong = await desk.http.put('/v1/sources').set(bearer(writer)).send({});
    expect([wrong.status, wrong.headers['allow']]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
    const asked = await desk.http.options('/v1/webhooks/whk_1');
    expect([asked.status, asked.headers['allow']]).toEqual([204, 'GET, HEAD, PATCH, DELETE, OPTIONS']);
    expect(asked.headers['access-control-allow-methods']).toBe('GET, HEAD');
  });
});
