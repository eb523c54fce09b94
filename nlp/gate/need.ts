import { EDGE } from './spell.ts';

/**
 * What a text must hold so that a pattern can match it: literals in the spelling of `spell.ts`, all or any of them;
 * `undefined` where nothing is known to be needed.
 */
export type Need = string | { readonly all: readonly Need[] } | { readonly any: readonly Need[] } | undefined;

/** A shorter literal stands nearly everywhere. */
const SHORTEST = 3;
/** Of a longer one the beginning tells enough. */
const LONGEST = 14;

/** Marks that stand in few sentences, or only at their ends. */
const MARK = /[;:"?!()%$/&]|[.,] /;

/** Its letters, and the edges of the word that it begins or is. */
const weight = (literal: string): number =>
  MARK.test(literal)
    ? SHORTEST
    : literal.startsWith(EDGE) || !literal.endsWith(EDGE)
      ? literal.length
      : literal.length - 1;

/** Those of the literals that hold none of the others: where a longer one stands, so does what it holds. */
const minimal = (literals: readonly string[]): readonly string[] => {
  const kept: string[] = [];
  for (const literal of [...new Set(literals)].sort((a, b) => a.length - b.length))
    if (!kept.some(shorter => literal.includes(shorter))) kept.push(literal);
  return kept;
};

/** Any one of the literals has to stand in the text. */
export const anyLiteral = (literals: readonly string[]): Need => {
  if (literals.some(literal => weight(literal) < SHORTEST)) return undefined;
  const kept = minimal(literals.map(literal => literal.slice(0, LONGEST)));
  return kept.length === 1 ? kept[0] : { any: kept };
};

/** Words that stand in nearly every sentence: to look for them beside others costs more than it keeps out. */
const COMMON = new Set(
  'a an the this that these those its their and or to of in on at as by for from with is it be are was were has have had been'.split(
    ' ',
  ),
);

const isCommon = (need: Need): boolean => {
  if (need === undefined) return true;
  if (typeof need === 'string') return need.split(/[^a-z0-9]+/).every(word => word === '' || COMMON.has(word));
  return 'all' in need ? need.all.every(isCommon) : need.any.some(isCommon);
};

/** Every need that is known has to be met; common words count only where there is nothing else. */
export const allOf = (needs: readonly Need[]): Need => {
  const known = needs.filter(need => need !== undefined);
  const telling = known.filter(need => !isCommon(need));
  const all = telling.length > 0 ? telling : known;
  return all.length > 1 ? { all } : all[0];
};

/** One need has to be met: nothing is known if one of them is not. */
export const anyOf = (needs: readonly Need[]): Need => {
  if (needs.some(need => need === undefined)) return undefined;
  const flat = needs.flatMap(need => (typeof need === 'object' && 'any' in need ? need.any : [need]));
  const literals = minimal(flat.filter(need => typeof need === 'string'));
  const others = flat.filter(need => typeof need !== 'string');
  const all = [...literals, ...others];
  return all.length === 1 ? all[0] : { any: all };
};
