import { organisations, retailers } from './gazetteer/index.ts';
import { plain } from './scope/plain.ts';
import { tokensOf } from './tokens.ts';
import type { Block, Sentence } from './types.ts';

/** After these a full stop never ends a sentence. */
const BEFORE_NAMES = new Set(
  'mr mrs ms dr prof st ste sen rep gov gen lt col sgt capt maj cpl cmdr supt insp det atty jos wm chas thos jas robt benj no nos vs v fig al approx est dept ca cf eg ie jan feb mar apr jun jul aug sep sept oct nov dec mt ft hon rev'.split(
    ' ',
  ),
);
/** After these it may, if what follows looks like a beginning. */
const AMBIGUOUS = new Set(
  'inc ltd llc co cos corp plc bros jr sr etc assn intl mfg minn mass conn calif fla tex ore wis mich ariz colo tenn okla neb nev u.s u.k e.u a.m p.m e.g i.e d.c n.y s.a s.p.a n.v b.v'.split(
    ' ',
  ),
);
const STARTERS = new Set(
  'the it in a an on at but and this that these those he she they we our his her its their according while although though after as however meanwhile if for since when with to by from under during among there here no not some many most one last earlier later also still yet so then now both customers hackers attackers researchers police'.split(
    ' ',
  ),
);
/** Letters with stops between them: "E.l.f.", "U.N.C.L.E.". */
const DOTTED = /^\p{L}(?:\.\p{L})+$/u;
const END = /[.!?…]+["'”’)\]*_]*(?=\s)/g;

const wordBefore = (text: string, at: number): string => {
  let from = at;
  while (from > 0 && /[\p{L}\p{N}.&'’]/u.test(text[from - 1] ?? '')) from--;
  return text.slice(from, at).toLowerCase();
};

const wordAfter = (text: string, at: number): string =>
  /^[\s"'“‘(*_[]*([\p{L}\p{N}$£€@#][\p{L}\p{N}'’-]*)?/u.exec(text.slice(at, at + 60))?.[1] ?? '';

/** What stands before and behind the mark in the names that are written with one ("Yum! Brands"), by the word before it. */
const MARKED_NAMES: ReadonlyMap<string, readonly (readonly [string, string])[]> = Map.groupBy(
  [...retailers, ...organisations]
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .flatMap(name => {
      const mark = name.indexOf('!');
      return mark > 0 ? [[name.slice(0, mark), name.slice(mark)] as const] : [];
    }),
  ([before]) => wordBefore(before, before.length),
);

/** Whether a mark is one of a name, and not of its sentence. */
const belongsToName = (text: string, mark: number): boolean =>
  (MARKED_NAMES.get(wordBefore(text, mark)) ?? []).some(
    ([before, behind]) => text.startsWith(before, mark - before.length) && text.startsWith(behind, mark),
  );

const endsHere = (text: string, dot: number, after: number): boolean => {
  const next = wordAfter(text, after);
  if (/^\p{Ll}/u.test(next)) return false;
  if (text[dot] === '!' && belongsToName(text, dot)) return false;
  if (text[dot] !== '.') return true;
  const word = wordBefore(text, dot);
  if (/^\p{L}$/u.test(word) && text[dot + 1] !== '"' && /^\p{Lu}/u.test(text[dot - 1] ?? '')) return false;
  if (BEFORE_NAMES.has(word)) return word === 'no' ? !/^\p{N}/u.test(next) : false;
  if (AMBIGUOUS.has(word) || DOTTED.test(word)) return STARTERS.has(next.toLowerCase()) || next === '';
  return true;
};

/** Longer runs without an end mark are tables or garbage: they are cut at a blank, so that reading stays linear. */
const LONGEST = 1500;

const cut = (text: string, [from, to]: readonly [number, number]): readonly (readonly [number, number])[] => {
  const pieces: (readonly [number, number])[] = [];
  let start = from;
  while (to - start > LONGEST) {
    const blank = text.lastIndexOf(' ', start + LONGEST);
    const end = blank > start ? blank : start + LONGEST;
    pieces.push([start, end]);
    start = blank > start ? end + 1 : end;
  }
  return [...pieces, [start, to]];
};

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
/** A byline or a stamp with its date, glued to the first sentence: "By Jane Doe May 3, 2031 The shop …". */
const GLUED = new RegExp(
  `^(?:By (?:\\p{Lu}[\\p{L}.'’-]+,? ){1,5}|(?:Published|Posted|Updated|Last updated):? )[|·•–—-]? ?(?:(?:Published|Posted|Updated|on):? ){0,2}(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4})(?:,?(?: at)? \\d{1,2}:\\d{2} ?(?:[AaPp]\\.?[Mm]\\.?)?(?: [A-Z]{2,4}\\b)?)?[\\s|·•–—-]+(?=\\p{Lu})`,
  'u',
);
const LONGEST_STAMP = 140;

const spansOf = (text: string, block: Block): readonly (readonly [number, number])[] => {
  const inner = text.slice(block.start, block.end);
  const spans: (readonly [number, number])[] = [];
  let from = GLUED.exec(inner.slice(0, LONGEST_STAMP))?.[0].length ?? 0;
  for (const match of inner.matchAll(END)) {
    if (match.index < from) continue;
    const after = match.index + match[0].length;
    if (!endsHere(inner, match.index, after)) continue;
    spans.push([from, after]);
    from = after;
    while (/\s/.test(inner[from] ?? '')) from++;
  }
  if (from < inner.length) spans.push([from, inner.length]);
  return spans.flatMap(span => cut(inner, span));
};

/**
 * The sentences of the blocks, furniture left out, with their tokens. A full stop after an abbreviation or an initial,
 * inside a number, an address or a link ends none; one before a closing quotation mark ends it after the mark.
 */
export const sentencesOf = (text: string, blocks: readonly Block[]): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  for (const [blockIndex, block] of blocks.entries()) {
    if (block.kind === 'furniture') continue;
    for (const [from, to] of spansOf(text, block)) {
      const start = block.start + from;
      const end = block.start + to;
      if (end <= start) continue;
      const tokens = tokensOf(text, start, end);
      const words = text.slice(start, end);
      sentences.push({
        index: sentences.length,
        start,
        end,
        text: words,
        letters: plain(words),
        tokens,
        block,
        blockIndex,
      });
    }
  }
  return sentences;
};
