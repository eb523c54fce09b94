import type { LeakState } from '#domain/vocabulary.ts';
import { type Gated, gated } from '../../gate/index.ts';

export interface LeakWording {
  readonly state: LeakState;
  readonly pattern: Gated;
  /** What must stand in the sentence too. */
  readonly needs?: RegExp;
  /** The present tense of a headline tells what happened; elsewhere it tells a habit. */
  readonly headline?: true;
}

const FILES =
  '(?:data(?! (?:leak|portal|breach|extortion|cent(?:er|re)|protection))|files|database|databases|documents|loot|archive|records|dump|haul|dataset|cache|trove)';
const LOOT = `(?:${FILES}|(?:personal|private|customers?'?|stolen|sensitive|confidential|employee|user|company|corporate) (?:information|info|details))`;
const LEAK_SITE =
  '(?:(?:its|their|the|a|an) )?(?:[\\w-]+ ){0,3}(?:leaks? (?:web ?)?site|dark ?web|darknet|forums?|telegram|extortion (?:site|portal|page)|leak (?:page|portal|blog)|onion site|breachforums)';
const MADE_PUBLIC = '(?:published|leaked|posted|dumped|released|shared|uploaded|made public|made available|sent)';
const WORDS = (most: number): string => `(?:[\\w.,%&$'-]+ ){0,${most}}?`;
/** Who publishes and sells: the attackers, not the victim. */
const THEY =
  '(?:gangs?|groups?|crews?|hackers?|attackers?|actors?|criminals?|cybercriminals?|operators?|extortionists?|ransomware|collective|thieves|thief|sellers?|intruders?|they|who|which|that|leaker|poster)';
const ADVERBS =
  '(?:(?:has|have|had|also|later|then|now|already|since|allegedly|reportedly|subsequently|first|eventually|publicly|apparently|briefly) ){0,4}';
/** What gets out, in the broadest words; it stands only beside attackers or public places. */
const STOLEN =
  '(?:data(?! (?:leak|portal|breach|extortion|theft|cent(?:er|re)|protection))|files|databases?|documents|loot|archives?|records|dumps?|haul|dataset|trove|credentials|source code|accounts|e-?mails|contracts|logins|information|details|passports|invoices|everything|[\\d.,]+ ?(?:gb|tb|mb|gigabytes|terabytes|megabytes))';
const PUBLIC_PLACE =
  '(?:leaks? (?:site|portal|blog|page)|(?:data )?dump(?:ing)? (?:site|website)|dark ?web|darknet|forums?|telegram|marketplaces?|internet|web\\b|online|torrent|github|pastebin|file-sharing|breachforums|raidforums|raid|leak websites?|onion)';
const WITH_THEM =
  /\b(?:gangs?|groups?|crews?|hackers?|attackers?|(?:threat )?actors?|criminals?|cybercriminals?|ransomware|extort\w*|ransom|leak site|dark ?web|darknet|forums?|telegram|dump site|stolen|thieves|they|we)\b/;
const TO_PUBLISH = '(?:publish|leak|release|sell|expose|dump|post|make|disclose|share|auction)';
const alternatives = (...patterns: readonly string[]): Gated => gated(new RegExp(`\\b(?:${patterns.join('|')})`, 'g'));

/**
 * What the press says of stolen data afterwards; a negation of `published` gives `not-published`. Habits of gangs stand
 * in the present tense ("they threaten to publish"), so that only past and progressive forms count. Plain lower-case text.
 */
export const LEAK_WORDINGS: readonly LeakWording[] = [
  {
    state: 'published',
    pattern: alternatives(
      `(?:published|leaked|posted|dumped|released|uploaded) (?:all |some |most |many )?(?:of )?(?:the |its |their )?stolen ${LOOT}\\b`,
      `(?:published|leaked|posted|dumped|released|uploaded) ${WORDS(8)}${LOOT}\\b(?= ${WORDS(6)}(?:on|to|online|via|publicly|in)\\b)`,
      `${LOOT}(?: [\\w'-]+){0,6}? (?:was|were|been|has|have) ${WORDS(4)}${MADE_PUBLIC} (?:online|publicly|on|to the public|by)\\b`,
      `${FILES} (?:was|were|been|has|have) ${WORDS(4)}(?:published|posted|dumped|released|made public)(?=[.,]|$)`,
      `(?:data|files|databases?|documents) (?:was|were|has been|have been) publicly (?:leaked|published|posted|shared|released)`,
      `(?:leaked|dumped) (?:(?:some|all|part|parts|portions|much|most) of )?(?:the |these |those )?(?:stolen |entire |alleged )?(?:[\\w.]+ )?${FILES}(?= (?:stolen|containing|belonging|it|they|taken|allegedly|from)\\b)`,
      `(?:published|posted|released) (?:some|all|part|parts|portions|much|most) of the (?:stolen )?${FILES}`,
      `(?:listed|sent|published|posted|leaked|released|shared) any ${WORDS(5)}${FILES}\\b`,
      `(?:public (?:extortion|leak)s?(?: \\w+){0,3} )?data leaks?(?= yet)`,
      `(?:leaked|published|posted|dumped) (?:it|them|the ${WORDS(4)}${LOOT}) (?:on|to) ${LEAK_SITE}`,
      `(?:leaked|published|posted|dumped) (?:on|to) ${LEAK_SITE} ${WORDS(3)}${LOOT}`,
      `(?:been|was|were) (?:leaked|published|posted|dumped) online`,
      `${LOOT} ${WORDS(3)}(?:is|are|was|were|being|been|made) ${WORDS(2)}(?:available (?:for (?:download|free)|to download|online|on)|up for grabs|downloadable)\\b`,
      `${LOOT} (?:available for (?:download|free)|up for grabs)\\b`,
      `${LOOT}(?: [\\w',]+){0,5}? (?:that |which )?(?:was|were|been|has been|have been) ${WORDS(2)}(?:published|leaked|posted|dumped|shared|released|uploaded) (?:in|on|to|at|via) ${LEAK_SITE}`,
      `links? to ${WORDS(3)}downloadable ${WORDS(2)}(?:information|data|files)\\b`,
      `(?:leaked|dumped|published|released) (?:the (?:entire|full|whole|complete) )?[\\d.,]+ ?(?:gb|tb|mb|gigabytes|terabytes|megabytes) of ${WORDS(4)}${FILES}\\b`,
      `(?:leaked|dumped|published|released|posted) (?:[\\w&.-]+'s?|its|the (?:company|retailer|firm|chain|store|shop|group|brand)'s) ${WORDS(2)}${FILES}\\b`,
      `(?:leaked|dumped|published|released|posted) ${WORDS(3)}(?:files|documents|data|records|databases?) (?:stolen|taken|exfiltrated|copied|swiped|it stole|they stole|that it stole|that they stole|it claims|they claim)\\b`,
      `(?:leaked|dumped) (?:the |a )?(?:stolen |customer |company |employee )?(?:data|files|database|documents)(?=[.,;]|$| after| when| because| following| containing)`,
      `(?:files|documents|data|records) (?:that )?(?:the )?(?:[\\w]+ ){1,2}(?:published|leaked|posted|dumped|released|uploaded) (?:on|to) ${LEAK_SITE}`,
      `(?:published|leaked|posted|dumped|released) (?:on|to) ${LEAK_SITE} ${WORDS(2)}${FILES}\\b`,
      `${LOOT} (?:has|have) (?:appeared|surfaced|turned up|emerged) (?:online|on)\\b`,
      'data has been shared\\b',
      '(?:published|leaked|posted|dumped|released) what (?:it|they) (?:says?|claims?)\\b(?!(?: \\w+){0,3} (?:proof|evidence|a sample|samples|screenshots))',
    ),
  },
  {
    state: 'for-sale',
    pattern: alternatives(
      `${LOOT}(?: [\\w'$,.-]+){0,8}? (?:for sale|on sale|up for sale|up for auction|auctioned)\\b`,
      `(?:offer(?:ed|ing)?|put(?:ting)?|list(?:ed|ing)?|advertis(?:ed|ing)) ${WORDS(8)}(?:for sale|up for sale|for auction)\\b`,
      `(?:offer(?:ed|ing)?|advertis(?:ed|ing)|market(?:ed|ing)|list(?:ed|ing)|hawk(?:ed|ing)|peddl(?:ed|ing)|touted|touting) (?:a |an |the |some )?${WORDS(4)}${LOOT}\\b(?= ${WORDS(8)}(?:forums?|market(?:place)?|dark ?web|darknet|telegram|for \\$|for £|for €|bitcoin))`,
      `(?:market(?:ed|ing)|advertis(?:ed|ing)|hawk(?:ed|ing)|peddl(?:ed|ing)) (?:it|them|the (?:stolen )?${FILES})\\b`,
      `offer(?:ed|ing|s) ${WORDS(3)}(?:lines|rows|gigabytes|gb|terabytes|entries|accounts) of ${WORDS(4)}${FILES}(?= (?:\\w+ ){0,4}for (?:just |only |about |as little as )?(?:[$£€]|\\d))`,
      `(?:asking price|price tag|priced at|starting bid|buy-it-now|asking for [\\$£€][\\d,.]+ for)\\b`,
      `(?:sold|put) (?:it|them|the ${WORDS(2)}${FILES}) (?:on|to|up for (?:sale|auction))\\b`,
      `(?:selling|auctioning|attempted to sell|(?:is|are|was|were) attempting to sell|(?:is|are|was|were) trying to sell|tried to sell) ${WORDS(5)}${LOOT}\\b`,
    ),
  },
  {
    state: 'threatened',
    pattern: alternatives(
      `threatened to ${WORDS(4)}${TO_PUBLISH}\\w*\\b`,
      `(?:threatening|threatens) to ${WORDS(4)}${TO_PUBLISH}\\w*\\b`,
      `threat(?:en|ens|ened|ening) that ${WORDS(6)}(?:would|will) be (?:sold|leaked|published|released|posted|made public|dumped)\\b`,
      `(?:would|will) be used to (?:leak|publish|release|dump|sell) ${WORDS(3)}${FILES}\\b`,
      `(?:hours|days|deadline|countdown|ultimatum)\\b[^.;]{0,60}? (?:before|or|until|after which) [^.;]{0,60}?(?:would|will) be (?:published|leaked|released|sold|made public|dumped|posted)\\b`,
      `(?:unless|if) [^.;]{0,60}?(?:paid|pays?|ransom|demands?|payment|met|contact\\w*|negotiat\\w*)\\b[^.;]{0,40}?(?:would|will|to) (?:be )?(?:publish|leak|releas|sell|sold|mak|made public|dump)\\w*`,
      `${FILES} (?:would|will) (?:all )?be (?:published|leaked|released|sold|made public|dumped|posted)\\b(?! if)`,
      `(?:could|may|might|will|would) be (?:posted|published|leaked|released|dumped|made public|sold) ${WORDS(6)}as (?:early|soon) as\\b`,
      `threats? of [^.;]{0,50}?(?:publish|leak|releas|post)(?:ed|ing)\\b`,
      'threats? to (?:publish|leak|release|post)\\b',
      `(?:in (?:exchange|return) for|paid) [^.;]{0,50}?not (?:to |be |being )?(?:releas|leak|publish|shar|sell|disclos|mak)(?:e|es|ed|ing)?\\b`,
      `threatening (?:it|them|the \\w+) with ${WORDS(4)}(?:publication|release|leak)`,
      `(?:will|would) ${WORDS(3)}(?:publish|leak|release|sell|dump) ${WORDS(6)}${FILES}(?= ${WORDS(8)}unless\\b)`,
    ),
  },
  {
    state: 'sample-shared',
    pattern: alternatives(
      `(?:published|posted|shared|released|leaked|uploaded) (?:some |several |a (?:few|handful|number) of |\\d+ |a dozen |dozens of |(?:two|three|four|five|six|seven|eight|nine|ten) )(?:internal )?(?:images|photos|pictures|screenshots|snapshots|screen captures|sample files)\\b`,
      `(?:published|posted|shared|released|leaked|provided|uploaded) ${WORDS(8)}as (?:proof|evidence)\\b`,
      `as (?:proof|evidence)(?: of [^.;,]{2,40})?, (?:the |it |they |a )?${WORDS(3)}(?:published|posted|shared|released|leaked|provided|uploaded)\\b`,
      `(?:published|posted|shared|released|leaked|uploaded|put) (?:up )?(?:on|to) ${LEAK_SITE} what (?:it|they|he) (?:says?|claims?|claimed|said|called|calls?|described) (?:to be |is |was |as |were )?(?:a |an |some )?(?:["'] ?)?(?:proof|evidence|samples?|screenshots)\\b`,
      `(?:evidence|proof)(?:-of-(?:hack|theft|breach))? (?:pack|package|files?|archive)\\b`,
      `(?:shared?|sharing|post(?:ed|ing)|publish(?:ed|ing)|leak(?:ed|ing)|released|provided|sent|showed|uploaded|offered|seen|reviewed) ${WORDS(4)}(?:samples?|screenshots|proof|excerpts?|snippets?) (?:of|from|as|containing|showing|that) ${WORDS(8)}(?:data|files|information|documents|records|details|database|stolen|systems?|network|code)\\b`,
      `samples? of (?:[\\w']+ ){0,4}?(?:data|files|documents|records|database) (?:was|were|has been|have been) (?:leaked|published|posted|shared|released)\\b`,
      `(?:published|posted|released|shared|leaked|publication of|release of) (?:a |some |several |few )?(?:samples?|screenshots)(?=[.,;]|$| and | of (?:[\\w']+ ){0,3}?(?:stolen|data|files|information|records|documents|systems?|code)\\b)`,
    ),
  },
  {
    state: 'published',
    pattern: alternatives(
      `${THEY} ${ADVERBS}(?:leaked|published|dumped|released|uploaded|posted|made public|spilled) ${WORDS(8)}${STOLEN}\\b`,
      `(?:began|begun|beginning|started|starting|now|been|is|are|was|were|by) ${WORDS(1)}(?:leaking|publishing|dumping|releasing|posting|uploading) ${WORDS(8)}${STOLEN}\\b`,
      `${STOLEN} ${WORDS(8)}(?:was|were|been|being|is|are|got) ${WORDS(3)}(?:published|leaked|posted|dumped|shared|released|uploaded|found|discovered|spotted|circulated|circulating|put|placed|made available) ${WORDS(1)}(?:on|in|to|at|across) ${WORDS(6)}${PUBLIC_PLACE}`,
      `${STOLEN} ${WORDS(8)}(?:was|were|been|being) (?:\\w+ ){0,2}(?:published|leaked|posted|dumped|shared|released|uploaded) (?:online|publicly|for free|openly)\\b`,
      `${STOLEN} ${WORDS(6)}(?:surfaced|appeared|turned up|emerged|popped up|showed up|ended up|circulat(?:ed|ing)) (?:online|(?:on|in) ${WORDS(5)}${PUBLIC_PLACE})`,
      `(?:put|placed|dumped|posted) ${WORDS(5)}${STOLEN} online\\b`,
    ),
    needs: WITH_THEM,
  },
  {
    state: 'published',
    headline: true,
    pattern: alternatives(
      `(?:gang|group|crew|hackers?|attackers|criminals|ransomware|collective) (?:leaks?|publish(?:es)?|dumps?|posts?|releases?|uploads?) ${WORDS(8)}${STOLEN}\\b`,
      `${STOLEN} (?:leaked|dumped|published|posted) (?:online|to|on|by|after|following)\\b`,
    ),
  },
  {
    state: 'not-published',
    pattern: alternatives(
      `yet to (?:publish|leak|release|post|dump) ${WORDS(6)}(?:${STOLEN}|anything|it|them)\\b`,
      `(?:not|n't) (?:yet |so far )?(?:leaked|published|released|posted|dumped) ${WORDS(6)}(?:${STOLEN}|anything)\\b`,
      `(?:no|none of the) ${WORDS(4)}${STOLEN} (?:has|have|had|was|were) ${WORDS(3)}(?:leaked|published|released|posted|surfaced|appeared)\\b`,
    ),
    needs: WITH_THEM,
  },
  {
    state: 'for-sale',
    pattern: alternatives(
      `${STOLEN} ${WORDS(6)}(?:is|are|was|were|being|been) ${WORDS(3)}(?:sold|traded|auctioned|hawked|advertised|peddled|touted|shopped around|offered)(?= ${WORDS(6)}(?:on|for|in|at|by|to)\\b)`,
      `(?:willing|prepared|want(?:ed|s|ing)?|looking|tried|trying|attempt(?:ed|ing)|offer(?:ed|ing|s)?|claim(?:ed|s|ing)) to (?:sell|auction|be selling)(?= ${WORDS(8)}(?:for|to|on|${STOLEN})\\b)`,
      `(?:selling|auctioning|hawking|peddling|sold|auctioned|hawked) ${WORDS(8)}${STOLEN}\\b(?! (?:cent(?:er|re)|protection|broker))`,
      `(?:up|offered|put|listed|posted|advertised) (?:for|on) (?:sale|auction)\\b`,
      `(?:ask(?:ed|ing)|demand(?:ed|ing)|want(?:ed|ing)?|seeking) (?:for )?(?:[$£€][\\d,.]+|[\\d,.]+ (?:bitcoins?|btc|dollars|euros))(?: [km]illion)? for (?:the |its |all )?${WORDS(3)}${STOLEN}\\b`,
    ),
    needs:
      /\b(?:hackers?|hacking|hacked|gangs?|groups?|actors?|criminals?|cybercriminals?|dark ?web|darknet|forums?|telegram|stolen|breach\w*|thieves|thief|ransomware|attackers?|leak\w*|databases?)\b/,
  },
  {
    state: 'for-sale',
    headline: true,
    pattern: alternatives(
      `(?:gang|group|crew|hackers?|attackers|criminals|ransomware|seller) (?:auctions?|sells?|hawks?|offers?) ${WORDS(8)}${STOLEN}\\b`,
    ),
  },
  {
    state: 'threatened',
    pattern: alternatives(
      `(?:the|these|those) ${WORDS(3)}(?:attackers|hackers|criminals|cybercriminals|actors|extortionists|thieves|operators) (?:also |now |further )?threaten to ${WORDS(6)}(?:${TO_PUBLISH}|public)\\w*`,
      `(?:plan(?:s|ned|ning)?|vow(?:s|ed|ing)?|promis(?:es|ed|ing)|intend(?:s|ed|ing)?|prepar(?:es|ed|ing)|pledg(?:es|ed|ing)|going|set|about|said (?:it|they) (?:would|will)|warn(?:ed|s|ing) (?:that )?(?:it|they) (?:would|will)) (?:to )?${WORDS(2)}(?:publish|leak|release|sell|dump|auction) ${WORDS(8)}${STOLEN}\\b`,
      `to (?:prevent|stop|avoid|block|forestall) ${WORDS(3)}(?:release|leaks?|leaking|publication|publishing|sale|disclosure|exposure) of ${WORDS(6)}${STOLEN}\\b`,
      `to (?:prevent|stop|avoid|keep) ${WORDS(4)}(?:${STOLEN}|it|them) (?:from )?being (?:leaked|published|released|sold|exposed|dumped|posted|made public)\\b`,
      `(?:days?|hours|deadline|countdown|timer|clock|ultimatum)\\b[^.;]{0,60}?\\b(?:before|or|until|otherwise)\\b[^.;]{0,50}?\\b(?:leak|publish|releas|sell|dump|auction)(?:ing|ed|e)?\\b`,
      `(?:proposed|planned|scheduled|set|stated) (?:publication|release|leak) (?:date|day|time|deadline)\\b`,
      `(?:we|they|it) (?:will|would|shall|'ll) (?:be )?(?:upload|publish|leak|post|release|dump|sell)(?:ing)? ${WORDS(8)}${STOLEN}\\b(?= ${WORDS(4)}(?:soon|shortly|if|unless|in the|by|on|within|online|after|next)\\b)`,
      `or (?:else )?(?:it|they|the ${WORDS(2)}${STOLEN}|see ${WORDS(3)}${STOLEN}|have ${WORDS(3)}${STOLEN}) ${WORDS(2)}(?:leak|publish|releas|sold|sell|dump|expos|made public|post)\\w*`,
      `(?:demand|ransom|payment|extort|pay)\\w*\\b[^.;]{0,80}?\\b(?:not|n't|refrain from|instead of|without|stop|hold off)\\b ${WORDS(2)}(?:leak|publish|releas|sell|dump|expos|disclos|post)\\w*`,
    ),
    needs: WITH_THEM,
  },
  {
    state: 'sample-shared',
    pattern: alternatives(
      `(?:post(?:ed|ing)|publish(?:ed|ing)|shar(?:ed|ing)|releas(?:ed|ing)|leak(?:ed|ing)|sen(?:t|ding)|provid(?:ed|ing)|upload(?:ed|ing)|show(?:ed|ing|n)|display(?:ed|ing)|includ(?:ed|ing)|attach(?:ed|ing)|offer(?:ed|ing)|suppl(?:ied|ying)) ${WORDS(5)}(?:screenshots?|screen captures|samples?|sample (?:files|data|documents|records)|snippets|excerpts|previews?|proof(?:-of-\\w+| of (?:the )?(?:hack|theft|breach|attack|access|intrusion|their|its)))\\b`,
      `(?:hackers?|actors?|gang|group|attackers?|criminals?|they|seller) (?:also |have |has |had |later ){0,2}(?:provided|shared|showed|sent|supplied|gave|posted|published) ${WORDS(5)}(?:records|files|copies|documents|images|photos|statements|minutes) (?:of|from|showing|belonging|containing|with|as|to)\\b`,
      `(?:screenshots|samples?|sample (?:files|data|records)|screen captures)(?: of [^.;,]{2,60}?| from [^.;,]{2,40}?)? (?:was|were|has been|have been|had been) (?:\\w+ )?(?:posted|published|shared|uploaded|leaked|released|sent|seen)\\b`,
      `(?:reviewed|viewed|verified|seen|examined|analy[sz]ed|obtained) ${WORDS(4)}(?:samples?|screenshots|copies|part|portion) of ${WORDS(5)}${STOLEN}\\b`,
    ),
    needs: WITH_THEM,
  },
];
