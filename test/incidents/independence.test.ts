import { describe, expect, test } from 'vitest';
import { originalsOf } from '#incidents/independence.ts';
import { report, type ToldClaim } from '../support/story.ts';

const said = (quote: string): ToldClaim => ({ kind: 'response', value: { action: 'apology' }, quote });
const agency = ['The shop said it was very sorry', 'engineers took the tills offline', 'police have been told of it'];

test('an agency text at two outlets is one source, named after the earlier one', () => {
  const copies = originalsOf([
    report('late', '2025-05-02T09:00:00Z', '2025-05', agency.map(said)),
    report('early', '2025-05-02T08:00:00Z', '2025-05', [...agency, 'a line of its own here'].map(said)),
  ]);
  expect([...copies]).toEqual([
    ['early', 'early'],
    ['late', 'early'],
  ]);
});

test('two outlets that quote one sentence of a statement stay two sources', () => {
  const copies = originalsOf([
    report(
      'a',
      '2025-05-02T08:00:00Z',
      '2025-05',
      [agency[0]!, 'nobody knows who did it', 'shelves stood empty on Friday'].map(said),
    ),
    report(
      'b',
      '2025-05-02T09:00:00Z',
      '2025-05',
      [agency[0]!, 'orders are late by days', 'its shares lost a tenth'].map(said),
    ),
  ]);
  expect(copies.get('b')).toBe('b');
});

describe('a respun copy', () => {
  const figure = (count: number): ToldClaim => ({
    kind: 'people',
    value: { count, qualifier: 'exact', subject: 'customer', sense: 'affected' },
  });
  const gone = (type: 'names' | 'passwords' | 'photos'): ToldClaim => ({
    kind: 'data',
    value: { type, subject: 'customer', polarity: 'taken' },
  });
  const did = (action: 'apology' | 'contained' | 'password-reset' | 'experts-engaged'): ToldClaim => ({
    kind: 'response',
    value: { action },
  });
  const shares: ToldClaim = {
    kind: 'money',
    value: { metric: 'share-price', percent: -5, qualifier: 'exact' },
  };
  const facts = [gone('names'), figure(430_000), did('contained'), shares, did('apology'), did('experts-engaged')];
  /** Other words at every place: nothing but what is said stays. */
  const inWords = (prefix: string, claims: readonly ToldClaim[]): readonly ToldClaim[] =>
    claims.map((claim, i) => ({ ...claim, quote: `${prefix} puts this in words of its own, part ${i}` }) as ToldClaim);
  const told = (id: string, hour: string, claims: readonly ToldClaim[]) =>
    report(id, `2025-05-14T${hour}:00:00Z`, '2025-05', inWords(id, claims));
  const isCopy = (...[first, second]: readonly (readonly ToldClaim[])[]): boolean =>
    originalsOf([told('first', '10', first ?? []), told('second', '12', second ?? [])]).get('second') === 'first';

  test('is known by its facts, figures and their order, not by its words', () => {
    expect(isCopy(facts, facts)).toBe(true);
  });

  test('may have lost a fact, or won one by a slip of the translation', () => {
    const more = [...facts, did('password-reset'), gone('photos')];
    expect(isCopy(more, [...more.slice(0, 4), ...more.slice(5), gone('passwords')])).toBe(true);
  });

  test('is no report that tells the same facts in an order of its own', () => {
    expect(isCopy(facts, facts.toReversed())).toBe(false);
  });

  test('is no report of one statement that has as much of its own', () => {
    const own = [gone('photos'), figure(12), did('password-reset'), gone('passwords')];
    expect(isCopy(facts, [...facts.slice(0, 4), ...own])).toBe(false);
    expect(isCopy([...facts, ...own, ...own.toReversed()], facts)).toBe(false);
  });

  test('is no report with another figure in each place', () => {
    const figures = [1, 2, 3, 4, 5, 6].map(n => figure(n * 1000));
    expect(
      isCopy(
        figures,
        [7, 8, 9, 10, 11, 12].map(n => figure(n * 1000)),
      ),
    ).toBe(false);
  });

  test('takes a handful of facts to see', () => {
    expect(isCopy(facts.slice(0, 4), facts.slice(0, 4))).toBe(false);
  });

  test('is no report that has asked somebody else', () => {
    const heard = (speaker: string) => facts.map(fact => ({ ...fact, by: 'expert', speaker }) as ToldClaim);
    expect(isCopy(heard('Ada Quill'), heard('Ada Quill'))).toBe(true);
    expect(isCopy(heard('Ada Quill'), heard('Bo Marsh'))).toBe(false);
  });

  test('of a copy is one of the original', () => {
    const chain = originalsOf(['a', 'b', 'c'].map((id, i) => told(id, String(10 + i), facts)));
    expect([...chain.values()]).toEqual(['a', 'a', 'a']);
  });
});
