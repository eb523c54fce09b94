import { describe, expect, test } from 'vitest';
import { measuredIn, QUALITY } from '../../src/web/quality.ts';

describe('the figures of the page about Receipts', () => {
  test('are the rows of all facts in what the last measurement wrote', () => {
    const text =
      '# How good\n\n## The 3 articles\n\nWords.\n\n| data | 0.5 | 0.6 |\n| ALL FACTS | 0.933 (0.889–0.968) | 0.937 (0.91) | x |\n\n## The sealed ones\n\nNever seen. More.\n\n| ALL FACTS precision | 0.604 (0.4) |\n| ALL FACTS recall | 0.574 |\n\n## Other\n\nNone.\n';
    expect(measuredIn(text)).toEqual([
      { what: 'The 3 articles', note: 'Words.', precision: '0.933', recall: '0.937' },
      { what: 'The sealed ones', note: 'Never seen.', precision: '0.604', recall: '0.574' },
    ]);
  });

  test('are found in the measurement that is there, on articles that the rules had never seen among them', () => {
    expect(QUALITY.length).toBeGreaterThanOrEqual(3);
    expect(QUALITY.map(({ what }) => what)).toContain('The sealed articles');
    for (const { precision, recall } of QUALITY) expect(Math.min(Number(precision), Number(recall))).toBeGreaterThan(0);
  });
});
