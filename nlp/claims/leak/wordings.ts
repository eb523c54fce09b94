import type { LeakState } from '#domain/vocabulary.ts';
import { type Gated, gated } from '../../gate/index.ts';

interface LeakWording {
  readonly state: LeakState;
  readonly pattern: Gated;
}

const FILES =
  '(?:data(?! (?:leak|portal|breach|extortion))|files|database|databases|documents|loot|archive|records|dump|haul|dataset|cache|trove)';
const LOOT = `(?:${FILES}|(?:personal|private|customers?'?|stolen|sensitive|confidential|employee|user|company|corporate) (?:information|info|details))`;
const LEAK_SITE =
  '(?:(?:its|their|the|a|an) )?(?:[\\w-]+ ){0,3}(?:leaks? site|dark ?web|darknet|forums?|telegram|extortion (?:site|portal|page)|leak (?:page|portal|blog)|onion site|breachforums)';
const MADE_PUBLIC = '(?:published|leaked|posted|dumped|released|shared|uploaded|made public|made available|sent)';
const WORDS = (most: number): string => `(?:[\\w.,%&$'-]+ ){0,${most}}?`;
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
      '(?:published|leaked|posted|dumped|released) what (?:it|they) (?:says?|claims?)\\b',
    ),
  },
  {
    state: 'for-sale',
    pattern: alternatives(
      `${LOOT}(?: [\\w'$,.-]+){0,8}? (?:for sale|on sale|up for sale|up for auction|auctioned)\\b`,
      `(?:offer(?:ed|ing)?|put(?:ting)?|list(?:ed|ing)?|advertis(?:ed|ing)) ${WORDS(8)}(?:for sale|up for sale|for auction)\\b`,
      `(?:offer(?:ed|ing)?|advertis(?:ed|ing)|market(?:ed|ing)|list(?:ed|ing)|hawk(?:ed|ing)|peddl(?:ed|ing)|touted|touting) (?:a |an |the |some )?${WORDS(4)}${LOOT}\\b(?= ${WORDS(8)}(?:forums?|market(?:place)?|dark ?web|darknet|telegram|for \\$|for £|for €|bitcoin))`,
      `(?:market(?:ed|ing)|advertis(?:ed|ing)|hawk(?:ed|ing)|peddl(?:ed|ing)) (?:it|them|the (?:stolen )?${FILES})\\b`,
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
      `(?:evidence|proof)(?:-of-(?:hack|theft|breach))? (?:pack|package|files?|archive)\\b`,
      `(?:shared?|sharing|post(?:ed|ing)|publish(?:ed|ing)|leak(?:ed|ing)|released|provided|sent|showed|uploaded|offered|seen|reviewed) ${WORDS(4)}(?:samples?|screenshots|proof|excerpts?|snippets?) (?:of|from|as|containing|showing|that) ${WORDS(8)}(?:data|files|information|documents|records|details|database|stolen|systems?|network|code)\\b`,
      `samples? of (?:[\\w']+ ){0,4}?(?:data|files|documents|records|database) (?:was|were|has been|have been) (?:leaked|published|posted|shared|released)\\b`,
      `(?:published|posted|released|shared|leaked|publication of|release of) (?:a |some |several |few )?(?:samples?|screenshots)(?=[.,;]|$| and | of (?:[\\w']+ ){0,3}?(?:stolen|data|files|information|records|documents|systems?|code)\\b)`,
    ),
  },
];
