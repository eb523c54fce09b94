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
  /** Told of whoever does it: that it is not somebody else is asked. */
  readonly act?: true;
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
    unless: /\breceiv(?:ed|ing|es?) (?:[\w-]+ ){0,3}(?:notices?|notifications?)\b/,
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
    words: `(?:internal (?:e ?-?mail|statement)|(?:internal|staff|company-wide) (?:memo|note|message|letter|announcement))\\b(?! (?:servers?|systems?|address\\w*|accounts?|services?|on ransom))`,
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
    words: `${POLICE}(?:'s)?(?:${GAP}{0,7} (?:is|are|was|were|has|have|had|also|now|been) investigat(?:ing|ed)|(?: (?!(?:after|before|when|while)\\b)[a-z0-9'.()&,"-]+){0,5} (?:investigates?|probing|(?:launch|open|start|began|begun|conduct)\\w*(?: an?| its| their| the| own| criminal)* (?:investigation|inquir\\w+|enquir\\w+|probe)|looking into|(?:has |have |is |are )?(?:now |also )*(?:become |been |got |getting )?involved)|${GAP}{0,1} (?:investigation|probe))`,
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
    beside: /\b(?:reset\w*|disabled|invalidat\w+|expir\w+|forced?|forcing|requir\w+|prompt\w*)\b/,
  },
  {
    action: 'password-reset',
    words: `passwords?${GAP}{0,3} (?:were|have been|has been|was|being|are being|will be)(?: \\w+ly)? reset`,
    unless: ATTACKERS_ACT,
  },
  {
    action: 'password-reset',
    words: `(?:will be|are being|were|are|being|have been|has been)(?: \\w+ly)? (?:asked|prompted|required|forced|made|told) to (?:change|reset|update|choose|set|create)(?: [a-z']+){0,4} (?:passwords?|credentials)\\b`,
    unless: ATTACKERS_ACT,
  },
  {
    action: 'contained',
    words: `(?:hackers?|attackers?|intruders?|criminals?|threat actors?)(?:'s? access)? (?:was|were|have been|had been|has been)(?: \\w+ly)? (?:locked out|removed|expelled|evicted|shut out|ejected|kicked out|thrown out)\\b`,
  },
  {
    action: 'law-enforcement-investigating',
    words: `(?:detectives?|officers)(?: (?:of|from|at|with) (?:[a-z]+ ){1,6})?(?: ?(?:are|is|were|have been|has been))? (?:looking into|investigating|examining)\\b`,
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
    act: true,
  },
  {
    action: 'credit-monitoring',
    words: `(?:credit|identity|dark web)(?: and \\w+)? (?:theft )?(?:monitoring|protection|detection|restoration|repair|recovery|theft protection|theft services)`,
    beside:
      /\b(?:offer\w*|provid\w*|free|complimentary|enrol\w*|\d+[- ]months?|\d+[- ]years?|(?:one|two|three)[- ]years?|(?:twelve|twenty-four)[- ]months?|no cost|pay for|paying for)\b/,
  },
  {
    action: 'compensation-offered',
    words: `(?:offer|giv|gave|get|got|receiv|provid|pay|issu|send|sent|award|hand)\\w*(?: out)?${GAP}{0,6} (?:compensation|refunds?|vouchers?|discounts?|goodwill|reimburse\\w*|store credit|free deliver(?:y|ies)|[£$€]?\\d+%? off)|(?:reimburs|refund|compensat)(?:e|ed|ing)${THE}{0,4} ${PEOPLE}`,
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
      /\b(?:if|whether|unless|companies|victims|victim's|organi[sz]ations|firms|businesses|advis\w+|recommend\w*|warn\w*|urg\w+|decrypt(?:or|er|ors|ion tool|ed)?s?|free|utility|tool)\b/,
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
    // a translator's "include", "hold" or "curb" for "contain"
    action: 'contained',
    words: `(?:act|mov|work|rush|respond|rac|step)(?:e?d|ing)?(?: [a-z]+ly)?(?: in)? to (?:include|hold|hold back|retain|enclose|curb|stem|limit|restrain)(?: (?:the|this|that|its)) ${HIT}`,
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
  {
    action: 'customers-notified',
    words: `(?:notif(?:y|ied|ying)|inform(?:ed|ing)|contact(?:ed|ing)|alert(?:ed|ing)) (?:all |each of |any |every |roughly |about |around |more than |over |nearly |approximately |some |the )*(?:those|\\d[\\d,.]*|thousands|millions|hundreds)(?: (?:million|thousand|of|other|more))*(?: (?:affected|impacted|involved|concerned|whose|who|that|${PEOPLE}))`,
    unless: NOT_THE_VICTIM,
  },
  {
    action: 'customers-notified',
    words: `(?:has|have|had|it|we|company|also|and|was|were|is|are|begun|began|started|been)(?: also| now| since| already| publicly)* (?:(?:post|publish|issu)(?:ed|ing)|put(?:ting)? (?:out|up)) (?:an? |the |its )?(?:[a-z]+ ){0,3}(?:notice|message|warning|alert|notification|faq)s? (?:on|to|for)(?: [a-z]+){0,3} (?:web ?site|customers|members|users|shoppers|page|app)`,
    unless: /\b(?:scam|phishing|ransom note|hackers|attackers|gang|not found|seized)\b/,
  },
  {
    action: 'customers-notified',
    words: `(?:letters?|notices?|notifications?|e ?-?mails?)(?: [a-z]+){0,3} (?:went|were|was|are being|have been|has been|being|began going|going) (?:out|sent|mailed|posted|e-?mailed|issued|distributed)(?! (?:from|by|using|via|through))(?: out)?(?: (?:to|on|last|this|by|in|from|starting)\\b|[.,])`,
    unless: /\b(?:phishing|scam\w*|attackers|hackers|extortion|employees|staff|fake|malicious|ransom)\b/,
  },
  {
    action: 'employees-notified',
    words: `(?:send|sending|sent|mail(?:ed|ing)?|issu(?:ed|ing)|distribut\\w+)(?: out)?${GAP}{0,4} ${LETTER} to (?!(?:[a-z]+ ){0,3}(?:customers|shoppers|users|members)\\b)(?:[a-z0-9,.']+ ){0,7}${STAFF}`,
    unless: /\b(?:phishing|malicious|extortion|ransom note|scam|attackers?|hackers?)\b/,
  },
  {
    action: 'employees-notified',
    words: `${LETTER} (?:sent|mailed|addressed|issued|distributed|sent out) to (?:[a-z0-9,.']+ ){0,4}${STAFF}`,
    unless: /\b(?:phishing|malicious|extortion|ransom note|scam|attackers?|hackers?)\b/,
  },
  {
    action: 'employees-notified',
    words: `${STAFF}(?: [a-z]+){0,5} (?:were|have been|has been|had been|are being|was|being)(?: also| directly| all)? (?:notified|informed|alerted|e ?-?mailed|told (?!to (?:click|pay|reset)\\b)(?:about|that|of|to|not|by|in|on))`,
    unless: /\b(?:phishing|attackers?|hackers?|trick\w*|impersonat\w+)\b/,
  },
  {
    action: 'regulator-notified',
    words: `(?:filing|notice|notification|report|disclosure|letter|document|submission|breach notice|notices|filings|documents)s?(?: [a-z]+){0,5} (?:with|to|submitted to|filed with|sent to|provided to|by|on file with)(?: the| state)?(?: [a-z.]+){0,4} ${REGULATOR}`,
    unless: OUTLET_ASKS,
  },
  {
    action: 'law-enforcement-notified',
    words: `(?:in (?:close |regular |constant |full |direct )*(?:contact|touch|co-?ordination|co-?operation|collaboration|conjunction|consultation) with|turn(?:ed|ing)? to|call(?:ed|ing)? in|involv(?:ed|ing)|fil(?:ed|ing) (?:a |an )?(?:criminal |police |formal |official )?(?:complaint|report) (?:with|to))(?: (?!arrest|for\\b|by\\b)[a-z']+){0,4} ${POLICE}(?!${GAP}{0,3} ${TO_CATCH})`,
    unless: OUTLET_ASKS,
  },
  {
    action: 'law-enforcement-notified',
    words: `(?:fil(?:ed|ing)|made|making|lodg(?:ed|ing)|submitt(?:ed|ing)|press(?:ed|ing)) (?:a |an )?(?:criminal complaint|police report|complaint with the police|report to the police|criminal charges against unknown)`,
  },
  {
    action: 'law-enforcement-investigating',
    words: `${POLICE}\\)?,?(?: which| that| who| has| have| had| also){0,3} (?:launched|opened|started|set up|began|initiated|is leading|are leading|leads) (?:an? |the |its |a criminal |an? official )?(?:operation|investigation|inquiry|enquiry|probe|taskforce|task force|case)`,
  },
  {
    action: 'law-enforcement-investigating',
    words: `${POLICE}[^.;]{0,70} (?:comment|commented|commenting)(?: further)? on (?:an? |the |any )?(?:ongoing|active|pending|live|current|open) (?:criminal )?(?:investigations?|cases?|inquir(?:y|ies))|${POLICE}(?: [a-z']+){0,3} (?:search(?:ed)?|raid(?:ed)?)\\b`,
    ownNegation: true,
  },
  {
    action: 'law-enforcement-investigating',
    words: `(?:criminal|police) (?:investigation|inquiry|probe) (?:is|was|has been|into|remains)(?: [a-z]+){0,2} ?(?:underway|under way|opened|launched|ongoing|started|the|this)?`,
  },
  {
    action: 'regulator-investigating',
    words: `${REGULATOR}[^.;]{0,60} (?:has |have |had )?(?:(?:open|launch|start|initiat)(?:ed|ing|s)?|beg[au]n|is conducting|are conducting) (?:an? |its |their |the )?(?:own |formal |official |preliminary )*(?:investigation|inquiry|enquiry|probe|proceedings?)`,
  },
  {
    action: 'authorities-notified',
    words: `(?:${TELL}|told)${THE}{0,5} (?:[a-z]+ )?(?:national )?(?:cyber ?-?security|cyber) (?:agency|centre|center|authority)\\b|(?:shared|filed|lodged|submitted|reported)(?: (?:with|to))? (?:the )?(?:relevant |appropriate |competent )*(?:authorities)\\b|(?:relevant|competent|appropriate|local|federal|national|responsible) authorities(?: [a-z]+){0,3} (?:notified|informed|alerted|contacted|made aware)(?!,? including)`,
    unless: OUTLET_ASKS,
  },
  {
    action: 'experts-engaged',
    words: `(?:hired|engaged|retained|brought in|contracted|enlisted|called in|appointed|commissioned|engaging|hiring|retaining|mobili[sz]ed|involving|deployed|assembled)(?: (?:a|an|the|of|team|with|additional|several|some|outside|[a-z-]+ed)){0,4} (?:(?:third[- ]part(?:y|ies)|external|outside|independent|specialist|leading|cyber ?-?security|forensics?|it|incident[- ]response)(?:,| and)? ?){1,3} ?(?:experts?|services|specialists?|help|support|consultants?|investigators?|firms?|compan(?:y|ies)|teams?|providers?|partners?|professionals?|counsel|assistance)\\b`,
    unless: /\b(?:research|survey\w*|study)\b/,
  },
  {
    action: 'experts-engaged',
    words: `(?:investigated|examined|assessed|analy[sz]ed|looked into) by (?:an? )?(?:third[- ]part(?:y|ies)|external|outside|independent|specialist)\\b|(?:forensics?|cyber ?-?security|incident[- ]response|security) (?:experts?|specialists?|investigators?|consultants?|firms?|teams?|professionals?|advis[eo]rs?)(?: (?:to|who|that|and|were|have|are|is|has|from [a-z]+)){0,4} (?:to )?(?:help|assist|investigat|support|restor|determin|work)(?:e|s|ed|ing)?\\b(?! customers)`,
    unless: /\b(?:research|survey\w*|study|said|says|told|warn\w*|recommend\w*|should|advis\w+)\b/,
  },
  {
    action: 'experts-engaged',
    words: `(?:work(?:ed|s|ing)?|partner(?:ed|ing)|collaborat(?:ed|ing)|co-?operat(?:ed|ing))(?: closely)? (?:with|alongside) (?:the )?[a-z]+'s? (?:cyber ?-?security|security|incident[- ]response|forensics?) (?:division|unit|arm|team|experts?|specialists?|practice)`,
  },
  {
    action: 'password-reset',
    words: `(?:perform|conduct|execut|enforc|forc|trigger|initiat|order|mandat|carri|start|requir|complet|undert\\w+|implement)\\w*(?: out)? (?:an? |the )?(?:[a-z-]+ ){0,4}(?:passwords?|credentials?|account)(?: and [a-z- ()]{1,50})? (?:resets?|changes?|rotation)\\b|(?:logged out|signed out|log out) (?:all|every) (?:users|customers|accounts)|(?:set|choose|create|pick)(?:ting|ing)? (?:an? )?new passwords?`,
    unless: ATTACKERS_ACT,
    beside:
      /\b(?:reset\w*|forced?|forcing|requir\w+|prompt\w*|asked|asking|urg\w+|told|perform\w*|conduct\w*|mandat\w*|enforc\w*|must|credentials?|logged out|signed out|new password)\b/,
  },
  {
    action: 'credit-monitoring',
    words: `(?:\\d+|twelve|twenty-four|one|two|three|a|free|complimentary)[- ](?:month|year)s?(?:'s?)?(?: of)?(?: (?:free|complimentary|of charge|charge|free of charge|cost|no))* (?:credit|identity|fraud)`,
  },
  {
    action: 'ransom-refused',
    words: `(?:has|have|had) not paid(?: (?!if)[a-z']+){0,4} (?:ransom|extortion|hackers|attackers|criminals)|no ransom\\b(?: [a-z]+){0,2} paid|did(?: not|n't) pay(?: (?:the|a|any|them|up))* ?(?:ransom|hackers|attackers|criminals|gang|demand)?|(?:ignor|rebuff|reject|spurn|resist)(?:ed|ing) (?:the |their |a |its )?(?:[a-z]+ )?(?:ransom|extortion|blackmail)`,
    beside: /\b(?:ransom|extort\w*|demands?|attackers|hackers|criminals|gang)\b/,
    unless: /\b(?:if|whether|unless|victims|organi[sz]ations|companies|those|firms)\b/,
    ownNegation: true,
  },
  {
    action: 'ransom-paid',
    words: `(?:paid|ended up paying|had to pay|forced to pay|agreed to pay|chose to pay|decided to pay|paying)(?: out| up)?(?: (?!of\\b)[a-z0-9$£€.,]+){0,6} (?:in (?:bitcoin|cryptocurrency|ransom|monero)|for the (?:decrypt\\w+|key)|to (?:regain|recover|unlock|get back|restore|decrypt))`,
    unless:
      /\b(?:if|whether|refus\w+|declin\w+|typically|not|victims|companies|organi[sz]ations|survey\w*|respondents|per ?cent|those who)\b|%/,
  },
  {
    action: 'contained',
    words: `(?:incident|attack|breach|event|threat|situation|issue|intrusion|malware|virus|vulnerability|flaw|skimmer|malicious (?:code|software|script)|infection|hole|gap|leak|problem|entry point|point of entry|access point|(?:access|backdoor|hole)(?: used [a-z ]{3,30})?)(?: [a-z]+){0,5} (?:(?:has|have|had)(?: since| now| already| quickly)* been|was|is|were)(?: now| fully| quickly| successfully| since| immediately| promptly| [a-z]+ly){0,2} (?:contained|resolved|closed|removed|fixed|patched|eradicated|eliminated|remediated|blocked|shut down|neutrali[sz]ed|mitigated|stopped|isolated|sealed)\\b`,
    unless: /\b(?:post|listing|page|tweet|thread|note|claim|case|site|store|shop|lawsuit|court|until|once)s?\b/,
  },
  {
    action: 'contained',
    words: `isolat(?:e|ed|ing) (?:the |this |that )(?:incident|attack|breach|threat|intrusion|issue|activity)|(?:remov|eradicat|eliminat|neutrali[sz]|evict|expel|purg|cut off|revok|block|terminat|mitigat|end)(?:e|ed|ing|led)? (?:the |all |any |this |that )?(?:(?:attackers?|hackers?|intruders?|threat actors?|unauthori[sz]ed)(?:'s?)? (?:access|part(?:y|ies)|presence|activity|persistence)|threat|malware|virus|intruders?|attackers?|skimmer|malicious code)\\b|(?:appropriate|immediate|corrective|containment|remedial|necessary|protective|remediation|mitigation|decisive|swift|additional|urgent|defensive)(?: [a-z]+){0,2} (?:measures|steps|actions?) (?:to (?:contain|stop|mitigate|isolate|secure|protect|block|address|remediate)|were (?:immediately |quickly |promptly )?(?:taken|implemented))|(?:implement|took|taken|taking|tak|activat|initiat)(?:e|ed|ing)?(?: (?:the|its|our|immediate|appropriate|all|a|an|and|necessary|quick|prompt|swift|immediately)){0,4} (?:corrective|containment|remedial|remediation|mitigation|isolation)(?: [a-z]+){0,3} (?:measures|steps|actions?|efforts|protocols?|procedures|plan)`,
    unless: /\b(?:should|recommend\w*|must|advis\w+)\b/,
  },
  {
    action: 'contained',
    words: `(?:activat|trigger|initiat|invok|implement|launch|deploy)(?:ed|ing) (?:its |our |their |the |an? |all )?(?:[a-z-]+ ){0,4}(?:containment) (?:[a-z]+ )?(?:measures|protocols?|procedures|plans?|steps)`,
  },
  {
    action: 'security-improved',
    words: `(?:implement|introduc|deploy|add|adopt|install|tak|mak|put|carr|enact|appl|invest|undert)\\w*(?: (?:a|an|the|in|of|its|our|their|and|number|series|range|to|steps|new|also|further|more|corrective|[a-z]+ measures)){0,6} (?:security (?:enhancements?|measures|improvements?|upgrades?|controls?|safeguards?|tools|protections?|protocols?|hardening|reviews?)|enhanced (?:security|monitoring)|monitoring tools|technical safeguards|safeguards|additional safeguards|security and monitoring)\\b`,
    unless:
      /\b(?:organi[sz]ations (?:should|must)|companies|businesses|required to|ordered to|should|recommend\w*|must|failed to|failing|lack\w*|failure)\b/,
  },
  {
    action: 'security-improved',
    words: `(?:increas|boost|beef|rais|intensif|heighten|tighten|expand|review|strengthen)\\w*(?: up)? (?:the |its |our |their |all )?(?:level of |overall )?(?:network |system |account |security |it |cyber ?)*(?:monitoring|surveillance|vigilance|security|protections?|controls|procedures|protocols)\\b|security (?:is|was|has been|have been|being|will be|measures (?:have been|were|are being))(?: further| significantly| also)? (?:hardened|strengthened|tightened|improved|enhanced|increased|stepped up|upgraded|reinforced|bolstered)|(?:measures|steps|actions) to (?:further )?(?:strengthen|harden|improve|enhance|reinforce|bolster|prevent (?:a|any|such|similar|this|future|it|further)(?: [a-z]+){0,4} (?:again|happening|recurr\\w+|incidents?|attacks?|breach\\w*|future))(?: (?:its|our|their|the)(?: [a-z]+){0,3})?|(?:mov|migrat|switch|shift)(?:ed|ing) (?:its |their |our |the )?(?:[a-z]+ (?:and )?){1,5}(?:to|behind) (?:cloudflare|akamai|imperva|a new (?:platform|provider|host\\w*))`,
    unless:
      /\b(?:organi[sz]ations|companies|businesses|retailers (?:should|must|need)|required to|ordered to|customers to|everyone|users to|your|you can|should|must|recommend\w*|failed|urg\w+|call\w* (?:on|for))\b/,
  },
];

/** What a sentence must hold for any row of an action to fit: read first, as it is quick. */
export const RESPONSE_NEEDS: Readonly<Partial<Record<ResponseAction, RegExp>>> = {
  'customers-notified': new RegExp(`\\b${PEOPLE}|notif|notice|letter|mail`),
  'employees-notified': new RegExp(`\\b${STAFF}|internal|company-wide`),
  'regulator-notified': new RegExp(`\\b${REGULATOR}`),
  'regulator-investigating': new RegExp(`\\b${REGULATOR}`),
  'law-enforcement-notified': new RegExp(`\\b${POLICE}`),
  'law-enforcement-investigating': new RegExp(`\\b${POLICE}|criminal|federal`),
  'authorities-notified': /authorit|agenc|bodies|notice|notification|report|centre|center/,
  'experts-engaged': new RegExp(
    `\\b${OUTSIDE}|third|external|outside|independent|'s? (?:cyber|security|incident|forensic)`,
  ),
  'password-reset': /password|credential|logged out|signed out|api keys|access keys|log-?ins?\b/,
  'credit-monitoring': /credit|identity|monitoring|protection|restoration|repair|recovery|detection|theft services/,
  'ransom-refused':
    /ransom|extort|demand|threats|blackmail|attackers|hackers|criminals|gang|unwilling|unprepared|not (?:willing|prepared)/,
  'ransom-paid': /pay|paid/,
};
