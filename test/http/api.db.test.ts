import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '#db';
import { DECISION_KINDS } from '#domain/decision.ts';
import { CLAIM_KINDS } from '#domain/vocabulary.ts';
import { AppError } from '#errors';
import { createHistory } from '#pipeline';
import type { AppDependencies } from '../../src/http/app.ts';
import { createApp } from '../../src/http/app.ts';
import { API_ROUTES } from '../../src/http/routes/index.ts';
import { contractText, expectContract, expectProblem } from '../support/contract.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { FORMER_ID, GONE_ID, HELD_ARTICLE, SEED_ARTICLES, SEED_EVENT, seed, TAKEN_DOWN_ARTICLE } from './seed.ts';

const ID = 'lanternby-2031-03';
/** Each request goes to a port of its own, and exports name the address. */
const publicUrl = 'https://receipts.example';
let database: TestDatabase;

const app = (changes: Partial<AppDependencies> = {}) => {
  const store = changes.store ?? database.store;
  const history = createHistory({ store, nameOf: slug => slug, now: () => new Date('2031-04-01T00:00:00Z') });
  return createApp({ store, history, contract: contractText, demo: false, version: '0.1.0', publicUrl, ...changes });
};

/** GETs a path and holds the answer to the contract. */
const get = async (path: string, headers: Record<string, string> = {}, changes: Partial<AppDependencies> = {}) =>
  expectContract(await request(app(changes)).get(path).redirects(0).set(headers));

/** A store of which every door fails in the same way. */
const failing = (error: unknown): Store => new Proxy(database.store, { get: () => () => Promise.reject(error) });

/** Who stands for `:id` in the paths of other things than incidents. */
const STAND_IN: Readonly<Record<string, string>> = {
  articles: HELD_ARTICLE,
  events: SEED_EVENT,
  retailers: 'lanternby',
  actors: 'paperwasp',
};
/** What paths need to be asked for. */
const QUERIES: Readonly<Record<string, string>> = {
  '/v1/incidents/:id/changes': '?from=2031-01-01',
  '/v1/search': '?q=passwords',
  '/v1/resolve': '?name=Paperwasp',
  '/v1/compare': `?incidents=${ID},corner-and-mill-2031-02`,
  '/v1/compare.:format': `?incidents=${ID},corner-and-mill-2031-02`,
};
const pathOf = (path: string): string =>
  path
    .replace(':id', STAND_IN[path.split('/')[2] ?? ''] ?? ID)
    .replace(':event', SEED_EVENT)
    .replace(':name', 'dataType')
    .replace(':format', 'json') + (QUERIES[path] ?? '');

const DOCUMENTED_PATHS = API_ROUTES.filter(({ get }) => get !== undefined).map(({ path }) => pathOf(path));
/** What there is under the path of an incident. */
const UNDER_AN_INCIDENT = [
  '',
  '/timeline',
  '/articles',
  '/claims',
  '/corrections',
  '/related',
  '/sources',
  '/cite',
  `/events/${SEED_EVENT}`,
  '/changes?from=2031-01-01',
];
/** Paths of which the answer comes out of the program alone. */
const WITHOUT_STORE = /^\/v1\/vocabularies/;

const LISTS = [
  '/v1/corrections',
  '/v1/incidents',
  '/v1/retailers',
  '/v1/actors',
  '/v1/articles',
  '/v1/publishers',
  `/v1/incidents/${ID}/articles`,
  `/v1/incidents/${ID}/claims`,
];

beforeAll(async () => {
  database = await testDatabase();
  await seed(database.store);
});
afterAll(async () => {
  await database?.close();
});

describe('incidents', () => {
  test('are listed with the newest report first', async () => {
    const { body } = await get('/v1/incidents');
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([ID, 'corner-and-mill-2031-02']);
    expect(body.next).toBeUndefined();
  });

  test('tell what was said not to be taken apart from what nobody mentions', async () => {
    const { body } = await get(`/v1/incidents/${ID}`);
    expect(body.dataTaken).toEqual([{ type: 'names', certainty: 'confirmed' }]);
    expect(body.dataNotTaken).toContainEqual({ type: 'passwords', certainty: 'confirmed' });
    const other = await get('/v1/incidents/corner-and-mill-2031-02');
    expect(other.body).toMatchObject({ dataTaken: [], dataNotTaken: [] });
  });

  test.each([
    ['retailer=lanternby', [ID]],
    ['retailer=nobody', []],
    ['actor=paperwasp', [ID]],
    ['dataType=names', [ID]],
    ['dataType=passwords&polarity=taken', []],
    ['dataType=passwords&polarity=not-taken', [ID]],
    ['polarity=not-taken', [ID]],
    ['q=daughters', [ID]],
    ['q=corner%20%26%20MILL', ['corner-and-mill-2031-02']],
    ['q=%25', []],
    ['retailer=lanternby&q=corner', []],
  ])('are filtered by %s', async (query, ids) => {
    const { body } = await get(`/v1/incidents?${query}`);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(ids);
  });
});

describe('a timeline', () => {
  test('has a verbatim quote of at most 300 characters behind every event', async () => {
    const { body } = await get(`/v1/incidents/${ID}/timeline`);
    const quotes = SEED_ARTICLES.flatMap(({ claims }) => claims.map(({ quote }) => quote));
    expect(body.events.length).toBeGreaterThanOrEqual(CLAIM_KINDS.length);
    for (const { sources } of body.events)
      for (const { quote } of sources) expect(quotes.some(known => known === quote)).toBe(true);
  });

  test('has events of every kind', async () => {
    const { body } = await get(`/v1/incidents/${ID}/timeline`);
    expect(new Set(body.events.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(CLAIM_KINDS));
  });

  test('is served byte for byte as it is stored, with its ETag', async () => {
    const found = await database.store.getTimeline(ID);
    if (found === undefined || !('found' in found)) throw new Error('not seeded');
    const response = await get(`/v1/incidents/${ID}/timeline`, { 'Accept-Encoding': 'identity' });
    expect(response.text).toBe(found.found.json);
    expect(response.headers['etag']).toBe(found.found.etag);
  });

  test('never carries the text of an article', async () => {
    for (const path of [`/v1/incidents/${ID}/timeline`, `/v1/incidents/${ID}/articles`, `/v1/incidents/${ID}/claims`])
      expect((await get(path)).text).not.toContain('and nowhere else');
  });
});

describe('an incident as it stood', () => {
  const ids = (body: { events: readonly { id: string }[] }) => body.events.map(({ id }) => id);

  test('tells on a day only what was public on that day', async () => {
    const [before, after] = [
      await get(`/v1/incidents/${ID}/timeline?asOf=2031-03-01`),
      await get(`/v1/incidents/${ID}/timeline?asOf=2031-03-31`),
    ];
    expect(before.body.articles).toHaveLength(1);
    expect(ids(after.body)).toEqual(ids((await get(`/v1/incidents/${ID}/timeline`)).body));
    expect(ids(before.body).length).toBeLessThan(ids(after.body).length);
    expect((await get(`/v1/incidents/${ID}?asOf=2031-03-01`)).body).toEqual(before.body.incident);
  });

  test('is not there before anything of it was public, or held', async () => {
    for (const query of ['asOf=2031-02-01', 'knownAt=2031-03-19', 'asOf=2031-03-31&knownAt=2031-03-19']) {
      const { status, body } = await get(`/v1/incidents/${ID}/timeline?${query}`);
      expect([status, body.code]).toEqual([404, 'not-found']);
    }
  });

  test('keeps its ETag on both axes together', async () => {
    const path = `/v1/incidents/${ID}/timeline?asOf=2031-03-05&knownAt=2031-03-21`;
    const { headers } = await get(path);
    expect((await get(path, { 'If-None-Match': String(headers['etag']) })).status).toBe(304);
  });

  test.each(['2031-02-30', '2031-3-1', 'yesterday', '2031-03-01T25:00:00Z'])('has no day %s', async day => {
    const { body } = await get(`/v1/incidents/${ID}/timeline?asOf=${day}`);
    expect(body).toMatchObject({ status: 400, parameter: 'asOf' });
  });
});

describe('changes', () => {
  test('tell what a day brought, and that it was published', async () => {
    const { body } = await get(`/v1/incidents/${ID}/changes?from=2031-03-01&to=2031-03-31&axis=public`);
    expect(body.changes.length).toBeGreaterThan(0);
    for (const { causes } of body.changes) expect(causes).toEqual(['published']);
  });

  test('come of all incidents, by incident', async () => {
    const { body } = await get('/v1/changes?from=2031-03-19&to=2031-03-20');
    expect(body.items.map(({ incident }: { incident: { id: string } }) => incident.id).sort()).toEqual([
      'corner-and-mill-2031-02',
      ID,
    ]);
    expect((await get('/v1/changes?from=2031-03-20&to=2031-03-21')).body).toEqual({ items: [] });
  });

  test('want a beginning that lies before their end', async () => {
    expect((await get(`/v1/incidents/${ID}/changes`)).body).toMatchObject({ status: 400, parameter: 'from' });
    const none = await get('/v1/changes?from=2031-03-02&to=2031-03-01');
    expect(none.body).toMatchObject({ status: 400, parameter: 'from' });
    expect((await get('/v1/changes?from=2031-03-02&cursor=nonsense')).body).toMatchObject({ parameter: 'cursor' });
  });
});

describe('related incidents', () => {
  test('are those of which somebody speaks as one, with the reason', async () => {
    const { body } = await get(`/v1/incidents/${ID}/related`);
    expect(body.items).toEqual([
      expect.objectContaining({
        incident: 'corner-and-mill-2031-02',
        kind: 'joint',
        reasons: ['somebody speaks of both as one'],
      }),
    ]);
  });
});

describe('corrections', () => {
  test('of every kind are listed, with what became of them', async () => {
    const { body } = await get('/v1/corrections');
    const kinds = body.items.map(({ kind }: { kind: string }) => kind);
    expect(new Set(kinds)).toEqual(new Set(DECISION_KINDS));
    for (const { kind, matches, undone } of body.items) {
      if (kind === 'takedown') expect(matches).toBe(true);
      else if (kind !== 'undo') expect(undone.by).toBe('Ada Desk');
    }
  });

  test('of one incident are those about it and its articles', async () => {
    const { body } = await get(`/v1/incidents/${ID}/corrections`);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).not.toContain('takedown');
    expect(body.items.length).toBeGreaterThan(5);
  });

  test('that were taken back leave nothing behind', async () => {
    expect((await get(`/v1/incidents/${ID}`)).body.title).not.toContain('befell');
  });
});

describe('an article', () => {
  test('is told with its states and its incidents, without its text', async () => {
    const { body, text } = await get(`/v1/articles/${HELD_ARTICLE}`);
    expect(body).toMatchObject({ articleId: HELD_ARTICLE, incidents: [ID], revisions: [{ origin: 'page' }] });
    expect(text).not.toContain('and nowhere else');
  });

  test('that was taken down leaves a tombstone, and so does its incident', async () => {
    for (const path of [`/v1/articles/${TAKEN_DOWN_ARTICLE}`, '/v1/incidents/tarn-and-vale-2031-02']) {
      const { status, body } = await get(path);
      expect([status, body.detail]).toEqual([410, 'Taken down at the request of a court.']);
    }
  });

  test.each(['art_00000000000000000000', 'art_nonsense', '%00'])('%s is not found', async id => {
    expect((await get(`/v1/articles/${id}`)).status).toBe(404);
  });

  test('whose id cannot be decoded is a malformed request', async () => {
    expect((await get('/v1/articles/%zz')).status).toBe(400);
  });
});

describe('what is shown no more', () => {
  test.each(UNDER_AN_INCIDENT)('answers 410 with the reason: /v1/incidents/{id}%s', async rest => {
    const { status, body } = await get(`/v1/incidents/${GONE_ID}${rest}`);
    expect([status, body.code, body.detail]).toEqual([410, 'gone', 'Taken down at the request of a court.']);
  });
});

describe('claims', () => {
  test('come flat, with their article', async () => {
    const { body } = await get(`/v1/incidents/${ID}/claims`);
    expect(body.items).toHaveLength(12);
    expect(body.items[0]).not.toHaveProperty('claim');
    expect(body.items[0]).not.toHaveProperty('incident');
  });

  test.each(CLAIM_KINDS)('can be asked for by kind: %s', async kind => {
    const { body } = await get(`/v1/incidents/${ID}/claims?kind=${kind}`);
    expect(body.items.length).toBeGreaterThan(0);
    for (const claim of body.items) expect(claim.kind).toBe(kind);
  });
});

describe('a list', () => {
  test.each(LISTS)('%s: following the pages one by one gives every item once, in the same order', async path => {
    const whole = await get(`${path}?limit=100`);
    const items: unknown[] = [];
    let next: string | undefined = `${path}?limit=1`;
    while (next !== undefined && items.length <= whole.body.items.length) {
      const page = await get(next);
      expect(page.body.items).toHaveLength(1);
      items.push(...page.body.items);
      next = /<([^>]+)>; rel="next"/.exec(page.headers['link'] ?? '')?.[1];
      expect(next === undefined).toBe(page.body.next === undefined);
    }
    expect(items).toEqual(whole.body.items);
  });

  test('keeps its filters on the way to the next page', async () => {
    const { headers } = await get('/v1/incidents?limit=1&q=a');
    expect(headers['link']).toMatch(/<\/v1\/incidents\?limit=1&q=a&cursor=[\w-]+>; rel="next"/);
  });

  test.each(LISTS)('%s refuses a cursor that is not its own', async path => {
    for (const cursor of ['x', 'bm9uc2Vuc2U', Buffer.from('["other","a","b"]').toString('base64url')]) {
      const { body, status } = await get(`${path}?cursor=${cursor}`);
      expect(status).toBe(400);
      expect(body).toMatchObject({ code: 'invalid-parameter', parameter: 'cursor' });
    }
  });
});

describe('a parameter', () => {
  test.each(DOCUMENTED_PATHS.filter(path => path.startsWith('/v1')))('that %s does not know is named', async path => {
    const { body, status } = await get(`${path.split('?')[0]}?colour=red`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalid-parameter', parameter: 'colour' });
    expect(body.allowed).toBeInstanceOf(Array);
  });

  test.each([
    ['limit', '0'],
    ['limit', '101'],
    ['limit', '1e1'],
    ['limit', '-1'],
    ['limit', ''],
    ['dataType', 'shoe-sizes'],
    ['polarity', 'mentioned'],
    ['retailer', 'Marks%20%26%20Spencer'],
    ['actor', '%00'],
    ['q', '%00'],
    ['q', '%20'],
    ['q', 'x'.repeat(201)],
    ['cursor', '%FF'],
  ])('%s may not be "%s"', async (name, value) => {
    const { body, status } = await get(`/v1/incidents?${name}=${value}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalid-parameter', parameter: name });
    expect(body.allowed.length).toBeGreaterThan(0);
  });

  test('may not be given twice', async () => {
    const { body } = await get('/v1/incidents?limit=1&limit=2');
    expect(body).toMatchObject({ status: 400, parameter: 'limit' });
  });
});

describe('an id', () => {
  const under = UNDER_AN_INCIDENT;

  test.each(under)('that never was is not found: {id}%s', async rest => {
    const { body, status } = await get(`/v1/incidents/lanternby-1999-01${rest}`);
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: 'not-found' });
  });

  test.each(under)('given before leads to the present one: {id}%s', async rest => {
    const { status, headers } = await get(`/v1/incidents/${FORMER_ID}${rest}`);
    expect(status).toBe(308);
    expect(headers['location']).toBe(`/v1/incidents/${ID}${rest}`);
  });

  test('keeps the query when it leads on', async () => {
    const { headers } = await get(`/v1/incidents/${FORMER_ID}/claims?kind=data&limit=5`);
    expect(headers['location']).toBe(`/v1/incidents/${ID}/claims?kind=data&limit=5`);
  });

  test.each(['Lanternby', '%00', '..%2f', 'x'.repeat(500), '%F0%9F%92%A9'])('%s is not found', async id => {
    expect((await get(`/v1/incidents/${id}`)).status).toBe(404);
  });

  test('that cannot be decoded is a malformed request', async () => {
    const { body, status } = await get('/v1/incidents/%zz');
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'malformed-request' });
  });
});

describe('an answer', () => {
  const cacheable = DOCUMENTED_PATHS.filter(path => !path.endsWith('z'));

  test.each(cacheable)('%s is not sent again while nothing has changed', async path => {
    const first = await get(path);
    const second = await get(path, { 'If-None-Match': `"other", ${first.headers['etag']}` });
    expect(second.status).toBe(304);
    expect(second.headers['etag']).toBe(first.headers['etag']);
  });

  test.each(DOCUMENTED_PATHS)('%s: HEAD has the headers of GET and no body', async path => {
    const plain = { 'Accept-Encoding': 'identity' };
    const got = await get(path, plain);
    const head = await request(app()).head(path).set(plain);
    expect(head.status).toBe(200);
    expect(head.text ?? '').toBe('');
    for (const name of ['content-type', 'content-length', 'etag', 'link', 'cache-control'])
      expect(head.headers[name]).toBe(got.headers[name]);
  });

  test.each([...DOCUMENTED_PATHS, '/v1/nothing'])('%s carries the headers of caution', async path => {
    const { headers } = await request(app()).get(path);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['receipts-demo']).toBeUndefined();
    if (path.startsWith('/v1')) expect(headers['access-control-allow-origin']).toBe('*');
  });

  test('keeps a harmless request id and replaces any other', async () => {
    expect((await get('/healthz', { 'X-Request-Id': 'desk-7.a_b' })).headers['x-request-id']).toBe('desk-7.a_b');
    for (const id of ['a b', 'x'.repeat(65), '<b>'])
      expect((await get('/healthz', { 'X-Request-Id': id })).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('gives the contract as it is', async () => {
    const { text, headers } = await get('/openapi.yaml');
    expect(text).toBe(contractText);
    expect(headers['content-type']).toBe('application/yaml');
  });
});

describe('a request that is not for us', () => {
  test.each(['/v1', '/v1/nothing', '/v2/incidents', '/v1/incidents/a/b/c', '/V1/incidents'])(
    '%s is a problem, not a page',
    async path => {
      const response = expectProblem(await request(app()).get(path));
      expect(response.status).toBe(404);
      expect(response.body).toMatchObject({ code: 'not-found', instance: path });
    },
  );

  test.each(['post', 'put', 'patch', 'delete'] as const)('%s is refused on every path', async method => {
    for (const path of DOCUMENTED_PATHS) {
      const response = expectProblem(await request(app())[method](path));
      expect(response.status).toBe(405);
      expect(response.headers['allow']).toBe('GET, HEAD, OPTIONS');
    }
  });

  test("a browser's preflight is answered", async () => {
    const { status, headers } = await request(app()).options('/v1/incidents').set('Origin', 'https://desk.example');
    expect(status).toBe(204);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-headers']).toContain('If-None-Match');
  });
});

describe('trouble', () => {
  const secret = 'password=hunter2 at db.internal';
  const behindStore = DOCUMENTED_PATHS.filter(path => path.startsWith('/v1') && !WITHOUT_STORE.test(path));

  test.each(behindStore)('with the database is a 503 that tells nothing of it: %s', async path => {
    const lines: string[] = [];
    const store = failing(new AppError('database-unavailable', secret));
    const { status, text, headers } = await get(path, {}, { store, log: line => lines.push(line) });
    expect(status).toBe(503);
    expect(text).not.toContain('hunter2');
    expect(headers['retry-after']).toBeDefined();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(headers['x-request-id']);
    expect(lines[0]).toContain('hunter2');
  });

  test.each(behindStore)('of ours is a 500 without a stack: %s', async path => {
    const { status, text, body } = await get(path, {}, { store: failing(new TypeError(secret)) });
    expect(status).toBe(500);
    expect(body.code).toBe('internal');
    expect(text).not.toMatch(/hunter2|TypeError|\.ts/);
  });

  test('with the database leaves the process alive but not ready', async () => {
    const store = failing(new AppError('database-unavailable', secret));
    expect((await get('/healthz', {}, { store })).status).toBe(200);
    const { status, body, text, headers } = await get('/readyz', {}, { store });
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'not-ready', '5']);
    expect(body.checks).toEqual([{ name: 'database', ok: false, reason: 'It does not answer.' }]);
    expect(text).not.toContain('hunter2');
  });

  test.each([
    ['with its reason', () => 'The disk is full.', 'The disk is full.'],
    ['also where it cannot be looked at', () => Promise.reject(new Error(secret)), 'It cannot be looked at.'],
  ])('with anything else that answers need is told by /readyz, %s', async (_how, failing, reason) => {
    const { status, body } = await get('/readyz', {}, { conditions: [{ name: 'disk', failing }] });
    expect([status, body.code, body.detail]).toEqual([503, 'not-ready', `Not ready. disk: ${reason}`]);
    expect(body.checks).toEqual([
      { name: 'database', ok: true },
      { name: 'disk', ok: false, reason },
    ]);
  });

  test('is over when /readyz says so', async () => {
    const conditions = [{ name: 'disk', failing: () => undefined }];
    expect((await get('/readyz', {}, { conditions })).body).toEqual({
      status: 'ready',
      checks: [
        { name: 'database', ok: true },
        { name: 'disk', ok: true },
      ],
    });
  });
});

describe('a demonstration', () => {
  test.each(DOCUMENTED_PATHS)('says so in %s', async path => {
    const { headers, body, text } = await get(path, {}, { demo: true });
    expect(headers['receipts-demo']).toBe('true');
    if (headers['content-type'] === 'application/json') {
      expect(body.demo).toBe(true);
      expect(text.startsWith('{"demo":true,')).toBe(true);
    }
  });

  test('says so in problems and redirects too', async () => {
    expect((await get('/v1/incidents?limit=0', {}, { demo: true })).body.demo).toBe(true);
    expect((await get(`/v1/incidents/${FORMER_ID}`, {}, { demo: true })).headers['receipts-demo']).toBe('true');
  });

  test('does not share ETags with the real thing', async () => {
    const real = await get('/v1/incidents');
    const response = await get('/v1/incidents', { 'If-None-Match': String(real.headers['etag']) }, { demo: true });
    expect(response.status).toBe(200);
  });
});

test('exports lead on and are refused like the rest; exports.db.test.ts has the others', async () => {
  const picture = { Accept: 'image/png' };
  for (const path of ['/v1/incidents', `/v1/incidents/${ID}`, `/v1/incidents/${ID}/timeline`])
    expect((await get(path, picture)).status).toBe(406);
  expect((await get('/v1/incidents.xlsx')).status).toBe(404);
  expect((await get(`/v1/incidents/${FORMER_ID}.csv`)).status).toBe(308);
  expect((await get(`/v1/incidents/${GONE_ID}.csv`)).status).toBe(410);
});
