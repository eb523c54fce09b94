import { type Quote, quoteOf } from '../quote.ts';
import type { Reading, Sentence } from '../types.ts';

const SHORTEST = 12;

/** The clause of the sentence around a span, as a quote: up to the commas, semicolons and dashes on both sides. */
export const clauseQuote = (reading: Reading, sentence: Sentence, start: number, end: number): Quote => {
  const before = sentence.text.slice(0, start - sentence.start);
  const cut = Math.max(
    before.lastIndexOf(', '),
    before.lastIndexOf('; '),
    before.lastIndexOf(' – '),
    before.lastIndexOf(' — '),
  );
  const after = sentence.text.slice(end - sentence.start);
  const close = after.search(/[,;]\s|\s[–—]\s|[.!?]["”’)]?$/);
  const from = cut < 0 ? sentence.start : sentence.start + cut + 2;
  const to = close < 0 ? sentence.end : end + close;
  return to - from < SHORTEST || end - from > 280 ? quoteOf(reading.text, start, end) : quoteOf(reading.text, from, to);
};
