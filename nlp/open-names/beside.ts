import { type Classed, ENDS, isLower, isOther, isPoint, type Side, sideOf, wordOf } from './classed.ts';
import type { WordClass } from './lexicon.ts';
import type { Place } from './names.ts';

const JOINING: ReadonlySet<string> = new Set(['a', 'an', 'the', 'one', 'among', 'which', 'that', 'who', 'part']);
const BEING: ReadonlySet<string> = new Set(['is', 'was', 'are', 'were', 'remains', 'became']);
const HAVING: ReadonlySet<string> = new Set(
  'operates runs owns manages has operating running boasts sells selling with'.split(' '),
);
/** Words that a trade or a belonging may stand away from the name. */
const BEFORE = 6;
const AFTER = 4;
const SAID = 16;
/** A longer bracket is no abbreviation. */
const BRACKET = 8;
/** So far an apposition goes on past a comma or a verb. */
const OPENING = 3;
const CLAUSE = 6;

/** The trade that stands right before the word at `first`: "the home improvement retailer X", "pharmacy chain, X". */
export const tradeBefore = ({ sentence: { tokens }, classes }: Classed, first: number): Side | undefined => {
  const found: (WordClass | undefined)[] = [];
  const apart = tokens[first - 1]?.norm === ',';
  const start = apart ? first - 2 : first - 1;
  for (let at = start; at >= 0 && start - at < BEFORE; at--) {
    const token = tokens[at];
    if (isPoint(token) && token?.norm !== '-') break;
    if (token?.norm === 'and' && found.length > 0) continue;
    if (ENDS.has(wordOf(token)) || JOINING.has(wordOf(token))) break;
    // "the X drugstore chain, Y": the trade has a name already
    if (apart && at > 0 && /^\p{Lu}/u.test(token?.text ?? '')) return undefined;
    found.push(classes[at]);
  }
  // the head stands last: what stands before it only says of which kind
  const head = found[0];
  return head === undefined || head === 'scene' || head === 'elsewhere' ? undefined : sideOf(found);
};

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'this']);

/** Whether a name only says where a firm is from: "the Minneapolis discounter", "a Blue Springs pharmacy chain". */
export const isOrigin = ({ sentence: { tokens }, classes }: Classed, { first, last }: Place): boolean => {
  if (!ARTICLES.has(tokens[first - 1]?.norm ?? '')) return false;
  for (let at = last + 1; at <= last + AFTER; at++) {
    const token = tokens[at];
    if (isPoint(token) || ENDS.has(wordOf(token))) return false;
    const head = classes[at] === 'shop' || classes[at] === 'firm';
    if (head && !NO_FIRM.has(wordOf(token))) return !wordOf(token).endsWith('s');
  }
  return false;
};
/** Shops of a firm, and no word for the firm. */
const NO_FIRM: ReadonlySet<string> = new Set('store shop restaurant supermarket pharmacy cafe branch brand'.split(' '));

/** What a name has: "X stores", "X's shoppers", "X patients". */
export const belongingAfter = (here: Classed, place: Place): Side | undefined => {
  if (isOrigin(here, place)) return undefined;
  const { tokens } = here.sentence;
  for (let at = place.last + 1; at <= place.last + AFTER; at++) {
    const found = here.classes[at];
    if (isPoint(tokens[at]) || ENDS.has(wordOf(tokens[at]))) return undefined;
    if (found === 'shop' || found === 'scene') return 'shop';
    if (isOther(found)) return 'other';
  }
  return undefined;
};

/** Past a bracket that follows a name: "X (XYZ), a …". */
const pastBracket = ({ sentence: { tokens } }: Classed, at: number): number | undefined => {
  if (tokens[at]?.norm !== '(') return at;
  const close = tokens.findIndex((token, place) => place > at && token.norm === ')');
  return close < 0 || close - at > BRACKET ? undefined : close + 1;
};

/** What the name that ends at `last` is said to be or to run: "X, a jeweller", "X is the largest bank", "X, which runs 40 bakeries". */
export const saidOf = (here: Classed, last: number): Side | undefined => {
  const { tokens } = here.sentence;
  const behind = pastBracket(here, last + 1);
  if (behind === undefined) return undefined;
  const comma = tokens[behind]?.norm === ',' || tokens[behind]?.norm === '-';
  const at = comma ? behind + 1 : behind;
  const next = wordOf(tokens[at]);
  const joined = JOINING.has(next);
  const having = HAVING.has(next) || (joined && HAVING.has(wordOf(tokens[at + 1])));
  const described = comma && (joined || (isLower(tokens[at]) && here.classes.slice(at, at + CLAUSE).some(Boolean)));
  if (!BEING.has(next) && !having && !described) return undefined;
  const found: (WordClass | undefined)[] = [];
  for (let place = at; place < tokens.length && place - at < SAID; place++) {
    const norm = tokens[place]?.norm ?? '';
    if (/^[.;:()]$/.test(norm) || (norm === ',' && place - at > OPENING)) break;
    if (place - at > CLAUSE && /^(?:said|says|after)$/.test(norm)) break;
    found.push(here.classes[place]);
  }
  if (!having) return sideOf(found);
  if (found.includes('shop')) return 'shop';
  return found.some(isOther) ? 'other' : undefined;
};
