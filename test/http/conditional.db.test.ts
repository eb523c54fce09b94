import { request as rawRequest } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import express from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tellDeprecation } from '../../src/http/headers.ts';
import { ARTICLES, type TestDesk, testDesk } from '../support/desk.ts';

let desk: TestDesk;
const path = '/v1/incidents/harrods-2025-09/timeline';

beforeAll(async () => {
  desk = await testDesk({ RECEIPTS_RATE_LIMIT: '0', RECEIPTS_KEY_RATE_LIMIT: '0' });
  const auth = { Authorization: `Bearer ${await desk.key('write')}` };
  await desk.http.post('/v1/articles').set(auth).send(ARTICLES.first).expect(201);
});
afterAll(async () => {
  await desk?.close();
});

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** An answer as it comes over the wire, not decoded. */
const raw = (method: string, headers: Record<string, string>): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const asked = rawRequest(`${desk.origin}${path}`, { method, headers }, response => {
      const chunks: Buffer[] = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject).end();
  });

const DECODE = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes };

describe('an answer in an encoding', () => {
  const asking = (encoding: string) => ({ 'Accept-Encoding': encoding });

  test('is the same once decoded, and has an ETag of its own', async () => {
    const [plain, ...encoded] = await Promise.all(['identity', 'gzip', 'br'].map(one => raw('GET', asking(one))));
    const tags = new Set([plain?.headers['etag']]);
    for (const answer of encoded) {
      const encoding = answer.headers['content-encoding'] as keyof typeof DECODE;
      expect(DECODE[encoding](answer.body).equals(plain?.body as Buffer)).toBe(true);
      expect(answer.body.byteLength).toBeLessThan((plain?.body.byteLength ?? 0) / 2);
      expect(answer.headers['vary']).toMatch(/Accept-Encoding/);
      tags.add(answer.headers['etag']);
    }
    expect(tags.size).toBe(3);
  });

  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['identity, gzip;q=0.1', undefined],
    ['br;q=0, gzip;q=0', undefined],
    ['zstd', undefined],
    ['', undefined],
  ])('for "%s" is %s', async (accepted, encoding) => {
    expect((await raw('GET', asking(accepted))).headers['content-encoding']).toBe(encoding);
  });

  test('is known again by its own ETag alone', async () => {
    const { headers } = await raw('GET', asking('br'));
    const tag = String(headers['etag']);
    const again = await raw('GET', { ...asking('br'), 'If-None-Match': tag });
    expect([again.status, again.body.byteLength, again.headers['etag']]).toEqual([304, 0, tag]);
    expect((await raw('GET', { ...asking('gzip'), 'If-None-Match': tag })).status).toBe(200);
    expect((await raw('GET', { ...asking('identity'), 'If-None-Match': tag })).status).toBe(200);
  });

  test.each(['identity', 'gzip', 'br'])('%s has the headers of GET under HEAD', async encoding => {
    const [got, head] = [await raw('GET', asking(encoding)), await raw('HEAD', asking(encoding))];
    expect(head.body.byteLength).toBe(0);
    for (const name of ['content-type', 'content-length', 'content-encoding', 'etag', 'vary'])
      expect(head.headers[name]).toEqual(got.headers[name]);
  });
});

test('a path that will go away says since when, until when, and what to read', async () => {
  const app = express();
  app.get('/', (_request, response) => {
    response.setHeader('Link', '</openapi.yaml>; rel="service-desc"');
    tellDeprecation(response, { since: '2031-01-01T00:00:00Z', sunset: '2032-01-01', link: '/docs' });
    response.end();
  });
  const { headers } = await request(app).get('/');
  expect(headers['deprecation']).toBe('@1924992000');
  expect(headers['sunset']).toBe('Thu, 01 Jan 2032 00:00:00 GMT');
  expect(headers['link']).toContain('</docs>; rel="deprecation"; type="text/html"');
});
