import { RUNS_OF_WORDS } from '../../gazetteer/services.ts';

/** A word or mark of a plain sentence, with its offsets. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}]+(?:['.&-][\p{L}\p{N}]+|,\d+)*|\S/gu;

const QUOTES = /["()]/;

/** Runs of words that are read as one. */
const RUNS: ReadonlyMap<string, readonly (readonly [rest: readonly string[], as: string])[]> = (() => {
  const runs = new Map<string, (readonly [readonly string[], string])[]>();
  for (const [as, spellings] of RUNS_OF_WORDS)
    for (const spelling of spellings.split('|')) {
      const [first = '', ...rest] = spelling.split(' ');
      runs.set(
        first,
        [...(runs.get(first) ?? []), [rest, as] as const].toSorted((a, b) => b[0].length - a[0].length),
      );
    }
  return runs;
})();

const IT_OF =
  /^(?:systems?|networks?|networking|infrastructure|environments?|servers?|outages?|issues?|problems?|disruptions?|failures?|services|equipment|platforms?|telephony|estate|operations|glitch|meltdown|shutdown|incident|backbone)$/;

/**
 * The words and marks of a plain sentence in order, without quotation marks: "company's", "2,000" and runs such as
 * "click and collect" are one each.
 */
export const wordsOf = (letters: string): readonly Word[] => {
  const raw: Word[] = [];
  for (const match of letters.matchAll(WORD))
    if (!QUOTES.test(match[0])) raw.push({ word: match[0], start: match.index, end: match.index + match[0].length });
  const words: Word[] = [];
  for (let i = 0; i < raw.length; ) {
    const one = raw[i];
    if (!one) break;
    const run = RUNS.get(one.word)?.find(([rest]) => rest.every((word, k) => raw[i + 1 + k]?.word === word));
    const length = run ? run[0].length : 0;
    const last = raw[i + length] ?? one;
    // "IT systems" in plain letters
    const computing =
      one.word === 'it' &&
      (IT_OF.test(raw[i + 1]?.word ?? '') ||
        (/^(?:and|&)$/.test(raw[i + 1]?.word ?? '') &&
          /^(?:phone|network|computer|communications?|business|e-?mail|payment)/.test(raw[i + 2]?.word ?? '')));
    words.push({ word: run ? run[1] : computing ? 'ict' : one.word, start: one.start, end: last.end });
    i += 1 + length;
  }
  return words;
};

/** A set of words written with blanks between them. */
export const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const PREPOSITIONS = setOf(
  'of in at on for to from with by via across through into onto over during under about against without within among between amid throughout towards toward near outside inside behind due following despite except per upon',
);
export const CONNECTORS = setOf('and or & nor including plus like');
export const CLAUSE_OPENERS = setOf(
  'but while whilst whereas although though because as when if whether since after before until till so than unless once however meanwhile which who whom whose that where why how what then yet',
);
export const PRONOUNS = setOf('it they we he she you i them us him there everything nothing everyone nobody');
export const AUXILIARIES = setOf(
  "is are was were be been being am isn't aren't wasn't weren't has have had having hasn't haven't hadn't do does did don't doesn't didn't will would can could may might must shall should won't wouldn't can't cannot couldn't shouldn't mightn't ca n't not never remain remains remained remaining stay stays stayed staying become becomes became",
);
export const SAYING = setOf(
  'said says say saying told tells tell added adds confirmed confirms confirm announced announces reported reports wrote writes posted stated states claimed claims noted notes warned warns revealed reveals admitted admits explained explains acknowledged disclosed discloses insisted stressed tweeted',
);
/** Verbs of the reports of attacks that are no state and no noun: a noun phrase does not reach over them. */
export const OTHER_VERBS = setOf(
  'accept accepts accepted accepting reintroduce reintroduces reintroduced reintroducing cause causes caused causing lead leads led leading result results resulted resulting use uses used using try tries tried trying begin begins began begun beginning start starts started starting allow allows allowed allowing prevent prevents prevented preventing find finds found discovered detected detecting steal steals stole stolen stealing gain gains gained gaining infected infecting attacked attacking targeted targeting breached breaching include includes included make makes made making take takes took taken taking bring brings brought bringing put puts keep keeps kept keeping let lets letting see sees saw seen seeing need needs needed want wants wanted ask asks asked asking expect expects expected expecting continue continues continued continuing work works worked working run runs ran give gives gave given giving serve serves served serving force forces forced forcing prompt prompts prompted prompting help helps helped hold holds held holding contain contains contained investigate investigating investigated secure securing secured monitor monitoring mean means meaning become becoming experience experiences experienced experiencing face faces faced facing struggle struggles struggled struggling returned returning send sends sent sending identified offering offers offered offer provide provides provided providing rely relies relied relying manage manages managed managing managing go goes went gone going come comes came coming knock knocks knocked knocking switch switches switched switching turn turns turned turning pull pulls pulled pulling leave leaves left leaving render renders rendered rendering revert reverted reverting resort resorted resorting unable able',
);
export const DETERMINERS = setOf(
  "a an the its our their his her your my this these those all some many most several certain various multiple few both each every any no none other own another whole entire its' remaining numerous half",
);
/** "Some of its systems", "hundreds of shops": the shops and systems. */
export const QUANTITIES = setOf(
  'some many most all several none part parts portion portions element elements component components section sections area areas majority hundreds dozens thousands scores number numbers lot lots handful half range series rest bulk much few any one two three four five six seven eight nine ten chunk variety aspects segment segments percentage each both either neither host couple large most',
);
/** "Access to its network", "the running of its website": the network and the website. */
export const TRANSPARENT = setOf(
  'access use running operation operations availability functioning functionality provision processing performance delivery ability delivering access usage working operating functions features service services parts connection connections connectivity day-to-day some-of sale',
);
export const PARTIAL = setOf(
  'some part parts portion portions element elements component components section sections certain several chunk segment segments',
);
export const isAdverb = (word: string): boolean =>
  (word.length > 4 && word.endsWith('ly') && word !== 'supply' && word !== 'family') || ADVERBS.has(word);
const ADVERBS = setOf(
  'also now still already then again soon currently yet even all both too just only ever back-to-back simply fully almost nearly once more well instead thus therefore meanwhile today yesterday',
);
export const isMark = (word: string): boolean => !/[\p{L}\p{N}]/u.test(word);
