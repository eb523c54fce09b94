import { describe, expect, test } from 'vitest';
import type { Circumstances } from '../../nlp/circumstances.ts';
import { confidenceOf } from '../../nlp/confidence.ts';
import { bandsOf, leftOut } from '../../scripts/eval/calibration.ts';
import { asCautious, type Example, fitConfidence } from '../../scripts/eval/fit.ts';
import { circumstances } from '../nlp/support/circumstances.ts';

const base: Circumstances = circumstances({});
const examples = (rule: string, right: number, wrong: number): readonly Example[] =>
  Array.from({ length: right + wrong }, (_, index) => ({
    article: `article ${index % 12}`,
    claim: { ...base, rule },
    right: index < right,
  }));

describe('fitting confidence', () => {
  const counted = [...examples('data/good', 97, 3), ...examples('money/bad', 30, 30)];
  const model = fitConfidence(counted);

  test('gives a rule that was often counted about its share of right claims', () => {
    expect(confidenceOf({ ...base, rule: 'data/good' }, model)).toBeCloseTo(0.96, 1);
    expect(confidenceOf({ ...base, rule: 'money/bad' }, model)).toBeCloseTo(0.5, 1);
  });

  test('believes a rule less that was right only twice', () => {
    const few = fitConfidence([...counted, ...examples('legal/rare', 2, 0)]);
    expect(confidenceOf({ ...base, rule: 'legal/rare' }, few)).toBeLessThan(
      confidenceOf({ ...base, rule: 'data/good' }, few),
    );
  });

  test('is as cautious as the share that is to reach the top band allows', () => {
    const cautious = asCautious(model, counted, 0.6);
    const confidence = (rule: string) => confidenceOf({ ...base, rule }, cautious);
    expect(confidence('data/good')).toBe(0.9);
    expect(confidence('money/bad')).toBeLessThan(confidenceOf({ ...base, rule: 'money/bad' }, model));
    expect(cautious.weights).toEqual(model.weights);
  });

  test('is bolder where too few claims reach the top band', () => {
    const bold = asCautious(model, counted, 1);
    expect(confidenceOf({ ...base, rule: 'money/bad' }, bold)).toBe(0.9);
  });

  test('every claim that is credible is judged once, by weights from other articles', () => {
    const good = examples('data/good', 97, 3);
    expect(leftOut(good, [])).toHaveLength(good.length);
  });

  test('moves the line between credible and not along with its caution', () => {
    const cautious = asCautious(model, counted, 0.6);
    const by = model.intercept - cautious.intercept;
    expect(cautious.least).toBeCloseTo(1 / (1 + Math.exp(by) * (0.55 / 0.45)), 2);
  });
});

describe('the calibration table', () => {
  test('counts each claim in one band, with its share and how many are right', () => {
    const claims = [0.99, 0.9, 0.85, 0.3].map((confidence, index) => ({
      article: 'a',
      confidence,
      right: index !== 1,
    }));
    const bands = bandsOf(claims);
    expect(bands.map(band => band.claims)).toEqual([2, 1, 0, 0, 1]);
    expect(bands[0]).toMatchObject({ from: 0.9, share: 0.5, right: 0.5 });
  });
});
