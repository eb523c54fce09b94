import type { AttackType } from '#domain/vocabulary.ts';
import { type Gated, gated } from '../../gate/index.ts';

/** How the press says that an attack was of a type. */
export interface AttackKind {
  readonly type: AttackType;
  /** Over plain lower-case text, global and linear. */
  readonly says: Gated;
  /** Where the sentence matches this, it says something else. */
  readonly unless?: RegExp;
  /** What must stand in the sentence too. */
  readonly needs?: RegExp;
  /** Whether "no …" is worth a claim that it was denied. */
  readonly deniable?: true;
  /** The words at its head alone decide whether it is negated or conditional: it spans more than one clause. */
  readonly head?: true;
  /** A ransom belongs to ransomware: said of one beside the other, it is no kind of its own. */
  readonly beside?: true;
}

const CRIME =
  /\b(?:cyber|breach|hack|attack|incident|stole|stolen|compromis|access|expos|leak|intrusion|ransom|unauthori|malicious|data)/;
const ADVICE =
  /\b(?:vigilant|beware|cautious|wary|alert (?:to|for)|watch out|look out|on guard|on their guard|potential phishing|identify phishing|phishing attempts?|voice phishing|how to|future phishing|be careful|advis\w+|remind\w*|protect|defend|tips|never ask)\b/;
const ASKED =
  /\b(?:asked|whether|questions?|inquir\w+|declined|comment|did not (?:say|respond)|unclear|has(?:n't| not) (?:said|confirmed)|neither confirmed|no ransomware (?:group|gang|operation)s?|not seen any)\b/;
const GANG =
  '(?![- ](?:(?:and|or) [a-z]+ )?(?:gang|group|crew|operation|operator|cartel|outfit|affiliate|actor|hackers?|service|as[- ]a|site|tracker|leak|landscape|space|ecosystem|scene|family|strain|sources|payments?|tools?|and extortion operations)s?\\b)';
const DATA =
  '(?:data|information|info|details|records|accounts?|names|(?<!\\b(?:via|by|through|an|in) )e ?-?mails?(?: address(?:es)?)?(?! (?:marketing|systems?|servers?|chains?|accounts? (?:belonging|used)|campaigns?|services?|platforms?|providers?|phish\\w*|security|gateway))|files|documents|card numbers|credit cards?|payment cards?|database|personal|passwords|hashes|ntds\\.dit|customers?|tokens|source code|repositor(?:y|ies)|index)';

/** In the order in which they are looked for. */
export const ATTACK_KINDS: readonly AttackKind[] = [
  { type: 'double-extortion', says: gated(/\bdouble[- ]extortion\b/g) },
  { type: 'ransomware', says: gated(new RegExp(`\\bransomware${GANG}`, 'g')), unless: ASKED, deniable: true },
  {
    type: 'ransomware',
    says: gated(
      /\b(?:encrypt(?:ed|ing|s)?) (?:[a-z'-]+ ){0,5}?(?:servers?|virtual machines|vms|systems|hosts|network|hypervisors|files|computers)\b/g,
    ),
    unless: /\b(?:passwords?|credentials) .{0,20}encrypted|encrypted password/,
  },
  {
    type: 'extortion',
    says: gated(
      /\b(?:ransom was demanded|(?:demand(?:ed|s|ing)?|request(?:ed|s|ing)?|asked for|seeking|sought) (?:[a-z0-9$£€.,'-]+ ){0,4}?ransom|extort(?:ed|ing|s)?\b|(?:data )?extortion (?:messages?|attempts?|demands?|emails?|notes?|attack|campaigns?|schemes?|plots?|bids?|payments?|purposes)|purposes? of (?:extortion|blackmail)|blackmail(?:ed|ing|s)?|being extorted|held to ransom|demand(?:ed|s|ing) (?:us|a|c)?[$£€]\d)/g,
    ),
    unless:
      /\b(?:whether|asked|refers?|declined to (?:say|comment|tell)|referring|average|ransom payments? (?:hit|fell|rose|to))\b/,
  },
  {
    type: 'extortion',
    says: gated(/\bransom (?:demands?|notes?|payments?)\b/g),
    unless:
      /\b(?:whether|asked|refers?|declined to (?:say|comment|tell)|referring|average|ransom payments? (?:hit|fell|rose|to))\b/,
    beside: true,
  },
  {
    type: 'social-engineering',
    says: gated(
      /\b(?:social[- ]engineer\w*|help[- ]?desk (?:scams?|impersonat\w+|employees?)|(?:it )?help[- ]?desks? into|vishing|voice[- ]phishing|impersonat\w+ (?:[a-z'-]+ ){0,3}?(?:employees?|staff|it\b|support|workers?)|disguis\w+ themselves as|trick(?:ed|ing|s)? (?:[a-z'-]+ ){0,4}?(?:employees?|staff|help[- ]?desks?|it\b|workers?))/g,
    ),
  },
  {
    type: 'phishing',
    says: gated(
      /\b(?:(?<!(?:voice|phone|based|telephone|call)[- ])phishing (?:attacks?|emails?|campaigns?|pages?|scams?|messages?|incident)|phished|(?:no|or|and) phishing|spear-?phishing)\b/g,
    ),
    unless: ADVICE,
    deniable: true,
  },
  {
    type: 'credential-stuffing',
    says: gated(
      /\b(?:credential[- ]stuffing|(?:credentials|passwords|logins) (?:[a-z'-]+ ){0,6}?(?:from|on) other (?:platforms|sites|websites|companies|services)|password spraying|recycled logins?|(?:tried|trying)(?: out)? (?:[a-z'-]+ ){0,3}(?:stolen |leaked )?(?:usernames and )?passwords (?:from|pinched|taken|stolen|leaked|on its))\b/g,
    ),
  },
  {
    type: 'stolen-credentials',
    says: gated(
      /\b(?:(?:used|using|use of|with|via|through|exploiting|bought|buying) (?:[a-z'-]+ ){0,2}?(?:stolen|leaked|compromised|pilfered|hijacked|reused) (?:[a-z'-]+ ){0,2}?(?:credentials?|logins?|passwords?|accounts?|tokens)|(?:credentials?|logins?) (?:were|was|had been) (?:stolen|compromised|used|hijacked)|(?:us(?:ed|ing|e of)|with|via|through|hijack(?:ed|ing)|compromis(?:ed|ing)|took over|taking over|abus(?:ed|ing)) (?:[a-z'-]+ ){0,3}?(?:accounts?|credentials|logins?|login details|passwords?|access) (?:of|belonging to|from|stolen from|assigned to) (?:[a-z'-]+ ){0,3}?(?:employees?|workers?|staff(?: members?)?|(?:sub-?)?contractors?|suppliers?|vendors?|partners?|administrators?|agents?)|(?:us(?:ed|ing|e of)|with|via|through|hijack(?:ed|ing)|compromis(?:ed|ing)|took over|abus(?:ed|ing)) (?:[a-z'-]+ ){0,4}?(?:employees?|workers?|staff|contractors?|vendors?|suppliers?|partners?|administrators?|admin)(?:'s|s'|')? (?:user )?(?:accounts?|credentials|log-?ins?|user ?names?|passwords?)|gain(?:ed|ing) access to (?:account |user |employee |login )?credentials)\b/g,
    ),
  },
  {
    type: 'sim-swap',
    says: gated(
      /\bsim[- ]swap(?:ping|s|ped)?\b|\b(?:move|moved|moving|port|ported|porting|transfer\w*) (?:[a-z'-]+ ){0,4}numbers? to (?:[a-z'-]+ ){0,4}sims?\b/g,
    ),
  },
  {
    type: 'exploited-vulnerability',
    says: gated(
      /\b(?:(?:exploit(?:ed|ing|s|ation of)?|abus(?:ed?|ing)|leverag(?:ed|es|ing)?|us(?:ed|ing|e of)|with|through|via|caused by|due to|by means of|weaponiz\w+) (?:[a-z0-9'-]+ ){0,6}?(?:vulnerabilit(?:y|ies)|flaws?|zero-days?|bugs?|security holes?)|(?:vulnerabilit(?:y|ies)|flaws?|zero-days?) (?:[a-z'-]+ ){0,5}?(?:exploited|abused|used by))\b/g,
    ),
  },
  {
    type: 'supply-chain',
    says: gated(
      /\b(?:supply[- ]chain (?:attacks?|compromises?|hack|breach)|(?<!(?:unauthorized|unauthorised|malicious|unknown|external) )third[- ]party(?:,? cloud-based)?(?! data dump)(?: [a-z'-]+){0,3}? (?:vendors?|providers?|suppliers?|systems?|platforms?|crm|contractors?|databases?|company|companies|partner|software|tool|service|app|apps|applications?|portals?|web ?sites?|hosts?|servers?|processors?|breach)\b|third[- ]party (?:data )?breach|(?:customer )?service providers?\b|(?:vendor|supplier|contractor|outsourcer|provider)(?:'s|s)? (?:[a-z'-]+ ){0,2}?(?:database|systems?|network|platform|hack|breach)|(?:attack|breach|hack|incident)s? (?:on|at|against|of|involving|affecting|suffered by) (?:(?:a|an|its|their|our|the) )?(?:[a-z-]+ ){0,3}?(?:vendor|supplier|service provider|(?:sub-?)?contractor)s?|(?:accounts?|credentials|systems) (?:of|belonging to) (?:a|an|its|one of its|their|our) (?:[a-z'-]+ ){0,3}?(?:(?:sub-?)?contractor|vendor|supplier|service provider)|(?:via|through|at|from) (?:a|an|its|one of its|their|our) (?:[a-z'-]+ ){0,4}?(?:supplier|vendor|contractor|service provider|outside (?:company|firm))|tainted (?:software )?update|managed (?:it )?service providers?)/g,
    ),
    needs: CRIME,
    unless:
      /third[- ]party (?:cyber ?-?security|security|experts?|specialists?|forensic|investigat)|\b(?:hired|engaged|working with|handles?|payments? on)\b/,
  },
  {
    type: 'web-skimming',
    says: gated(
      /\b(?:(?:web|card|credit card|digital|payment|javascript|e)[- ]?skimm(?:ers?|ing)|skimm(?:ers?|ing)|magecart|data-stealing javascript|formjacking|malicious code into (?:our|its|the|their) (?:web ?site|online store|checkout))\b/g,
    ),
  },
  {
    type: 'pos-malware',
    says: gated(
      /\b(?:(?:point[- ]of[- ]sale|\bpos\b|payment(?: data| card| processing)? systems?|card readers?|cash registers?|tills|checkout terminals?)[^.;]{0,90}?\b(?:malware|malicious (?:code|software)|hacked)|(?:malware|malicious (?:code|software))[^.;]{0,90}?\b(?:point[- ]of[- ]sale|pos|payment(?: data| card| processing)? systems?|card readers?|cash registers?|checkout terminals?))\b/g,
    ),
  },
  { type: 'ddos', says: gated(/\b(?:ddos|denial[- ]of[- ]service)\b/g), deniable: true },
  {
    type: 'malware',
    says: gated(
      /\b(?:(?:planted|infected|install(?:ed|ing)|inject(?:ed|ing)?|embedded|deployed|hit|discovered|found|due to|with|by|no|without) (?:[a-z'-]+ ){0,4}?(?:malware|malicious (?:code|software|script)|trojan|infostealers?|spyware)|malware (?:hits|attack|infection|on its|was|designed|copies)|(?:malware|malicious code) [^.;]{0,30}(?:found|detected|discovered|infected))\b/g,
    ),
    unless: /\banti-?malware\b/,
    deniable: true,
  },
  {
    type: 'insider',
    says: gated(
      /\b(?:rogue (?:employee|staff|insider|worker)|insider (?:threat|attack|breach|job)|(?:malicious|rogue|corrupt|dishonest) insiders?|(?:former|disgruntled|ex-?|ex) ?(?:[a-z]+ )?(?:employee|worker|staffer|engineer|contractor|administrator|developer) (?:[a-z'-]+ ){0,4}?(?:stole|accessed|leaked|took|copied|charged|arrested|sentenced|accused|extort\w*|hacked|sabotaged|shared|sold)|(?:where|at which) (?:he|she|they) (?:was|were|had been|worked) (?:employed|working|a |an |as )|(?:his|her|their) (?:former|then|own|ex-) ?employer|(?:employees?|agents?|workers?|contractors?|staff) (?:[a-z'-]+ ){0,8}?(?:improperly|wrongfully|illegally|without authori[sz]ation) (?:accessed|copied|took|shared|sold|downloaded|viewed)|(?:improperly|wrongfully|illegally) (?:accessed|copied|took|shared|sold|downloaded) (?:[a-z'-]+ ){0,5}by (?:[a-z'-]+ ){0,3}(?:employees?|agents?|workers?|contractors?|staff))\b/g,
    ),
  },
  {
    type: 'misconfiguration',
    says: gated(
      /\b(?:misconfigured (?:[a-z0-9'-]+ ){0,3}?(?:server|database|bucket|instance|storage|api|cloud)|misconfiguration|unsecured (?:[a-z0-9'-]+ ){0,3}?(?:database|server|bucket|instance|storage|api)|unprotected (?:[a-z0-9'-]+ ){0,3}?(?:database|server|bucket|elasticsearch|mongodb)|left (?:[a-z]+ ){0,4}(?:reachable|open|accessible)(?=[^.;]{0,40}without a password)|(?:set up|configured) wrongly|wrongly (?:set up|configured)|publicly (?:accessible|exposed|available) (?:[a-z0-9'-]+ ){0,3}?(?:database|server|bucket|storage)|(?:database|server|bucket) (?:was |were )?(?:left )?(?:exposed|open|unsecured|unprotected|without a password))\b/g,
    ),
  },
  {
    type: 'defacement',
    says: gated(
      /\bdefac(?:ed|ement|ing)\b|\breplaced (?:[a-z'’-]+ ){0,3}(?:home ?page|website|web site)(?=[^.;]{0,40} with )/g,
    ),
  },
  {
    type: 'data-theft',
    says: gated(
      /\b(?:data (?:breach(?:es)?|theft|leaks?|heist|exfiltration)|(?:card|credit card|payment card|privacy) breach(?:es)?|breach notif\w+|similar breach(?:es)?)\b/g,
    ),
    unless: /\blatest [^.;]{0,70} to (?:face|suffer|experience|endure|fall)\b/,
  },
  {
    type: 'data-theft',
    says: gated(
      new RegExp(
        `\\b(?:stole|stolen|steal(?:s|ing)?|exfiltrat\\w+|siphon\\w*|made off with|swiped|pilfered|snag(?:ged|s)?|nicked|harvest(?:ed|ing)|extract(?:ed)?|obtain(?:ed)?|accessed|copied|captured|collected|downloaded|took (?!steps|hold|place|actions?|measures|part|place|advantage|down|offline|it|out|over|responsibility|credit|control|days|hours|weeks|months|time|several|more|systems|longer|effect|aim|note)|expos(?:ed|es|ing)|leak(?:ed)?|compromis(?:ed|es)(?! by\\b)|gain(?:ed)? access to|(?<!(?:from|in|when|while) )accessing)\\b[^.;]{0,70}?\\b${DATA}\\b`,
        'g',
      ),
    ),
    unless:
      /\b(?:stolen|leaked|compromised|reused|recycled) (?:(?:usernames?|e-?mails?(?: addresses)?) and )?(?:credentials|passwords?|logins?|login creds)\b(?!.{0,80}(?:data|information))/,
  },
  {
    type: 'data-theft',
    says: gated(
      new RegExp(
        `\\b${DATA}\\b[^.;:]{0,60}?(?<!\\b(?:using|via|with) )\\b(?:stolen|exfiltrated|extracted|copied|downloaded|captured|swiped|taken(?! (?:offline|down|out|over|into account|care))|compromised|exposed|leaked|accessed|obtained|breached|pinched|nicked|at risk)\\b|\\b(?:unauthori[sz]ed (?:access|external party|third party|party|person)\\b[^.;]{0,60}?\\b(?:accessed|obtained|gain|data|information|database))`,
        'g',
      ),
    ),
  },
];

/** Words that say only that there was an incident. */
export const UNSPECIFIED = gated(
  /\b(?:cyber[- ]?(?:security )?(?:attacks?|incidents?|breach(?:es)?|intrusions?|events?|strikes?)|security (?:incidents?|breach(?:es)?|events?|problems?|issues?)|(?:it|network|computer) (?:breach|intrusion|incident|hack)|hack(?:ed|s|ing)?\b|unauthori[sz]ed (?:network )?access|attempts? to (?:gain|hack|interfere)|attempt was made|attempted (?:attack|hack|intrusion|cyber\S*)|infiltrat\w+|intrusions?|(?:been|was|were|the) (?:breach(?:ed)?|attacked|hit|targeted|targets)|(?:similar |series of (?:other )?|retail |digital |high-profile |the )?(?:attacks|attack|breaches|breach|incident|incidents|victims)\b)/g,
);
