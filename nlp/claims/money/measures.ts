import type { MoneyMetric } from '#domain/vocabulary.ts';

/** Words around a sum that say what it measures. `before` ends, `after` begins, at the sum with its qualifier. */
export interface Measure {
  readonly metric: MoneyMetric;
  readonly rule: string;
  readonly before?: RegExp;
  readonly after?: RegExp;
  /** Must stand somewhere in the sentence. */
  readonly beside?: RegExp;
  /** Percentages only, or (by default) sums only. */
  readonly percent?: true;
}

const PROFIT = '(?:profits?|earnings|ebitda?|bottom line)';
const SALES = '(?:sales|revenues?|turnover|income)';
const FALL = '(?:hit|dent|blow|hole|dip|drop|fall|decline|reduction|impact|cut|shortfall|damage|knock|loss)';
const ATTACK = /\b(?:cyber\w*|attacks?|hack\w*|breach\w*|incidents?|ransomware|outages?|intrusions?)\b/;
const MARKET =
  "(?:market (?:value|cap(?:itali[sz]ation)?|valuation)|stock market value|valuation|shareholder value|company's value)";

/** In order of preference: the first that fits says what the sum measures. */
export const MEASURES: readonly Measure[] = [
  { metric: 'fine', rule: 'fined', before: /\b(?:fined?|fines|fining)\b(?: [^ ,;]+){0,5}(?:, [^,;.]{3,60},)? $/ },
  { metric: 'fine', rule: 'penalty', before: /\bpenalt(?:y|ies) (?:of|totall?ing|worth) $/ },
  { metric: 'fine', rule: 'fine-after', after: /^ (?:[a-z-]+ ){0,2}(?:fine|penalty|penalties)\b/ },
  {
    metric: 'ransom-payment',
    rule: 'settled-ransom',
    before: /\bsettled (?:for|on|at) $/,
    beside: /\b(?:ransom|extort\w*|(?:attackers?|hackers?|gang|criminals) (?:\w+ )?(?:demand|ask|want)\w*)\b/,
  },
  {
    metric: 'compensation',
    rule: 'fund',
    before: /\b(?:set(?:s|ting)? up|creat\w+|establish\w*|provid\w+|contribut\w+)\b(?: [^ ,;]+){0,3} $/,
    after:
      /^ (?:[a-z-]+ ){0,2}fund\b(?: [a-z]+){0,2} (?:to|for) (?:reimburse|compensate|repay|pay|consumers|customers|shoppers|victims|those|affected)/,
  },
  {
    metric: 'compensation',
    rule: 'protection',
    before: /\b(?:spend|pay|provide|contribute|fund)(?:s|ing)? $/,
    after: /^ (?:to|on|for) (?:[^ .;,]+ ){0,8}(?:identity|credit|fraud) (?:protection|monitoring)\b/,
  },
  {
    metric: 'settlement',
    rule: 'paid-to-settle',
    before: /\b(?:agreed|agrees|agreeing|ordered|will|to) (?:to )?pay $/,
    after: /^ (?:in (?:cash|total) )?to (?:settle|resolve|compensate|reimburse|end)\b/,
  },
  {
    metric: 'settlement',
    rule: 'settled',
    before: /\bsettle(?:d|ment|ments|s|)\b(?: [^ ,;]+){0,5} (?:for|of|with|worth|at|totall?ing) $/,
  },
  {
    metric: 'settlement',
    rule: 'agreed-to-pay',
    before: /\b(?:agreed|agrees|agreeing|ordered) to pay $/,
    beside: /\b(?:settle\w*|lawsuit|class[- ]action|attorneys? general)\b/,
  },
  { metric: 'settlement', rule: 'settlement-after', after: /^ (?:[a-z-]+ ){0,3}settlement\b/ },
  {
    metric: 'ransom-demand',
    rule: 'asked-ransom',
    before: /\b(?:demand|extort|ask|request|seek|fail|refus|declin)\w*(?: [^ ,;]+){0,5} $/,
    after: /^ (?:[a-z-]+ ){0,2}(?:ransom|extortion)\b/,
  },
  {
    metric: 'ransom-payment',
    rule: 'ransom-payment',
    after: /^ (?:\w+ ){0,2}(?:ransom|extortion) (?:payment\b|(?:was|were|has been|had been) paid)/,
  },
  {
    metric: 'ransom-payment',
    rule: 'paid-ransom',
    before: /\b(?:paid|paying|pays)\b(?: [^ ,;]+){0,5} $/,
    beside: /\b(?:ransom|extort\w*|attackers|hackers|gang|criminals|decrypt\w*)\b/,
  },
  {
    metric: 'ransom-demand',
    rule: 'asked-from',
    before: /\b(?:ask(?:ed|ing|s)?|charg(?:ed|ing|es)|request(?:ed|ing|s)?)(?: (?:for|them|it|the \w+))* $/,
    after: /^ (?:from|of) /,
    beside: /\b(?:hackers?|attackers?|gang|criminals?|ransom|extort\w*)\b/,
  },
  {
    metric: 'ransom-demand',
    rule: 'demanded',
    before:
      /\b(?:demand(?:ed|ing|s)?|(?:ask|call|hold)(?:ed|ing|s)? (?:out )?for|want(?:ed|s|ing)?|sought|seek(?:ing|s)?|request(?:ed|ing|s)?)\b(?: [^ ,;]+){0,5} $/,
    beside: /\b(?:ransom|extort\w*|attackers?|hackers?|gang|criminals?|bitcoin|data)\b/,
  },
  {
    metric: 'ransom-demand',
    rule: 'in-coins',
    before:
      /\b(?:ask(?:ed|ing|s)? for|demand\w*|ransom|extort\w*|want(?:ed|s)|request\w*|sought)\b[^.;]{0,50}\b(?:bitcoins?|btc|monero|xmr|ethereum|cryptocurrency|crypto)\b[^.;]{0,40} $|\b(?:ransom|extortion) (?:demand|note|fee|payment|amount|sum)s? (?:[a-z-]+ ){0,4}(?:to|of|at|for|was|is|from) $/,
  },
  {
    metric: 'ransom-demand',
    rule: 'unless-paid',
    before:
      /\bunless\b(?: [^ ,;]+){0,8} $|\b(?:threat\w*|demand\w*|extort\w*|blackmail\w*)\b[^.;]{0,90}\b(?:pay|paid|hand(?:ed)? over|give|send|transfer|deposit)(?: [^ ,;]+){0,3} $/,
    beside: /\b(?:threat\w*|ransom|extort\w*|blackmail\w*|leak\w*|publish\w*|sold|sell|delete)\b/,
  },
  {
    metric: 'ransom-demand',
    rule: 'time-to-pay',
    before: /\b(?:hours|days|deadline|week|until [^;]{3,30}) to (?:pay|hand over|meet)(?: [^ ,;]+){0,3} $/,
    beside: /\b(?:gang|group|hackers?|attackers?|criminals?|ransom\w*|extort\w*|leak|site|lockbit)\b/,
  },
  {
    metric: 'ransom-demand',
    rule: 'ransom-of',
    before: /\bransom(?: note| demand)?(?: [^ ,;]+){0,2} (?:of|for|worth) $/,
  },
  {
    metric: 'ransom-demand',
    rule: 'ransom-after',
    after: /^ (?:[a-z-]+ ){0,2}(?:ransom|extortion (?:demand|fee))\b/,
  },
  { metric: 'compensation', rule: 'compensation', before: /\bcompensat\w+(?: [^ ,;]+){0,5} $/ },
  { metric: 'compensation', rule: 'compensation-after', after: /^ (?:[a-z-]+ ){0,2}(?:compensation|vouchers?)\b/ },
  {
    metric: 'insurance',
    rule: 'insurance',
    before: /\binsur(?:ance|ers?|ed)\b(?: [^ .;,]+){0,10} $/,
    beside:
      /\b(?:claim\w*|cover\w*|pay\w*|paid|recover\w*|reimburse\w*|receiv\w*|income|proceeds|insured|bears?|bore|refund\w*)\b/,
  },
  {
    metric: 'insurance',
    rule: 'insurance-after',
    after: /^ (?:[^ ,.;]+ ){0,4}(?:insurance|insurers?)\b/,
    before:
      /\b(?:claim\w*|cover\w*|pay\w*|paid|recover\w*|receiv\w*|get|getting|offset\w*|reimburse\w*)\b(?: [^ ,;]+){0,6} $/,
  },
  { metric: 'market-value', rule: 'value-changed', before: new RegExp(`\\b${MARKET}\\b(?: [^ .;]+){0,8} $`) },
  {
    metric: 'market-value',
    rule: 'wiped-off',
    before: /\b(?:wip(?:ed|ing|es?)|knock(?:ed|ing)?|erased|shed|slashed|lost|losing)\b(?: [^ ,;]+){0,4} $/,
    after: new RegExp(
      `^(?: [^ .;]+){0,6} (?:${MARKET}|(?:its|their|the|company's|retailer's|group's) (?:value|shares|stock|share price))\\b`,
    ),
  },
  {
    metric: 'market-value',
    rule: 'value-wiped',
    after: new RegExp(
      `^ (?:[^ .;]+ ){0,2}(?:wiped|drop|fall|decline|plunge|slump|loss|reduction|hit|dent)\\b(?: [^ .;]+){0,6} (?:${MARKET}|shares|stock|value)\\b`,
    ),
  },
  {
    metric: 'market-value',
    rule: 'in-value',
    before: /\b(?:wip|los|shed|eras|slash|drop|fall|fell)\w*(?: [^ ,;]+){0,5} $/,
    after: new RegExp(`^ (?:in|of|from|off) (?:[^ .;]+ ){0,3}${MARKET}\\b`),
  },
  {
    metric: 'share-price',
    rule: 'shares-moved',
    percent: true,
    before: /\b(?:shares?|stock|share price)\b(?: [^ .;]+){0,9} $/,
  },
  {
    metric: 'share-price',
    rule: 'moved-shares',
    percent: true,
    after:
      /^ (?:[a-z-]+ )?(?:fall|drop|slump|decline|dip|plunge|tumble|slide|rise|gain|jump)\b(?: [^ .;]+){0,3} (?:shares?|stock|share price)\b/,
  },
  {
    metric: 'share-price',
    rule: 'off-shares',
    percent: true,
    before: /\b(?:wip|knock|tak|los|shed|shav)\w*(?: [^ ,;]+){0,3} $/,
    after: /^(?: [^ .;]+){0,3} (?:shares?|stock|share price)\b/,
  },
  {
    metric: 'sales',
    rule: 'lost-sales-after',
    after: new RegExp(`^ (?:(?:in|of|worth of) )?(?:lost|missed|missing|foregone) (?:[a-z-]+ ){0,3}${SALES}\\b`),
  },
  {
    metric: 'sales',
    rule: 'in-sales',
    before: /\b(?:los(?:t|ing|e|es)|missed|missing|cost(?:ing|s)?|shed)\b(?: [^ ,;]+){0,5} $/,
    after: new RegExp(`^ (?:in|of|worth of) (?:[a-z-]+ ){0,4}${SALES}\\b`),
  },
  {
    metric: 'sales',
    rule: 'sales-hit-after',
    after: new RegExp(`^ (?:[a-z-]+ )?${FALL} (?:to|in|on|of|for) (?:[^ .;,]+ ){0,4}${SALES}\\b`),
  },
  { metric: 'sales', rule: 'sales-hit-after', after: new RegExp(`^ (?:[a-z-]+ )?${SALES} ${FALL}\\b`) },
  {
    metric: 'sales',
    rule: 'lost-sales',
    after: /^(?! (?:in|of) (?:[a-z]+ ){0,2}(?:fees|costs?|expenses|charges)\b)/,
    before: new RegExp(`\\b(?:lost|losing|missed|lower|reduced) (?:[a-z-]+ ){0,2}${SALES}(?: [^ .;]+){0,5} $`),
  },
  {
    metric: 'sales',
    rule: 'sales-hit',
    before: new RegExp(`\\b${SALES} (?:${FALL}|losses)(?: [^ ,.;]+){0,3} (?:of|at|worth|by|totall?ing) $`),
  },
  {
    metric: 'sales',
    rule: 'sales-hit',
    before: new RegExp(
      `\\b(?:reduc|cut|lower|hit|impact|dent|affect|loss)\\w*(?: [^ .;]+){0,4} ${SALES}(?: [^ ,.;]+){0,3} (?:by|of) $`,
    ),
  },
  {
    metric: 'sales',
    rule: 'off-sales',
    before: /\b(?:knock|wip|tak|shav|cut)\w*(?: [^ ,;]+){0,3} $/,
    after: new RegExp(`^ (?:off|from|out of) (?:[^ .;,]+ ){0,5}${SALES}\\b`),
  },
  {
    metric: 'profit',
    rule: 'profit-hit-after',
    after: new RegExp(
      `^ (?:[a-z-]+ ){0,2}${FALL}\\b(?: [a-z-]+){0,2} (?:to|in|on|for|of) (?:[^ .;,]+ ){0,5}${PROFIT}\\b`,
    ),
  },
  {
    metric: 'profit',
    rule: 'profit-hit-after',
    after: new RegExp(`^ (?:[a-z-]+ ){0,2}${PROFIT} (?:${FALL}|warning)\\b`),
  },
  { metric: 'profit', rule: 'off-profit', after: new RegExp(`^ (?:off|from|out of) (?:[^ .;,]+ ){0,5}${PROFIT}\\b`) },
  { metric: 'profit', rule: 'lost-profit-after', after: new RegExp(`^ (?:in|of) lost (?:[a-z-]+ ){0,2}${PROFIT}\\b`) },
  {
    metric: 'profit',
    rule: 'profit-hit',
    before: new RegExp(`\\b${PROFIT} (?:${FALL}|warning)(?: [^ ,.;]+){0,4} (?:of|worth|at|by|totall?ing) $`),
  },
  {
    metric: 'profit',
    rule: 'profit-hit',
    before: new RegExp(
      `\\b${FALL}\\b(?: [a-z-]+){0,2} (?:on|to|in) (?:[^ .;,]+ ){0,5}${PROFIT}\\b(?: [^ ,.;]+){0,4} (?:of|by|worth|at) $`,
    ),
  },
  {
    metric: 'profit',
    rule: 'profit-hit',
    before: new RegExp(
      `\\b(?:reduc|cut|lower|dent|hit|impact|knock|affect|wip)\\w*(?: [^ .;]+){0,5} ${PROFIT}\\b(?: [^ ,.;]+){0,4} by $`,
    ),
  },
  { metric: 'profit', rule: 'loss-after', after: /^ (?:[a-z-]+ ){0,2}(?:pre-?tax|operating|net) loss\b/ },
  {
    metric: 'profit',
    rule: 'loss-of',
    before:
      /\b(?:loss (?:before|after) tax|(?:operating|pre-?tax|net|underlying|annual|statutory|half-year|trading|quarterly) loss(?: (?:before|after) tax)?)(?: and (?:[a-z]+ ){1,3}items)? (?:of|was|to|at|totall?ing) $/,
  },
  {
    metric: 'profit',
    rule: 'of-profit',
    after: new RegExp(`^ (?:of|in) (?:[a-z-]+ ){0,2}${PROFIT}\\b`),
    before: /\b(?:cost|lose|lost|losing|knock\w*|wip\w*)\b(?: [^ ,;]+){0,4} $/,
  },
  {
    metric: 'cost',
    rule: 'legal-fees',
    before:
      /\b(?:legal|attorneys?'?|lawyers'?) (?:fees|costs|expenses|bills?)\b(?: [^ .;,]+){0,6} (?:top|reach|total|exceed|hit|of|at|to|cost|be|was|were|is)(?:ed|led|s)? $/,
  },
  {
    metric: 'cost',
    rule: 'cost-of-attack',
    before:
      /\bcosts? (?:of|from|for|related to|associated with|linked to|caused by) (?:[^ .;]+ ){0,5}(?:attacks?|cyber\S*|breach\S*|incidents?|hacks?|response|recovery)\b(?: [^ .;]+){0,12} $/,
  },
  {
    metric: 'cost',
    rule: 'cost',
    before: /(?<!low-)\b(?:cost(?:s|ing)?)\b(?! sav| cut| of goods)(?: [^ .;]+){0,7} $/,
    beside: ATTACK,
  },
  {
    metric: 'cost',
    rule: 'cost-after',
    after:
      /^(?: in)? (?:(?!(?:drugs?|products?|goods|food|store|medical|labou?r|fuel)\b)[a-z-]+ ){0,3}(?:costs?|expenses|charges?|bill|hangover|price tag|clean-?up|damage|damages|losses)\b/,
    beside: ATTACK,
  },
  {
    metric: 'cost',
    rule: 'hit-after',
    after: /^ (?:[a-z-]+ ){0,2}(?:hit|impact|blow|loss)\b(?! (?:to|on|in) (?:\w+ ){0,3}(?:share|stock))/,
    beside: ATTACK,
  },
  {
    metric: 'cost',
    rule: 'hit-of',
    before:
      /\b(?:hit|impact|losses|loss|damages?|bill|blow|toll|charges?|expenses?)\b(?: [^ .;]+){0,8} (?:of|at|worth|totall?ing|exceeding|reaching|be|is|was|to) $/,
    beside: ATTACK,
  },
  {
    metric: 'cost',
    rule: 'spent',
    before: /\b(?:spent|incurred|recorded|booked|set aside)\b(?: [^ ,;]+){0,4} $/,
    beside: ATTACK,
  },
  {
    metric: 'profit',
    rule: 'profit-fell',
    percent: true,
    before: new RegExp(
      `\\b${PROFIT}\\b(?: [^ .;,]+){0,7} (?:fell|fallen|dropped|declined|decreased|slid|slumped|plunged|tumbled|shrank|contracted|down|lower)(?: by)? $`,
    ),
  },
  {
    metric: 'sales',
    rule: 'sales-fell',
    percent: true,
    before: new RegExp(
      `\\b${SALES}\\b(?: [^ .;,]+){0,7} (?:fell|fallen|dropped|declined|decreased|slid|slumped|plunged|tumbled|shrank|contracted|down|lower)(?: by)? $`,
    ),
  },
  {
    metric: 'sales',
    rule: 'decline-in-sales',
    percent: true,
    after: new RegExp(
      `^ (?:[a-z-]+ )?(?:decline|drop|fall|decrease|slump|reduction|dip|hit|plunge|contraction)\\b(?: [a-z-]+){0,2} (?:in|to|of|for) (?:[^ .;,]+ ){0,4}(?:${SALES}|volumes?|orders)\\b`,
    ),
  },
  {
    metric: 'cost',
    rule: 'spent-on',
    before: /\b(?:spent|spends?|spending|paid)\b(?: [^ ,;]+){0,3} $/,
    after:
      /^ on (?:the |its |an? )?(?:[a-z]+ ){0,2}(?:clean-?up|recovery|response|remediation|rebuild\w*|restoration|investigation|forensics?|legal fees|consultants?|experts|new systems)\b/,
  },
  {
    metric: 'cost',
    rule: 'lost-from',
    before: /\b(?:lost|losing|loses|lose)\b(?: [^ ,;]+){0,3} $/,
    after:
      /^ (?:[a-z]+ ){0,2}(?:from|due to|because of|as a result of|through) (?:the )?(?:damage|disruption|downtime|interruption|closure)/,
  },
  {
    metric: 'cost',
    rule: 'in-costs',
    before:
      /\b(?:lost|incur\w*|record\w*|book\w*|report\w*|fac\w+|led to|caus\w+|suffer\w*|resulted in|spent|absorb\w*|had|rack\w* up|total\w*|estimat\w*)\b(?: [^ ,;]+){0,6} $/,
    after:
      /^ (?:in|of|worth of) (?:[a-z-]+ ){0,3}(?:costs?|fees|expenses?|damages?|losses|charges|recovery|remediation|response|incident[- ]related)\b/,
  },
  {
    metric: 'cost',
    rule: 'recovery-cost',
    before:
      /\b(?:recovery|clean-?up|remediation|response|restoration|rebuilding|incident|breach|attack|hack|cyber-?attack)(?: (?:has|had|have|will|could|is expected to|may))* cost(?: (?:it|the [a-z]+|them|us))?(?: [^ ,;]+){0,3} $/,
  },
  { metric: 'cost', rule: 'lost', before: /\b(?:lost|losing|loses|lose)\b(?: [^ ,;]+){0,3} $/, beside: ATTACK },
  {
    metric: 'cost',
    rule: 'attack-of',
    after: /^ (?:cyber[ -]?)?(?:attack|hack|breach|ransomware attack|cyber incident|data breach)\b/,
  },
  {
    metric: 'cost',
    rule: 'hit-total',
    before:
      /\b(?:hit|bill|costs?|impact|toll|losses) (?:from|of|for) [^.;]{0,60}\b(?:attack|hack|breach|incident)\b[^.;]{0,40}\b(?:total|reach|be|hit|exceed|come to|stands at) $/,
  },
  { metric: 'cost', rule: 'fork-out', before: /\b(?:fork|shell)(?:ed|ing|s)? out(?: [^ ,;]+){0,2} $/, beside: ATTACK },
];
