import type { Qualifier } from '#domain/vocabulary.ts';
import { perText } from '../gate/per-text.ts';
import { CURRENCY_BEFORE, SCALE_LETTER, SCALE_WORD, scaleOf, UNIT_AFTER, type Unit, unitOf } from './units.ts';
import { wordNumbersIn } from './word-numbers.ts';

/** A figure with what the words at its sides make of it; offsets into the plain text. */
export interface Quantity {
  readonly value: number;
  readonly max?: number;
  readonly qualifier: Qualifier;
  readonly vague: boolean;
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
  /** Where the qualifying words before it begin; `start` where there are none. */
  readonly lead: number;
}

interface Atom {
  readonly digits: number;
  readonly scale: number;
  readonly unit: Unit;
  readonly vague: boolean;
  readonly plus: boolean;
  readonly start: number;
  readonly end: number;
}

const DIGITS = `\\d{1,4},\\d{1,2}(?= ?(?:${SCALE_WORD}|[bmt]n)\\b)|\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?:\\.\\d{3}){2,}|\\d{1,4} ?\\. ?\\d{1,3}(?= ?${SCALE_WORD}\\b)|\\d+(?:\\.\\d+)?`;
const FIGURE = new RegExp(
  `(?<![\\w.,#/])(?<![a-z]{3}-)(?:(?<before>${CURRENCY_BEFORE}) ?(?:\\((?=[\\d.,]+\\)))?)?(?<digits>(?<=[£$€¥] ?)\\d{1,3}(?: \\d{3})+(?!\\d)|(?<![\\d.,] )[1-9]\\d{0,2}(?: \\d{3})+(?=\\+? (?!(?:gb|tb|mb|and|or|to)\\b)[a-z])(?! (?:million|billion|thousand))|${DIGITS})(?:(?<=[£$€¥]\\([\\d.,]{1,12})\\))?(?<plus>\\+)?(?:[ -]?(?<word>${SCALE_WORD})\\b| ?(?<short>bn|tn|mn)\\b|(?<letter>${SCALE_LETTER})\\b)?(?<after>${UNIT_AFTER})?(?![\\d]|[a-z])`,
  'g',
);
const AFTER_WORDS = new RegExp(`^(?: of)?${UNIT_AFTER}`);

/** "2,2 million" has a decimal comma, "2,200" has not. */
const digitsOf = (text: string): number =>
  Number(/^\d{1,4},\d{1,2}$/.test(text) ? text.replace(',', '.') : withoutMarks(text));

const withoutMarks = (text: string): string =>
  /^\d{1,3}(?:\.\d{3}){2,}$/.test(text) ? text.replaceAll('.', '') : text.replace(/[, ]/g, '');

const figures = (letters: string): Atom[] =>
  (/\d/.test(letters) ? [...letters.matchAll(FIGURE)] : []).map(match => {
    const { before, digits = '', plus, word, short, letter, after } = match.groups ?? {};
    return {
      digits: digitsOf(digits),
      scale: scaleOf(word ?? short ?? letter),
      unit: unitOf(before, after),
      vague: false,
      plus: plus !== undefined,
      start: match.index,
      end: match.index + match[0].length,
    };
  });

const inWords = (letters: string, taken: readonly Atom[]): Atom[] =>
  wordNumbersIn(letters)
    .filter(word => taken.every(atom => word.end <= atom.start || atom.end <= word.start))
    .map(({ value, vague, start, end }) => {
      const after = AFTER_WORDS.exec(letters.slice(end, end + 24))?.[0];
      return {
        digits: value,
        scale: 1,
        unit: unitOf(undefined, after?.replace(/^ of/, '')),
        vague,
        plus: false,
        start,
        end: end + (after?.length ?? 0),
      };
    });

const QUALIFIERS: readonly (readonly [Qualifier, RegExp])[] = [
  [
    'up-to',
    /\b(?:up to|as many as|as much as|(?:a )?maximum of|less than|fewer than|no more than|not more than|at most|to the tune of up to|as high as|under) (?:a |an |the |some )?$/,
  ],
  [
    'at-least',
    /\b(?:more than|over|at least|in excess of|upwards? of|exceed(?:s|ed|ing)|north of|greater than|a minimum of|no (?:fewer|less) than|well over|just over|topped|topping|surpass(?:ed|ing)|beyond) (?:a |an |the |some )?$/,
  ],
  [
    'about',
    /\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|an estimated|estimated(?: at)?|circa|c\.|close to|somewhere (?:around|near)|(?:in )?the region of|just under|on the order of|in the order of|or so) (?:a |an |the |some )?$/,
  ],
];

const qualified = (letters: string, start: number): { readonly qualifier: Qualifier; readonly lead: number } => {
  const from = Math.max(0, start - 40);
  const before = letters.slice(from, start);
  for (const [qualifier, pattern] of QUALIFIERS) {
    const match = pattern.exec(before);
    if (match) return { qualifier, lead: from + match.index };
  }
  return { qualifier: 'exact', lead: start };
};

const MERGING = /^ ?(?:-|to|and|or) ?$/;

/** Whether two figures are the ends of one range: "between 1 and 2", "£270-440 million", "5m to 6m". */
const isRange = (letters: string, a: Atom, b: Atom): boolean => {
  const between = letters.slice(a.end, b.start);
  if (!MERGING.test(between) || a.vague || b.vague) return false;
  if (a.unit.currency && b.unit.currency && a.unit.currency !== b.unit.currency) return false;
  if ((a.unit.percent && !b.unit.percent) || (a.unit.currency && b.unit.percent)) return false;
  const [low, high] = [a.digits * (a.scale > 1 ? a.scale : b.scale), b.digits * b.scale];
  if (low >= high) return false;
  if (/and/.test(between))
    return /\b(?:between|from) (?:\w+ )?$/.test(letters.slice(Math.max(0, a.start - 24), a.start));
  return !/or/.test(between);
};

/** 16.4 million is 16,400,000, not 16,399,999.999999998. */
const rounded = (value: number): number => Number(value.toPrecision(12));

const single = (letters: string, atom: Atom): Quantity => {
  const { qualifier, lead } = qualified(letters, atom.start);
  const follows = /^ ?(?:or more|and counting|plus)\b/.test(letters.slice(atom.end, atom.end + 14));
  const asTold: Qualifier = atom.plus || follows || (atom.vague && qualifier === 'exact') ? 'at-least' : qualifier;
  return {
    value: rounded(atom.digits * atom.scale * atom.unit.factor),
    qualifier: asTold,
    vague: atom.vague,
    unit: atom.unit,
    start: atom.start,
    end: atom.end,
    lead,
  };
};

const range = (letters: string, a: Atom, b: Atom): Quantity => {
  const { lead } = qualified(letters, a.start);
  const opening = /\b(?:between|from) (?:\w+ )?$/.exec(letters.slice(Math.max(0, lead - 24), lead));
  const unit = b.unit.currency || b.unit.percent ? b.unit : a.unit;
  return {
    value: rounded(a.digits * (a.scale > 1 ? a.scale : b.scale) * unit.factor),
    max: rounded(b.digits * b.scale * unit.factor),
    qualifier: 'about',
    vague: false,
    unit: { ...a.unit, ...unit },
    start: a.start,
    end: b.end,
    lead: opening ? lead - opening[0].length : lead,
  };
};

/** The figures of a plain text in order, ranges put together; with currency or percent where they have one. */
export const quantitiesIn = perText((letters): readonly Quantity[] => {
  const digits = figures(letters);
  const atoms = [...digits, ...inWords(letters, digits)].sort((a, b) => a.start - b.start);
  const found: Quantity[] = [];
  for (let i = 0; i < atoms.length; i++) {
    const [atom, next] = [atoms[i], atoms[i + 1]];
    if (atom === undefined) continue;
    if (next !== undefined && isRange(letters, atom, next)) {
      found.push(range(letters, atom, next));
      i++;
    } else found.push(single(letters, atom));
  }
  return found;
});
