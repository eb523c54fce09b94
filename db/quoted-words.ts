/** What stands in place of words that are not quoted: every text keeps its length, so that offsets stay right. */
const blank = (text: string): string => text.replace(/\S/g, ' ');

/** All places of a quote in a text, as [start, end). */
function* placesOf(quote: string, text: string): Generator<readonly [start: number, end: number]> {
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) yield [at, at + quote.length];
}

/** A text of which only the words of the quotes are left, each where it stood; all else is blank. */
export const onlyQuoted = (text: string, quotes: readonly string[]): string => {
  const places = [...new Set(quotes)]
    .filter(quote => quote !== '')
    .flatMap(quote => [...placesOf(quote, text)])
    .sort(([a], [b]) => a - b);
  let left = '';
  for (const [start, end] of places) {
    if (end <= left.length) continue;
    const from = Math.max(start, left.length);
    left += blank(text.slice(left.length, from)) + text.slice(from, end);
  }
  return left + blank(text.slice(left.length));
};
