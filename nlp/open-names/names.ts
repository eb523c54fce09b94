import type { Sentence, Token } from '../types.ts';
import { classOf, SHOP_NAME, withoutGenitive } from './lexicon.ts';
import { MAY_BEGIN, NO_NAME } from './no-names.ts';

/** Where a name stands: positions among the tokens of its sentence. */
export interface Place {
  readonly sentence: Sentence;
  readonly first: number;
  readonly last: number;
}

/** A capitalised name that no list has. */
export interface OpenName {
  /** As the article mostly writes it. */
  readonly name: string;
  /** Every way in which it is written, the name among them. */
  readonly forms: readonly string[];
  readonly places: readonly Place[];
}

const CAPITAL = /^(?:\p{Lu}|\p{Ll}{1,2}\p{Lu})/u;
const JOINS: ReadonlySet<string> = new Set(['&', 'of', 'de', 'la', 'le', 'du', 'van', 'di', 'del']);
const IS_LOWER = /^\p{Ll}/u;
const MOST_WORDS = 5;
const LEAST_LETTERS = 3;
/** A shorter headline may be a name that stands anywhere. */
const LEAST_HEADLINE = 25;

const stem = (token: Token): string => withoutGenitive(token.norm);
/** Most words are small letters of ASCII from their first to their third: no capital is among them. */
const isSmall = (text: string): boolean => {
  for (let at = 0; at < Math.min(3, text.length); at++) {
    const code = text.charCodeAt(at);
    if (code < SMALL_A || code > SMALL_Z) return false;
  }
  return true;
};
const SMALL_A = 97;
const SMALL_Z = 122;
const isCapital = (token: Token | undefined): boolean =>
  token !== undefined && !isSmall(token.text) && CAPITAL.test(token.text);
const possessive = ({ norm }: Token): boolean => norm.endsWith("'s") || norm.endsWith("s'");
const adjoins = (a: Token, b: Token): boolean => b.start - a.end <= 1;

/** Whether most longer words of a sentence begin with a capital: then capitals say nothing. */
export const inTitleCase = ({ tokens, index }: Sentence): boolean => {
  let longer = 0;
  let capitals = 0;
  for (const token of tokens) {
    if (token.text.length < 4 || !/^\p{L}{4,}/u.test(token.text)) continue;
    longer++;
    if (isCapital(token)) capitals++;
  }
  return longer > 3 && capitals / longer > (index === 0 ? 0.5 : 0.6);
};

interface Run {
  readonly place: Place;
  readonly written: string;
}

const writtenAt = ({ sentence, first, last }: Place): string => {
  const from = sentence.tokens[first]?.start ?? sentence.start;
  const to = sentence.tokens[last]?.end ?? from;
  return sentence.text.slice(from - sentence.start, to - sentence.start).replaceAll('’', "'");
};

/** Within a word: "Merry-Maker". */
const isHyphen = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.norm === '-' && tokens[at - 1]?.end === tokens[at]?.start && tokens[at + 1]?.start === tokens[at]?.end;

/** "St. Louis": the rest of a place. */
const isSaint = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.norm === '.' && tokens[at - 2]?.norm === 'st' && tokens[at - 2]?.end === tokens[at - 1]?.start;

/** Runs of capitalised words; one ends at a possessive and at whatever a name can't hold. */
const runsIn = (sentence: Sentence, taken: (start: number, end: number) => boolean): readonly Run[] => {
  const { tokens } = sentence;
  const runs: Run[] = [];
  const free = (token: Token): boolean => isCapital(token) && !taken(token.start, token.end);
  for (let first = 0; first < tokens.length; first++) {
    const head = tokens[first];
    if (!head || !free(head) || isSaint(tokens, first)) continue;
    const next = tokens[first + 1];
    const begins =
      first > 0 && MAY_BEGIN.has(head.norm) && next !== undefined && free(next) && !NO_NAME.has(stem(next));
    if (NO_NAME.has(stem(head)) && !begins) continue;
    let last = first;
    for (let at = first + 1; at < tokens.length && at - first < MOST_WORDS + 2; at++) {
      const token = tokens[at];
      const previous = tokens[at - 1];
      if (!token || !previous || !adjoins(previous, token)) break;
      if (possessive(previous) && !SHOP_NAME.has(stem(token))) break;
      if (free(token)) last = at;
      else if (!(isCapital(tokens[at + 1]) && (JOINS.has(token.norm) || isHyphen(tokens, at)))) break;
    }
    const ends = (token: Token): boolean =>
      token.norm === '-' ||
      JOINS.has(token.norm) ||
      (NO_NAME.has(stem(token)) && !SHOP_NAME.has(stem(token)) && !/^(?:group|company)$/.test(token.norm));
    while (last > first && ends(tokens[last] ?? head)) last--;
    runs.push({ place: { sentence, first, last }, written: writtenAt({ sentence, first, last }) });
    first = last;
  }
  return runs;
};

const bare = (written: string): string => written.replace(/'s$|(?<=s)'$/, '');
const LEGAL = /,? (?:Inc|Ltd|LLC|Corp|Corporation|Group|Holdings|PLC|Plc|Co|Company|Limited|GmbH|SA|AG|SpA)\.?$/;

/** Words before which an 's can be no genitive. */
const NO_NOUN: ReadonlySet<string> = new Set(
  `in on at of to for from with by and or but is was has had have were are said says will would also did does confirmed
  told paid got suffered became who which that after when while`.split(/\s+/),
);

/** Whether an 's belongs to the name ("Sainsbury's"): it stands where no genitive can, or it never is away. */
const ownPossessive = (runs: readonly Run[]): boolean => {
  const marked = runs.filter(({ written }) => /'s$/.test(written));
  const alone = marked.filter(({ place: { sentence, last } }) => {
    const next = sentence.tokens[last + 1];
    return next === undefined || /^[.,;:)!?"”]/.test(next.norm) || NO_NOUN.has(next.norm);
  });
  return marked.length * 2 > runs.length && (alone.length > 0 || (runs.length > 1 && marked.length === runs.length));
};

/** The runs of the sentences by their names, legal forms and genitives left out. */
const runsByName = (
  told: readonly Sentence[],
  titles: ReadonlySet<Sentence>,
  taken: (start: number, end: number) => boolean,
): ReadonlyMap<string, readonly Run[]> => {
  const plainly = new Set(
    told.flatMap(({ tokens }) => tokens.filter(({ text }) => IS_LOWER.test(text)).map(({ text }) => text)),
  );
  const runs = told.filter(sentence => !titles.has(sentence)).flatMap(sentence => runsIn(sentence, taken));
  const nameOf = ({ written }: Run): string => bare(written).replace(LEGAL, '');
  const isWord = (name: string): boolean => plainly.has(name.toLowerCase()) || SHOP_NAME.has(name.toLowerCase());
  return Map.groupBy(
    runs.filter(run => nameOf(run).length >= LEAST_LETTERS && !isWord(nameOf(run))),
    nameOf,
  );
};

/** Where a name stands in a sentence whose capitals say nothing. */
const inTitle = (sentence: Sentence, name: string, taken: (start: number, end: number) => boolean): readonly Run[] => {
  const at = sentence.text.replaceAll('’', "'").indexOf(name);
  const start = sentence.start + at;
  const end = start + name.length;
  if (at < 0 || /[\p{L}\p{N}]/u.test(sentence.text[at + name.length] ?? '') || taken(start, end)) return [];
  const first = sentence.tokens.findIndex(token => token.start === start);
  const last = sentence.tokens.findLastIndex(token => token.start < end);
  const place = { sentence, first, last };
  return first >= 0 && last >= first ? [{ place, written: writtenAt(place) }] : [];
};

/** Names with the shorter ones that they begin with: "Larkspur Drug", "Larkspur". */
const grouped = (names: readonly string[]): readonly (readonly string[])[] => {
  const groups: string[][] = [];
  for (const name of names.toSorted((a, b) => b.length - a.length)) {
    const longer = groups.find(([first]) => first?.startsWith(`${name} `));
    if (longer) longer.push(name);
    else groups.push([name]);
  }
  return groups;
};

const KIND_WORDS: ReadonlySet<string | undefined> = new Set(['shop', 'wares', 'firm']);
/** "Notorious shoe shop X": what only ever begins a sentence, before a kind of shop, is an adjective. */
const isAdjective = (runs: readonly Run[]): boolean =>
  runs.every(({ place: { sentence, first, last } }) => {
    const next = sentence.tokens[last + 1]?.norm ?? '';
    return first === 0 && last === 0 && (next === 'online' || KIND_WORDS.has(classOf(next, '')));
  });

const ALL_CAPITALS = /^\p{Lu}[\p{Lu}\p{N}]+$/u;
/**
 * "Protected health information (PHI)", "COVID-19": capitals that stand for words, brought in between brackets behind
 * words in lower case, or that count something.
 */
const isAbbreviation = (name: string, runs: readonly Run[]): boolean =>
  ALL_CAPITALS.test(name) &&
  runs.some(({ place: { sentence, first, last } }) => {
    const { text, start, tokens } = sentence;
    const before = text.slice(0, (tokens[first]?.start ?? start) - start);
    const after = text.slice((tokens[last]?.end ?? start) - start);
    return (
      (/\p{Ll} \($/u.test(before) && !/\p{Lu}\S* \S+ \($/u.test(before) && /^\)/.test(after)) || /^-\d/.test(after)
    );
  });

/**
 * The capitalised names of an article that no list has, with their places. A name counts once it stands inside a sentence
 * (not only at its beginning), has two words, or stands in the headline and again.
 * @param taken whether a stretch (UTF-16 offsets of the document) already is a known name
 */
export const openNames = (
  sentences: readonly Sentence[],
  taken: (start: number, end: number) => boolean,
): readonly OpenName[] => {
  const headline = sentences[0]?.text ?? '';
  const told = sentences.filter(
    ({ block, text, index }) =>
      block.kind !== 'furniture' && (index === 0 || headline.length < LEAST_HEADLINE || !text.includes(headline)),
  );
  const titles = told.filter(inTitleCase);
  const byName = runsByName(told, new Set(titles), taken);
  const runsOf = (name: string): readonly Run[] => [
    ...(byName.get(name) ?? []),
    ...titles.flatMap(title => inTitle(title, name, taken)),
  ];
  return grouped([...byName.keys()]).flatMap(forms => {
    const runs = new Map(forms.map(form => [form, runsOf(form)]));
    const own = [...runs.values()].flat();
    const body = own.filter(({ place }) => place.sentence.index > 0);
    if (
      !body.some(({ place }) => place.first > 0 || place.last > place.first) &&
      (body.length === 0 || body.length === own.length)
    )
      return [];
    if (isAdjective(own) || forms.some(form => isAbbreviation(form, runs.get(form) ?? []))) return [];
    const count = (form: string): number => runs.get(form)?.length ?? 0;
    const ahead = forms.find(form => runs.get(form)?.some(({ place }) => place.sentence.index === 0));
    const usual = ahead ?? forms.toSorted((a, b) => count(b) - count(a) || b.length - a.length)[0] ?? '';
    const name = ownPossessive(runs.get(usual) ?? []) ? `${usual}'s` : usual;
    const written = own.map(run => bare(run.written));
    return [{ name, forms: [...new Set([name, ...forms, ...written])], places: own.map(({ place }) => place) }];
  });
};
