/** Words that stand between a cue and the type that it makes no fact: one clause. */
const CLAUSE = '[^.;]{0,140}?';

/** Doers of a harm that is yet to come: criminals at large, or the data itself. */
const ANYBODY =
  '(?:(?:an? |any |other |cyber ?|malicious |would-be |opportunistic )*(?:attackers?|hackers?|criminals?|cybercriminals?|scammers?|fraudsters?|thieves|crooks|phishers?|spammers?|(?:threat |bad )?actors?|people|someone|anyone|others)|(?:this|that|such|the|their|exposed|stolen|leaked|personal)(?: [a-z-]+){0,4} (?:information|data|details|records|addresses)|they|it|this|which|that)';

/** Something that may yet be done with the loot: "could use it to …", "enough to attempt …", "puts them at risk of …". */
const AHEAD = new RegExp(
  [
    `\\b${ANYBODY} (?:can|could|may|might|will|would)(?: \\w+ly| also| then| now| even| still)? (?!have\\b|be (?:linked|tied|related|connected|due|the (?:result|work))|not have\\b)[a-z]+\\b${CLAUSE}$`,
    `\\b(?:enough|needed?|needs|useful|valuable|handy|sufficient|ammunition|fodder|ideal|perfect|everything|exactly what)\\b[^.;]{0,60}\\b(?:to|for|in order to)\\b${CLAUSE}$`,
    `\\b(?:can|could|may|might|will|would|likely|set to|going to|expected to|prime)\\b[^.;]{0,40}?\\b(?:be (?:used|abused|exploited|leveraged|misused|sold|targeted|followed)|follow|become|serve|face|receive|lead|result|enable|allow|facilitate|fuel|open|help)\\b${CLAUSE}$`,
    `\\b(?:risks?"?|danger|threats?|fears?|chances?|possibility|likelihood|wave|prospect|vulnerable|susceptible|exposure|exposed|target(?:s|ed)? (?:for|by)|open) (?:of|to|for|from|by) (?:(?!a\\b|an\\b)[a-z,-]+ ){0,6}$`,
    `\\b(?:to|help(?:s|ed|ing)?|and|or) (?:avoid|prevent|protect|guard|defend|mitigate|combat|detect|reduce|counter)\\b(?:(?!\\b(?:after|because|when|that|as|since)\\b)[^.;,]){0,70}$`,
    `\\b(?:lookout|look out|watch|alert|guard|wary|aware|cautious|careful|suspicious|vigilant|prepare[ds]?) (?:for|of|to|about|against|out for)\\b${CLAUSE}$`,
  ].join('|'),
);
const AHEAD_AFTER =
  /^[^.;,]{0,30}?(?:\brisks?\b|\bthat (?:could|may|might|will|would) (?!have\b)|\b(?:which|that) (?:could|may|might|attempt|try|will) )|^[^.;]{0,40}\b(?:may|might|could|will|are likely to|is likely to) (?:follow|arrive|come|occur|ensue|target)\b/;

/** The risk is that what was stolen gets out: the theft itself is told. */
const DONE = /\b(?:stolen|published|taken|exfiltrated)\b/;
/** How a gang, a tactic or the whole trade works. */
const KNOWN_FOR =
  /\b(?:(?:is|are|was|were|been|best|widely) (?:\w+ly )?(?:known|notorious|infamous|famous) (?:for|to)|notorious for|known for)(?: [a-z-]+){0,5} $/;
/** What a gang or a strain does, in the present tense of a description; in a headline that tense tells what happened. */
const DOES =
  /\b(?:(?:the|this) (?:[a-z0-9-]+ ){0,3}(?:group|gang|operation|crew|ransomware|malware|variant|strain|operators|affiliates)|(?:^|[,;:] )(?:hackers|attackers|criminals|cybercriminals|gangs|operators|threat actors)|ransomware|double[- ]extortion|(?:trojans?|loaders?|infostealers?|botnets?|droppers?|infections?|backdoors?)) (?:both |all |also |then |typically |usually |often |first |primarily |mainly |regularly |largely |generally )?(?:drops?|uses?|employs?|relies|rely|targets?|exploits?|deploys?|steals?|encrypts?|operates?|runs?|demands?|threatens?|spreads?|infects?|works?|exfiltrates?|leverages?|gains?|leads?|results?|allows?|enables?|is (?:an?|known|delivered|distributed|spread|installed))\b[^.;]*$/;
/** What is seen, told or done elsewhere by such means: "campaigns using this method have been seen installing …". */
const ELSEWHERE =
  /\b(?:campaigns?|attacks|methods?|techniques?|tactics?|vectors?|schemes?|phishing|operations)\b[^.;]{0,60}\b(?:has|have) (?:also |previously |often |recently |long |already )?been (?:seen|observed|described|documented|used|employed|linked|reported|spotted|abused|known)\b/;
/** Who a gang is: "the state-sponsored actor blamed for the SolarWinds attack". */
const KNOWN_BY =
  /\b(?:actors?|groups?|gangs?|hackers?|crews?|collectives?|operations?|operators|cartel)(?:,| that (?:is|was|has been)| which (?:is|was)| who (?:is|are|was|were))? (?:also |previously |already |long |widely |once |best )?(?:blamed|known|notorious|infamous|famous|wanted|sanctioned|remembered) for\b[^.;]*$/;
/** What gangs do these days, or were watched doing: "members are actively exploiting flaws", "saw the gang exploiting". */
const THESE_DAYS =
  /\b(?:groups?|gangs?|crews?|members|operators|affiliates|actors?|attackers|hackers|criminals)\b[^.;,]{0,40}?(?:\b(?:are|is) (?:now |also |still |actively |increasingly |currently )*|\b(?:group|gang|crew|actors|operators) )(?:exploiting|abusing|leveraging|weaponi[sz]ing)\b/;
/** What a gang earned in all, or how many it has hit: "had extorted $100 million in 18 months". */
const TOLL =
  /^[^.;]{0,60}(?:[$£€] ?[\d.,]+ ?(?:million|billion|m|bn)\b[^.;]{0,40}\b(?:in (?:just |less than |only |about |under )?(?:[\d-]+|a|one|two|three|six|twelve|eighteen) (?:months?|years?)|from (?:more than |over |at least |some |about |around |nearly )?[\d,]{3,} |since )|\b(?:more than |over |at least |some |about |around |nearly |hundreds of |dozens of |thousands of )[\d,]* ?(?:organi[sz]ations|victims|companies|entities|businesses|firms)\b[^.;]{0,30}\b(?:worldwide|globally|around the world|across the (?:world|globe)|since|in \d))/;
/** What share of all was hit: surveys. */
const SHARE =
  /(?:\d ?%|\bper ?cent|\b(?:half|third|quarter|majority|thirds|quarters)) of (?:all |the |uk |us |surveyed |large |british |american |its )*(?:retailers|companies|firms|organi[sz]ations|businesses|respondents|enterprises|stores|shops|smes|breaches|attacks)\b/;

/** What a word means: "ransomware, which is malicious software that …". */
const MEANS =
  /\b(?:(?:which|that) is (?:an? )?(?:[a-z-]+ ){0,3}(?:software|malware|virus|type|form|kind|attack|technique|method)|(?:type|form|kind|sort) of (?:[a-z-]+ ){0,2}(?:attack|malware|software|cyber-?attack|crime|scam)|is when|is where|refers to|(?:victim|organi[sz]ation|company|target) is then)\b[^.;]*$/;
const HABIT =
  /\b(?:(?:is|are|was|were|been|become|best|also|mostly|widely) (?:\w+ly )?(?:known|notorious|infamous|famous|renowned) (?:for|to)|notorious for|known for|(?:common|usual|typical|standard|favou?rite|signature|popular|well-known|routine|frequent|increasingly common) (?:\w+ )?(?:tactics?|techniques?|practices?|methods?|moves?|strateg(?:y|ies)|vectors?|ploys?|schemes?)|modus operandi|speciali[sz]\w+ in|so-called|increasingly|on the rise|when it comes to|refers? to|defined as|in (?:most|many|some|other|previous|past) (?:cases|attacks|incidents))\b/;
/** Many others, none of them named: "a number of other ransomware variants", "some victims have even been called". */
const OTHERS =
  /\b(?:(?:a )?(?:number|host|string|series|handful|range|variety|dozens|hundreds|scores|wave|spate|rises?|surges?|increases?|growth|uptick) (?:of|in) (?:other |similar |recent |new |such |different |high-profile |the )*(?:ransomware|malware|phishing|extortion|gangs?|variants?|groups?|victims?|organi[sz]ations|companies|threat|data|credential)|(?:(?:many|most|some|several|numerous|various|all|other) (?:of (?:the|its|their) )?(?:other )?|their |its (?:other )?|other )(?:tracked |known |active |prolific |similar )?(?:victims|variants|gangs|strains|ransomware|(?:threat|ransomware|hacking) (?:actors|groups|gangs)|organi[sz]ations|(?:high-profile |large |major )*companies|firms|businesses)\b|most ransomware|(?:like|unlike) (?:most|many|other))/;
/** Figures of a trend: "attacks on shops have risen by a third". */
const TREND =
  /^[^.;]{0,50}\b(?:(?:have|has|had|are|is) (?:\w+ly )?(?:risen|rising|increas\w+|surg\w+|soar\w+|doubled|tripled|grown|growing|jumped|climb\w+|spik\w+|on the rise|up by|becoming)|rose by|(?:increased|surged|soared|jumped|grew|climbed) (?:by|to) [\d.]+)/;
/** Somebody else's: "a ransomware attack on a hospital". */
const UPON_ANOTHER =
  /^ ?(?:attacks?|breach(?:es)?|hacks?|incidents?|campaigns?)? ?(?:on|at|against|targeting|that (?:hit|struck)) (?:an?|another|other|several|many|two|three|some|numerous|dozens of|hundreds of|multiple) (?:[a-z-]+ ){0,4}?(?:compan(?:y|ies)|firms?|hospitals?|banks?|pipelines?|schools?|universit(?:y|ies)|cit(?:y|ies)|count(?:y|ies)|agenc(?:y|ies)|airlines?|casinos?|manufacturers?|cooperatives?|governments?|organi[sz]ations?|utilit(?:y|ies)|farms?|insurers?|telecoms?)\b(?! (?:that|which|it|used|providing|hired))/;
const OWN =
  /\b(?:the (?:company|retailer|firm|chain|store|brand|group|supermarket)(?:'s)?|its (?:systems|network|data|customers|servers|stores)|our|we)\b/;

/** Who tells that a story of a breach is not so. */
const DISPUTES =
  /\b(?:disput\w+|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut\w+|debunk\w*|dismiss(?:es|ed|ing)|quash\w*|false|fake|bogus|baseless|unfounded) (?:[a-z]+ ){0,3}?(?:claims?|reports?|rumou?rs?|allegations?|suggestions?|having (?:suffered|had))(?: (?:of|that|about|it|had|was|were|suffered|has)){0,4} (?:a |an |any )?(?:[a-z-]+ ){0,3}$/;

/** "denied that it was a …", "disputes claims that its network suffered an …": the whole story is denied, not a part. */
const DENIES_STORY =
  /\b(?:den(?:y|ies|ied|ying)|disput(?:es?|ed|ing)|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)) (?:(?:the |these |any )?(?:claims?|reports?|allegations?|suggestions?|rumou?rs?) )?(?:that )?(?:it|this|they|(?:the|its|their) (?:[a-z-]+ ){0,3}?(?:attack|incident|breach|outage|disruption|company|retailer|chain|network|systems?|stores?)) (?:(?:had|has|have|was|were|is|been|ever) ){0,3}(?:suffered |hit by |caused by |due to |the (?:result|victim) of |fallen victim to |experienced |involved )?(?:an? |any )?(?:[a-z0-9-]+ )?$/;

/** What a span of a plain sentence tells instead of something that happened in this incident. */
export type NoFact = 'ahead' | 'habit' | 'others';

const HARMS_TO_COME = 160;

/**
 * Whether the words around a span of a plain lower-case sentence make it no fact of the incident: a harm that may yet
 * come to customers, a gang's or the trade's habit, or what happened to others. Offsets are into the text.
 */
export const noFactAt = (text: string, start: number, end: number, headline = false): NoFact | undefined => {
  const before = text.slice(Math.max(0, start - HARMS_TO_COME), start);
  const clause = before.slice(Math.max(before.lastIndexOf('; '), before.lastIndexOf('. '), 0));
  if ((AHEAD.test(clause) && !DONE.test(text.slice(start, end))) || AHEAD_AFTER.test(text.slice(end, end + 80)))
    return 'ahead';
  const own = OWN.test(text);
  if (KNOWN_FOR.test(clause) || MEANS.test(clause)) return 'habit';
  if (KNOWN_BY.test(clause) || (!own && (ELSEWHERE.test(text) || THESE_DAYS.test(text)))) return 'habit';
  if (!own && (TOLL.test(text.slice(end, end + 140)) || SHARE.test(text))) return 'others';
  if (!headline && DOES.test(`${clause}${text.slice(start, end)}`)) return 'habit';
  if (!own && HABIT.test(clause.slice(-90) + text.slice(start, Math.min(text.length, end + 30)))) return 'habit';
  if (TREND.test(text.slice(end, end + 90)) || UPON_ANOTHER.test(text.slice(end, end + 110))) return 'others';
  if (!own && OTHERS.test(clause.slice(-110) + text.slice(start, Math.min(text.length, end + 60)))) return 'others';
  return undefined;
};

/** Whether the words before a span say that a story of it is wrong ("disputes false claims of a massive …"). */
export const disputedAt = (text: string, start: number): boolean =>
  DISPUTES.test(text.slice(Math.max(0, start - 120), start)) ||
  DENIES_STORY.test(text.slice(Math.max(0, start - 120), start));
