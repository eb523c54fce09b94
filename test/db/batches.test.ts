import { describe, expect, test } from 'vitest';
import { inBatches } from '../../db/batches.ts';
import { AppError } from '../../src/errors.ts';

/** A database that answers when it is told to, and remembers what it was given. */
const slowDatabase = (refuse: (item: string) => Error | undefined = () => undefined) => {
  const given: (readonly string[])[] = [];
  const doors: (() => void)[] = [];
  return {
    given,
    write: async (items: readonly string[]): Promise<readonly string[]> => {
      given.push(items);
      await new Promise<void>(resolve => doors.push(resolve));
      const error = items.map(refuse).find(Boolean);
      if (error) throw error;
      return items.map(item => `${item} saved`);
    },
    /** Answers everything, and what follows from it. */
    finish: async (): Promise<void> => {
      for (let idle = 0; idle < 5; idle++) {
        for (const open of doors.splice(0)) {
          open();
          idle = 0;
        }
        await new Promise(resolve => setImmediate(resolve));
      }
    },
  };
};
const OPTIONS = { keyOf: (item: string) => item.slice(0, 1), most: 3, width: 1 };

describe('Writes in batches', () => {
  test('go at once where nothing is on its way, and together where something is', async () => {
    const database = slowDatabase();
    const save = inBatches(database.write, OPTIONS);
    const saved = Promise.all(['a', 'b', 'c', 'd', 'e'].map(save));
    await database.finish();
    expect(await saved).toEqual(['a saved', 'b saved', 'c saved', 'd saved', 'e saved']);
    expect(database.given).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  });

  test('hold no two items of one key, and keep their order', async () => {
    const database = slowDatabase();
    const save = inBatches(database.write, OPTIONS);
    const saved = Promise.all(['x', 'a1', 'a2', 'b1', 'a3'].map(save));
    await database.finish();
    await saved;
    expect(database.given).toEqual([['x'], ['a1', 'b1'], ['a2'], ['a3']]);
  });

  test('that are refused for one item are written one by one', async () => {
    const database = slowDatabase(item => (item === 'b' ? new Error('taken') : undefined));
    const save = inBatches(database.write, OPTIONS);
    const saved = Promise.allSettled(['x', 'a', 'b', 'c'].map(save));
    await database.finish();
    expect((await saved).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(database.given).toEqual([['x'], ['a', 'b', 'c'], ['a'], ['b'], ['c']]);
  });

  test('fail together where the database cannot be had', async () => {
    const database = slowDatabase(() => new AppError('database-unavailable', 'The database is away.'));
    const save = inBatches(database.write, OPTIONS);
    const saved = Promise.allSettled(['x', 'a', 'b'].map(save));
    await database.finish();
    expect((await saved).every(({ status }) => status === 'rejected')).toBe(true);
    expect(database.given).toEqual([['x'], ['a', 'b']]);
  });
});
