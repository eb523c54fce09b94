import type { Express } from 'express';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import type { Store } from '#db';
import { createApp } from '#http';
import type { History } from '../../src/http/answer.ts';
import type { Sealed } from '../../src/http/send.ts';
import { createShelf } from '../../src/http/shelf.ts';

const sealed = (size: number): Sealed => ({
  etag: '"x"',
  common: [],
  headers: [],
  body: Buffer.alloc(size),
  route: '',
});

describe('the shelf', () => {
  test('keeps what was asked for last, and nothing of an earlier state', () => {
    const shelf = createShelf({ current: () => 1 }, 1000);
    for (const name of ['a', 'b', 'c']) shelf.keep(1, name, sealed(120));
    expect(shelf.find(1, 'a')).toBeDefined();
    for (const name of ['d', 'e', 'f', 'g', 'h', 'i']) shelf.keep(1, name, sealed(120));
    expect(shelf.find(1, 'a')).toBeDefined();
    expect(shelf.find(1, 'b')).toBeUndefined();
    expect(shelf.find(1, 'h')).toBeDefined();
    shelf.keep(1, 'huge', sealed(500));
    expect(shelf.find(1, 'huge')).toBeUndefined();
    expect(shelf.find(2, 'h')).toBeUndefined();
    // Read before the change, kept after it: nobody gets it.
    shelf.keep(1, 'late', sealed(10));
    expect(shelf.find(2, 'late')).toBeUndefined();
  });
});

describe('a server that watches', () => {
  const build = () => {
    let [state, asked, incidents] = [1, 0, 1];
    const store = {
      getRetailer: async (slug: string) => {
        asked++;
        return { slug, name: slug, incidents, incidentIds: [] };
      },
      incidentsByIds: async () => [],
    } as unknown as Store;
    const base = { store, history: {} as History, contract: '', demo: false, version: '0' };
    const app = createApp({ ...base, watch: { current: () => state } });
    const change = () => {
      incidents++;
      state++;
    };
    return { app, change, asked: () => asked };
  };
  const path = '/v1/retailers/greengrove';
  // Every request of supertest comes to a port of its own.
  const HOST = 'receipts.example';
  const get = (app: Express) => request(app).get(path).set('Host', HOST);

  test('reads what is asked for twice once, until it changes, and then tells the new', async () => {
    const { app, change, asked } = build();
    const first = await get(app).expect(200);
    const second = await get(app).expect(200);
    expect(second.body).toEqual(first.body);
    expect(second.headers).toMatchObject({
      etag: first.headers['etag'],
      vary: first.headers['vary'],
      link: first.headers['link'],
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    });
    expect(asked()).toBe(1);
    change();
    const third = await get(app).expect(200);
    expect(third.body).toMatchObject({ incidents: 2 });
    expect(asked()).toBe(2);
  });

  test('answers 304 out of the shelf, with what a 304 must say, and the body to whoever wants it anew', async () => {
    const { app, asked } = build();
    const { headers } = await get(app).expect(200);
    const tag = String(headers['etag']);
    const again = await get(app).set('If-None-Match', tag).expect(304);
    expect(again.headers).toMatchObject({ etag: tag, vary: headers['vary'], 'cache-control': 'public, no-cache' });
    await get(app).set('If-None-Match', `"other", W/${tag}`).expect(304);
    await get(app).set('If-None-Match', '"other"').expect(200);
    await get(app).set({ 'If-None-Match': tag, 'Cache-Control': 'no-cache' }).expect(200);
    expect(asked()).toBe(1);
  });

  test('tells encodings, forms and addresses apart, and answers HEAD without a body', async () => {
    const { app, asked } = build();
    const packed = await get(app).expect(200);
    const plain = await get(app).set('Accept-Encoding', 'identity').expect(200);
    expect(plain.headers['etag']).not.toBe(packed.headers['etag']);
    expect(plain.headers['content-encoding']).toBeUndefined();
    const head = await request(app).head(path).set('Host', HOST).set('Accept-Encoding', 'gzip, deflate').expect(200);
    expect(head.headers['etag']).toBe(packed.headers['etag']);
    expect(head.text).toBeUndefined();
    await get(app).set('Host', 'other.example').expect(200);
    expect(asked()).toBe(3);
  });
});
