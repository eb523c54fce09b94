import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '#export/registry.ts';
import { createHistory } from '#pipeline';
import type { AppDependencies } from '../../src/http/app.ts';
import { createApp } from '../../src/http/app.ts';
import { readCsv } from '../export/read-csv.ts';
import { contract, contractText, expectContract, follow } from '../support/contract.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { FORMER_ID, GONE_ID, seed } from './seed.ts';

const ID = 'lanternby-2031-03';
const SITE = 'https://receipts.example';
const SUFFIXES = EXPORT_FORMATS.map(({ suffix }) => suffix);
const seen = new Set<string>();
let database: TestDatabase;

const app = (changes: Partial<AppDependencies> = {}) => {
  const { store } = database;
  const history = createHistory({ store, nameOf: slug => slug, now: () => new Date('2031-04-01T00:00:00Z') });
  return createApp({
    store,
    history,
    contract: contractText,
    demo: false,
    version: '0.1.0',
    publicUrl: SITE,
    ...changes,
  });
};
const get = async (path: string, headers: Record<string, string> = {}, changes: Partial<AppDependencies> = {}) =>
  expectContract(await request(app(changes)).get(path).redirects(0).set(headers).buffer(true), seen);
const typeOf = (header: string | undefined) => header?.split(';')[0];

beforeAll(async () => {
  database = await testDatabase();
  await seed(database.store);
});
afterAll(() => database?.close());

describe('an export', () => {
  const cases = EXPORT_FORMATS.flatMap(format =>
    ['/v1/incidents', `/v1/incidents/${ID}`].map(path => [`${path}.${format.suffix}`, format] as const),
  );

  test.each(cases)('%s is had by its suffix', async (path, format) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe(format.mediaType);
    expect(response.headers['etag']).toMatch(/^"/);
    expect(response.headers['content-disposition'] !== undefined).toBe(format.download);
    expect(response.text.length).toBeGreaterThan(100);
  });

  test.each(cases)('%s is not made anew while nothing has changed', async path => {
    const { headers } = await get(path);
    const again = await get(path, { 'If-None-Match': String(headers['etag']) });
    expect([again.status, again.text ?? '']).toEqual([304, '']);
  });

  test.each(EXPORT_FORMATS.map(format => [format.accepts[0] ?? '', format] as const))(
    'is had by Accept: %s',
    async (type, format) => {
      for (const path of ['/v1/incidents', `/v1/incidents/${ID}`, `/v1/incidents/${ID}/timeline`]) {
        const response = await get(path, { Accept: type });
        expect([path, response.status, typeOf(response.headers['content-type'])]).toEqual([path, 200, type]);
        expect(response.headers['vary']).toContain('Accept');
        if (
          type !== 'application/json' &&
          !path.endsWith('timeline') &&
          !type.includes('feed') &&
          !type.includes('xml')
        )
          expect(response.text).toBe((await get(`${path}.${format.suffix}`)).text);
      }
    },
  );

  test('is the API’s own JSON for whoever asks for nothing, for anything or for a page', async () => {
    for (const accept of ['*/*', 'text/html,*/*;q=0.8', 'application/*', 'text/csv;q=0.5, application/json']) {
      const { headers, body } = await get('/v1/incidents', { Accept: accept });
      expect(headers['content-type']).toBe('application/json');
      expect(body.items[0].id).toBe(ID);
    }
  });

  test('is had by a media type with its parameters', async () => {
    for (const accept of [
      'application/stix+json;version=2.1',
      'text/csv; charset=utf-8',
      'text/calendar;method=PUBLISH',
    ])
      expect(typeOf((await get(`/v1/incidents/${ID}`, { Accept: accept })).headers['content-type'])).toBe(
        typeOf(accept),
      );
    expect((await get('/v1/incidents', { Accept: 'application/stix+json;version=2.0' })).status).toBe(406);
  });

  test('in a format that there is none of is refused, with those that there are', async () => {
    const picture = await get('/v1/incidents', { Accept: 'image/png' });
    expect(picture.status).toBe(406);
    expect(picture.body.detail).toContain('text/csv');
    for (const path of [`/v1/incidents/${ID}`, `/v1/incidents/${ID}/timeline`])
      expect((await get(path, { Accept: 'image/png' })).status).toBe(406);
    for (const path of ['/v1/incidents.xlsx', `/v1/incidents/${ID}.xlsx`, `/v1/incidents/${ID}.csv.gz`]) {
      const { status, body } = await get(path);
      expect([status, body.code]).toEqual([404, 'not-found']);
      expect(body.hint).toContain('.stix.json');
    }
  });

  test('follows an incident to the id that it has now, and says of what is gone that it is', async () => {
    const moved = await get(`/v1/incidents/${FORMER_ID}.stix.json?bom=false`);
    expect([moved.status, moved.headers['location']]).toEqual([308, `/v1/incidents/${ID}.stix.json?bom=false`]);
    expect((await get(`/v1/incidents/${GONE_ID}.csv`)).status).toBe(410);
    expect((await get('/v1/incidents/nobody-1999-01.csv')).status).toBe(404);
  });

  test('holds the past as it stood', async () => {
    const [header = [], ...rows] = readCsv((await get(`/v1/incidents/${ID}.csv?asOf=2031-03-02`)).text);
    const polarity = header.indexOf('polarity');
    expect(rows.map(row => row[polarity]).filter(Boolean)).toEqual(['not-taken', 'not-taken']);
  });

  test('of a list takes its filters and goes on page by page', async () => {
    const first = await get('/v1/incidents.csv?limit=1');
    const [, next = ''] = /<([^>]+)>; rel="next"/.exec(String(first.headers['link'])) ?? [];
    expect(next).toMatch(/^\/v1\/incidents\.csv\?/);
    const ids = async (text: string) =>
      new Set(
        readCsv(text)
          .slice(1)
          .map(([id]) => id),
      );
    expect(await ids(first.text)).toEqual(new Set([ID]));
    expect(await ids((await get(next)).text)).toEqual(new Set(['corner-and-mill-2031-02']));
    const filtered = await get('/v1/incidents.csv?retailer=corner-and-mill&bom=false');
    expect(filtered.text.startsWith('incident_id,')).toBe(true);
    expect(await ids(filtered.text)).toEqual(new Set(['corner-and-mill-2031-02']));
    expect((await get('/v1/incidents.json?retailer=nobody')).body).toEqual({ items: [] });
  });

  test('names the site by its public address, else by the one that was asked', async () => {
    const textFor = async (changes: Partial<AppDependencies>, headers = {}) =>
      (await get(`/v1/incidents/${ID}.md`, headers, changes)).text;
    const unset = { publicUrl: undefined } as object;
    expect(await textFor({})).toContain(`<${SITE}/incidents/${ID}>`);
    expect(await textFor(unset)).toMatch(/<http:\/\/127\.0\.0\.1:\d+\/incidents/);
    expect(await textFor(unset, { Host: 'a.example/"><x' })).toContain('<http://localhost/');
  });

  test('says of made-up news that it is made up', async () => {
    for (const suffix of SUFFIXES.filter(one => !one.endsWith('json') || one.includes('.')))
      expect((await get(`/v1/incidents/${ID}.${suffix}`, {}, { demo: true })).text).toMatch(/made up/);
  });
});

test('the contract has the suffixes and media types of the registry', () => {
  expect(contract.components.schemas['ExportSuffix']?.enum).toEqual(SUFFIXES);
  for (const path of ['/v1/incidents.{format}', '/v1/incidents/{id}.{format}', '/v1/incidents', '/v1/incidents/{id}']) {
    const { content = {} } = follow(contract.paths[path]?.get?.responses['200'] ?? {});
    expect(Object.keys(content)).toEqual(EXPORT_FORMATS.map(({ accepts }) => accepts[0]));
  }
});
