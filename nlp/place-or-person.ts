import nlp from 'compromise/two';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The countries of ISO 3166 by their English names, as the runtime's own locale data (CLDR) have them. */
const COUNTRIES: ReadonlySet<string> = (() => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const codes = [...ALPHABET].flatMap(first => [...ALPHABET].map(second => first + second));
  return new Set(codes.flatMap(code => names.of(code)?.toLowerCase() ?? []));
})();
/** What is no name without the word behind it: "South" of "South Korea's largest chain". */
const HALF_A_PLACE: ReadonlySet<string> = new Set(
  'north south east west northern southern eastern western central new great united upper lower'.split(' '),
);

/**
 * Whether a name that no list has is a place ("Indiana", "South Africa"), a day of the calendar ("Halloween") or a person
 * ("Tim Hassel"), by the countries of the world and by compromise's lexicon and tagger: then it is no shop, however close
 * a word for shops stands. Names of several words that only begin with a place ("Texas Grill") are left in.
 */
export const isPlaceOrPerson = (name: string): boolean => {
  const plain = name.toLowerCase();
  if (COUNTRIES.has(plain) || HALF_A_PLACE.has(plain)) return true;
  const words = name.split(' ').length;
  const tagged = nlp(name);
  return words === 1 ? tagged.has('^(#Place|#Holiday|#Date)$') : tagged.has('^(#FirstName #LastName|#Place #Place+)$');
};
