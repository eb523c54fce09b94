import { gated } from '../gate/index.ts';
import { perText } from '../gate/per-text.ts';
/** What one sentence tells about incidents, whoever they happened to. */
export interface Signs {
  /** Words that only a break-in, a theft of data or an outage caused by one is told with. */
  readonly crime: boolean;
  /** Points back at an incident as known: "the attack", "since the hack", "the intruders". */
  readonly back: boolean;
  /** What such an incident does: systems down, orders paused, data of customers, passwords changed. */
  readonly effect: boolean;
  /** Told as possible, as advice, as a habit, in figures of a survey, or as a product's promise. */
  readonly unsure: boolean;
  /** A brand as bait, or a weakness found. */
  readonly bait: boolean;
}

const DATA =
  '(?:data|details|information|records|names|addresses|passwords|e-?mails|accounts?|files|logins|histor(?:y|ies))';
const TAKEN =
  '(?:stolen|stole|taken|took|copied|extracted|exfiltrated|accessed|swiped|nicked|pinched|lifted|leaked|exposed|compromised|obtained|breached|made off|got (?:hold|at|away))';
const SYSTEMS =
  '(?:(?:computer |it |internal |back[- ]office |corporate |payment )?(?:systems?|networks?|servers?|computers|databases?|it)|accounts?|platforms?)';

const EVENT =
  '(?:cyber ?-?(?:security )?(?:attack|incident|raid|strike|hit|breach|heist|chaos|extortion|intrusion|theft|event)s?|ransomware (?:attack|incident|infection|hit)s?|(?:data|security) (?:breach(?:es)?|thefts?|leaks?|incidents?)|breach(?:ed|es)?(?! (?:of )?(?:[a-z]+ ){0,2}(?:rules?|laws?|codes?|contracts?|terms|agreements?|regulations?|duty|trust|protocol|sanctions?|licen[cs]e))|hack(?:ed|s)?|hacking (?:attack|attempt|incident)s?|intrusions?|exfiltrat\\w*|extort(?:ed|ing)|unauthori[sz]ed (?:access|part(?:y|ies)|person|third)|break-?in|broke into|infiltrated|credential[- ]stuffing (?:attack|incident)s?|skimm(?:ers?|ing) (?:attack|code|script)s?|encrypted (?:servers|systems|files)|(?:servers|systems|files) were encrypted)(?!s? (?:scanner|tool|detect\\w*|protection|prevention|insurance|simulation|training|experts?|code))';
const AGENT =
  '(?:hackers?|attackers?|strangers|criminals?|cyber ?-?criminals?|crooks|intruders?|thieves|gang|threat actors?|ransomware|malware)';
const DEED =
  '(?:stole|stolen|broke|got|took|hit|struck|made off|copied|accessed|gained|entered|encrypted|leaked|published|demanded|caused|brought|claim(?:s|ed)?|tried|attempted|infected|compromised|targeted|used|were|was|had|have)';
const CRIME = gated(
  new RegExp(
    [
      `\\b${EVENT}\\b`,
      `\\b${AGENT} (?:who |which |that )?(?:[a-z]+ly )?${DEED}\\b`,
      `\\b(?:by|from|with|out|off|behind|to) (?:the |a |an )?(?:[a-z-]+ )?${AGENT}\\b`,
      `\\b(?:attacker|hacker|intruder|thief|criminal|fraudster|someone|somebody|strangers|unknown (?:party|person)|third part(?:y|ies)|outsiders?|clerk|insider) (?:(?:have|has|had|could|may|also|been|charged|with) ){0,3}(?:gained|got|installed|planted|broke|stole|copied|took|taken|accessed|entered|captured|downloaded|collected|hijacked|came|attacked|locked|encrypted|selling|sold)\\b`,
      '\\b(?:installed|planted|unleashed|injected|deployed|embedded|plants?) (?:[a-z-]+ ){0,3}(?:malware|ransomware|malicious|code|skimmers?|scripts?)\\b',
      '\\b(?:malware|ransomware|malicious (?:code|scripts?)|(?:stealing|skimming) (?:code|scripts?)|skimmers?) (?:had|has|have|was|were) (?:been )?(?:[a-z]+ly )?(?:installed|planted|injected|embedded|hidden|deployed)\\b',
      '\\b(?:was|were|been|being) (?:[a-z]+ly )?(?:attacked|infiltrated|held to ransom|extorted|blackmailed)\\b',
      '\\b(?:(?:hacker|computer|denial-of-service|ddos|hacking) attacks?|hijack\\w* [^.;]{0,40}(?:accounts?|cards)|(?:taking|took|taken) over (?:[a-z]+ ){0,3}accounts|computer misuse)\\b',
      `\\b(?:left|was|were|stood|lay) (?:[a-z]+ ){0,3}(?:reachable|unprotected|open to anybody|accessible to anyone|without a password)\\b`,
      `\\b${TAKEN}\\b[^.;]{0,60}?\\b${DATA}\\b`,
      `\\b${DATA}\\b[^.;]{0,60}?\\b${TAKEN}\\b`,
      `\\b(?:tried|trying|attempt\\w*|efforts?|managed|bids?) (?:[a-z]+ ){0,2}?(?:to )?(?:get|gain|gaining|break|breaking|enter|entering|entry|access|force) (?:[a-z]+ ){0,5}?${SYSTEMS}\\b`,
      `\\b(?:got|get|getting|keep|kept|shut) (?:[a-z]+ ){0,2}?(?:into|inside|out of) (?:[a-z'-]+ ){0,3}?${SYSTEMS}\\b`,
      '\\b(?:attempt\\w*|tried|trying) (?:to )?(?:gain(?:ing)? (?:entry|access)|get(?:ting)? in|break(?:ing)? in)\\b',
      '\\bransom (?:was|had been|has been) (?:paid|demanded)',
    ].join('|'),
  ),
);
const BACK = gated(
  /\b(?:the|this|that|these|those|its|their|['’]s|january|february|march|april|may|june|july|august|september|october|november|december|easter|spring|summer|recent|last (?:month|week|year|spring|summer)['’]?s?)(?: [a-z-]+){0,3}? (?:attacks?|incidents?|hacks?|breach(?:es)?|intrusions?|intruders?|attackers|hackers|crooks|gang|outages?|disruption|ransom(?:ware)?|theft|raid|break-?in)\b|\b(?:since|after|before|when|following) (?:hackers|criminals|crooks|intruders|attackers|the attack|a cyber|an attack)\b|\bstolen (?:data|information|details|records|files)\b|\bwhat was taken\b/,
);
const EFFECT = gated(
  new RegExp(
    [
      `\\b(?:orders?|ordering|website|app|online|click[- ]and[- ]collect|contactless|payments?|deliver(?:y|ies)|shops?|stores?|tills?|checkouts?|${SYSTEMS}|gift cards?|returns|production|call centres?|shelves|stock|access)\\b[^.;]{0,70}?\\b(?:paus\\w+|suspend\\w*|stopp?(?:ed|s)?|halt\\w*|shut\\w*|clos(?:ed|ing)|offline|down|unavailable|disrupt\\w*|restor\\w+|resum\\w+|restart\\w*|back (?:on|online|up)|running again|restrict\\w*|switched off|gaps|empty|bare|short(?:ages?)?|normal)\\b`,
      `\\b(?:paus\\w+|suspend\\w*|stopp?(?:ed|s)?|halt\\w*|shut\\w*|clos(?:ed|ing)|took|taken|restor\\w+|resum\\w+|restart\\w*|cut back|restrict\\w*|bring\\w*|unable)\\b[^.;]{0,60}?\\b(?:orders?|ordering|website|app|online|click[- ]and[- ]collect|contactless|${SYSTEMS}|access|offline|sales)\\b`,
      '\\b(?:passwords?|(?:bank|card|payment|financial|credit card) (?:details|data|information|numbers)|dates? of birth|personal (?:data|details|information)|customer data|member data|membership card|contact details|reset (?:[a-z]+ ){0,2}passwords?|wary of|law enforcement|police|regulators?|national cyber security centre|national crime agency|information commissioner)\\b',
    ].join('|'),
  ),
);
const UNSURE = gated(
  /\b(?:how to|tips|survey\w*|respondents|percent of|per cent of|stud(?:y|ies)|typically|webinar|predict\w*|trends?|threat landscape|best practices|simulat\w+|exercise|hypothetical\w*|critical infrastructure|(?:rising|growing|increasing|numerous) (?:[a-z]+ ){0,3}(?:attacks|incidents|breaches|threats?)|continue to (?:find|target|evolve|use))\b|\d% of|(?<!\bin )\b(?:may|might|could|would|should|can|if|to (?:prevent|protect|avoid|stop|defend))\b(?! \d)[^.;]{0,60}?\b(?:hack\w*|attack\w*|breach\w*|stolen|steal\w*|ransomware|malware|intruders?|criminals?|incidents?|compromised?|accessed|exposed|leaked)\b/,
);
const DENIED = gated(
  new RegExp(`\\b(?:not|never|neither|nor|rather than|instead of)(?: [a-z]+){0,3}? (?:${EVENT}|${AGENT}|attacked)\\b`),
);
const BAIT = gated(
  /\b(?:impersonat\w* (?:[a-z]+ ){0,3}§|spoof\w*|posing as|fake|bogus|scam\w*|(?<!voice |spear-|spear |v)phishing(?! attacks?\b)|counterfeit|typosquat\w*|lures?|smishing|malvertis\w*|vulnerabilit\w+|flaws?|bugs?|cve-\d+|patch(?:ed|es)?|researchers? (?:found|discovered|say|demonstrated)|bug bounty|proof[- ]of[- ]concept|exploits?)\b/,
);

/** Reads the signs of a skeleton (see skeleton.ts), in plain lower case with marks for names. */
export const signsIn = perText(
  (skeleton): Signs => ({
    crime: CRIME.test(skeleton),
    back: BACK.test(skeleton),
    effect: EFFECT.test(skeleton),
    unsure: UNSURE.test(skeleton) || DENIED.test(skeleton),
    bait: BAIT.test(skeleton),
  }),
);
