/**
 * What a text must hold so that a pattern can match it: literals in the spelling of `spell.ts`, all or any of them;
 * `undefined` where nothing is known to be needed.
 */
export type Need = string | { readonly all: readonly Need[] } | { readonly any: readonly Need[] } | undefined;

/** A shorter literal stands nearly everywhere; one that says where words begin or end counts that too. */
const SHORTEST = 3;

/** Those of the literals that hold none of the others: where a longer one stands, so does what it holds. */
const minimal = (literals: readonly string[]): readonly string[] => {
  const kept: string[] = [];
  for (const literal of [...new Set(literals)].sort((a, b) => a.length - b.length))
    if (!kept.some(shorter => literal.includes(shorter))) kept.push(literal);
  return kept;
};

/** Any one of the literals has to stand in the text. */
export const anyLiteral = (literals: readonly string[]): Need => {
  if (literals.some(literal => literal.length < SHORTEST)) return undefined;
  const kept = minimal(literals);
  return kept.length === 1 ? kept[0] : { any: kept };
};

/** Every need that is known has to be met. */
export const allOf = (needs: readonly Need[]): Need => {
  const known = needs.filter(need => need !== undefined);
  return known.length > 1 ? { all: known } : known[0];
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
