import { describe, expect, test } from 'vitest';
import { createGates, patterns } from '../../nlp/gate/index.ts';
import { forgetTexts, perText } from '../../nlp/gate/per-text.ts';
import { createScanner } from '../../nlp/gate/scanner.ts';
import '../../nlp/index.ts';
import { buildReading } from '../../nlp/reading.ts';
import { ownArticles } from '../gold/articles.ts';

const mayMatch = (pattern: RegExp, text: string): boolean => createGates().gated(pattern).mayMatch(text);

describe('what a pattern needs', () => {
  test.each<[RegExp, string, string]>([
    [/\bransom(?:ware)?\b/, 'a ransomware gang', 'a gang'],
    [/\b(?:stole|copied) (?:[a-z]+ ){0,3}names\b/, 'they copied all the names', 'they copied all the files'],
    [/\bno\b/, 'no passwords', 'nobody knows'],
    [/(?<![\w-])hack(?:ed|ing)\b/, 'it was hacked', 'hackathon'],
    [/cyber ?-?attacks?/, 'a cyber-attack', 'cyber and an attack'],
    [/organi[sz]ations/, 'all organizations', 'all organs'],
    [/\b20[0-4]\d\b/, 'in 2031', 'in 2051'],
    [/(?:shut|took) [a-z ]{1,20}(?:down|offline)/, 'took it offline', 'took it away'],
    [/\bLeak Site\b/, 'the leak site', 'the leak'],
  ])('%s may match “%s” and not “%s”', (pattern, open, shut) => {
    expect(mayMatch(pattern, open)).toBe(true);
    expect(mayMatch(pattern, shut)).toBe(false);
  });

  test.each<[RegExp, string]>([
    [/(?:stolen)?/, ''],
    [/\d+/, '7'],
    [/(?:names)*x/, 'x'],
    [/a|stolen data/, 'a'],
    [/(?!stolen)[a-z]+/, 'taken'],
    [/(?<=stolen )data|x/, 'x'],
    [/ſ|stole/iu, 'ſtole'],
    [/stol[^x]n/, 'stolun'],
    [/customer’s data/, 'customer’s data'],
    [/\p{Lu}wn names/u, 'Own names'],
  ])('%s is not kept from “%s”', (pattern, text) => {
    expect(pattern.test(text)).toBe(true);
    expect(mayMatch(pattern, text)).toBe(true);
  });
});

describe('a gated pattern', () => {
  const { gated } = createGates();
  const pattern = gated(/\bnames?\b/);

  test('finds what the pattern finds, first and all', () => {
    expect(pattern.exec('a name and names')?.[0]).toBe('name');
    expect(pattern.all('a name and names').map(({ index }) => index)).toEqual([2, 11]);
    expect(pattern.all('tenants')).toEqual([]);
    expect(pattern.test('surnames')).toBe(false);
  });

  test('is not confused by patterns made after the first text', () => {
    const later = gated(/\baddresses\b/);
    expect(later.test('their addresses')).toBe(true);
    expect(pattern.test('their names')).toBe(true);
  });

  test('reads a text as written by what its plain letters hold', () => {
    const person = gated(/\bCEO (?<name>\p{Lu}\p{L}+)/u);
    expect(person.exec('Its CEO Mara', 'its ceo mara')?.groups?.['name']).toBe('Mara');
  });
});

test('a scanner finds literals inside, beside and across others', () => {
  const found = new Set<number>();
  const literals = ['hack', 'hacker', 'ckers', '\u0001he\u0001', 'the'];
  createScanner(literals)('the hackers', literal => found.add(literal));
  expect([...found].map(index => literals[index]).toSorted()).toEqual(['ckers', 'hack', 'hacker', 'the']);
});

test('what was read out of a text is remembered until another article begins', () => {
  let times = 0;
  const length = perText(text => {
    times++;
    return text.length;
  });
  expect([length('ab'), length('abc'), length('ab')]).toEqual([2, 3, 2]);
  expect(times).toBe(2);
  forgetTexts();
  expect(length('ab')).toBe(2);
  expect(times).toBe(3);
});

test('no rule can match in a sentence from which its gate keeps it', () => {
  const sentences = ownArticles().flatMap(article => buildReading(article).sentences);
  let matched = 0;
  for (const { pattern, mayMatch: open } of patterns()) {
    const whole = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
    for (const { text, letters } of sentences)
      for (const written of new Set([letters, text]))
        if (whole.test(written)) {
          matched++;
          expect(open(letters) && open(written), `${pattern.source.slice(0, 80)} in “${text}”`).toBe(true);
        }
  }
  expect(matched).toBeGreaterThan(5_000);
  // Every pattern meets every sentence: many seconds on a busy machine.
}, 120_000);
