import { afterAll, describe, expect, test } from 'vitest';
import { analyse } from '#nlp';
import { createAnalysts } from '#pipeline';

const analysts = createAnalysts({ threads: 1 });
afterAll(() => analysts.close());

describe('The analysts', () => {
  test('read in threads of their own what the rules read here', async () => {
    const article = {
      title: 'Tesco confirms cyberattack',
      text: 'Tesco said on Monday that hackers stole the names and email addresses of 20,000 customers. No passwords were taken.',
      publishedAt: '2025-05-06',
      source: 'The Gazette',
    };
    const read = await analysts.analyse(article);
    expect(read).toEqual(analyse(article));
    expect(read.claims.length).toBeGreaterThan(0);
  }, 60_000);
});
