import type { ResponseAction } from '#domain/vocabulary.ts';
import { EXPERTS, HIT, OUTSIDE, POLICE, REGULATOR } from './response-words.ts';
import type { ResponseRow } from './responses.ts';

/** What may stand between a verb and its object: no further clause, no purpose. */
const BETWEEN =
  '(?: (?!(?:that|which|who|when|if|whether|after|before|because|while|but|until|since|so|by|was|were|is|are|has|have|had|could|may|might|should|will)\\b)[\\w\'"&,/.-]+(?<![.;:]))';
const ADVERB = '(?: (?:[a-z]+ly|now|also|since|all|then|first|again|already|temporarily))';
const BE = '(?:is|are|was|were|be|been|being|remains?)';

/** An act as news, filings and statements tell it: who does it is asked elsewhere. */
interface Act {
  readonly action: ResponseAction;
  /** Active forms, before their object. */
  readonly verbs?: string;
  /** Participles, after their object. */
  readonly participles?: string;
  /** "the isolation of", "a shutdown of". */
  readonly nouns?: string;
  readonly objects: string;
  /** Words between, at most. */
  readonly within?: number;
  readonly unless?: RegExp;
}

const SYSTEMS =
  '(?:systems?|servers?|networks?|web ?sites?|sites?|platforms?|apps?|it infrastructure|infrastructure|applications?|computers?|machines|environment|databases?|portals?|online (?:store|shop|services|ordering|operations)|e-?shop|web ?shop|web ?store|vpn|remote access|internet access|workstations|endpoints|tills|e-?mail(?: system)?|data ?cent(?:re|er)s?)(?! (?:outages?|disruption|problems|administrators?|visitors))\\b';
const INTRUDERS_ACCESS =
  "(?:(?:unauthori[sz]ed|illegal|illicit|malicious|suspicious|further|their|its|the|all|any|external|outside|(?:hackers?|attackers?|intruders?|actors?|part(?:y|ies)|criminals?)(?:'s?)?) (?:\\w+ )?(?:access|activity|presence|foothold|persistence|connections?|traffic|intrusion)|(?:the |all |any |this |that )(?:attackers?|hackers?|intruders?|threat actors?|threat|malware|ransomware|virus|malicious (?:code|software|script|files?|activity)|skimmer|breach|leak|hole|gap|loophole|flaw|bug|vulnerability|backdoor|weakness|entry point|point of entry|access point))\\b(?! (?:gang|group|operation|operators|overlay|entry|crew|site|page|used by))";
const SECURITY =
  '(?:(?:security|cyber ?-?security|data protection|protective|preventive|preventative|technical|safety|monitoring) (?:\\w+ )?(?:measures?|improvements?|enhancements?|upgrades?|controls?|safeguards?|tools?|protections?|protocols?|practices|processes|procedures|features|layers?|solutions?|investments?|capabilities|checks|hardening|training|roadmap|programme|program|standards|policies|posture|infrastructure)|safeguards|multi-?factor authentication|two-?factor authentication|two-step verification|mfa|2fa|endpoint (?:detection|protection)\\w*|(?:additional|extra|further|new|enhanced|stronger|stricter|tighter|increased|improved|robust|heightened) (?:[a-z]+ ){0,2}(?:security|monitoring|controls?|protections?|measures|defen[cs]es?|authentication|encryption|firewalls?|safeguards?|surveillance|layers? of (?:security|protection)))\\b';
const DEFENCES =
  "(?:(?:our|its|their|the|all|overall|existing|these|his|her|company|group|firm's?|retailer's?|chain's?|[a-z]+'s?)(?:,? [\\w'-]+){0,4} (?:security|cyber ?-?security|defen[cs]es?|safeguards|controls|protections?|protocols|firewalls?|resilience|posture|procedures|practices|networks?|systems|infrastructure|monitoring|authentication|accounts)|(?:security|cyber ?-?security|information security|data security|network security|defen[cs]es|access controls|cyber resilience|it (?:systems?|security|infrastructure)))\\b";
const RANSOM =
  "(?:ransoms?|ransom (?:demands?|payments?|note)|extortion(?: demands?| attempts?| threats?)?|extortionists?|blackmail(?:ers)?|demands?|threats?|(?:the |its |any |his |their )?(?:hackers?|attackers?|(?:cyber)?criminals?|gang|crooks|intruders?)(?:'s?)?(?: demands?| terms)?)\\b";
const GENERAL =
  /\b(?:if|whether|unless|organi[sz]ations|companies|businesses|firms|those who|typically|survey\w*|respondents|per ?cent|percentage|advis(?:es|e|ing)|never recommend\w*|victims (?:who|that|should|often|of|refus\w+|pay\w*|paid|are|were|have)|fbi (?:advis|recommend|urg)\w+|average|median|most victims|refuses? to pay)\b|\d%/;
/** Advice and duties, not acts. */
const DUE =
  /\b(?:organi[sz]ations (?:should|must|need|can|to)|companies (?:should|must|need|can|to)|businesses (?:should|must|need|can)|required to|ordered to|orders?|should|must|recommend\w*|urg(?:es?|ed) (?:all|users|customers|organi[sz]ations)|failed to|failure to|failing to|lack of|lacked|users to|customers to|everyone|your|you can|experts? (?:advise|suggest)|tips?|how to|template|guide|guidance|guidelines)\b/;

/** Servers of gangs, and software: no systems that a shop takes down. */
const NOT_A_SHOPS =
  /\b(?:gang(?:'s)?|ransomware operation|leak site|tor|dark web|onion|botnet|c2|command[- ]and[- ]control|affiliates?|seiz\w+|anti-?virus|security products|scripts?|malware's|law enforcement|europol|threatened|claimed shutting)\b/;

const ACTS: readonly Act[] = [
  {
    action: 'systems-offline',
    verbs:
      '(?:tak(?:e|es|ing)(?! place)|took|taken|pull(?:ed|ing|s)?|br(?:ought|inging)|shut(?:s|ting)?|switch(?:ed|ing)|turn(?:ed|ing)|power(?:ed|ing))(?= [^.;]{0,70}\\b(?:off-?line|down|off)\\b)',
    objects: `${SYSTEMS}(?: [\\w'-]+){0,5} (?:off-?line|down|off)`,
    within: 6,
    unless: NOT_A_SHOPS,
  },
  {
    action: 'systems-offline',
    verbs:
      '(?:tak(?:e|es|ing) (?:down|off-?line)|took (?:down|off-?line)|pull(?:ed|ing) (?:down|the plug on)|shut(?:s|ting)? (?:down|off)|switch(?:ed|ing) off|turn(?:ed|ing) off|power(?:ed|ing) (?:down|off)|clos(?:ed|ing) down|(?:shut|close|switch|turn|power|take)(?: down| off)|suspend(?:ed|ing|s) (?:use of |the use of |access to |all |the |some |certain |several |affected |its |our |their )+|disconnect(?:ed|ing|s)?|unplug(?:ged|ging)|deactivat(?:ed|ing)|disabl(?:ed|ing)(?! the (?:account|access))|isolat(?:e|ed|ing|es) and (?:suspend\\w*|shut\\w*|disconnect\\w*|disabl\\w*)|bring (?:it|them|everything) all down)',
    objects: SYSTEMS,
    within: 6,
    unless: NOT_A_SHOPS,
  },
  {
    action: 'systems-offline',
    participles:
      '(?:taken (?:off-?line|down)|pulled (?:off-?line|down)|brought down|shut (?:down|off)|switched off|turned off|powered (?:down|off)|disconnected|unplugged|deactivated|proactively disabled|intentionally \\w+|deliberately \\w+)',
    objects: SYSTEMS,
    within: 7,
    unless: NOT_A_SHOPS,
  },
  {
    action: 'systems-offline',
    nouns:
      '(?:(?:pre-?emptive|precautionary|proactive|controlled|deliberate) (?:shut ?-?down|closure|disconnection)|shut ?-?down|shutting down|disconnection)',
    objects: SYSTEMS,
    within: 4,
    unless: /\b(?:gang|operation|takedown|botnet)\b/,
  },
  {
    action: 'contained',
    verbs:
      '(?:block(?:ed|ing)?|terminat(?:e|ed|ing)|revok(?:e|ed|ing)|remov(?:e|ed|ing)|eradicat(?:e|ed|ing)|eliminat(?:e|ed|ing)|expel(?:led|ling)|evict(?:ed|ing)?|eject(?:ed|ing)?|neutrali[sz](?:e|ed|ing)|thwart(?:ed|ing)?|repel(?:led|ling)|repuls(?:ed|ing)|fend(?:ed|ing) off|foil(?:ed|ing)|halt(?:ed|ing)?|stop(?:ped|ping)?|sever(?:ed|ing)|clos(?:e|ed|ing)(?: off)?|plug(?:ged|ging)|seal(?:ed|ing)(?: off)?|cut(?:ting)? off|shut(?:ting)? (?:off|down|out)|lock(?:ed|ing) out|disabl(?:e|ed|ing)|kick(?:ed|ing) out|purg(?:ed|ing)|limit(?:ed|ing) the spread of|prevent(?:ed|ing) (?:the )?(?:further )?spread of)',
    objects: INTRUDERS_ACCESS,
    within: 3,
    unless: DUE,
  },
  {
    action: 'contained',
    verbs:
      "(?:isolat(?:e|ed|ing)|quarantin(?:e|ed|ing)|secur(?:ed|ing)|lock(?:ed|ing) down|segregat(?:e|ed|ing)|ring-?fenc(?:ed|ing))(?= (?:the|its|our|their|all|any|affected|impacted|infected|compromised|those|these|this|that|some|several|certain|[a-z]+'s?)\\b)",
    objects: `(?:${SYSTEMS}|devices?|machines?|accounts?|bucket|stores?(?= network)|malware|virus|incident|attack|threat|issue|problem)`,
    within: 4,
    unless: DUE,
  },
  {
    action: 'contained',
    participles:
      '(?:(?:fully |quickly |successfully |largely |immediately |promptly |now |since )*(?:contained|eradicated|neutrali[sz]ed|isolated|quarantined|thwarted|repelled|blocked|stopped|halted|closed|plugged|sealed|removed|eliminated|shut (?:off|out)|cut off|terminated|revoked|under control|brought under control))',
    objects: `(?:${HIT}|risk of (?:further )?\\w+|malicious (?:code|software|script)|hole|gap|entry point|spread|systems?|servers?|devices?|network)`,
    within: 3,
    unless:
      /\b(?:listings?|claims?|lawsuits?|court|until|once|(?:information|data|details|files) (?:\w+ )?contained|stores? (?:was|were)|entry was removed|leak site|not(?: yet)? (?:been )?contained)\b/,
  },
  {
    action: 'contained',
    verbs:
      '(?:t(?:ook|aking|ake|aken)|act(?:ed|ing)|mov(?:ed|ing)|work(?:ed)|respond(?:ed|ing)|initiat(?:ed|ing)|implement(?:ed|ing)|activat(?:ed|ing)|deploy(?:ed|ing)|enact(?:ed|ing))',
    objects:
      '(?:(?:steps?|actions?|measures?|precautions?|quickly|swiftly|immediately|promptly|fast|protocols?|procedures)(?: (?:necessary|needed|required|possible|available|designed|aimed))? (?:to|at) (?:[a-z]+ly )?(?:contain|stop|halt|block|isolate|secure|protect|safeguard|mitigate|limit|minimi[sz]e|shut|prevent the (?:encr\\w+|spread|attack|malware)|remove|eradicate|terminate|lock|address the|remedy|remediate|neutrali[sz]e)(?:ing)?)\\b',
    within: 5,
    unless: DUE,
  },
  {
    action: 'contained',
    verbs: '(?:fixed|resolved|patched|remedied|rectified|corrected|remediated|addressed)',
    objects:
      '(?:(?:the|this|that) (?:\\w+ )?(?:issue|problem|vulnerability|flaw|bug|error|hole|misconfiguration|loophole|incident|breach)|it(?= (?:immediately|within|the same|quickly|in|after)|[.,]|$))',
    within: 1,
    unless:
      /\b(?:microsoft|adobe|patch tuesday|update released|firmware|until|cve|exploited|versions?|vendors?|researchers?|zero-day)\b/,
  },
  {
    action: 'security-improved',
    verbs:
      '(?:implement(?:s|ed|ing)?|introduc(?:e|es|ed|ing)|deploy(?:s|ed|ing)?|add(?:ed|ing)|adopt(?:ed|ing)|install(?:ed|ing)?|t(?:ook|aken|aking)|mak(?:e|ing)|made|put(?:ting)?|appl(?:ied|ying)|roll(?:ed|ing) out|invest(?:ed|ing)?(?: \\S+){0,3} in|enforc(?:ed|ing)|mandat(?:ed|ing)|enabl(?:ed|ing)|accelerat(?:e|ed|ing)|carr(?:ied|ying) out|undert(?:ook|aken|aking)|establish(?:ed|ing)|execut(?:ed|ing)|complet(?:ed|ing))',
    objects: SECURITY,
    within: 5,
    unless: DUE,
  },
  {
    action: 'security-improved',
    participles:
      '(?:implemented|introduced|deployed|added|adopted|installed|applied|put in place|rolled out|strengthened|enhanced|improved|tightened|increased|reinforced|hardened|upgraded|stepped up|bolstered|beefed up|reviewed)',
    objects: `(?:${SECURITY}|security|cyber ?-?security|security of (?:[\\w']+ ){1,4}|defen[cs]es|protections)`,
    within: 3,
    unless: DUE,
  },
  {
    action: 'security-improved',
    verbs:
      '(?:strengthen(?:ed|ing|s)?|enhanc(?:e|es|ed|ing)|improv(?:e|es|ed|ing)|harden(?:ed|ing)?|upgrad(?:e|ed|ing)|bolster(?:ed|ing|s)?|reinforc(?:e|ed|es|ing)|tighten(?:ed|ing|s)?|overhaul(?:ed|ing)?|step(?:ped|ping) up|beef(?:ed|ing)? up|shor(?:e|ed|ing) up|boost(?:ed|ing)|increas(?:e|ed|ing)|fortif(?:y|ied|ying)|further (?:secure|protect)|re-?secur(?:e|ed|ing)|ramp(?:ed|ing) up)',
    objects: DEFENCES,
    within: 3,
    unless: DUE,
  },
  {
    action: 'security-improved',
    verbs:
      '(?:t(?:ook|aken|aking)|take|implement(?:ed|ing)|made|making|introduc(?:ed|ing)|put(?:ting)? in place|adopt(?:ed|ing)|work(?:ing)?)',
    objects:
      "(?:(?:steps|measures|actions?|changes|safeguards|hard|precautions) (?:[a-z]+ )?(?:to|that) (?:[a-z]+ )?(?:prevent|reduce|avoid|ensure|minimi[sz]e|guard|lower)(?: [\\w',-]+){0,9} (?:again|future|recurr\\w+|reoccurr\\w+|happening|similar|repeat\\w*|this type|further (?:incidents?|attacks?|breach\\w*|unauthori[sz]ed)))\\b",
    within: 5,
    unless: DUE,
  },
  {
    action: 'experts-engaged',
    verbs:
      '(?:engag(?:ed|ing|es?)|hir(?:ed|ing|es?)|retain(?:ed|ing|s)?|enlist(?:ed|ing|s)?|appoint(?:ed|ing)|contract(?:ed|ing)|commission(?:ed|ing)|recruit(?:ed|ing)|call(?:ed|ing|s)? (?:in|on|upon)|br(?:ought|inging|ings) (?:in|on|on board)|rop(?:ed|ing) in|drafted in|turn(?:ed|ing) to|work(?:s|ed|ing)?(?: \\w+ly| together| hand in hand)* (?:with|alongside)|partner(?:ed|ing) with|team(?:ed|ing) up with|collaborat(?:ed|ing) with|co-?operat(?:ed|ing) with|consult(?:ed|ing)(?: with)?|together with|alongside|in (?:close )?(?:partnership|collaboration|co-?operation|conjunction|co-?ordination|consultation) with|(?:with )?(?:the )?(?:help|assistance|support|aid|guidance|advice|expertise|services|involvement) (?:of|from)|(?:assisted|aided|supported|helped|advised|led|conducted|performed|carried out|investigated|analy[sz]ed|reviewed|examined|assessed) by|(?:initial )?findings (?:by|of|from)|mobili[sz](?:ed|ing)|assembl(?:ed|ing)|involv(?:ed|ing)|team (?:of|including|comprising|made up of)|support(?:ed|ing)? by|task(?:ed|ing)|instruct(?:ed|ing)|deploy(?:ed|ing))',
    objects: `${OUTSIDE}(?! (?:software|teams|windows|exchange|365|azure|sharepoint|office|utilities|data|tools?|word|excel|outlook|cloud|products?|services|servers?|accounts?)\\b)`,
    within: 7,
    unless:
      /\b(?:research\w*|survey\w*|study|should|posing as|imperson\w+|according to (?!initial|preliminary|first)|told|warn\w*|recommend\w*|arrest\w*|suspect\w*|job|board members|lawyers?|hackers? (?:hired|contacted|recruited)|contacted (?:by|microsoft)|vulnerabilit\w+|suggest(?:ed|s|ing)?)\b/,
  },
  {
    action: 'experts-engaged',
    verbs: '(?:including|contact(?:ed|ing)|using|resources|access to|with)',
    objects: EXPERTS,
    within: 3,
    unless:
      /\b(?:research\w*|survey\w*|study|should|recommend\w*|told|warn\w*|arrest\w*|job|interview\w*|spoke|speaking|talk\w*|according|agree\w*|said)\b/,
  },
  {
    action: 'experts-engaged',
    participles:
      '(?:engaged|hired|retained|brought in|brought on board|called in|roped in|drafted in|appointed|enlisted|contracted|commissioned|mobili[sz]ed|consulted|deployed|tasked|(?:currently |now |already |actively )*(?:investigating|assisting|helping|supporting|working))',
    objects: EXPERTS,
    within: 3,
    unless: /\b(?:research\w*|survey\w*|study|should|posing as|imperson\w+|recommend\w*)\b/,
  },
  {
    action: 'law-enforcement-investigating',
    verbs:
      '(?:assist(?:s|ed|ing)?|help(?:s|ed|ing)?|support(?:s|ed|ing)?|aid(?:ed|ing)|co-?operat(?:e|es|ed|ing) (?:with|in)|part of|subject of|focus of|under|amid|pending|hampering|jeopardi[sz](?:e|ing)|compromis(?:e|ing)|due to|because of|in)',
    objects: `(?:(?:an?|the|this|that|any|its|their|ongoing|active|current|live)(?: [\\w'-]+){0,3} (?:criminal|police|law[- ]enforcement|fbi|federal)(?:'s)?(?: [\\w'-]+){0,2} (?:investigations?|inquir(?:y|ies)|enquir(?:y|ies)|probes?)|${POLICE}(?:'s?)?(?: [\\w'-]+){0,4} (?:investigations?|inquir(?:y|ies)|enquir(?:y|ies)|probes?))\\b`,
    within: 2,
    unless: /\b(?:could|would|may) face\b/,
  },
  {
    action: 'law-enforcement-investigating',
    nouns:
      '(?:(?:investigations?|inquir(?:y|ies)|enquir(?:y|ies)|probes?)(?: (?:led|conducted|run|launched|opened|underway|started|being carried out))? by|under investigation by|being (?:investigated|looked into|probed|examined) by)',
    objects: POLICE,
    within: 6,
  },
  {
    action: 'regulator-investigating',
    nouns:
      '(?:(?:investigations?|inquir(?:y|ies)|enquir(?:y|ies)|probes?)(?: (?:led|conducted|run|launched|opened|underway|started))? by|under investigation by|being (?:investigated|looked into|probed|examined) by)',
    objects: REGULATOR,
    within: 6,
  },
  {
    action: 'password-reset',
    verbs:
      '(?:reset|resets|resetting|invalidat(?:e|ed|ing)|expir(?:e|ed|ing)|rotat(?:e|ed|ing)|revok(?:e|ed|ing)|regenerat(?:e|ed|ing)|forc(?:ed|ing)|prompt(?:ed|ing)|require?(?:d|s|ing)?)(?= )',
    objects:
      "(?:(?:all|its|their|our|the|every|user|customer|customers?'?|affected|impacted|account|employee|staff|admin\\w*|company-wide|enterprise-wide|a|new)(?: [\\w'-]+){0,4} (?:passwords?(?: resets?| changes?)?|credentials|api keys|access keys|log-?ins?)|passwords (?:for|of|on|to))(?! (?:requests?|manager|link|page|option|feature|e-?mails?))\\b",
    within: 2,
    unless:
      /\b(?:hackers?|attackers?|threat actors?|criminals?|scammers?|fraudsters?|help ?desks?|trick\w*|impersonat\w+|should|advis\w+|recommend\w*|urg\w+|can|must|phish\w+|did not|tips?)\b/,
  },
];

const form = (act: Act): readonly string[] => {
  const gap = `${BETWEEN}{0,${act.within ?? 4}}?`;
  return [
    ...(act.verbs === undefined ? [] : [`${act.verbs}${gap} ?${act.objects}`]),
    ...(act.participles === undefined
      ? []
      : [
          `${act.objects}${gap}(?: (?:has|have|had|will|would)(?: since| now| also)?)?(?: ${BE}${ADVERB}{0,3})+ ${act.participles}\\b`,
          ...(act.action === 'systems-offline' ? [`${act.objects} (?:taken|pulled) (?:off-?line|down)\\b`] : []),
        ]),
    ...(act.nouns === undefined ? [] : [`${act.nouns}${act.nouns.endsWith('by)') ? '' : ' of'}${gap} ${act.objects}`]),
  ];
};

/** Verb families by object families, each in the active, the passive and the nominal voice, as rows. */
export const ACT_ROWS: readonly ResponseRow[] = [
  ...ACTS.flatMap(act =>
    form(act).map(words => ({
      action: act.action,
      words,
      ...(act.unless === undefined ? {} : { unless: act.unless }),
      act: true as const,
    })),
  ),
  {
    action: 'ransom-refused',
    words: `(?:refus|declin|reject|shun|rebuff|spurn|ignor|resist|def(?:y|i)|dismiss|withst|stood up to)\\w*(?: (?!(?:say|tell|comment|confirm|answer|discuss|disclose|reveal|requests?|questions?|by)\\b)[a-z'$£€\\d.,]+){0,5}? (?:${RANSOM}|pay(?:ing|ment)?\\b)`,
    beside: /\b(?:ransoms?|extort\w*|blackmail\w*|hackers?'?s?|attackers?'?s?|criminals|gang'?s?|threats)\b/,
    unless: GENERAL,
    ownNegation: true,
    act: true,
  },
  {
    action: 'ransom-refused',
    words: `(?:not|n't|never|neither|nor|no|without|against|rather than|instead of|refused)(?: (?!if\\b)[\\w'-]+){0,4}? (?:pay|paid|paying|payment|mak(?:e|ing)|made|cav(?:e|ed|ing)(?: in)?|g[ai]ve(?:n)? in|giving in|bow(?:ed|ing)?|succumb(?:ed|ing)?|yield(?:ed|ing)?|acced(?:e|ed|ing)|compl(?:y|ied|ying)|m(?:ee|e)t(?:ing)?|negotiat\\w+|engag\\w+|hand(?:ed|ing)? over)(?: [\\w'$£€.,-]+){0,5}? (?:${RANSOM}|(?:bitcoin|money|funds|payment)\\b)`,
    beside: /\b(?:ransom|extort\w*|blackmail\w*|demands?|attackers?'?s?|hackers?'?s?|criminals|gang|bitcoin)\b/,
    unless: GENERAL,
    ownNegation: true,
    act: true,
  },
  {
    action: 'ransom-paid',
    words:
      "(?:paid|(?:decid|chos|choos|opt|elect|agre|forc|had|end)\\w*(?: up)?(?: to)? pay(?:ing)?|pay(?:ing)? off|met|gave in to|caved(?: in)? to|handed over)(?: (?!of\\b|for\\b|that\\b|by\\b|fine\\b|tax)[\\w'$£€.,-]+){0,5}? (?:ransom(?: demand)?s?|attackers|hackers|extortionists|criminals|gang|cybercriminals|btc|bitcoins?)\\b",
    beside: /\b(?:ransom\w*|extort\w*|hackers|attackers|gang)\b/,
    unless:
      /\b(?:if|whether|ransoms paid|refus\w+|declin\w+|typically|not|n't|never|neither|victims|companies|organi[sz]ations|survey\w*|respondents|scenarios|per ?cent|those who|could|would|should|demand\w* (?:that|to be)|to be paid|get paid|unless|until|bounty|bug|average|affiliates)\b|n't|%/,
  },
];
