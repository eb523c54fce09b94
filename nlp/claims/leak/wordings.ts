import type { LeakState } from '#domain/vocabulary.ts';

interface LeakWording {
  readonly state: LeakState;
  readonly pattern: RegExp;
}

const LOOT =
  '(?:data|files|information|info|documents|database|databases|records|details|archive|dump|loot|images|haul)';
const FILES = '(?:data|files|database|databases|documents|loot|archive)';
const LEAK_SITE =
  '(?:(?:its|their|the|a|an) )?(?:[\\w-]+ ){0,3}(?:leaks? site|dark ?web|darknet|forums?|telegram|extortion (?:site|portal|page)|leak (?:page|portal|blog)|onion site|breachforums)';
const MADE_PUBLIC = '(?:published|leaked|posted|dumped|released|shared|uploaded|made public|made available|sent)';

/** What the press says of stolen data afterwards; a negation of `published` gives `not-published`. Plain lower-case text. */
export const LEAK_WORDINGS: readonly LeakWording[] = [
  {
    state: 'published',
    pattern: new RegExp(
      [
        `\\b(?:published|leaked|posted|dumped|released|uploaded) (?:[\\w.,%'-]+ ){0,8}?${LOOT}\\b(?= (?:[\\w'-]+ ){0,6}?(?:on|to|online|via|publicly|in)\\b)`,
        `\\b${LOOT}(?: [\\w'-]+){0,6}? (?:was|were|been|being|has|have|is|are) (?:[\\w'-]+ ){0,4}?${MADE_PUBLIC} (?:online|publicly|on|to the public|by)\\b`,
        `\\b${FILES} (?:was|were|been|being|has|have|is|are) (?:[\\w'-]+ ){0,4}?${MADE_PUBLIC}(?=[.,]|$)`,
        `\\b(?:listed|sent|published|posted|leaked|released|shared) any (?:[\\w&'-]+ ){0,5}?${FILES}`,
        `\\b(?:public (?:extortion|leak)s?(?: \\w+){0,3} )?data leaks?(?= yet)`,
        `\\b(?:leaked|published|posted) (?:it |them |the [\\w ]{1,30})?(?:on|to) ${LEAK_SITE}`,
        `\\b(?:been|was|were) (?:leaked|published|posted|dumped) online`,
        `\\b${LOOT} (?:has|have) (?:appeared|surfaced|turned up|emerged) (?:online|on)\\b`,
        '\\bdata (?:has been|was|being) (?:shared|misused and shared)\\b',
      ].join('|'),
      'g',
    ),
  },
  {
    state: 'for-sale',
    pattern: new RegExp(
      [
        `\\b${LOOT}(?: [\\w'$,.-]+){0,8}? (?:for sale|on sale|up for sale|up for auction|auctioned)\\b`,
        `\\b(?:offer(?:s|ed|ing)?|put(?:ting)?|list(?:s|ed|ing)?|advertis(?:es|ed|ing)) (?:[\\w'$,.-]+ ){0,8}?(?:for sale|up for sale|for auction)\\b`,
        `\\b(?:selling|sells|auctioning|attempt(?:ed|ing) to sell|trying to sell|tried to sell) (?:the |a |this |stolen |alleged |allegedly stolen |their )*(?:[\\w'-]+ ){0,4}?${LOOT}\\b`,
      ].join('|'),
      'g',
    ),
  },
  {
    state: 'threatened',
    pattern: new RegExp(
      `\\bthreat(?:s|en|ens|ened|ening)? (?:[\\w'-]+ ){0,3}?(?:to|of|that) (?:[\\w'-]+ ){0,4}?(?:publish|leak|release|sell|expose|dump|post|make|disclose|share|auction)\\w*\\b|\\b(?:will|would) (?:[\\w'-]+ ){0,3}?(?:publish|leak|release|sell|dump) (?:[\\w'-]+ ){0,6}?${LOOT}(?= (?:[\\w'-]+ ){0,6}?(?:unless|if)\\b)`,
      'g',
    ),
  },
  {
    state: 'sample-shared',
    pattern:
      /\b(?:shared?|sharing|post(?:ed|ing)|publish(?:ed|ing)|leak(?:ed|ing)|released?|provided|sent|showed|uploaded|offered|seen|reviewed) (?:[\w'-]+ ){0,4}?(?:samples?|screenshots|proof|excerpts?|snippets?) (?:of|from|as|containing|showing|that) (?:[\w'-]+ ){0,8}?(?:data|files|information|documents|records|details|database|stolen)\b/g,
  },
];
