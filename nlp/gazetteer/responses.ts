import type { ResponseAction } from '#domain/vocabulary.ts';
import {
  ATTACKERS_ACT,
  DEFENCE,
  EXPERTS,
  GAP,
  HIT,
  LETTER,
  NOT_HEARD,
  NOT_THE_VICTIM,
  OUTLET_ASKS,
  OUTSIDE,
  PEOPLE,
  POLICE,
  REGULATOR,
  REPORT,
  STAFF,
  TELL,
  THE,
  TO_CATCH,
  TOLD,
} from './response-words.ts';

/** A way to say that a victim (or an authority) acted, over plain lower-case text. */
export interface ResponseRow {
  readonly action: ResponseAction;
  readonly words: string;
  /** Where it stands in the same sentence, the words mean something else. */
  readonly unless?: RegExp;
  /** Must stand in the same sentence. */
  readonly beside?: RegExp;
  /** Holds its own "not": "won't pay". */
  readonly ownNegation?: true;
}

/** In no order: every row that fits gives its action. */
export const RESPONSE_ROWS: readonly ResponseRow[] = [
  { action: 'customers-notified', words: `${TELL}${THE}{0,6} ${PEOPLE}`, unless: NOT_THE_VICTIM },
  {
    action: 'customers-notified',
    words: `(?:warn(?:ed|ing|s)?|told|tell(?:s|ing)?|advis(?:ed|ing))(?: (?:its|their|our|some|all|affected|impacted|online|thousands of|us|uk|u\\.s\\.|many|millions of|\\d[\\d,]*|million)){0,6} ${PEOPLE}`,
    unless: NOT_THE_VICTIM,
  },
  {
    action: 'customers-notified',
    words: `(?:send|sending|sent|mail|mailing|mailed|issu(?:e|ed|ing)|distribut\\w+)(?: out)?${GAP}{0,4} ${LETTER}${GAP}{0,4} (?:to|informing|alerting|notifying)${GAP}{0,4} ${PEOPLE}`,
    unless: /\b(?:phishing|scam\w*|attackers|hackers|extortion|abuse|journalist|ransom)\b/,
  },
  {
    action: 'customers-notified',
    words: `(?:send|sending|sent|mail|mailing|mailed|issu(?:e|ed|ing)|dropp(?:ed|ing)|distribut\\w+|dish\\w* out)(?: out)?(?: [a-z]+){0,2} (?:data[- ])?(?:breach|incident) (?:notifications?|notices?|letters?|notification letters)`,
    unless: /\b(?:employees|staff|phishing)\b/,
  },
  {
    action: 'customers-notified',
    words: `${LETTER}${GAP}{0,3} (?:sent|mailed|addressed|posted|issued|going)(?: out)? to${GAP}{0,4} ${PEOPLE}`,
    unless: /\b(?:phishing|scam\w*|attackers|hackers|extortion|fake|fraudulent|malicious)\b/,
  },
  {
    action: 'customers-notified',
    words: `${PEOPLE}${GAP}{0,5} (?:have been|has been|had been|were|are being|being|will be|was)(?: also| directly)? ${TOLD}`,
    unless: NOT_HEARD,
  },
  {
    action: 'customers-notified',
    words: `${PEOPLE}${GAP}{0,2} (?:receiv(?:e|ed|ing)|(?:will |to )get)${GAP}{0,4} (?:breach )?(?:notifications?|notices?|letters?|e-?mails?|messages?)`,
    unless: /\bphish|scam/,
  },
  {
    action: 'customers-notified',
    words: `(?:putting|put|places?|placed)${THE}{0,5} on notice|(?:in|with|by|via) (?:an?|its|the|his|her|their)${THE}{0,2} ${LETTER} to${THE}{0,3} ${PEOPLE}`,
    unless: /\b(?:phishing|scam\w*|attackers|hackers|extortion|fake|fraudulent|malicious|ransom note)\b/,
  },
  {
    action: 'customers-notified',
    words: `(?:consumer|customer|data[- ]breach|breach) (?:notices?|notifications?|notification letters?) (?:filed|sent|letters?|from|to)`,
  },
  {
    action: 'employees-notified',
    words: `(?:${TELL}|told|telling|tells|urg(?:ed|ing)|warn(?:ed|ing))(?: (?:its|their|our|some|all|current|former|affected|and|head office|the|those|most|many)){0,6} ${STAFF}`,
    unless: ATTACKERS_ACT,
  },
  {
    action: 'employees-notified',
    words: `(?:note|memo|e ?-?mail|letter|message|notifications?|notices?)${GAP}{0,2} (?:to|for) (?:(?:its|all|their|current|former|the|and) ){0,6}${STAFF}`,
    unless: /\b(?:phishing|malicious|extortion|ransom note)\b/,
  },
  {
    action: 'employees-notified',
    words: `(?:internal|staff|company-wide) (?:memo|e ?-?mail|note|message|letter|statement|announcement)\\b(?! (?:servers?|systems?|address\\w*|accounts?|services?|on ransom))`,
    unless: /\b(?:phishing|malicious|attackers? (?:sent|used))\b/,
  },
  { action: 'regulator-notified', words: `${TELL}${THE}{0,8} ${REGULATOR}`, unless: OUTLET_ASKS },
  {
    action: 'regulator-notified',
    words: `(?:${REPORT}|fil(?:ed|ing)|sent|submitted|provided|given|shared|registered)${GAP}{0,7} (?:to|with)${GAP}{0,4} ${REGULATOR}`,
  },
  {
    action: 'regulator-notified',
    words: `${REGULATOR}${GAP}{0,6} (?:has|have|had|was|were|is|are)(?: also)?(?: been| being)? ${TOLD}`,
  },
  {
    action: 'regulator-notified',
    words: `(?:in (?:close |regular |constant )*(?:contact|touch|dialogue) with|(?:work|co-?operat|liais|engag)(?:ed|ing)(?: closely| fully)* with|told)${GAP}{0,3} ${REGULATOR}`,
    unless: OUTLET_ASKS,
  },
  {
    action: 'regulator-notified',
    words: `authorities which (?:have|had) been notified, including${GAP}{0,3} ${REGULATOR}`,
  },
  { action: 'law-enforcement-notified', words: `${TELL}${THE}{0,12} ${POLICE}`, unless: OUTLET_ASKS },
  { action: 'law-enforcement-notified', words: `${REPORT}${GAP}{0,6} to${GAP}{0,8} ${POLICE}` },
  {
    action: 'law-enforcement-notified',
    words: `${POLICE}${GAP}{0,4} (?:has|have|had|was|were|is|are)(?: also)?(?: been| being)? ${TOLD}`,
  },
  {
    action: 'law-enforcement-notified',
    words: `(?:work(?:ed|ing)?|co-?operat(?:ed|ing)|co-?ordinat(?:ed|ing)|collaborat(?:ed|ing)|liais(?:ed|ing)|engag(?:ed|ing))(?: closely| fully| directly)? with${GAP}{0,5} ${POLICE}(?!${GAP}{0,3} ${TO_CATCH})`,
    unless: /\b(?:researchers|google|mandiant)\b/,
  },
  {
    action: 'law-enforcement-investigating',
    words: `(?:work(?:ed|ing)?|co-?operat(?:ed|ing)|assist(?:ed|ing)|help(?:ed|ing))(?: closely| fully| with)*${GAP}{0,5} ${POLICE}${GAP}{0,3} (?:${TO_CATCH}|(?:in|with) (?:their|its|the) (?:investigation|inquir|enquir))`,
  },
  {
    action: 'law-enforcement-investigating',
    words: `${POLICE}(?:'s)?(?:${GAP}{0,7} (?:is|are|was|were|has|have|had|also|now|been) investigat(?:ing|ed)|${GAP}{0,5} (?:investigates?|probing|(?:launch|open|start|began|begun|conduct)\\w*(?: an?| its| their| the| own| criminal)* (?:investigation|inquir\\w+|enquir\\w+|probe)|looking into|(?:has |have |is |are )?(?:now |also )*(?:become |been |got |getting )?involved)|${GAP}{0,1} (?:investigation|probe))`,
  },
  {
    action: 'law-enforcement-investigating',
    words: `(?:investigat(?:ion|ed|ing)|probe|probed|inquiry)${GAP}{0,3} by${GAP}{0,3} ${POLICE}`,
  },
  {
    action: 'regulator-investigating',
    words: `${REGULATOR}(?:'s)?(?: office)?${GAP}{0,5} (?:investigat(?:es?|ing|ed|ion)|probing|probe|(?:open|launch|start)\\w* (?:an? )?(?:inquiry|enquiry)|inquiries|enquiries|making enquiries|making inquiries|looking into)`,
  },
  {
    action: 'regulator-investigating',
    words: `(?:investigat(?:ion|ed|ing)|probe|probed|inquiry)${GAP}{0,3} by${GAP}{0,4} ${REGULATOR}`,
  },
  {
    action: 'authorities-notified',
    words: `(?:${TELL}|told)${GAP}{0,4} (?:relevant|appropriate|competent|proper|responsible|necessary|local|national|the|government|federal)(?: [a-z]+)? (?:authorities|agencies|government agencies|bodies)`,
  },
  {
    action: 'authorities-notified',
    words: `(?:engag(?:ed|ing)|(?:work|co-?operat|collaborat|co-?ordinat|liais)(?:e?[sd]|ing)(?: closely| fully| actively)* with|in (?:close |full |constant |direct )*(?:collaboration|co-?operation|contact|touch|co-?ordination|consultation) with)(?: (?:the|all|its|our))?(?: (?:relevant|appropriate|competent|local|national|responsible|public|state|federal|[a-z]+(?:ian|ish|ch|ese|can)))* authorities`,
  },
  {
    action: 'authorities-notified',
    words: `(?:fil(?:ed|ing)|submitt(?:ed|ing)) (?:an? |its |the )?(?:formal |official )?(?:data )?(?:breach )?(?:notice|notification|report)s? (?:of|about|on|regarding) (?:an? |the |this )?(?:data |security |cyber ?security )?(?:breach|incident)(?! (?:to|with))`,
  },
  { action: 'authorities-notified', words: `${TELL}${GAP}{0,2} regulators and authorities` },
  {
    action: 'authorities-notified',
    words: `(?:fil(?:ed|ing)|submitt(?:ed|ing)|sent|shared|provided) (?:to|with)(?: (?:the|u\\.s\\.|us|state|relevant|local|federal|national))* authorities`,
  },
  {
    action: 'authorities-notified',
    words: `${REPORT}${GAP}{0,5} to (?:the )?(?:relevant |appropriate |competent |local |law )*authorities`,
  },
  { action: 'authorities-notified', words: `authorities (?:have been|has been|had been|were) ${TOLD}` },
  {
    action: 'experts-engaged',
    words: `(?:work(?:ed|s|ing)?(?: closely)? (?:with|alongside)|engag(?:ed|ing|es)|contract(?:ed|ing)|tapp(?:ed|ing)|task(?:ed|ing)|commission(?:ed|ing)|recruit(?:ed|ing)|hir(?:ed|ing|es)|retain(?:ed|ing)|brought in|bringing in|collaborat(?:ed|ing) with|support(?:ed|ing)? (?:by|from)|(?:assist(?:ed|ance)|aid(?:ed)?|help(?:ed)?|back(?:ed|ing)|guid(?:ed|ance)) (?:by|from|of)|(?:team|response) (?:including|comprising|made up of|of)|in (?:close |full )?(?:collaboration|co-?operation|consultation|partnership|co-?ordination) with|(?:led|performed|conducted|carried out) by|enlist(?:ed|ing)|partner(?:ed|ing) with|help (?:of|from)|together with|appoint(?:ed|ing)|consult(?:ed|ing)(?: with)?|call(?:ed|ing) in|alongside|in conjunction with|aid of)${GAP}{0,3} ${OUTSIDE}`,
    unless: /\b(?:google's|researchers at|research|survey\w*|study|supported by microsoft|talos researchers)\b/,
  },
  {
    action: 'experts-engaged',
    words: `${EXPERTS}${GAP}{0,3} (?:are|is|were|was|have been|has been|being) (?:now |also |immediately )?(?:engaged|hired|retained|brought in|investigating|assisting|helping|supporting|working|called in|appointed)`,
  },
  {
    action: 'password-reset',
    words: `(?:reset(?:s|ting)?|chang(?:e|ed|ing)|disabl(?:ed|ing)|invalidat(?:ed|ing)|expir(?:ed|ing))${GAP}{0,5} passwords?\\b(?! (?:hash|manager))`,
    unless: ATTACKERS_ACT,
    beside:
      /\b(?:reset\w*|disabled|forced?|forcing|requir\w+|prompt\w*|asked|asking|urg\w+|instruct\w+|told|advised)\b/,
  },
  {
    action: 'password-reset',
    words: `passwords?${GAP}{0,3} (?:were|have been|has been|was|being|are being|will be)(?: \\w+ly)? reset`,
    unless: ATTACKERS_ACT,
  },
  {
    action: 'password-reset',
    words: `(?:forced?|mandatory|automatic|immediate) password resets?`,
    unless: ATTACKERS_ACT,
  },
  {
    action: 'apology',
    words: `apologi[sz](?:e|ed|es|ing)\\b|apolog(?:y|ies)\\b(?! for not)|(?:truly|really|very|sincerely|deeply|extremely|so|are|'re|i'm|am) sorry\\b|sorry (?:for|about|that)\\b|(?:sincerely |deeply |very much |we )regret(?:s|ted)?\\b(?! not)`,
    unless: /\b(?:scam|phishing|fake|hackers apolog\w+|attackers apolog\w+|unapolog\w+)\b/,
  },
  {
    action: 'credit-monitoring',
    words: `(?:credit|identity|dark web)(?: and \\w+)? (?:theft )?(?:monitoring|protection|detection|restoration|repair|recovery|theft protection|theft services)`,
    beside:
      /\b(?:offer\w*|provid\w*|free|complimentary|enrol\w*|\d+[- ]months?|\d+[- ]years?|(?:one|two|three)[- ]years?|(?:twelve|twenty-four)[- ]months?|no cost|pay for|paying for)\b/,
  },
  {
    action: 'compensation-offered',
    words: `(?:offer|giv|provid|pay|issu|send|award)\\w*${GAP}{0,6} (?:compensation|refunds?|vouchers?|discounts?|goodwill|reimburse\\w*|\\d+ off)|(?:reimburs|refund|compensat)(?:e|ed|ing)${THE}{0,4} ${PEOPLE}`,
    beside: /\b(?:customers|members|shoppers|users|affected|victims)\b/,
    unless: /\b(?:scam|phishing|fake|fraud\w*|lawsuit|seek\w*)\b/,
  },
  {
    action: 'ransom-refused',
    words: `(?:refus|declin|reject)\\w*(?: (?!say|tell|comment|confirm|answer|discuss|disclose|reveal)[a-z']+){0,4} (?:pay|engage|negotiate|ransom|demands?|extortion)\\b`,
    beside: /\b(?:ransom|extort\w*|demands?|attackers|hackers|criminals|gang)\b/,
    unless: /\b(?:companies|victims|organi[sz]ations|firms|those|businesses)\b(?: [a-z]+){0,3} (?:refus|declin|reject)/,
    ownNegation: true,
  },
  {
    action: 'ransom-refused',
    words: `(?:did not|didn't|cannot|can't|has not|have not|hasn't|haven't|never(?= paid)|won't|will not|would not|not going to|does not intend to|no intention of)(?: [a-z]+){0,2} (?:pay|paid|paying|comply|complying|engage|negotiate|negotiating|give in|accept|meet)\\b`,
    beside: /\b(?:ransom|extort\w*|demands?|attackers|hackers|criminals|gang)\b/,
    ownNegation: true,
    unless: /\b(?:if|whether|unless|(?:companies|victims|organi[sz]ations|those|firms) (?:that|who|which))\b/,
  },
  {
    action: 'ransom-refused',
    words: `(?:(?:decid|chos|choos|opt|elect|vow|pledg|determin)\\w* not to|instead of|rather than|against|without) (?:pay|giv(?:e|ing) in|negotiat|contacting the (?:hackers|attackers)|engag)\\w*`,
    beside: /\b(?:ransom|extort\w*|demands?|attackers|hackers|criminals|gang)\b/,
    unless:
      /\b(?:if|whether|unless|companies|victims|organi[sz]ations|firms|businesses|advis\w+|recommend\w*|warn\w*|urg\w+)\b/,
    ownNegation: true,
  },
  {
    action: 'ransom-refused',
    words: `no ransom (?:was|has been|had been|payment was) (?:paid|made)|(?:unwilling|not willing|unprepared|not prepared)(?: (?:and|or) unable)?"? to pay`,
    ownNegation: true,
  },
  {
    action: 'ransom-paid',
    words: `(?:paid|(?:admitted|confirmed|acknowledged|ended up|resulted in [a-z ]{0,30}) ?paying)(?: [a-z0-9$£€.]+){0,5} (?:ransom|attackers|hackers|extortionists|criminals|gang|cybercriminals)\\b`,
    unless:
      /\b(?:if|whether|ransoms paid|refus\w+|declin\w+|typically|not|victims|companies|organi[sz]ations|survey\w*|respondents|scenarios|even after|per ?cent|those who)\b|%/,
  },
  {
    action: 'contained',
    words: `contained it\\b|contain(?:ed|ing|s|ment of)?(?: (?:and|or) [a-z]+)?(?: (?:the|this|that|it|any|its|further|an|all|unauthori[sz]ed|network|cyber|security|data|potential|ongoing|malicious)){0,6} ${HIT}`,
    unless: /\bcontained in\b/,
  },
  {
    action: 'contained',
    words: `(?:incident|attack|breach|event|threat|situation) (?:has been|was|is|had been)(?: now| fully| quickly| successfully)* contained`,
  },
  {
    action: 'contained',
    words: `block(?:ed|ing)?(?: the| this| any| further)? unauthori[sz]ed access|(?:terminat|revok|cut off|remov|eradicat)\\w*(?: the| this| any| all| their| that)? (?:unauthori[sz]ed (?:access|party|network access|activity)|attackers?'? access|intruders?'? access|malware|malicious (?:code|software))`,
  },
  {
    action: 'contained',
    words: `(?:took|taken|taking|take)(?: [a-z]+){0,4} (?:steps|action|measures)(?: [a-z]+){0,2} to (?:keep|secure|isolate|contain|mitigate|stop|shut|block|limit|halt)`,
  },
  {
    action: 'contained',
    words: `(?:has|have|had|was|were|been|we|it|and|immediately|quickly|since|now)(?: \\w+ly| since| now| also| been){0,6} (?:fixed|resolved|patched|remediated|neutrali[sz]ed)(?: [a-z]+){0,3} (?:issue|incident|vulnerability|flaw|bug|attack|threat)`,
    unless: /\b(?:adobe patched|microsoft patched)\b/,
  },
  {
    action: 'contained',
    words: `(?:stop(?:ped)?|prevent(?:ed)?|halt(?:ed)?)(?: the)? (?:attack|ransomware|malware|intrusion|spread|breach)(?: [a-z]+)? (?:from )?(?:spreading|progressing)`,
  },
  {
    action: 'contained',
    words: `isolat(?:e|ed|ing)(?: (?:and|or) [a-z]+)?(?= (?:the|its|their|our|all|some|certain|several|those|affected|impacted|infected|compromised)\\b)(?: [a-z]+){0,3} (?:systems?|servers?|network|accounts?|devices|machines|malware|ransomware|virus|infection)|(?:systems?|servers?|network|accounts?|devices)(?: were| was| have been| has been| had been)(?: \\w+ly)? (?:isolated|secured|quarantined)|removed it and contained`,
  },
  {
    action: 'contained',
    words: `(?<!not )(?:secur(?:e|ed|ing)|clean(?:ed|ing)(?: up)?)(?= (?:its|their|our|the|all|affected|those|this|that)\\b)(?: [a-z']+){0,3} (?:systems?|servers?|network|environment|accounts?|web ?site|database|bucket|infrastructure)`,
  },
  {
    action: 'contained',
    words: `(?:shut(?:ting)? (?:down|off)|cut(?:ting)? off|block(?:ed|ing)|revok(?:ed|ing)|remov(?:ed|ing)|terminat(?:ed|ing)|disabl(?:ed|ing)|end(?:ed|ing))(?= (?:the|this|that|all|any|their|further|unauthori[sz]ed)\\b)(?: [a-z']+){1,4} (?:access|activity|foothold|skimmer|code|connection)|(?:unauthori[sz]ed|attackers?'?s?|hackers?'?s?|intruders?'?s?|actors?'?s?|party's)(?: \\w+)? access (?:has been|was|is|had been)(?: now| since| immediately)? (?:shut off|shut down|cut off|blocked|revoked|terminated|removed|disabled|closed)|(?:clos|plugg|seal|patch|fix)(?:ed|ing) (?:the|this|that|its|a|any)(?: [a-z]+){0,2} (?:hole|gap|loophole|flaw|backdoor|vulnerability|leak|weakness|breach)\\b|stopp(?:ed|ing) the (?:access|intrusion|intruders?|attackers?|leak|theft)|(?:evict|eject|expel)(?:led|ed|ing) (?:the )?(?:attackers?|intruders?|hackers?|threat actors?)`,
  },
  {
    action: 'security-improved',
    words: `(?<!you )(?:strengthen|enhanc|improv|harden|upgrad|bolster|rebuil|reinforc|tighten|overhaul|step(?:ped|ping) up)(?:e[ds]?|ing|ed|d|t|ding)?(?: [a-z]+){0,6} ${DEFENCE}`,
    unless:
      /\b(?:organi[sz]ations|companies|businesses|retailers (?:should|must|need)|required to|ordered to|customers to|everyone|users to|your|you can)\b/,
  },
  {
    action: 'security-improved',
    words: `(?:implement|introduc|deploy|add|put in place)(?:ed|ing)?(?: [a-z]+){0,2} (?:additional|new|further|enhanced|extra|stronger|more)(?: [a-z]+){0,3} (?:security|safeguards?|controls|protections?|measures|monitoring|enhancements|training)|(?:putting|put)(?: additional| new| further| extra| enhanced| stronger)(?: [a-z]+){0,3} (?:security|safeguards?|controls|protections?|measures|monitoring) in place|(?:deploy|roll|introduc|implement|enabl|add|enforc|mandat)(?:ed|ing|ed out|ing out)(?: [a-z]+){0,3} (?:enhancements to (?:its|our|their)(?: \\w+)? (?:security|systems)|multi-?factor authentication|two-factor authentication|mfa|2fa|endpoint detection)`,
    unless: /\b(?:organi[sz]ations (?:should|must)|companies|businesses|required to|ordered to)\b/,
  },
];

/** What a sentence must hold for any row of an action to fit: read first, as it is quick. */
export const RESPONSE_NEEDS: Readonly<Partial<Record<ResponseAction, RegExp>>> = {
  'customers-notified': new RegExp(`\\b${PEOPLE}|notif|notice|letter|mail`),
  'employees-notified': new RegExp(`\\b${STAFF}|internal|company-wide`),
  'regulator-notified': new RegExp(`\\b${REGULATOR}`),
  'regulator-investigating': new RegExp(`\\b${REGULATOR}`),
  'law-enforcement-notified': new RegExp(`\\b${POLICE}`),
  'law-enforcement-investigating': new RegExp(`\\b${POLICE}`),
  'authorities-notified': /authorit|agenc|bodies|notice|notification|report/,
  'experts-engaged': new RegExp(`\\b${OUTSIDE}`),
  'password-reset': /password/,
  'credit-monitoring': /monitoring|protection|restoration|repair|recovery|detection|theft services/,
  'ransom-refused':
    /ransom|extort|demand|attackers|hackers|criminals|gang|unwilling|unprepared|not (?:willing|prepared)/,
  'ransom-paid': /pay|paid/,
};
