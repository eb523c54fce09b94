import { gated } from '../../gate/index.ts';
import { INFINITIVES, PAST_AND_ING } from './verbs.ts';

/** A modifier that shares the head noun of a later one: "financial" in "financial or medical data". */
export interface Modifier {
  readonly words: string;
  readonly head: string;
  /** Where the modifier stands in the text. */
  readonly start: number;
  readonly end: number;
}

const HEADS = 'information|info|data|details|numbers|records|addresses|documents|files';
const PART = "(?:[a-z'/-]+ ){0,2}[a-z'/-]+";
const SHARED = gated(
  new RegExp(
    `(?<![\\w'/-])(?<parts>${PART}(?:, ${PART}){0,5}),? (?:and|or|and/or)(?: \\w+ly| potentially)? (?!(?:${INFINITIVES}|${PAST_AND_ING})\\b)${PART} (?<head>${HEADS})(?![\\w-])`,
    'g',
  ),
);
/** Begins of a phrase that are no part of a modifier. */
const LEAD =
  /^(?:.*\b(?:the|their|its|his|her|our|your|any|some|of|to|for|with|that|which|was|were|no|both|including|include|included|as|contain|contains)\b ?)/;

/** The modifiers of coordinated noun phrases whose head is told once, at their end: "card, code and password details". */
export const modifiersIn = (text: string): readonly Modifier[] =>
  SHARED.all(text).flatMap(hit => {
    const { parts = '', head = '' } = hit.groups ?? {};
    let at = hit.index;
    const modifiers = parts.split(', ').map(part => {
      const from = at;
      at += part.length + 2;
      const words = part.replace(LEAD, '');
      return { opens: words !== part, words, head, start: from + part.length - words.length, end: from + part.length };
    });
    // what stands before the word that opens the phrase is none of its parts: "According to the company, no card or …"
    return modifiers.slice(
      Math.max(
        0,
        modifiers.findLastIndex(({ opens }) => opens),
      ),
    );
  });
