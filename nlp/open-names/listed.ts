import { type Classed, isLower } from './classed.ts';

const SUCH: ReadonlySet<string> = new Set([
  'including',
  'include',
  'includes',
  'included',
  'like',
  'as',
  'namely',
  ':',
]);
const STRUCK = /^(?:hit|hits|hitting|struck|targeted|targeting|breached|against|on|at)$/;
const BLOW =
  /^(?:attacks?|breach(?:es)?|hacks?|incidents?|cyberattacks?|gangs?|hackers|attackers|ransomware|have|had|also|that)$/;
/** The head of a list stands at most so many words before "such as", and a name so many behind it. */
const HEAD = 12;
const LONGEST = 60;
/** "X also disclosed", "X was also hit": so near behind the first word of the name. */
const ALSO = 6;
const SUFFERED: ReadonlySet<string> = new Set(
  'disclosed reported confirmed suffered revealed announced hit breached targeted attacked fell hacked struck'.split(
    ' ',
  ),
);
/** A list item names first whom it is about. */
const ITEM = 6;

/** Whether shops are spoken of in the plural between two words: "grocers", "department stores", "fashion chains". */
const shopsAmong = ({ sentence: { tokens }, classes }: Classed, from = 0, to = classes.length): boolean => {
  for (let at = Math.max(0, from); at < to; at++) {
    if (!isLower(tokens[at]) || !tokens[at]?.norm.endsWith('s')) continue;
    if (classes[at] === 'shop') return true;
    if (classes[at] === 'firm' && (classes[at - 1] === 'wares' || classes[at - 1] === 'shop')) return true;
  }
  return false;
};

/**
 * Whether the name at `first` stands in a list of shops: "grocers such as A, B and X", "Others include X", "attacks on
 * supermarket chains hit A and X", "grocers were hit, with A and X disclosing", "X also", a list item under such a sentence.
 * @param previous the sentence before
 * @param opening what the list item stands under
 */
export const listedWithShops = (
  here: Classed,
  first: number,
  previous: Classed | undefined,
  opening: Classed | undefined,
): boolean => {
  const { tokens, block } = here.sentence;
  if (block.kind === 'list-item' && first < ITEM && opening) return shopsAmong(opening);
  const also = tokens.findIndex(({ norm }, at) => at > first && at < first + ALSO && norm === 'also');
  if (also >= 0 && SUFFERED.has(tokens[also + 1]?.norm ?? '') && previous && shopsAmong(previous)) return true;
  for (let at = first - 1; at >= 0 && first - at < LONGEST; at--) {
    const norm = tokens[at]?.norm ?? '';
    const ahead = tokens[at - 1]?.norm ?? '';
    if (norm === ';' || norm === '.') return false;
    if (SUCH.has(norm) && shopsAmong(here, at - HEAD, at)) return true;
    if (SUCH.has(norm) && /^others?$/.test(ahead) && previous && shopsAmong(previous)) return true;
    if (norm === 'with' && ahead === ',' && shopsAmong(here, 0, at)) return true;
    if (STRUCK.test(norm) && BLOW.test(ahead) && shopsAmong(here, 0, at)) return true;
  }
  return false;
};
