import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onlyQuoted } from '../../db/quoted-words.ts';

describe('a text of which only the quoted words are left', () => {
  test('has them where they stood, and blanks for all else', () => {
    const text = 'No passwords were taken.\n\nThe shop is closed.';
    expect(onlyQuoted(text, ['passwords were', 'is closed'])).toBe('   passwords were       \n\n         is closed ');
  });

  test('has every place of a quote, also where quotes overlap or lie in each other', () => {
    expect(onlyQuoted('aa bb aa bb cc', ['aa bb', 'bb aa'])).toBe('aa bb aa bb   ');
    expect(onlyQuoted('one two three', ['one two three', 'two'])).toBe('one two three');
  });

  test('is as long as it was, holds every quote at its offset, and none of the other words', () => {
    const word = fc.stringMatching(/^[a-z😀]{1,6}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (words, from, length) => {
        const text = words.join(' ');
        const start = from % words.length;
        const quote = words.slice(start, start + 1 + (length % 4)).join(' ');
        const left = onlyQuoted(text, [quote]);
        expect(left).toHaveLength(text.length);
        for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1))
          expect(left.slice(at, at + quote.length)).toBe(quote);
        expect(left.replaceAll(/\s/g, '').length).toBeLessThanOrEqual(text.replaceAll(/\s/g, '').length);
        expect(onlyQuoted(left, [quote])).toBe(left);
      }),
    );
  });

  test('is blank where nothing is quoted', () => {
    expect(onlyQuoted('all of it', ['', 'not there']).trim()).toBe('');
  });
});
