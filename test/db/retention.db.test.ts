import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkAll } from '#pipeline';
import { type Client, openClient, parseDatabaseUrl } from '../../db/client.ts';
import { retentionEnds } from '../../src/retention.ts';
import { ARTICLES, type TestDesk, testDesk } from '../support/desk.ts';

const DAY = 86_400;
let desk: TestDesk;
let client: Client;
let asAdmin: Readonly<Record<string, string>>;
const ids: Record<string, string> = {};

beforeAll(async () => {
  desk = await testDesk();
  client = openClient(parseDatabaseUrl(desk.url), 1);
  asAdmin = { Authorization: `Bearer ${await desk.key('admin')}` };
  for (const [name, article] of Object.entries(ARTICLES))
    ids[name] = (await desk.http.post('/v1/articles').set(asAdmin).send(article)).body.articleId;
});
afterAll(async () => {
  await client?.close();
  await desk?.close();
});

/** All that the database holds, as one text. */
const everything = async (): Promise<string> => {
  const tables = await client.rows<{ name: string }>(sql`
    select table_name as name from information_schema.tables where table_schema = 'receipts'`);
  const parts = await Promise.all(
    tables.map(({ name }) =>
      client.rows<{ json: string }>(sql.raw(`select to_jsonb(t)::text as json from receipts.${name} as t`)),
    ),
  );
  return parts.flatMap(rows => rows.map(({ json }) => json)).join('\n');
};

const decide = (body: object) =>
  desk.http
    .post('/v1/corrections')
    .set(asAdmin)
    .send({ why: 'Asked for.', ...body });
const purge = () => {
  const { takedowns } = retentionEnds({ textDays: 0, takedownDays: 7 }, desk.now());
  return desk.program.database.retention.purgeTakenDown(takedowns);
};

describe('full texts whose time is over', () => {
  test('leave the words that are quoted, and every answer as it was', async () => {
    const paths = ['/v1/incidents/harrods-2025-09/timeline', '/v1/incidents/harrods-2025-09/claims', '/v1/incidents'];
    const answers = () => Promise.all(paths.map(async path => (await desk.http.get(path)).text));
    const before = await answers();
    expect(await everything()).toContain('the department store said');
    const { retention } = desk.program.database;
    desk.pass(30 * DAY);
    const { texts } = retentionEnds({ textDays: 10, takedownDays: 7 }, desk.now());
    const ends = { texts: texts ?? '' };
    expect(await retention.overdue(ends)).toEqual({ texts: 3, takedowns: 0 });
    expect(await retention.dropTexts(ends.texts)).toBe(3);
    expect(await retention.overdue(ends)).toEqual({ texts: 0, takedowns: 0 });
    expect(await everything()).not.toContain('the department store said');
    await desk.program.store.markAll();
    await linkAll(desk.program.stages);
    expect(await answers()).toEqual(before);
  });

  test('are not read by later rules, which would find holes in them', async () => {
    expect(await desk.program.store.unreadTexts('rules-999', 10)).toEqual([]);
  });

  test('still show their quotes on the page of the article, without the words around them', async () => {
    const { body } = await desk.http.get(`/v1/articles/${ids['first']}/claims`);
    const { text } = await desk.http.get(`/articles/${ids['first']}`);
    expect(body.items.length).toBeGreaterThan(0);
    for (const { quote } of body.items) expect(quote).not.toBe('');
    expect(text).toContain('No passwords');
    expect(text).not.toContain('the department store said');
  });
});

describe('an article that was taken down', () => {
  const note = 'Taken down at the wish of the publisher.';

  test('can be put back within the days of grace', async () => {
    const taken = await decide({ kind: 'takedown', article: ids['other'], note });
    desk.pass(6 * DAY);
    expect(await purge()).toBe(0);
    expect((await decide({ kind: 'undo', decision: taken.body.id })).status).toBe(201);
    expect((await desk.http.get(`/v1/articles/${ids['other']}`)).status).toBe(200);
    desk.pass(30 * DAY);
    expect(await purge()).toBe(0);
  });

  test('is deleted after them, with its headline and its quotes, for good', async () => {
    const words = ['Co-op confirms cyber attack', 'dates of birth of members'];
    const held = await everything();
    for (const word of words) expect(held).toContain(word);
    const taken = await decide({ kind: 'takedown', article: ids['other'], note });
    desk.pass(8 * DAY);
    expect(await purge()).toBe(1);
    expect(await purge()).toBe(0);
    await linkAll(desk.program.stages);
    const left = await everything();
    for (const word of words) expect(left).not.toContain(word);
    const undo = await decide({ kind: 'undo', decision: taken.body.id });
    expect([undo.status, undo.body.code]).toEqual([409, 'conflict']);
    expect((await desk.http.get(`/v1/articles/${ids['other']}`)).body).toMatchObject({ status: 410, detail: note });
    expect((await desk.http.get('/v1/incidents/co-op-2025-05')).status).toBe(410);
  });

  test('is not taken in again', async () => {
    expect((await desk.http.post('/v1/articles').set(asAdmin).send(ARTICLES.other)).status).toBe(410);
    expect(await everything()).not.toContain('dates of birth of members');
  });
});
