const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‛': "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‒': '-',
  '―': '-',
  '‐': '-',
  '‑': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\n': ' ',
  '\t': ' ',
  '*': ' ',
  _: ' ',
};

const lower = (text: string): string => {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return Array.from({ length: text.length }, (_, i) => {
    const unit = text.charAt(i);
    const one = unit.toLowerCase();
    return one.length === 1 ? one : unit;
  }).join('');
};

/**
 * The text in lower case with plain quotes, dashes and blanks (emphasis marks become blanks); every UTF-16 unit keeps
 * its place, so that offsets found in it hold in the text.
 */
export const plain = (text: string): string =>
  lower(text).replace(/[‘’‛´`“”„«»–—‒―‐‑\u00a0\u202f\u2009\n\t*_]/g, mark => PLAIN[mark] ?? mark);
