import { gated } from '../../gate/index.ts';
import { INFINITIVES, PARTICIPLES, PAST_AND_ING } from './verbs.ts';

/** After "was", "were", "been": what happened to the data before it. */
const HAPPENED = `${PARTICIPLES}|put at risk|made (?:public|visible|accessible|available)|spilled|spilt|divulged|laid bare|handed over|left (?:exposed|unprotected|open|online|accessible|visible|unsecured)|up for (?:grabs|sale)|publicly (?:available|accessible|visible)|subject to (?:unauthori[sz]ed )?(?:access|exfiltration|theft)`;
const STATE =
  'gone|impacted|affected|involved|included|contained|visible|accessible|at risk|in the (?:database|hands|breach|stolen|compromised|affected|data)|part of|present in|stored in the (?:database|affected|compromised|breached)|contained in|among|within the scope|out of reach|beyond reach|unaffected|safe|secure|intact|untouched|exposed|compromised';
const ADVERBS =
  '(?: (?:not|never|also|all|yet|both|then|only|been|be|being|\\w+ly|believed|thought|to have|to|have|in any way))*';

/** "… were (not) affected", "… remain safe": follows the list that it speaks of. */
export const PASSIVE_AFTER = new RegExp(
  `^(?:[^;.]|\\.(?=\\w)){0,90}?\\b(?:(?:was|were|been|being|got)\\b${ADVERBS},? (?:${HAPPENED}|${STATE})|(?:is|are|be|remains?|remained|stays?|stayed)\\b${ADVERBS},? (?:${STATE}))\\b`,
);

/** "…, which the shop says were not accessed": a denial in a relative clause. */
export const DENIED_AFTER = new RegExp(
  `^\\)?(?: \\([^)]*\\))?,? (?:which|that|who)(?: [\\w'& -]{1,40}? (?:says?|said|claims?|claimed|insists?|insisted|stress\\w*|confirm\\w*|adds?|added))? (?:was|were|is|are|has been|have been|had been|was|were)(?:n't| not| never)(?: \\w+ly| been)* (?:${HAPPENED}|${STATE})\\b`,
);

/** "customer data stolen in the attack"; "(…) stolen". */
export const REDUCED_AFTER =
  /^\)?,?(?: [a-z]+ly)? (?:stolen|exposed|taken|accessed|compromised|leaked|exfiltrated|swiped|breached|obtained|unaffected)\b|^,? (?:(?:pertaining|belonging|relating|related|linked|tied) to|associated with|in connection with) (?:[^.;:]|\.(?=\d)){3,90}? (?:stolen|exposed|taken|accessed|compromised|leaked|exfiltrated|impacted by|affected by|involved in)(?=[.,;]|$| the | this )/;

/** "… had their", "saw some of her": what happened to it follows. */
export const CAUSATIVE_BEFORE =
  /\b(?:had|have|has|having|saw|seen|see|get|got|finds?|found)(?: (?:some|all|parts|most|any|much) of)?(?: (?:their|his|her|its|your|our)(?: own)?)(?: (?!own\b)[\w'-]+){0,2} ?$/;
/** "… exposed", as the end of "had their addresses … exposed". */
export const CAUSATIVE_AFTER =
  /^(?:[^;.]|\.(?=\w)){0,90}? (?:(?:potentially|possibly|illegally|also|been) )*(?:stolen|exposed|taken|accessed|compromised|leaked|exfiltrated|swiped|breached|obtained|copied|published|posted|harvested|scraped|put at risk|viewed)\b/;
/** "customer data breach", where there was none. */
export const BREACH_AFTER = /^ (?:breach|leak|leakage|theft|loss|compromise|exposure)(?:es|s)?\b/;

/** Loot of another breach that served this one. */
export const FROM_ELSEWHERE =
  /^\)?,?(?: \w+){0,3} (?:stolen|exposed|leaked|compromised|obtained|pinched|taken|harvested)? ?(?:from|in|during|by) (?:(?:a |an |the )?(?:previous|other|earlier|past|prior|unrelated|separate|different)(?! (?:databases?|systems?|servers?|files?|parts?))|breaches|another|third-party breaches|elsewhere)\b/;

/** Verbs of taking that stand before what was taken, as finite or -ing forms. */
const TOOK = `${PAST_AND_ING}|(?:made|making) (?:\\w+ly )?(?:public|publicly (?:available|accessible))|(?<=\\b(?:hackers?|attackers?|intruders?|criminals?|crooks|thieves|malware|skimmers?|code|scripts?|software)\\b[^.;,]{0,60} )(?:collect(?:ed|s|ing)|gather(?:ed|s|ing))|exposes|leaks|compromises|lifted|hoovered up|spill(?:s|ed|ing)|divulg(?:ed|ing)|laid bare|laying bare|ran off with|running off with|helped (?:themselves|himself|herself) to|releas(?:ed|ing) (?=(?:the|all|its|\\d)\\b)|auction(?:ed|ing)(?: off)?|rifled through|combed through|(?:anyone|anybody|everyone|everybody|outsiders|strangers|the public|hackers?|attackers?|intruders?)(?: \\w+){0,3} (?:could|can|was able to|were able to) (?:read|see|view|download|look up|browse|open|search)|that (?:also )?(?:exposes?|reveals?)|revealing|siphoned off|made off with|making off with|made away with|walked away with|got away with|gain(?:ed|ing) (?:\\w+ )?access to|(?:had|getting|got|obtained) (?:\\w+ )?access to|(?:unauthori[sz]ed|illegal|improper|illicit) access (?:to|of)|puts? at risk|in possession of|claim(?:s|ed|ing)? (?:to have|(?:that )?(?:it|they) (?:have|has|had))(?! (?:\\w+ly )?(?:wiped|deleted|destroyed|erased|encrypted|locked|disabled|shut|reset|blocked|paid))|(?:claims?|claimed|says?|said|boasts?) (?:that )?(?:it|they) holds?|(?:got|gained) hold of|laid hands on|(?:may|could|might) have found`;
/** Participles that take an object only after "have": "had stolen names", not "the stolen names". */
const TAKEN = "(?:have|has|had|having|'ve|'d)(?: \\w+){0,2} (?:stolen|taken|been able to access)";
const NOMINAL =
  '(?:theft|exfiltration|leak|leakage|loss|exposure|disclosure|extraction|breach|compromise|acquisition|stealing|copying|harvesting)(?:,? (?:or|and|and/or|/) (?:\\w+ )?(?:theft|misuse|exfiltration|leak|loss|exposure|disclosure|acquisition|copying|use|viewing))? (?:of|to)|(?:no|any|without)(?: \\w+)? impact (?:on|to)|(?:evidence|indications?|signs?) of (?:any )?(?:\\w+ )?access to|(?<!\\bnot )(?:theft|breach|leak|incident|attack) concern(?:s|ed)|emptying|emptied|draining|drained';
const OPENED =
  "(?:did|does|do|able to|managed to|didn't|doesn't|don't|(?:could|may|might) have (?:allowed|enabled|let) [\\w' -]{2,30}|(?:allow|enabl)(?:ed|ing) [\\w' -]{2,30}|not|claiming to|claims to|claimed to)";
const TAKE = `(?:${INFINITIVES}|get|hoover up|get at|gain (?:\\w+ )?access to|get hold of|see)`;
const BARE = `${OPENED}(?: (?:not|also|only|even|potentially|have|and|to|it managed to))*(?: ${TAKE} (?:and|or))? ${TAKE}|(?:may|could|might|would)(?: also)? (?:affect|impact|involve|gain access to)`;

/** "used a stolen password to break in and copy …": taken where intruders are the subject. */
const GOAL = `(?:to|and)(?: then| also)? ${TAKE}`;
/** "We do not store card data": what is not there cannot have been taken. */
const NOT_HELD = "(?:do|does|did)(?:n't| not)(?: \\w+)? (?:store|hold|keep|retain|record|save)";

/** "… is not stored on its servers". */
export const NOT_HELD_AFTER =
  /^[^;.,]{0,40}?\b(?:is|are|was|were)(?: not|n't| never)(?: \w+ly)? (?:stored|held|kept|retained|recorded|saved)\b/;

/** "includes": says that the list belongs to something, which must itself have been taken. */
const MEMBER =
  'includ(?:e|es|ed|ing)|contain(?:s|ed|ing)?|consist(?:s|ed|ing)? of|compris(?:e|es|ed|ing)|limited to|confined to|restricted to|such as|relat(?:es|ed|ing) to|like|holds?|held|stored?|features?|ranging from|involves?|(?:obtained|accessed|stolen|taken|involved|exposed|compromised|affected|impacted|leaked|copied)(?: \\w+){0,3} (?:was|were|is|are)(?: primarily| mainly| mostly| largely| only)?|(?:found|saw|seen|noticed|spotted|observed|identified|reveals?|shows?|lists?)|(?:compromised|exposed|stolen|leaked|affected|impacted|taken|accessed|breached) (?:\\w+ )?(?:data|information|info|details|records|fields)(?: \\w+){0,4}? ?:|being sold|among the (?:samples?|loot|haul)[\\w ]{0,30} (?:are|were|is|was)|(?:included|contained) (?:in|within) the [\\w ]{0,30}(?:data|files|breach|leak|dump|haul) (?:are|were|is|was)|among the [\\w ]{0,30}(?:data|files|information|details|records)(?: stolen| taken| exposed| leaked)? (?:are|were|is|was)';

/** "… was exposed, alongside names": what stands beside the subject of such a passive shares its fate. */
const BESIDE = `(?:was|were|been|being)${ADVERBS} (?:${HAPPENED}),? (?:alongside|along with|together with|as well as|in addition to|and so (?:was|were))`;

/** "Nor were passwords": the predicate is that of the statement before. */
const INVERTED = '(?:nor|neither|so) (?:was|were)(?: any)?';
/** "Card numbers were not." */
export const ELLIPTIC_AFTER =
  /^(?: \([^)]*\))?(?: \w+){0,4}? (?:was|were|did|has|have)(?: not|n't)(?: been)?(?=[.,;"]|$)/;

/** What may govern a list from before; the group `member` where it is only an "includes". */
export const BEFORE = gated(
  new RegExp(
    `(?<![\\w-])(?:${BESIDE}|${TAKEN}|${BARE}|${NOT_HELD}|${NOMINAL}|${TOOK}|(?<goal>${GOAL})|(?<member>${INVERTED}|${MEMBER}))(?![\\w-])`,
    'g',
  ),
);

/** Data made public: its negation is no word about taking. */
export const SPREAD =
  /(?:leak(?:ed|ing|s|age of| of)?|publish\w*|post(?:ed|ing)|dump(?:ed|ing)|shar(?:ed|ing)|releas(?:ed|ing)|disclos(?:ed|ing|ure of))$/;
