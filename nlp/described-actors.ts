import { slug } from '#domain/ids.ts';
import { gated } from './gate/index.ts';
import type { Sentence } from './types.ts';

/** An actor that no list has, or whose name is also a word, as the article introduces it. */
export interface DescribedActor {
  readonly id: string;
  readonly name: string;
}

const KIND =
  '(?:gangs?|groups?|crews?|operations?|collectives?|cartels?|outfits?|hackers?|hacktivists?|(?:threat )?actors?|cyber ?criminals?|marketplaces?|strains?|variants?|brokers?|extortionists?|syndicates?|(?:forum |hacking forum |breachforums |telegram |dark web )?(?:users?|members?|sellers?|posters?|leakers?|vendors?)|attackers?|intruders?|criminals?|campaigns?)';
const TRADE =
  '(?:criminal|underground|dark web|ransomware|ransomware-as-a-service|hacking|hacker|extortion|data extortion|cyber ?crime|cyber-?criminal|threat|hacktivist|cyber-?extortion|ransomware and data extortion|cyber ?espionage)';
const PROPER = '\\p{Lu}[\\p{L}\\p{N}$.-]*(?: (?:\\p{Lu}[\\p{L}\\p{N}$.-]*|\\d\\.0)){0,3}';
const HANDLE = '[\'"‘“]([\\p{L}\\p{N}_$.-]+(?: [\\p{L}\\p{N}_$.-]+){0,3}?)[,.]?[\'"’”]';

/** "a gang known as X", "a threat actor named 'hensi'", "the group identifying itself as X" */
const CALLED = gated(
  new RegExp(
    `\\b(?:${TRADE} )?${KIND},? (?:(?:is |was |that is |which is |who is )?(?:known(?: only)? (?:online )?as|called|named|dubbed|nicknamed|tracked (?:by [\\p{L}]+ )?as|classified as|referred to as|operating (?:as|under the (?:name|alias|handle|moniker)(?: of)?)|going by(?: the (?:name|alias|moniker|handle|username))?(?: of)?|self-identified as|styling (?:itself|themselves)|dubbing (?:itself|themselves)|calling (?:itself|themselves|himself)|identif(?:ying|ies|ied) (?:(?:itself|themselves|himself) )?as|(?:using|with) the (?:online )?(?:moniker|alias|handle|name|nickname|pseudonym|username|user name|screen name)(?: of)?|(?:who|which|that) (?:goes|go|went|call(?:s|ed)? (?:itself|themselves|himself|herself)) (?:by )?(?:the (?:name|alias|moniker|handle) )?(?:of )?|under the (?:name|alias|moniker|handle)(?: of)?) )(?:the )?(?:${HANDLE}|(${PROPER}))`,
    'gu',
  ),
);
/** "the Lockean ransomware group" · "the 'Silent Crow' hacking collective" */
const NAME_TRADE = gated(
  new RegExp(
    `(?:${HANDLE}|\\b(${PROPER})) (?:${TRADE} ){1,2}(?:and (?:data )?extortion )?(?:gang|group|crew|operation|collective|cartel|outfit|syndicate|operators)\\b`,
    'gu',
  ),
);
/** "X ransomware has posted …": a strain that acts is its gang. */
const ACTING = gated(
  /\b(\p{Lu}[\p{L}\p{N}]+) [Rr]ansomware (?:has|claims|claimed|added|posted|operators?|affiliates?|lists|listed)\b/gu,
);
/** "the ransomware gang Lockean" · "hacktivist collectives 'A' and 'B'" */
const TRADE_NAME = gated(new RegExp(`\\b${TRADE} ${KIND} (?:(?:${HANDLE})(?: and ${HANDLE})?|(${PROPER}))`, 'gu'));
/** "claimed by X, a little-known ransomware gang" */
const APPOSED = gated(
  new RegExp(
    `\\b(${PROPER})(?:,| [–—(-])+ ?(?:an?|the) (?:[\\p{L}-]+ ){0,4}?${TRADE} (?:[\\p{L}-]+ ){0,1}${KIND}\\b`,
    'gu',
  ),
);
const PATTERNS = [CALLED, NAME_TRADE, TRADE_NAME, ACTING, APPOSED];

const NO_NAME =
  /^(?:(?:The|A|An|This|That|These|Their|Its|New|Notorious|Prolific|Infamous|Suspected|Alleged|Another|Other|Some|Many|Most|Several|First|Second|Third|One|Two|Three|How|Why|What|Which|When|Global|International|Major|Big|Top|Teen|Teenage|Young|Pro|Anti|Ex|Former|Same|Popular|Emerging|Latest|Today|Yesterday|Tonight|Earlier|Later|Last|Recently|Now|Since|Also|Attackers?|Criminals?|Users?|Sellers?|Telegram|BreachForums|Cyber|Data|Dark|Double|Ransomware|Hackers?|Malware|Extortion|RaaS|In|On|At|By|For|From|With|After|As|And|But|Although|While|However|According|Meanwhile|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|UK|US|U\.S|FBI|NCA|CISA|Europol|Interpol|Microsoft|Google|Mandiant)\b)/u;

/** Quoted words that are a phrase, and adjectives of origin. */
const NO_HANDLE = /^\p{Ll}[^ ]* |-(?:linked|based|backed|speaking|aligned|nexus)$/u;
/** Where it comes from, before its trade: no name of its own. */
const ORIGIN =
  /^(?:English|British|American|Russian|Chinese|Iranian|Ukrainian|Belarusian|Israeli|Turkish|Indian|(?:North |South )?Korean|European|French|German|Dutch|Brazilian|Vietnamese|Eastern|Western|Nigerian|Pakistani|Moroccan|Spanish|Italian|Australian|Canadian|Japanese)\b/u;

const LONGEST = 40;

/** Whether most of its longer words begin with a capital. */
const inCapitals = ({ text }: Sentence): boolean => {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 3 && words.filter(word => /^\p{Lu}/u.test(word)).length / words.length > 0.6;
};

/**
 * Actors that the sentences introduce as one: "a cybercrime gang known as X", "the X ransomware group". Titles in capitals
 * are not read, for there every word looks like a name. `taken` tells whether an offset already is a known name.
 */
export const describedActors = (
  sentences: readonly Sentence[],
  taken: (sentence: number, start: number, end: number) => boolean,
): readonly DescribedActor[] => {
  const found = new Map<string, DescribedActor>();
  for (const sentence of sentences) {
    const patterns = PATTERNS.filter(pattern => pattern.mayMatch(sentence.letters));
    if (patterns.length === 0 || inCapitals(sentence)) continue;
    for (const pattern of patterns)
      for (const match of pattern.all(sentence.text, sentence.letters))
        for (const written of match.slice(1)) {
          const name = (written ?? '')
            .replace(/[.,-]+$/u, '')
            .replace(/^(?:The|A|An|New|Notorious|Prolific|Infamous) /, '');
          if (name.length < 3 || name.length > LONGEST || NO_NAME.test(name) || NO_HANDLE.test(name)) continue;
          if (pattern !== CALLED && ORIGIN.test(name)) continue;
          const start = sentence.start + match.index + match[0].indexOf(name);
          if (taken(sentence.index, start, start + name.length)) continue;
          found.set(name, { id: slug(name), name });
        }
  }
  return [...found.values()];
};
