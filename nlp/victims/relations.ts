import { type Gated, gated } from '../gate/index.ts';
import { barredIn } from './barred.ts';
import { GROUP, marksIn } from './skeleton.ts';

/** A noun (phrase) for what happened. */
export const INCIDENT_NOUN =
  '(?:cyber[- ]?(?:security )?(?:attacks?|incidents?|breach(?:es)?|intrusions?|events?|strikes?|raids?|hits?|heists?|crisis|outages?|onslaught|assaults?|issues?|problems?|mishaps?|snafu|disruption|chaos|meltdown|extortion|crime|hacks?|theft)|ransomware(?: (?:attacks?|incidents?|infection|gang|hit))?|data (?:breach(?:es)?|leaks?|thefts?|heists?|security (?:incidents?|breach(?:es)?)|incidents?|exposures?|loss|spill)|breach(?:es)?|hack(?:s|ing)?|hack ?attacks?|intrusions?|break-?ins?|attempted (?:cyber ?)?(?:attack|intrusion|hack)|security (?:incidents?|breach(?:es)?|events?|issues?|lapses?|problems?)|(?:it|computer|network|malware|ddos|phishing|magecart|skimming|hacker|extortion|credential[- ]stuffing|supply[- ]chain|pos|point[- ]of[- ]sale|malicious|criminal|digital|online|social engineering) (?:attacks?|incidents?|breach(?:es)?|compromise|intrusions?)|credential[- ]stuffing|(?:web|card|credit card|payment) skimmers?|malware|malicious code|digital intrusions?|leak)(?!s? (?:scann\\w+|tools?|detect\\w*|protection|prevention|insurance|simulations?|training))';
/** What may stand for it once it is clear that the article is about one. */
const VAGUE_NOUN = '(?:attacks?|incidents?|compromise|outages?|cyber|those)';
const ANY_NOUN = `(?:${INCIDENT_NOUN}|${VAGUE_NOUN})`;
const INCIDENT = gated(
  new RegExp(
    `\\b(?:${INCIDENT_NOUN}|hack(?:ed|ers?)|unauthori[sz]ed (?:access|third|party|person|external)|stole|stolen|exfiltrat\\w+|attackers?|threat actors?|cyber ?(?:crooks|criminals?|thieves)|crooks|miscreants?|infected|breached|compromised|extort\\w+|ransom|interfere with)\\b`,
  ),
);

const SMALL = '(?:[a-z\'"-]+ ){0,5}?';
const ASIDE = '(?: ?[,(-] ?[^,()§¤]{1,100}?[,)-])?';
const SUBJECT = `(${GROUP})(?:,? and (?:more|others|dozens of others))?${ASIDE}(?: ?[,-])?`;
const AUX =
  '(?:(?:have|has|had|was|were|is|are|being|been|be|both|all|also|recently|reportedly|allegedly|itself|later|previously|each|got|get|gets|became|become|becomes|too|first|now|just|again|apparently|again|badly|still|currently|of|one|among|the|third|second|latest|next|a|another|major|giant|chain|group|firm|brand|stores|uk|british|french|us|high-profile|high|street|retailer|retailers|to|be|confirm|confirmed) ){0,9}';

const strong = (body: string): Gated => gated(new RegExp(body, 'g'));

/** Readings that make a named firm a victim wherever they stand. Each captures the group of names. */
const STRONG: readonly Gated[] = [
  // "M&S was hit by …", "Harrods targeted in", "Co-op breached"
  strong(
    `${SUBJECT} ${AUX}(?:hit|attacked|breached|hacked|targeted|struck(?! (?:an?|deals?) )|compromised|crippled|infected|infiltrated|extorted|victims?|targets?(?= (?:of|in|for|by)\\b| ?[.,]|$)|under (?:cyber ?)?attack|hobbled|stung|raided|plundered|reeling|fallen victim|falls? victim|fell victim|succumbs?|succumbed)\\b(?! (?:markets?|customers|consumers|audiences?|ads|advertising|price|corporation))`,
  ),
  // "Dior discloses a cyberattack", "M&S is still dealing with the breach"
  strong(
    `${SUBJECT} (?:[a-z'-]+ ){0,5}?(?:suffer(?:s|ed|ing)?|experienc(?:es?|ed|ing)|confirm(?:s|ed|ing)?|disclos(?:es?|ed|ing)|reveal(?:s|ed|ing)?|report(?:s|ed|ing)?|admit(?:s|ted|ting)?|acknowledg(?:es?|ed|ing)|announc(?:es?|ed|ing)|discover(?:s|ed|ing)?|detect(?:s|ed|ing)?|identif(?:y|ies|ied)|warn(?:s|ed|ing)?|inform(?:s|ed|ing)?|notif(?:y|ies|ied|ying)|alert(?:s|ed|ing)?|investigat(?:es?|ed|ing)|prob(?:es?|ed|ing)|respond(?:s|ed|ing)?|recover(?:s|ed|ing)?|fac(?:es?|ed|ing)|battl(?:es?|ed|ing)|reels?|deal(?:s|ing)|dealt|blam(?:es?|ed|ing)|struggl(?:es?|ed|ing)|grappl(?:es?|ed|ing)|wrestl(?:es?|ed|ing)|contain(?:s|ed|ing)?|mitigat(?:es?|ed|ing)|downplay(?:s|ed)?|resum(?:es?|ed|ing)|bounces?|bouncing|restor(?:es?|ed|ing)|halt(?:s|ed)?|paus(?:es?|ed)|clos(?:es?|ed)|shuts?|suspend(?:s|ed)?|takes?|took|taken|says?|said|told|tells?|has|had|stated?|states|hit|counts?|expects?|revealing|pegs?|declar(?:es?|ed)|lost|loses?|losing|fends?|fended) [^.;:§¤]{0,110}?\\b(?:${INCIDENT_NOUN}|attempts (?:on|at|to)|(?:data|details) (?:of|from|was|were) [^.;:§¤]{0,40}?(?:customers|members|shoppers|employees|staff)|hacked|stolen|unauthori[sz]ed|attackers|hackers|threat actors|intruders|an? (?:hacker|attacker|intruder|threat actor|third party)|breached (?:its|their|internal|corporate|the|one of))\\b(?! (?:on|at|against|of) (?:[a-z]+ ){0,3}[§¤◊])`,
  ),
  // "the attack on Marks & Spencer", "breaches affecting customers of Dior"
  strong(
    `\\b${ANY_NOUN} (?:[a-z'-]+ ){0,4}?(?:on|at|against|affecting|impacting|involving|targeting|hitting|of|from|within|inside|facing|to hit|that hit|that has hit|which hit|that struck|that crippled|suffered by|disclosed by|reported by|revealed by|confirmed by|announced by|like|such as|including|around|for|hits|in|over) (?:[^.;§¤◊]{0,100}?\\b(?:including|like|such as) )?${SMALL}(?:retailers? |retail giants? |giants? |stores? )?\\(?(${GROUP})`,
  ),
  // "the M&S cyberattack", "Co-op's data breach"
  strong(
    `(${GROUP}) ?(?:(?!is |was |has |and |or |the |to |in |on |after |with |from )[a-z'-]+ ){0,3}?(?:${ANY_NOUN}|hackers?)\\b`,
  ),
  // "attackers breached M&S", "targeted multiple retailers, including M&S, Co-op"
  strong(
    `\\b(?:hit|hits|hitting|breached|breach|breaching|hacked|hack|hacking|attacked|attacking|targeted|targeting|crippled|struck(?! (?:an?|deals?) )|infiltrated|compromised|compromising|disrupted|impacted|impacting|affected|affecting|battered|battering|extort|extorted|extorting|blackmail|blackmailed|blackmailing|victims?|targets?|rocked|(?<=\\b(?:hackers?|attackers?|gang|group|criminals|crooks|people|they|those|¶\\d{1,3})(?: [a-z]+){0,4} )behind) (?:[^.;§¤]{0,140}?\\b(?:includ(?:e|es|ed|ing)|like|such as|are|were|:|namely|and) )?${SMALL}(${GROUP})`,
  ),
  // "stole data from Belk", "150GB of data belonging to Belk"
  strong(
    `\\b(?:stole|stolen|steals?|stealing|exfiltrated|snag(?:s|ged)?|swiped|nicked|pilfered|leak(?:s|ed|ing)?|dump(?:s|ed|ing)?|theft|obtained|records|break into|broke into|breaking into|gained access to|access to) (?:[^.;§¤]|\\.\\d){0,90}?\\b(?:from|of|belonging to|into|to|at) ${SMALL}(${GROUP})`,
  ),
  // "Harrods customers' details taken", "The North Face accounts", "Belk data stolen"
  strong(
    `(${GROUP})(?:'s?)?(?: [a-z'-]+){0,3}? (?:customers?|customer data|data|accounts?|members?|records|shoppers|employees|staff|files|documents|information|users|info|systems?|network|servers?|website|site|(?:online )?(?:stores?|shops?)|app|details|database)'?(?: [a-z'"-]+){0,6}? (?:stolen|taken|accessed|leaked|exposed|compromised|hacked|breached|published|swiped|pinched|nicked|infected|encrypted|affected by|knocked|offline|unauthori[sz]ed|stung)\\b`,
  ),
  // "claims to have hit Under Armour", "lists Belk as a victim"
  strong(
    `\\b(?:claim(?:s|ed|ing)?|list(?:s|ed|ing)?|add(?:s|ed|ing)?|post(?:s|ed)?|threaten(?:s|ed|ing)?|fleece) (?:[a-z'-]+ ){0,6}?(${GROUP}) (?:[a-z'-]+ ){0,6}?(?:victims?|leak site|as its|data|to its|breach|attack|accounts|records)`,
  ),
  // "Harrods becomes the third mega retailer under cyberattack"
  strong(
    `${SUBJECT} (?:[a-z'-]+ ){0,3}?(?:is|was|becomes?|became|becoming|joins?) (?:just )?(?:the|an?) (?:[a-z-]+ ){0,6}?(?:retailers?|stores?|chain|brand|company|firm|victims?|targets?|name|house|giant|group|queue)[^.;§¤]{0,60}?\\b(?:${INCIDENT_NOUN}|hit|attacked|breached|hacked|targeted|victim|mishaps)\\b`,
  ),
  // "M&S profits plunge after a costly cyber attack"
  strong(
    `(${GROUP})(?:'s?)?(?:,? (?:[^.;§¤◊]|\\.\\d){0,90})? (?:after|following|amid|since|despite|due to|over|because of|for|about) [^.;§¤◊,]{0,50}?(?:${INCIDENT_NOUN}\\b|'incident')(?!,? (?:(?:on|at|against|of|by|in|from) )?(?:[a-z]+ ){0,4}[§¤◊])`,
  ),
  // "hackers leak 5.1 million Panera Bread records"
  strong(
    `\\b(?:stole|stolen|steals?|stealing|leak(?:s|ed|ing)?|dump(?:s|ed|ing)?|swiped|published|exposed?|exposes) (?:[^.;§¤]|\\.\\d){0,60}?(${GROUP}) (?:[a-z'-]+ ){0,2}?(?:records|data|accounts|customers|files|details|information|users)\\b`,
  ),
  // "Nike stock holds steady as the company investigates a potential data breach"
  strong(
    `(${GROUP})[^;§¤]{0,80}? as (?:the |it )?(?:company|retailer|firm|brand|chain|group)? ?(?:probes|investigates|recovers|battles|deals|grapples|responds)[^.;§¤]{0,60}?${INCIDENT_NOUN}\\b`,
  ),
  // "Boulanger - 2,077,078 breached accounts"
  strong(`(${GROUP}) - [\\d,.]+ breached accounts`),
];

/** In a headline a firm in front and the incident behind are enough: "M&S to shed light on cyber attack response". */
const HEADLINE = gated(
  new RegExp(
    `^(?:[^§¤]{0,30} )?(${GROUP})[^.;§¤◊]{0,90}?\\b(?:cyber[- ]?(?:security )?(?:attacks?|incidents?|strikes?|breach)|ransomware attacks?|data breach(?:es)?|breach|hack|security (?:incident|breach)|'incident')\\b(?!s?,? (?:(?:on|at|against|of|by|in|from) )?(?:[a-z]+ ){0,4}[§¤◊])`,
    'g',
  ),
);

/** Words that make the firm the bait, the example or the bystander. */
const BAIT = gated(
  /\b(?:impersonat\w*|spoof\w*|posing as|pose as|poses as|posed as|pretend\w*|fake|bogus|mimic\w*|look-?alike|masquerad\w*|purport\w*|scam (?:emails?|texts?|sites?|campaigns?)|scammers|domains|phish(?:ing)? (?:emails?|campaigns?|domains?|sites?|pages?|kits?|websites?)|typosquat\w*|lures?|counterfeit|claiming to be from|gift card fraud|smishing)\b/,
);
const BYSTANDER =
  /\b(?:(?:services|products|tools|software) (?:such as|like)|unlike|rivals?|competitors?|was not affected|were not affected|not been affected|unaffected|benefit(?:ed|ing|s)? from|compared (?:to|with)|not (?:[a-z]+ ){0,2}(?:hacked|breached|attacked|compromised)|not (?:(?:an?|the|by|due|to|caused) ){0,3}(?:hackers|cyber|hack|attack|breach|ransomware)|(?:infrastructure|elections?|government|hospitals?|banks?|airlines?|telecoms?|military|healthcare) (?:cyber|data|hack|breach|ransomware|attack)\w*)\b/;
const RESEARCH = gated(
  /\b(?:vulnerabilit(?:y|ies)|flaws?|bugs?|white-?hat|bug bounty|security holes?|loophole|proof[- ]of[- ]concept|patch(?:ed|es)?|cve-\d+)\b/,
);

/** Whom a list of victims follows: "companies that were hit, including", "other victims include", "attacks on shops such as". */
const VICTIMS_LISTED = gated(
  /\b(?:victims?|targets?|attacks?|breach(?:es|ed)?|hacks?|hit|hitting|attacked|hacked|targeted|targeting|impacted|impacting|affected|affecting|struck|compromised|breaching|incidents?)\b[^.;:]{0,120}?(?<!\b(?:services|products|tools|platforms|apps|applications|software|outlets|partners|investors|browsers|countries|suppliers|vendors|brands|data|information|details|records),? )\b(?:including|includ(?:e|es|ed):?|such as|like|namely) /,
);
const LIST_END = /[;:]|\. |\b(?:which|who|while|after|but|where|whose|when|because|although)\b/;
const MEMBER = /(?:^|, |\band |\bor |& )(?:[a-z0-9'.-]+ ){0,5}$/;

/** The firms that a list of victims names, however long it is and whoever else stands in it. */
const listedVictims = (skeleton: string): readonly number[] => {
  const head = VICTIMS_LISTED.exec(skeleton);
  if (!head) return [];
  const from = head.index + head[0].length;
  const rest = skeleton.slice(from);
  const end = rest.search(LIST_END);
  const list = end < 0 ? rest : rest.slice(0, end);
  if (!/,| and /.test(list) || BYSTANDER.test(skeleton)) return [];
  return [...list.matchAll(/§(\d+)/g)].flatMap(match =>
    MEMBER.test(list.slice(0, match.index)) ? [Number(match[1])] : [],
  );
};

/** What a sentence says of the firms that it names. */
export interface Relations {
  /** Mention indexes of firms that it makes victims. */
  readonly victims: readonly number[];
  /** Whether it speaks of an incident at all. */
  readonly incident: boolean;
  /** Whether it speaks of a weakness found rather than of an attack. */
  readonly research: boolean;
}

/** Reads the relations of a skeleton (see skeleton.ts); a headline says more with fewer words. */
export const relationsIn = (skeleton: string, headline = false): Relations => {
  const incident = INCIDENT.test(skeleton);
  const research = RESEARCH.test(skeleton);
  if (!skeleton.includes('§')) return { victims: [], incident, research };
  const victims = new Set<number>();
  const barred = barredIn(skeleton);
  if (!BAIT.test(skeleton))
    for (const pattern of headline ? [...STRONG, HEADLINE] : STRONG)
      for (const match of pattern.all(skeleton)) {
        const before = skeleton.slice(Math.max(0, match.index - 80), match.index);
        // "our rival X was also hit"
        if (BYSTANDER.test(match[0]) || (BYSTANDER.test(before.slice(-40)) && !/ also /.test(match[0]))) continue;
        for (const mark of marksIn(match[1] ?? '')) if (!barred.has(mark)) victims.add(mark);
      }
  if (!BAIT.test(skeleton)) for (const mark of listedVictims(skeleton)) if (!barred.has(mark)) victims.add(mark);
  return { victims: [...victims], incident, research };
};
