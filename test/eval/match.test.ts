import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measure } from '../../scripts/eval/figures.ts';
import type { Article, LabelledIncident, Labels } from '../../scripts/eval/labels.ts';
import { matchArticle } from '../../scripts/eval/match.ts';
import { disagreements, runScorer } from '../../scripts/eval/scorer.ts';
import { PATHS, readCases } from '../../scripts/eval/shared.ts';

const article: Article = { id: 'a', title: 'Shop hit', text: 'Acme said names were taken, but no passwords.' };
const said = (incidents: readonly LabelledIncident[]): Labels => ({
  id: 'a',
  relevant: incidents.length > 0,
  incidents,
});
const incident = (parts: Partial<LabelledIncident> = {}): LabelledIncident => ({
  victim: 'acme',
  key: 'acme-2025-04',
  role: 'main',
  ...parts,
});
const match = (gold: readonly LabelledIncident[], read: readonly LabelledIncident[]) =>
  matchArticle(said(gold), said(read), article);

describe('matching what was read with a label', () => {
  test('a fact counts only under the right victim', () => {
    const data = [{ type: 'names', polarity: 'taken' }];
    expect(match([incident({ data })], [incident({ data })]).rows['data']).toEqual({ hit: 1, missed: 0, extra: 0 });
    expect(match([incident({ data })], [incident({ victim: 'other', data })]).rows['data']).toEqual({
      hit: 0,
      missed: 1,
      extra: 1,
    });
  });

  test('names of one victim and of one gang are one', () => {
    const { rows } = match(
      [incident({ victim: 'marks-and-spencer', actors: [{ name: 'Scattered Spider' }] })],
      [incident({ victim: 'M&S', actors: [{ name: 'UNC3944' }] })],
    );
    expect(rows['victim (main)']).toEqual({ hit: 1, missed: 0, extra: 0 });
    expect(rows['actors']).toEqual({ hit: 1, missed: 0, extra: 0 });
  });

  test('facts about victims that the label only mentions are not scored', () => {
    const data = [{ type: 'names', polarity: 'taken' }];
    const { rows, judged } = match([incident({ role: 'mention' })], [incident({ data })]);
    expect(rows['data']).toEqual({ hit: 0, missed: 0, extra: 0 });
    expect(judged).toEqual([]);
  });

  test('data told the wrong way round is a flip, and so is a denied attack told as one', () => {
    const flipped = match(
      [
        incident({
          data: [{ type: 'passwords', polarity: 'not-taken' }],
          attack: [{ type: 'ransomware', certainty: 'denied' }],
        }),
      ],
      [
        incident({
          data: [{ type: 'passwords', polarity: 'taken' }],
          attack: [{ type: 'ransomware', certainty: 'reported' }],
        }),
      ],
    );
    expect(flipped.flips).toBe(2);
    const both = [
      { type: 'passwords', polarity: 'taken' },
      { type: 'passwords', polarity: 'not-taken' },
    ];
    expect(match([incident({ data: both })], [incident({ data: both })]).flips).toBe(0);
  });

  test.each([
    ['a day next to it', { date: '2025-04-22' }, '2025-04-23', 1],
    ['two days away', { date: '2025-04-22' }, '2025-04-24', 0],
    ['a day of the month that is given', { date: '2025-04' }, '2025-04-30', 1],
    ['two weeks from a vague date', { date: '2025-04-22', precision: 'about' }, '2025-05-06', 1],
    ['any day of a year', { date: '2025', precision: 'year' }, '2025-12-31', 1],
  ])('a date holds for %s', (_, gold, date, hit) => {
    const { rows } = match(
      [incident({ dates: [{ what: 'attack', ...gold }] })],
      [incident({ dates: [{ what: 'attack', date }] })],
    );
    expect(rows['dates']?.hit).toBe(hit);
  });

  test('money is the same within two percent, with its sign and currency', () => {
    const gold = [incident({ money: [{ metric: 'profit', amount: -300e6, currency: 'GBP' }] })];
    const hits = (amount: number, currency: string) =>
      match(gold, [incident({ money: [{ metric: 'profit', amount, currency }] })]).rows['money']?.hit;
    expect([hits(-304e6, 'GBP'), hits(300e6, 'GBP'), hits(-300e6, 'USD'), hits(-310e6, 'GBP')]).toEqual([1, 0, 0, 0]);
  });

  test('an incident is the same within a month, by year where no month is given', () => {
    const hits = (key: string) => match([incident()], [incident({ key })]).rows['incident']?.hit;
    expect([hits('acme-2025-05'), hits('acme-2025'), hits('acme-2025-06'), hits('acme-2024')]).toEqual([1, 1, 0, 0]);
  });

  test('a quote must stand in the article and share a word with the label', () => {
    const data = { type: 'names', polarity: 'taken' };
    const tally = match(
      [incident({ data: [{ ...data, quote: 'names were taken' }] })],
      [incident({ data: [{ ...data, quote: 'the names were stolen' }] })],
    );
    expect(tally.verbatim).toEqual({ part: 0, whole: 1 });
    expect(tally.supporting).toEqual({ part: 1, whole: 1 });
  });

  test('every claim is judged, one that repeats another like the other', () => {
    const names = { type: 'names', polarity: 'taken' };
    const { judged, rows } = match(
      [incident({ data: [names] })],
      [incident({ data: [names, names, { type: 'photos', polarity: 'taken' }] })],
    );
    expect(judged.map(({ right }) => right)).toEqual([true, true, false]);
    expect(rows['data']).toEqual({ hit: 1, missed: 0, extra: 1 });
  });
});

describe.skipIf(!existsSync(PATHS.scorer))('beside the labelled articles', () => {
  test('our matching gives the figures of the official scorer', () => {
    const cases = readCases(PATHS.dev);
    const tallies = cases.map(({ label, predicted, article: read }) => matchArticle(label, predicted, read));
    const scored = runScorer(
      PATHS.dev,
      cases.map(({ predicted }) => predicted),
    );
    expect(disagreements(scored, tallies, measure(tallies))).toEqual([]);
  }, 60_000);
});
