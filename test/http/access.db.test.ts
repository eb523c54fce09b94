import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, openClient, parseDatabaseUrl } from '../../db/client.ts';
import { ACCESS_COUNTS, type AccessReport, CLOSED, ROLES, tryAllDoors } from '../support/access-table.ts';
import { ARTICLES, type TestDesk, testDesk } from '../support/desk.ts';

const UNLIMITED = { RECEIPTS_RATE_LIMIT: '0', RECEIPTS_KEY_RATE_LIMIT: '0' };
let desk: TestDesk;
let client: Client;
let report: AccessReport;

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

beforeAll(async () => {
  desk = await testDesk({ ...UNLIMITED, RECEIPTS_PROXIES: '1' });
  client = openClient(parseDatabaseUrl(desk.url), 1);
  const revoked = await desk.key('admin');
  await desk.desk.access.revokeKey(`key_${revoked.slice(4, 16)}`, desk.now().toISOString());
  const known = await desk.key('write');
  report = await tryAllDoors({
    origin: desk.origin,
    tokens: {
      // Not the last letter: two bits of it say nothing.
      'wrong key': `${known.slice(0, -3)}${known.at(-3) === 'A' ? 'B' : 'A'}${known.slice(-2)}`,
      'revoked key': revoked,
      read: await desk.key('read'),
      write: await desk.key('write'),
      admin: await desk.key('admin'),
    },
    counts: async () => JSON.stringify(await client.rows(sql.raw(ACCESS_COUNTS))),
  });
});
afterAll(async () => {
  await client?.close();
  await desk?.close();
});

describe('every role at every path with every method', () => {
  test('gets what the contract grants it, and nothing else; a refusal changes nothing', () => {
    expect(report.faults).toEqual([]);
  });

  test('is asked about: no door is left out', () => {
    expect(report.rows.length).toBeGreaterThan(100);
    for (const { endpoint, answers } of report.rows) expect([endpoint, answers.size]).toEqual([endpoint, ROLES.length]);
    expect(report.requests).toBe((report.rows.length + report.absent) * ROLES.length);
  });

  test('is refused something, and granted something', () => {
    for (const role of ROLES) {
      const statuses = report.rows.map(({ answers }) => answers.get(role));
      expect(statuses.filter(status => status === 401 || status === 403 || status === CLOSED).length).toBeGreaterThan(
        0,
      );
      expect(statuses).toContain(200);
    }
  });
});

describe('beyond the table', () => {
  test('a takedown needs a key that allows admin, by the interface and at the desk', async () => {
    const [write, admin] = [await desk.key('write'), await desk.key('admin')];
    const { body } = await desk.http.post('/v1/articles').set(bearer(write)).send(ARTICLES.first);
    const takedown = { kind: 'takedown', article: body.articleId, note: 'Asked for.', why: 'Asked for.' };
    expect((await desk.http.post('/v1/corrections').set(bearer(write)).send(takedown)).status).toBe(403);
    expect((await desk.http.get(`/v1/articles/${body.articleId}`)).status).toBe(200);
    expect((await desk.http.post('/v1/corrections').set(bearer(admin)).send(takedown)).status).toBe(201);
    expect((await desk.http.get(`/v1/articles/${body.articleId}`)).status).toBe(410);
  });

  test('nobody sees, changes or ends the webhook of another key', async () => {
    const [own, other] = [await desk.key('write'), await desk.key('write')];
    const made = await desk.http.post('/v1/webhooks').set(bearer(own)).send({ url: 'https://receiver.example/own' });
    const path = `/v1/webhooks/${made.body.id}`;
    for (const ask of [
      desk.http.get(path),
      desk.http.patch(path).send({ active: false }),
      desk.http.post(`${path}/test`),
      desk.http.get(`${path}/deliveries`),
      desk.http.delete(path),
    ])
      expect((await ask.set(bearer(other))).status).toBe(404);
    expect((await desk.http.get('/v1/webhooks').set(bearer(other))).text).not.toContain('receiver.example/own');
    expect((await desk.http.get(path).set(bearer(own))).status).toBe(200);
  });

  test('a session of the desk ends with its key', async () => {
    const token = await desk.key('admin');
    const opened = await desk.http.post('/desk/sign-in').type('form').send({ key: token });
    const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
    const keys = async () => (await desk.http.get('/desk/keys').set('Cookie', cookie)).text;
    expect(await keys()).not.toContain('/desk/sign-in');
    await desk.desk.access.revokeKey(`key_${token.slice(4, 16)}`, desk.now().toISOString());
    expect(await keys()).toContain('/desk/sign-in');
  });
});
