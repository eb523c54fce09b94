import { describe, expect, test } from 'vitest';
import { analyse, findingsIn } from '#nlp';
import type { Circumstances } from '../../nlp/circumstances.ts';
import { type ConfidenceModel, confidenceOf, LEAST_CREDIBLE } from '../../nlp/confidence.ts';
import { circumstances } from './support/circumstances.ts';

const claim: Circumstances = circumstances({ rule: 'data/taken' });
const model: ConfidenceModel = {
  intercept: 1,
  least: 0.5,
  weights: { 'by:media': -1, 'kind:data': 0.5, 'rule:data/taken': 0.5, joint: -2, 'told:several': -0.25 },
};

describe('confidence', () => {
  test('is the logistic of the weights that apply, in hundredths', () => {
    expect(confidenceOf(claim, model)).toBe(0.88);
    expect(confidenceOf({ ...claim, by: 'media' }, model)).toBe(0.73);
    expect(confidenceOf({ ...claim, joint: true, told: 2 }, model)).toBe(0.44);
  });

  test('judges a rule that was never counted by its kind', () => {
    expect(confidenceOf({ ...claim, rule: 'data/unheard-of' }, model)).toBe(0.82);
  });

  test('is never certain either way', () => {
    expect(confidenceOf(claim, { intercept: 50, least: 0.5, weights: {} })).toBe(0.99);
    expect(confidenceOf(claim, { intercept: -50, least: 0.5, weights: {} })).toBe(0.05);
  });

  const article = {
    title: 'Harrods hit by cyber attack',
    text: 'Harrods said on Thursday that customer names and email addresses were stolen in a cyber attack. Two years ago another shop had been hit. Names were taken, Harrods said again.',
    publishedAt: '2025-05-02',
  };

  test('is given to every claim of an analysis by its circumstances', () => {
    const { analysis, circumstances: known } = findingsIn(article);
    expect(analysis.claims.length).toBeGreaterThan(2);
    expect(known).toHaveLength(analysis.claims.length);
    expect(analysis.claims.map(({ confidence }) => confidence)).toEqual(known.map(one => confidenceOf(one)));
    const names = known.find(({ value }) => value === 'names taken');
    expect(names).toMatchObject({ again: true, named: 'here', role: 'main', beside: [] });
  });

  test('keeps out of an analysis what is much more likely wrong than right', () => {
    const all = findingsIn(article).analysis.claims;
    expect(analyse(article).claims).toEqual(all.filter(({ confidence }) => confidence >= LEAST_CREDIBLE));
    expect(LEAST_CREDIBLE).toBeGreaterThan(0.3);
  });
});
