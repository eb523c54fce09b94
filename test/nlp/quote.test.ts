import { expect, test } from 'vitest';
import { MAX_QUOTE } from '#domain/claim.ts';
import { quoteOf } from '../../nlp/quote.ts';

test('a quote is verbatim and has no white space at its edges', () => {
  const text = 'One.  Two words.  ';
  expect(quoteOf(text, 4, text.length)).toEqual({ quote: 'Two words.', start: 6, end: 16 });
});

test('a long quote ends at a word boundary within the limit', () => {
  const text = 'basket '.repeat(100);
  const { quote, start, end } = quoteOf(text, 0, text.length);
  expect(quote.length).toBeLessThanOrEqual(MAX_QUOTE);
  expect(quote.endsWith('basket')).toBe(true);
  expect(text.slice(start, end)).toBe(quote);
});

test('a word or two grow into their clause, and no further', () => {
  const text = 'It is back. Files of the loyalty club, and more, were copied.';
  expect(quoteOf(text, 12, 17).quote).toBe('Files of the loyalty club');
  expect(quoteOf(text, 43, 47).quote).toBe('and more');
});

test('words enough stay as they are', () => {
  const text = 'We have paused online orders since Monday.';
  expect(quoteOf(text, 8, 28).quote).toBe('paused online orders');
});
