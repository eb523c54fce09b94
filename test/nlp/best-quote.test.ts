import { describe, expect, test } from 'vitest';
import { analyse } from '#nlp';

/** The quotes of the claims of a kind in a report about Harrods. */
const quotes = (kind: string, text: string): readonly string[] =>
  analyse({ title: 'Harrods hit by hackers', text, publishedAt: '2031-05-14' }).claims.flatMap(claim =>
    claim.kind === kind ? claim.quote : [],
  );

describe('of several sentences that say the same, the quote is of the one that tells it best', () => {
  test('what was tried says more of an incident than its name', () => {
    const [quote] = quotes(
      'attack',
      'Harrods confirmed the incident on Tuesday.\n\nHarrods said it had seen attempts to gain unauthorised access to its network.',
    );
    expect(quote).toContain('unauthorised access');
  });

  test('the news of an attack says more than a word that points back at it', () => {
    const [quote] = quotes(
      'attack',
      'Harrods said the attack will be dealt with in its report.\n\nHarrods confirmed that it suffered a cyberattack on Monday.',
    );
    expect(quote).toContain('suffered a cyberattack');
  });

  test('the theft of data says more than a list in which the data stands', () => {
    const found = quotes(
      'data',
      'Harrods said the stolen database includes passwords.\n\nHarrods confirmed that hackers stole customer passwords.',
    );
    expect(found.some(quote => quote.includes('stole customer passwords'))).toBe(true);
  });
});
