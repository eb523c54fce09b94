import { gated } from '../../gate/index.ts';
import { REGULATOR } from '../../gazetteer/response-words.ts';
import type { LegalRow } from './row.ts';

const any = (...patterns: readonly string[]) => gated(new RegExp(`\\b(?:${patterns.join('|')})`, 'g'));
const SUM = '[$£€]?[\\d.,]+ ?(?:m|mn|million|bn|billion|k|thousand|euros?|pounds|dollars)?';
/** Beside a suit or a fine: that it is about this and not about wages. */
const OF_DATA =
  /\b(?:data|breach\w*|cyber\w*|hack\w*|attack\w*|privacy|incident|security|personal information|customers?|leak\w*|ransomware)\b/;
const CRIME =
  /\b(?:hack\w*|stole|stolen|breach\w*|cyber\w*|ransomware|extort\w*|blackmail\w*|computer (?:misuse|fraud|intrusion)|data theft|malware|attacks?)\b/;
const POTENTIAL = /\b(?:could|may|might|potential|risk(?:s|ing)? of|likely to|fac(?:e|es|ing) possible|threaten\w*)\b/;
/** A price is settled with extortionists, and no case. */
export const RANSOM = /\b(?:ransom|demand(?:ed|s)?|negotiation|bitcoins?)\b/;
/** What a court may yet decide. */
export const IF_CONVICTED =
  /\bif (?:he is |she is |they are )?(?:convicted|found guilty)\b|\b(?:maximum|could (?:face|be)) |\bfaces? (?:a |up|as|\d)/;

/** Further ways to tell of suits, settlements, penalties, inquiries and trials, by verb family and object. */
export const MORE_ROWS: readonly LegalRow[] = [
  {
    action: 'lawsuit',
    pattern: any(
      '(?:fil(?:ed|es|ing)|brought|lodg(?:ed|ing)|launch(?:ed|es|ing)|hit with|slapped with|named in) (?:[a-z0-9-]+ ){0,4}?(?:suits?|complaints? in|lawsuits?|class[- ]actions?|legal proceedings|legal claims?|group actions?|petitions?)\\b',
      "(?:sues|suing|sued|to sue) (?:the |its |over |for |[a-z&'-]+ )",
      '(?:suits?|complaint|plaintiffs?) (?:[a-z0-9-]+ ){0,3}?(?:alleg(?:es|ed|ing)|claim(?:s|ed)|accus(?:es|ed)|argu(?:es|ed)|say(?:s)?|seek(?:s|ing)?)\\b',
      '(?:group|collective|mass|representative) (?:action|litigation|lawsuit)s?\\b',
      'litigation (?:over|against|stemming|arising|following|related)\\b',
    ),
    beside: OF_DATA,
    unless: POTENTIAL,
  },
  {
    action: 'settlement',
    pattern: any(
      'settl(?:es|ed|ing|ement)\\b',
      `agree(?:d|s|ing)? to (?:pay|provide|create|set up|a) (?:[a-z0-9$£€.,-]+ ){0,8}?(?:to (?:settle|resolve|end)|settlement|fund)\\b`,
      'to (?:settle|resolve) (?:[a-z0-9-]+ ){0,4}?(?:claims?|allegations?|lawsuits?|suits?|charges|investigations?|class[- ]actions?|complaints?|cases?)\\b',
      `(?:pay|pays|paid|paying) (?:[a-z0-9$£€.,-]+ ){1,5}?to (?:settle|resolve|end)\\b`,
      'consent (?:order|decree|judgment|agreement)\\b',
    ),
    beside:
      /\b(?:lawsuits?|suits?|class[- ]action|attorneys?[- ]general|states|ftc|ico|regulators?|watchdog|commission\w*|court|plaintiffs|judge|charges|allegations|data protection|privacy)\b/,
    unless: new RegExp(`${RANSOM.source}|${POTENTIAL.source}|\\bsettl(?:ed|ing) (?:in|into|down|on)\\b`),
  },
  {
    action: 'fine',
    pattern: any(
      `${REGULATOR}[^.;]{0,40} (?:fin(?:es|ed)|penali[sz](?:es|ed)|impos(?:es|ed)|issu(?:es|ed)|lev(?:ies|ied)|hand(?:s|ed)|slap(?:s|ped)|hit(?:s)?) (?:[a-z0-9$£€.,'&-]+ ){0,8}?(?:fines?|penalt(?:y|ies)|${SUM})`,
      `(?:agree[ds]? to pay|order(?:ed|s) to pay|to pay|will pay|must pay|paid|pays|received|given|handed|issued(?: with)?) (?:[a-z]+ ){0,3}?(?:${SUM} )?(?:[a-z-]+ ){0,4}?(?:fines?|penalt(?:y|ies)|monetary penalty notice)\\b`,
      `(?:fines?|penalt(?:y|ies)) (?:of|totall?ing|worth) ${SUM}`,
      `${SUM} (?:[a-z-]+ ){0,3}?(?:fine|penalty)\\b`,
      'fined (?:by|for|over|after|under|a |an |[$£€\\d])',
      '(?:has|have|had|was|were|been|is) (?:been )?(?:fined|penali[sz]ed)\\b',
    ),
    beside: OF_DATA,
  },
  {
    action: 'investigation',
    pattern: any(
      `${REGULATOR}(?:'s|s')? (?:[a-z-]+ ){0,2}?(?:investigation|inquiry|enquiry|probe) (?:(?:has|had|also|now|since|later|into [a-z' ]{2,40}) ){0,3}(?:found|revealed|concluded|determined|confirmed|showed|established|uncovered|identified)\\b`,
      `(?:investigation|inquiry|enquiry|probe) (?:by|from) (?:the )?(?:[a-z]+ ){0,3}?${REGULATOR} (?:(?:has|had|also|later) ){0,2}(?:found|revealed|concluded|determined|confirmed|showed|established|uncovered)\\b`,
      `(?:following|after|concluded|completed|closed|under) (?:an?|its|the|their) (?:[a-z-]+ ){0,3}?(?:investigation|inquiry|probe) by (?:the )?(?:[a-z]+ ){0,3}?${REGULATOR}`,
      `(?:multi-?state|joint|formal|criminal|statutory|antitrust|regulatory|congressional|parliamentary|federal) (?:[a-z]+ )?(?:investigation|inquiry|enquiry|probe)s?(?= (?:into|of|by|was|were|has|found|over|is))`,
    ),
    beside: OF_DATA,
  },
  {
    action: 'arrest',
    pattern: any(
      '(?:police|officers|authorities|agents|fbi|nca|detectives|investigators|prosecutors|interpol|europol) (?:[a-z0-9-]+ ){0,4}?(?:arrest(?:s|ed)?|detain(?:s|ed)?|apprehend(?:s|ed)?|nab(?:s|bed)?|held|caught|captured|took [a-z0-9 -]{2,40} into custody)\\b',
      '(?:was|were|been|being|is|are) (?:[a-z]+ )?(?:arrested|apprehended|detained|captured|nabbed|caught|taken into custody|extradited)\\b',
      '(?:made|making|led to|announced|including|resulted in|followed by) (?:[a-z0-9-]+ ){0,3}?arrests?\\b',
      '(?:remains?|is|are|being held) in custody\\b',
    ),
    beside: CRIME,
    ofCrime: true,
    unless: /\b(?:no arrests?|cardiac|reward|wanted|information leading|leading to)\b/,
  },
  {
    action: 'charge',
    pattern: any(
      'indict(?:ed|ment|ments|s)\\b',
      '(?:prosecutors|authorities|police|department of justice|doj|justice department|grand jury) (?:[a-z]+ ){0,3}?(?:charg(?:ed|es)|brought charges|filed charges|accus(?:ed|es)|unsealed charges)\\b',
      '(?:is|are|was|were|been|being) (?:[a-z]+ )?charged (?:with|over|for|in connection|under|by|alongside)',
      '(?:fac(?:es|ing|ed)) (?:[a-z0-9-]+ ){0,3}?(?:charges|counts)\\b',
      '(?:criminal complaint|charges? (?:were|was|have been) (?:filed|brought|unsealed|announced))\\b',
    ),
    beside: CRIME,
    ofCrime: true,
    unless: /\b(?:service charges?|extra charges?|charged customers)\b/,
  },
  {
    action: 'plea',
    pattern: any(
      'plea (?:agreement|deal|bargain|hearing)\\b',
      'guilty pleas?\\b',
      '(?:admit(?:s|ted)|confess(?:es|ed)) (?:to )?(?:[a-z-]+ ){0,3}?(?:hacking|hack|extort(?:ing|ion)|blackmail(?:ing)?|stealing|breaching|fraud|charges?|counts?|offen[cs]es?)\\b',
      'plead(?:s|ed|ing)? (?:not )?guilty\\b',
    ),
    beside: CRIME,
    ofCrime: true,
  },
  {
    action: 'conviction',
    pattern: any(
      '(?:was|were|been) (?:found guilty|convicted)\\b',
      'convictions? (?:of|for|over)\\b',
      'jury (?:[a-z]+ )?(?:convicted|found)\\b',
    ),
    beside: CRIME,
    ofCrime: true,
    unless: IF_CONVICTED,
  },
  {
    action: 'sentence',
    pattern: any(
      '(?:sentenced|jailed|imprisoned)\\b',
      '(?:given|gets|got|received|handed|handed down) (?:an? |[a-z0-9-]+ ){0,5}?(?:sentence|(?:years?|months?) (?:in|behind|of) (?:prison|jail|bars|probation|custody)|community (?:service|order)|probation)\\b',
    ),
    beside: CRIME,
    ofCrime: true,
    unless: IF_CONVICTED,
  },
  {
    action: 'hearing',
    pattern: any(
      '(?:trial|court hearing|preliminary hearing) (?:began|begins|starts|started|opens|opened|is set|is scheduled|was held)\\b',
      '(?:remanded|released on bail|bailed|granted bail|denied bail)\\b',
      '(?:scheduled|due|set|expected) (?:to appear|for (?:an )?arraignment|to stand trial)\\b',
    ),
    beside: CRIME,
    ofCrime: true,
  },
];
