import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());

test('turns at a host are a gap apart whoever takes them, and hosts do not wait for one another', async () => {
  const gap = 600_000;
  const waits = await Promise.all([1, 2, 3].map(() => database.takeHostTurn('outlet.example', gap)));
  const [first = 0, second = 0, third = 0] = waits.toSorted((a, b) => a - b);
  // The database's clock goes on between them: minutes are asked for, so that this does not matter.
  expect(first).toBe(0);
  expect(Math.round(second / gap)).toBe(1);
  expect(Math.round(third / gap)).toBe(2);
  expect(await database.takeHostTurn('other.example', gap)).toBe(0);
});

test('a turn long ago is no reason to wait', async () => {
  expect(await database.takeHostTurn('quiet.example', 0)).toBe(0);
  expect(await database.takeHostTurn('quiet.example', 0)).toBe(0);
});
