import request from 'supertest';
import { expect, test } from 'vitest';
import type { Store, StoredDocument } from '#db';
import type { StixObject } from '#export/stix-object.ts';
import { createApp } from '../../src/http/app.ts';
import { noHistory } from '../support/store.ts';
import { sampleTimeline } from '../web/sample-timeline.ts';

const PATH = '/taxii2/receipts/collections/incidents/objects/';
const INCIDENTS = 60;

const documentOf = (number: number, updatedAt: string): StoredDocument => {
  const id = `lanternby-${2000 + number}-03`;
  const json = JSON.stringify({ ...sampleTimeline, incident: { ...sampleTimeline.incident, id } });
  return { id, json, etag: '"1"', updatedAt };
};
const time = (number: number): string => new Date(Date.UTC(2031, 0, 1, 0, Math.floor(number / 7))).toISOString();

/** Incidents in the order in which they were written; several share a time. */
const written = () => {
  let documents = Array.from({ length: INCIDENTS }, (_, number) => documentOf(number, time(number)));
  const timelinesFrom: Store['timelinesFrom'] = async (from, limit) =>
    documents
      .filter(({ updatedAt, id }) => from === undefined || [updatedAt, id] >= [from.updatedAt, from.id])
      .toSorted((a, b) => ([a.updatedAt, a.id] < [b.updatedAt, b.id] ? -1 : 1))
      .slice(0, limit);
  return {
    store: { timelinesFrom } as Partial<Store> as Store,
    rewrite(number: number, at: string) {
      documents = documents.map((document, index) => (index === number ? documentOf(number, at) : document));
    },
  };
};

const walk = async (query: string) => {
  const { store, rewrite } = written();
  const app = createApp({ store, history: noHistory, contract: '', demo: false, version: '0.1.0' });
  const found: StixObject[] = [];
  let next = '';
  let pages = 0;
  do {
    const { body } = await request(app).get(`${PATH}?${query}${next}`);
    found.push(...(body.objects as StixObject[]));
    next = body.next === undefined ? '' : `&next=${body.next}`;
    pages += 1;
    // The first incident, which was read already, is written anew, and so is one that was not.
    if (pages === 2) for (const number of [0, INCIDENTS - 1]) rewrite(number, '2031-02-01T00:00:00.000Z');
  } while (next !== '');
  return { found, pages };
};
const incidentsOf = (found: readonly StixObject[]) =>
  found.filter(({ type }) => type === 'incident').map(({ id }) => id);

test.each(['limit=70', 'limit=1000', 'limit=13&match[type]=incident,opinion', 'match[type]=incident'])(
  'paging through the collection loses nothing while incidents are written anew: %s',
  async query => {
    const { found, pages } = await walk(query);
    expect(pages).toBeGreaterThan(2);
    const ids = incidentsOf(found);
    expect(new Set(ids).size).toBe(INCIDENTS);
    // Only what was written anew comes twice.
    expect(ids.length).toBeLessThanOrEqual(INCIDENTS + 2);
  },
);
