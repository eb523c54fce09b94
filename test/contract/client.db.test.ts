import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHistory } from '#pipeline';
import { createReceipts, everyItem } from '../../client/index.ts';
import { createApp } from '../../src/http/app.ts';
import { seed } from '../http/seed.ts';
import { contractText } from '../support/contract.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { serve, type TestServer } from '../support/http-server.ts';

const id = 'lanternby-2031-03';

describe('the typed client', () => {
  let database: TestDatabase;
  let server: TestServer;
  let receipts: ReturnType<typeof createReceipts>;

  beforeAll(async () => {
    database = await testDatabase();
    await seed(database.store);
    const { store } = database;
    const history = createHistory({ store, nameOf: slug => slug, now: () => new Date('2031-04-01T00:00:00Z') });
    server = await serve(createApp({ store, history, contract: contractText, demo: false, version: '0.1.0' }));
    receipts = createReceipts(server.origin);
  });
  afterAll(async () => {
    await server?.close();
    await database?.close();
  });

  test('knows filters and answers of a list', async () => {
    const query = { dataType: 'passwords', polarity: 'not-taken' } as const;
    const { data, error } = await receipts.GET('/v1/incidents', { params: { query } });
    expect(error).toBeUndefined();
    expect(data?.items.map(incident => incident.dataNotTaken?.map(({ type }) => type))).toEqual([
      expect.arrayContaining(['passwords']),
    ]);
  });

  test('knows what an event of a kind has', async () => {
    const { data } = await receipts.GET('/v1/incidents/{id}/timeline', { params: { path: { id } } });
    const figures = (data?.events ?? []).flatMap(event =>
      event.kind === 'money' ? [[event.value.min, event.value.max, event.value.currency]] : [],
    );
    expect(figures).toEqual([[2_000_000, 3_000_000, 'EUR']]);
  });

  test('goes through all pages of a list', async () => {
    const words: string[] = [];
    const claims = everyItem(cursor =>
      receipts.GET('/v1/incidents/{id}/claims', {
        params: { path: { id }, query: { limit: 5, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    );
    for await (const { quote } of claims) words.push(quote);
    expect(words).toHaveLength(12);
    expect(words).toContain('no passwords were taken');
  });

  test('gives problems as data', async () => {
    const { data, error, response } = await receipts.GET('/v1/incidents', { params: { query: { limit: 500 } } });
    expect(data).toBeUndefined();
    expect(response.status).toBe(400);
    expect([error?.code, error?.parameter]).toEqual(['invalid-parameter', 'limit']);
  });

  test('says which page could not be had', async () => {
    const all = everyItem(() => receipts.GET('/v1/incidents', { params: { query: { limit: 0 } } }));
    await expect(all.next()).rejects.toMatchObject({ cause: { code: 'invalid-parameter' } });
  });

  test('refuses at compile time what the contract does not have', async () => {
    // @ts-expect-error: there is no such path.
    const nowhere = await receipts.GET('/v1/nothing');
    expect(nowhere.response.status).toBe(404);
    // @ts-expect-error: there is no such data type.
    const wrong = await receipts.GET('/v1/incidents', { params: { query: { dataType: 'shoe-sizes' } } });
    expect(wrong.response.status).toBe(400);
  });

  test('sends its key', async () => {
    const asked = createReceipts(server.origin, { key: 'rcp_none' });
    expect((await asked.GET('/v1/incidents')).response.status).toBe(401);
    expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer rcp_none');
  });
});
