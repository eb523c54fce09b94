/** Words that say that data was taken, in the forms in which the press uses them. Plain lower-case text. */

/** After "was", "were", "been": what happened to the data before it. */
const HAPPENED =
  'stolen|taken|accessed|acquired|obtained|exposed|leaked|compromised|copied|exfiltrated|extracted|harvested|downloaded|scraped|swiped|breached|viewed|captured|lost|impacted|affected|involved|included|contained|disclosed|pilfered|pinched|nabbed|hacked|published|posted|dumped|touched|released|postponed|put at risk|targeted|intercepted|snatched|siphoned|revealed';
const STATE =
  'impacted|affected|involved|included|contained|visible|accessible|at risk|in the (?:database|hands|breach|stolen|compromised|affected|data)|part of|present in|stored in the (?:database|affected|compromised|breached)|contained in|among|within the scope|unaffected|safe|secure|intact|untouched|exposed|compromised';
const ADVERBS =
  '(?: (?:not|never|also|all|yet|both|then|only|been|be|being|\\w+ly|believed|thought|to have|to|have|in any way))*';

/** "… were (not) affected", "… remain safe": follows the list that it speaks of. */
export const PASSIVE_AFTER = new RegExp(
  `^(?:[^;.]|\\.(?=\\w)){0,90}?\\b(?:(?:was|were|been|being|got)\\b${ADVERBS},? (?:${HAPPENED}|${STATE})|(?:is|are|be|remains?|remained|stays?|stayed)\\b${ADVERBS},? (?:${STATE}))\\b`,
);

/** "…, which the shop says were not accessed": a denial in a relative clause. */
export const DENIED_AFTER = new RegExp(
  `^(?: \\([^)]*\\))?,? (?:which|that|who)(?: [\\w'& -]{1,40}? (?:says?|said|claims?|claimed|insists?|insisted|stress\\w*|confirm\\w*|adds?|added))? (?:was|were|is|are|has been|have been|had been|was|were)(?:n't| not| never)(?: \\w+ly| been)* (?:${HAPPENED}|${STATE})\\b`,
);

/** "customer data stolen in the attack"; "(…) stolen". */
export const REDUCED_AFTER =
  /^\)?,?(?: [a-z]+ly)? (?:stolen|exposed|taken|accessed|compromised|leaked|exfiltrated|swiped|breached|obtained|unaffected)\b/;

/** Loot of another breach that served this one. */
export const FROM_ELSEWHERE =
  /^\)?,?(?: \w+){0,3} (?:stolen|exposed|leaked|compromised|obtained|pinched|taken|harvested)? ?(?:from|in|during|by) (?:(?:a |an |the )?(?:previous|other|earlier|past|prior|unrelated|separate|different)|breaches|another|third-party breaches|elsewhere)\b/;

/** Verbs of taking that stand before what was taken, as finite or -ing forms. */
const TOOK =
  'stole|stealing|took|taking|accessed|accessing|obtained|obtaining|exposed|exposing|exposes|leaked|leaking|leaks|compromised|compromising|compromises|copied|copying|exfiltrated|exfiltrating|extracted|extracting|harvested|harvesting|downloaded|downloading|scraped|scraping|swiped|swiping|acquired|acquiring|captured|capturing|pilfered|pinched|nabbed|nicked|snagged|grabbed|grabbing|slurped|slurping|snatched|lifted|purloined|hoovered up|filched|looted|plundered|that (?:also )?(?:exposes?|reveals?)|siphoned(?: off)?|viewed|viewing|lost|made off with|making off with|made away with|walked away with|got away with|gain(?:ed|ing) (?:\\w+ )?access to|had access to|getting access to|got access to|obtained access to|(?:unauthori[sz]ed|illegal|improper|illicit) access to|impacted|impacting|affected|affecting|involved|involving|published|dumped|posted|revealing|put at risk|puts at risk|intercepted|in possession of|claim(?:s|ed|ing)? (?:to have|(?:that )?(?:it|they) (?:have|has|had))|got hold of|gained hold of|laid hands on|may have found|could have found|might have found';
/** Participles that take an object only after "have": "had stolen names", not "the stolen names". */
const TAKEN = "(?:have|has|had|having|'ve|'d)(?: \\w+){0,2} (?:stolen|taken|been able to access)";
const NOMINAL =
  '(?:theft|exfiltration|leak|leakage|loss|exposure|disclosure|extraction|breach|compromise|acquisition|stealing) of';
const OPENED =
  "(?:did|does|do|able to|managed to|didn't|doesn't|don't|(?:could|may|might) have (?:allowed|enabled|let) [\\w' -]{2,30}|(?:allow|enabl)(?:ed|ing) [\\w' -]{2,30}|not|claiming to|claims to|claimed to)";
const TAKE =
  '(?:steal|access|obtain|take|expose|extract|copy|reveal|affect|impact|compromise|involve|leak|harvest|view|download|acquire|snag|grab|slurp|swipe|nab|pilfer|snatch|hoover up|get at|capture|gain (?:\\w+ )?access to|get hold of|see|breach)';
const BARE = `${OPENED}(?: (?:not|also|only|even|potentially|have|and|to|it managed to))*(?: ${TAKE} (?:and|or))? ${TAKE}|(?:may|could|might|would)(?: also)? (?:affect|impact|involve)`;

/** "includes": says that the list belongs to something, which must itself have been taken. */
const MEMBER =
  'includ(?:e|es|ed|ing)|contain(?:s|ed|ing)?|consist(?:s|ed|ing)? of|compris(?:e|es|ed|ing)|limited to|confined to|restricted to|such as|relat(?:es|ed|ing) to|like|holds?|held|stored?|features?|ranging from|involves?|(?:included|contained) (?:in|within) the [\\w ]{0,30}(?:data|files|breach|leak|dump|haul) (?:are|were|is|was)|among the [\\w ]{0,30}(?:data|files|information|details|records)(?: stolen| taken| exposed| leaked)? (?:are|were|is|was)';

/** What may govern a list from before; the group `member` where it is only an "includes". */
export const BEFORE = new RegExp(
  `(?<![\\w-])(?:${TAKEN}|${BARE}|${NOMINAL}|${TOOK}|(?<member>${MEMBER}))(?![\\w-])`,
  'g',
);

/** Data made public: its negation is no word about taking. */
export const SPREAD =
  /(?:leak(?:ed|ing|s|age of| of)?|publish\w*|post(?:ed|ing)|dump(?:ed|ing)|shar(?:ed|ing)|releas(?:ed|ing)|disclos(?:ed|ing|ure of))$/;
