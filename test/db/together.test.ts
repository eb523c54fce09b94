import { expect, test } from 'vitest';
import { together } from '../../db/together.ts';

test('what is asked for at once is read at once, each question one time, and each gets its own answer', async () => {
  const calls: (readonly string[])[] = [];
  const ask = together(async questions => {
    calls.push(questions);
    return questions.map(question => question.toUpperCase());
  });
  expect(await Promise.all(['a', 'b', 'a'].map(ask))).toEqual(['A', 'B', 'A']);
  expect(await ask('c')).toBe('C');
  expect(calls).toEqual([['a', 'b'], ['c']]);
});

test('a question asked while others are read goes with the next ones', async () => {
  const reading = Promise.withResolvers<void>();
  const calls: (readonly string[])[] = [];
  const ask = together(async questions => {
    calls.push(questions);
    await reading.promise;
    return questions;
  });
  const first = ask('a');
  await new Promise(resolve => setImmediate(resolve));
  const second = ask('a');
  await new Promise(resolve => setImmediate(resolve));
  reading.resolve();
  expect(await Promise.all([first, second])).toEqual(['a', 'a']);
  expect(calls).toEqual([['a'], ['a']]);
});

test('where the reading fails, all who asked hear of it, and the next ones are read anew', async () => {
  let fails = true;
  const ask = together(async questions => {
    if (fails) throw new Error('no database');
    return questions;
  });
  const both = await Promise.allSettled([ask('a'), ask('b')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await ask('a')).toBe('a');
});
