import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StixObject } from '#export/stix-object.ts';
import { COLLECTION_ID } from '#export/taxii.ts';
import { createHistory } from '#pipeline';
import { createApp } from '../../src/http/app.ts';
import { stixFaults } from '../export/stix-rules.ts';
import { contractText } from '../support/contract.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { seed } from './seed.ts';

const TYPE = 'application/taxii+json;version=2.1';
const COLLECTION = `/taxii2/receipts/collections/${COLLECTION_ID}`;
let database: TestDatabase;

const get = (path: string, accept = TYPE) => {
  const { store } = database;
  const history = createHistory({ store, nameOf: slug => slug, now: () => new Date('2031-04-01T00:00:00Z') });
  const publicUrl = 'https://receipts.example';
  return request(createApp({ store, history, contract: contractText, demo: false, version: '0.1.0', publicUrl }))
    .get(path)
    .set('Accept', accept);
};

interface Envelope {
  readonly more: boolean;
  readonly next?: string;
  readonly objects: readonly StixObject[];
}

/** Every object, page by page. */
const walk = async (limit: number, query = ''): Promise<readonly StixObject[]> => {
  const all: StixObject[] = [];
  let next: string | undefined;
  do {
    const { body } = await get(`${COLLECTION}/objects/?limit=${limit}${query}${next ? `&next=${next}` : ''}`);
    const envelope = body as Envelope;
    expect(envelope.objects.length).toBeLessThanOrEqual(limit);
    expect(envelope.more).toBe(envelope.next !== undefined);
    all.push(...envelope.objects);
    next = envelope.next;
  } while (next !== undefined);
  return all;
};

beforeAll(async () => {
  database = await testDatabase();
  await seed(database.store);
});
afterAll(() => database?.close());

describe('the TAXII collection', () => {
  test('is found by discovery', async () => {
    const found = await get('/taxii2/');
    expect(found.headers['content-type']).toBe(TYPE);
    const [root = ''] = JSON.parse(found.text).api_roots as string[];
    expect(root).toBe('https://receipts.example/taxii2/receipts/');
    expect((await get(new URL(root).pathname)).body.versions).toEqual([TYPE]);
    const { collections } = (await get('/taxii2/receipts/collections/')).body;
    expect(collections).toMatchObject([{ id: COLLECTION_ID, can_read: true, can_write: false }]);
    expect((await get(`${COLLECTION}/`)).body).toEqual(collections[0]);
  });

  test('gives every object, whatever the pages', async () => {
    const whole = await walk(1000);
    expect(stixFaults({ objects: whole })).toEqual([]);
    const ids = (objects: readonly StixObject[]) => [...new Set(objects.map(({ id }) => id))].toSorted();
    expect(ids(await walk(3))).toEqual(ids(whole));
    expect(whole.filter(({ type }) => type === 'incident')).toHaveLength(2);
  });

  test('takes what a client asks for only', async () => {
    const incidents = await walk(1000, '&match[type]=incident,report');
    expect(new Set(incidents.map(({ type }) => type))).toEqual(new Set(['incident', 'report']));
    const [first] = incidents;
    expect((await get(`${COLLECTION}/objects/${first!.id}/`)).body.objects).toEqual([first]);
    expect((await get(`${COLLECTION}/objects/${first!.id}/versions/`)).body.versions).toEqual([first!.modified]);
    expect(await walk(1000, '&match[version]=1999-01-01T00:00:00.000Z')).toEqual([]);
    expect((await get(`${COLLECTION}/objects/incident--none/`)).status).toBe(404);
  });

  test('goes on after a time, and says when its objects were added', async () => {
    const { headers, body } = await get(`${COLLECTION}/manifest/`);
    const last = String(headers['x-taxii-date-added-last']);
    expect(body.objects.at(-1).date_added).toBe(last);
    expect(last >= String(headers['x-taxii-date-added-first'])).toBe(true);
    const { body: nothing } = await get(`${COLLECTION}/objects/?added_after=${last}`);
    expect(nothing).toEqual({ more: false, objects: [] });
    const before = new Date(Date.parse(String(headers['x-taxii-date-added-first'])) - 1).toISOString();
    expect((await walk(1000, `&added_after=${before}`)).length).toBe(body.objects.length);
  });

  test('refuses what it does not know, and names it', async () => {
    for (const query of ['colour=red', 'limit=0', 'limit=-1', 'next=abc', 'added_after=yesterday', 'next=WzEsMiwzXQ']) {
      const { status, body } = await get(`${COLLECTION}/objects/?${query}`);
      expect([query, status, body.parameter]).toEqual([query, 400, query.split('=')[0]]);
    }
    expect((await get('/taxii2/receipts/collections/other/objects/')).status).toBe(404);
    expect((await get('/taxii2/', 'application/taxii+json;version=2.0')).status).toBe(406);
    expect((await get('/taxii2/', '*/*')).status).toBe(200);
  });
});
