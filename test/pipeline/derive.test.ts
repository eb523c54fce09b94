import { describe, expect, test } from 'vitest';
import type { DecisionAction } from '#domain/decision.ts';
import { claimTarget } from '#domain/decision.ts';
import type { LedgerArticle, VictimLedger } from '#domain/ledger.ts';
import type { Cut } from '#incidents/reading.ts';
import { deriveVictim } from '../../src/pipeline/derive.ts';
import { decision, ledger, ledgerArticle } from '../support/ledger.ts';
import type { ToldClaim } from '../support/story.ts';

const NOW = '2031-12-01T00:00:00.000Z';
const derive = (held: VictimLedger, cut: Cut = {}) => deriveVictim(held, cut, { nameOf: slug => slug, now: NOW });
/** Derives as often as ids are given, as the program does. */
const settled = (held: VictimLedger): VictimLedger => {
  const { newAssignments } = derive(held);
  return newAssignments.length === 0
    ? held
    : settled({ ...held, assignments: [...held.assignments, ...newAssignments] });
};
const decided = (held: VictimLedger, ...actions: readonly (DecisionAction & { readonly id: string })[]): VictimLedger =>
  settled({
    ...held,
    decisions: [
      ...held.decisions,
      ...actions.map(({ id, ...action }, n) =>
        decision(id, `2031-11-0${held.decisions.length + n + 1}T00:00:00.000Z`, action as DecisionAction),
      ),
    ],
  });
const ids = (held: VictimLedger) => derive(held).incidents.map(({ summary }) => summary.id);

const attack = (quote: string, day: string): readonly ToldClaim[] => [
  { kind: 'attack', value: { type: 'ransomware' }, quote },
  { kind: 'date', value: { what: 'attack' }, date: { edtf: day, precision: 'day' }, quote: `${quote} on that day` },
];
const report = (id: string, published: string, day: string): LedgerArticle =>
  ledgerArticle(id, [
    {
      seen: ['2031-10-20T12:00:00.000Z'],
      published,
      known: day.slice(0, 7),
      claims: attack(`The attack that ${id} tells of`, day),
    },
  ]);

const spring = [report('a', '2031-03-02', '2031-03-01'), report('b', '2031-03-04', '2031-03-01')];
const autumn = [report('c', '2031-09-02', '2031-09-01'), report('d', '2031-09-04', '2031-09-01')];
const two = settled(ledger([...spring, ...autumn]));

describe('what people decide', () => {
  test('begins here with two incidents', () => {
    expect(ids(two)).toEqual(['lanternby-2031-03', 'lanternby-2031-09']);
  });

  const merge = { id: 'dec_m', kind: 'merge', from: 'lanternby-2031-09', into: 'lanternby-2031-03' } as const;

  test('to merge leaves one, to which both ids lead', () => {
    const { incidents, tombstones } = derive(decided(two, merge));
    expect(incidents.map(({ summary, formerIds }) => [summary.id, formerIds])).toEqual([
      ['lanternby-2031-03', ['lanternby-2031-09']],
    ]);
    expect(incidents[0]?.timeline.articles).toHaveLength(4);
    expect(tombstones).toEqual([]);
  });

  test('and take back leaves everything as it was, byte for byte', () => {
    const undone = decided(two, merge, { id: 'dec_u', kind: 'undo', decision: 'dec_m' });
    expect(JSON.stringify(derive(undone).incidents)).toBe(JSON.stringify(derive(two).incidents));
  });

  test('to split gives the articles an incident of their own, whose id stays when it is taken back', () => {
    const split = { id: 'dec_s', kind: 'split', incident: 'lanternby-2031-03', articles: ['b'] } as const;
    const parted = decided(two, split);
    expect(ids(parted)).toHaveLength(3);
    const own = ids(parted).find(id => !ids(two).includes(id));
    const notes = derive(parted).incidents.flatMap(({ summary, timeline }) =>
      (timeline.splits ?? []).map(({ from, into }) => [summary.id, from, into]),
    );
    expect(notes).toEqual(['lanternby-2031-03', own].map(id => [id, 'lanternby-2031-03', own]));
    const back = derive(decided(parted, { id: 'dec_u', kind: 'undo', decision: 'dec_s' }));
    expect(back.incidents.map(({ summary }) => summary.id)).toEqual(ids(two));
    const led = back.incidents.flatMap(({ formerIds }) => formerIds);
    expect([...led, ...back.tombstones.map(({ id }) => id)]).toContain(own);
  });

  test('to dismiss a claim takes it out of the timeline, its sources and its edits', () => {
    const claim = { kind: 'attack', value: { type: 'ransomware' }, quote: 'The attack that a tells of' } as const;
    const { incidents } = derive(decided(two, { id: 'dec_d', kind: 'dismiss', claim: claimTarget('a', claim) }));
    expect(JSON.stringify(incidents)).not.toContain('"The attack that a tells of"');
    expect(JSON.stringify(incidents)).toContain('"The attack that b tells of"');
  });

  test('to take every report of an incident down leaves its id with the reason, and nothing of its words anywhere', () => {
    const down = decided(
      two,
      { id: 'dec_1', kind: 'takedown', article: 'a', note: 'A court said so.' },
      { id: 'dec_2', kind: 'takedown', article: 'b', note: 'A court said so.' },
    );
    const derived = derive(down);
    expect(derived.incidents.map(({ summary }) => summary.id)).toEqual(['lanternby-2031-09']);
    expect(derived.tombstones).toEqual([{ id: 'lanternby-2031-03', note: 'A court said so.' }]);
    for (const cut of [{}, { decided: '2031-10-30T00:00:00.000Z' }, { asOf: '2031-05-01T00:00:00.000Z' }])
      expect(JSON.stringify(derive(down, cut))).not.toMatch(/that [ab] tells/);
  });

  test('to take one of two reports down keeps the incident and its id', () => {
    const down = decided(two, { id: 'dec_1', kind: 'takedown', article: 'a', note: 'A court said so.' });
    expect(ids(down)).toEqual(ids(two));
    expect(derive(down).incidents[0]?.timeline.articles.map(({ articleId }) => articleId)).toEqual(['b']);
  });

  test('is counted as matching only where it means something that is held', () => {
    const target = { article: 'a', claimKind: 'leak' as const, value: '{}', quoteHash: '0' };
    const { matched } = derive(decided(two, merge, { id: 'dec_x', kind: 'dismiss', claim: target }));
    expect(matched).toEqual(['dec_m']);
  });
});

describe('as of a day', () => {
  const at = (day: string) => derive(two, { asOf: `${day}T23:59:59.999Z` });

  test('an incident is there from its first report on, under the id that it has today', () => {
    expect(at('2031-03-01').incidents).toEqual([]);
    expect(at('2031-03-02').incidents.map(({ summary }) => [summary.id, summary.articles])).toEqual([
      ['lanternby-2031-03', 1],
    ]);
    expect(at('2031-12-01').incidents).toEqual(derive(two).incidents);
  });

  test('merged incidents tell what both told by then', () => {
    const merged = decided(two, { id: 'dec_m', kind: 'merge', from: 'lanternby-2031-09', into: 'lanternby-2031-03' });
    const cut = { asOf: '2031-09-02T23:59:59.999Z' };
    const { incidents } = derive(merged, cut);
    expect(incidents.map(({ timeline }) => timeline.articles.map(({ articleId }) => articleId))).toEqual([
      ['a', 'b', 'c'],
    ]);
    const before = derive(merged, { ...cut, decided: '2031-10-30T00:00:00.000Z', assigned: NOW });
    expect(before.incidents).toHaveLength(2);
  });

  test('every event has a quote that one of the articles seen by then has', () => {
    for (const day of ['2031-03-02', '2031-03-04', '2031-09-02', '2031-12-01'])
      for (const { timeline } of at(day).incidents)
        for (const { sources } of timeline.events) {
          expect(sources.length).toBeGreaterThan(0);
          for (const { articleId, quote } of sources) expect(quote).toContain(`that ${articleId} tells of`);
        }
  });
});

test('derived twice it is the same, byte for byte, in whatever order the ledger is read', () => {
  const backwards = { ...two, articles: two.articles.toReversed(), assignments: two.assignments.toReversed() };
  expect(JSON.stringify(derive(backwards))).toBe(JSON.stringify(derive(two)));
});
