import type { Speaker } from '#domain/vocabulary.ts';
import { among, gated } from '../gate/index.ts';
import { perText } from '../gate/per-text.ts';
import { organisations } from '../gazetteer/index.ts';

/**
 * Outlets whose names are common words: mentions of them are believed only beside shops, but whoever "The Record" told
 * something or that is "according to The Times" speaks. The other names of the gazetteer come as mentions.
 * "The grocer" is a shop sooner than the paper.
 */
const OUTLETS = organisations
  .filter(({ kind }) => kind === 'media')
  .flatMap(({ ambiguous = [] }) => ambiguous.map(name => name.toLowerCase()))
  .filter(name => name !== 'the grocer' && /^[a-z ]+$/.test(name))
  .join('|');

/** Nouns that name who speaks, by kind, in plain lower-case text. Gazetteer mentions come on top of these. */
const NOUNS: Readonly<Record<Speaker, readonly string[]>> = {
  attacker: [
    '(?:hackers?|attackers?|cyber-?attackers?|cyber-?criminals?|criminals|crooks|extortionists?|ransomware (?:gang|group|crew|operation|operators?|actors?|cartel)|hacking (?:group|collective|crew)|hacker group|hacker collective|threat (?:actors?|group)|(?:the |an? )?(?:gang|crew|cartel|affiliates?|intruders?|perpetrators?|extortion (?:group|gang))|hacktivists?|miscreants?|cybercrooks)',
    '(?:(?:data |dark ?web |victim |extortion |tor )?(?:leak|leaks|extortion|name-and-shame|shame) (?:site|page|blog|portal)|dark ?web (?:site|portal|blog|post|listing)|darknet (?:site|portal|platform)|(?:data )?leak pages?|ransom notes?|(?:an? |the )?(?:leak |new )?(?:entry|listing)|(?:forum|telegram) (?:post|message|posting)s?)',
  ],
  authority: [
    "(?:police|law enforcement|prosecutors?|information commissioner(?:'s office)?|attorneys? general(?:'s office)?|ag|justice department|sec(?! filing)|data protection (?:authority|commission|commissioner|regulator|agency)|regulators?|watchdog|privacy commissioner|court documents?|court filings?|judge|court|minister|government|senate|congress|lawmakers|mps|officials|investigators|authorities|complaint|indictment|commissioner|district attorney)",
  ],
  expert: [
    '(?:(?:security |cyber ?security |threat |independent |infosec )?(?:researchers?|experts?|analysts?|consultants?|specialists?|firm [a-z]+ security)|(?:cyber ?security|security|threat[- ]intelligence|research|antivirus|forensics?|analytics) (?:firm|company|vendor|outfit|specialists?)|analysis|professor|insurers?|trade body|director of threat intelligence|chief security (?:strategist|evangelist)|security strategist|evangelist|threat hunters)',
  ],
  supplier: [
    '(?:(?:third-party |software |service |technology |cloud |it |the |its |our )(?:vendor|supplier|provider|contractor))',
  ],
  media: [
    `(?:${OUTLETS}|local media|national media|media outlets?|media|newspaper|reports?|press reports|reporting|sources?|(?:one|a) source|insiders?|people familiar|local reports|we|i)`,
    '(?:employees|workers|staff(?: members)?|staffers|shop assistants)(?= (?:(?:at|in|from) [^.;,]{2,40} )?(?:have |had |has )?told (?:reporters|journalists|local|the|us|this)\\b)',
  ],
  victim: [
    '(?:spokes(?:person|man|woman|people)|representative|rep|chief executive(?: officer)?|ceo|chief (?:financial|information|operating|digital|technology|security|marketing)(?: and information)?(?: security)? officer|cfo|cio|coo|ciso|chair(?:man|woman|person)?|company president|managing director|executives?|boss|bosses)',
    '(?:(?:breach |data breach |consumer |customer |regulatory |stock[- ]exchange |security )?(?:notice|notices|notification(?! (?:sites?|services?|websites?|platforms?|tools?|lists?)\\b)|notifications|notification letters?|letter|letters|filing|statement|(?:press |news )?release|faqs?|announcement|disclosure|memo|banner|(?:form )?8-k|annual report|recorded message|(?:blog|facebook|twitter|instagram|linkedin|social media) posts?|(?:internal |customer )?e-?mails?(?! (?:incident|address\\w*|accounts?|servers?|systems?|services?|breach|campaign|attack|lists?|is|was|and|or))|tweet))',
    '(?:the|this|its|a) (?:\\w+ )?(?:\\w+ )?(?:company|retailer|firm|chain|brand|giant|supermarket|grocer|group|fashion house|jeweler|jeweller|business|store|shop|department store|e-tailer|biz|outfit|maker|marketplace|restaurant|franchise|manufacturer|label|house|corporation|organi[sz]ation|wholesaler|seller|purveyor|platform|conglomerate|parent)',
    '(?:parent company|company|retailer|supermarket|fashion house|(?:the )?(?:chemist|bookseller|discounter|pharmacy|dealer))',
    '(?:two|three|four|both|several) (?:[\\w-]+ )?(?:retailers|chains|companies|firms|grocers|brands|supermarkets)',
  ],
};

const DOCUMENT =
  /\b(?:data breach |breach |consumer |customer |regulatory |stock[- ]exchange )?(?:notice|notification|letter|filing|statement|(?:press |news )?release|faq|memo|leak site)s?$/;

/** A noun that names a speaker; offsets into the plain text that was searched. */
export interface SpeakerNoun {
  readonly by: Speaker;
  readonly start: number;
  readonly end: number;
  /** The person or document that speaks, where named. */
  readonly speaker?: string;
}

const ORDER: readonly Speaker[] = ['attacker', 'authority', 'expert', 'supplier', 'media', 'victim'];
const PATTERNS = ORDER.map(by => ({
  by,
  pattern: gated(new RegExp(`(?<![\\w'-])(?:${NOUNS[by].join('|')})(?![\\w-])`, 'g')),
}));

const patternsIn = among(PATTERNS, ({ pattern }) => pattern);

/** The nouns in a plain text that name a speaker, in order; where two overlap, the longer one. */
export const speakerNouns = perText((text): readonly SpeakerNoun[] => {
  const found: SpeakerNoun[] = patternsIn(text).flatMap(({ by, pattern }) =>
    pattern.all(text).map(hit => {
      const document = DOCUMENT.exec(hit[0]);
      const span = { by, start: hit.index, end: hit.index + hit[0].length };
      return document === null ? span : { ...span, speaker: document[0] };
    }),
  );
  return found
    .filter(noun => !found.some(other => other !== noun && covers(other, noun)))
    .sort((a, b) => a.start - b.start);
});

/** "a ransomware group", "the security firm": what kind of group it is counts before that it is one. */
const covers = (one: SpeakerNoun, other: SpeakerNoun): boolean =>
  one.by === other.by
    ? one.start <= other.start && one.end >= other.end && one.end - one.start > other.end - other.start
    : one.start < other.end && other.start < one.end && ORDER.indexOf(one.by) < ORDER.indexOf(other.by);
