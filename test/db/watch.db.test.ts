import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, openClient, parseDatabaseUrl } from '../../db/client.ts';
import { readingFrom } from '../../db/replica.ts';
import { openWatch, type Watch } from '../../db/watch.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { articleSave, derivation, derived, summary } from './samples.ts';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await testDatabase();
  client = openClient(parseDatabaseUrl(database.url), 2);
});
afterAll(async () => {
  await client?.close();
  await database?.close();
});

const derive = async (victim: string, title: string) => {
  const { store } = database;
  await store.saveArticle(articleSave({ canonicalUrl: `https://till.example/${victim}/${title}`, victim }));
  const mark = await store.relinkMark(victim);
  const about = summary(`${victim}-2026-03`, { title, retailer: { slug: victim, name: victim } });
  if (mark) await store.saveDerivation(mark, derivation(victim, derived(about)));
};

/** Asks until the number is another one. */
const grows = async (watch: Watch, before: number): Promise<void> =>
  expect.poll(async () => watch.current(), { timeout: 10_000 }).toBeGreaterThan(before);

test('whoever watches is told at once when something is derived, in whichever process', async () => {
  // Looking finds nothing here: what is found comes by notice.
  const blind: Client = { ...client, read: async <T>() => [{ now: '1:1:', moved: false }] as T[] };
  const watch = openWatch(blind, parseDatabaseUrl(database.url), () => {});
  // One for the first look, one for having begun to listen.
  await grows(watch, 1);
  const before = await watch.current();
  await derive('alder', 'one');
  await grows(watch, before);
  await watch.close();
});

test('and finds it by looking where no notice comes', async () => {
  const said: string[] = [];
  const nowhere = { host: '127.0.0.1', port: 1, database: 'nothing' };
  const watch = openWatch(client, nowhere, line => said.push(line));
  const before = await watch.current();
  await derive('birch', 'one');
  await grows(watch, before);
  const still = await watch.current();
  expect(await watch.current()).toBe(still);
  expect(said.join()).toContain('looked for every second');
  await watch.close();
});

test('a replica that is gone is read past, and what is wrong with the question is not', async () => {
  const said: string[] = [];
  const gone = openClient(parseDatabaseUrl('postgres://someone@127.0.0.1:1/nowhere'), 1);
  const reader = readingFrom(gone, client, line => said.push(line));
  expect(await reader.read('select $1 as word', ['x'])).toEqual([{ word: 'x' }]);
  expect(await reader.read('select $1 as word', ['y'])).toEqual([{ word: 'y' }]);
  expect(said).toHaveLength(1);
  await expect(readingFrom(client, client, () => {}).read('select no_such_column', [])).rejects.toThrow(
    'no_such_column',
  );
  await gone.close();
});
