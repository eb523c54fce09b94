import { describe, expect, test } from 'vitest';
import { analyse } from '#nlp';
import { type Circumstances, type ConfidenceModel, confidenceOf, withConfidence } from '../../nlp/confidence.ts';

const claim: Circumstances = {
  rule: 'data/taken',
  certainty: 'confirmed',
  by: 'victim',
  role: 'main',
  told: 1,
  joint: false,
};
const model: ConfidenceModel = {
  intercept: 1,
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
    expect(confidenceOf(claim, { intercept: 50, weights: {} })).toBe(0.99);
    expect(confidenceOf(claim, { intercept: -50, weights: {} })).toBe(0.05);
  });

  test('is given to every claim of an analysis by its circumstances', () => {
    const { claims, incidents } = analyse({
      title: 'Harrods hit by cyber attack',
      text: 'Harrods said on Thursday that customer names and email addresses were stolen in a cyber attack.',
      publishedAt: '2025-05-02',
    });
    expect(claims.length).toBeGreaterThan(2);
    expect(
      withConfidence(
        claims.map(one => ({ ...one, confidence: 0 })),
        incidents,
      ),
    ).toEqual(claims);
    for (const { confidence } of claims) expect(confidence).toBeGreaterThanOrEqual(0.05);
  });
});
