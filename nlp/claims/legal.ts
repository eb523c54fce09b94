import type { EventDate, LegalClaim } from '#domain/claim.ts';
import type { LegalAction } from '#domain/vocabulary.ts';
import { plain } from '../scope/plain.ts';
import type { Extractor, Reading, Sentence } from '../types.ts';
import { isAdvice, isThreat } from './advice.ts';
import { placesOf, sentencesToRead, speaksOfAnother } from './place.ts';

interface LegalRow {
  readonly action: LegalAction;
  readonly pattern: RegExp;
  /** Must stand somewhere in the sentence. */
  readonly beside?: RegExp;
  readonly unless?: RegExp;
}

/** "over the attack on …", "in connection with these attacks": tied to what the article tells, not to a gang's past. */
export const TIED =
  /\b(?:(?:in connection with|over|in relation to|linked to|connected to|suspected of|for (?:their|his|her|its) (?:alleged )?(?:role|part|involvement) in|as part of (?:an|the|its) (?:investigation|probe) into|investigating|behind|responsible for|following)\b[^.;]{0,60}\b(?:attacks?|cyber-?attacks?|hacks?|hacking|breach\w*|incidents?))\b/;
/** "Sentenced for hacking the chain", "pleaded guilty to attacks on shops". */
export const OF_CRIME = new RegExp(
  `${TIED.source}|\\b(?:for|to|of|over) (?:[a-z]+ ){0,3}(?:hack\\w*|attack\\w*|breach\\w*|cyber\\w*|data theft|fraud|computer (?:fraud|misuse|intrusion)|extortion|ransomware|wire fraud|blackmail)\\b`,
);
const PROSECUTOR =
  "(?:attorneys?[- ]general(?:'s office)?|prosecutors?|parliament\\w*|lawmakers|congress\\w*|senators?)";

const ROWS: readonly LegalRow[] = [
  {
    action: 'arrest',
    pattern:
      /\b(?:arrested|arrests? (?:of|over|in connection|made|\d+|one|two|three|four|five|six|a|teens?|teenagers?|man|woman|suspects?)|taken into custody|detained)\b/g,
    beside: TIED,
    unless: /\b(?:cardiac|arresting)\b/,
  },
  {
    action: 'charge',
    pattern: /\b(?:charged (?:with|over|in)|charges (?:against|of)|indict(?:ed|ment))\b/g,
    beside: OF_CRIME,
  },
  { action: 'plea', pattern: /\b(?:plead(?:ed|s|ing)? (?:not )?guilty|pled guilty|guilty plea)\b/g, beside: OF_CRIME },
  { action: 'conviction', pattern: /\b(?:convicted|found guilty)\b/g, beside: OF_CRIME },
  {
    action: 'sentence',
    pattern:
      /\b(?:sentenced to|sentenced (?:on|in|for)|(?:was|were|been|ultimately|later) jailed|jailed (?:for|in)|prison (?:sentence|term))\b/g,
    beside: OF_CRIME,
  },
  {
    action: 'lawsuit',
    pattern:
      /\b(?:lawsuits?|class[- ]actions?(?: (?:suit|claim|lawsuit)s?)?|(?:is|are|was|were|been|being) sued|sued (?:by|over)|legal (?:action|claims?) (?:against|from|by|over)|(?:faces?|facing|taking|took|launch\w*|bring\w*|brought) (?:[a-z]+ ){0,2}legal (?:action|claims?))\b/g,
    unless: /\b(?:could|may|might|potential|risk of)\b[^.;]{0,40}\b(?:lawsuits?|legal action|class[- ]action)/,
  },
  {
    action: 'settlement',
    pattern:
      /\b(?:settled (?:with|for|the|a|over|charges|claims|allegations)|settlement (?:of|with|over|agreement)|(?:agreed to|reached|reaching|approved|proposed) (?:[a-z$£0-9.]+ ){0,4}(?:settle\b|settlement))/g,
    beside:
      /\b(?:lawsuits?|class[- ]action|attorneys? general|states|ftc|court|claims?|plaintiffs|million|commission|charges|allegations)\b/,
  },
  {
    action: 'fine',
    pattern:
      /\b(?:(?:was|were|been|being|is|be|has|have)(?: also)? fined|fined (?:[a-z]+ ){0,4}[$£€0-9]|(?:impos|levi|issu|hand|slapp|hit)\w*(?: \w+){0,3} (?:with )?(?:an? |the |this )(?:[a-z0-9$£€.,()-]+ ){0,4}(?:fine|penalty)\b|fine of|[0-9.]+ ?(?:m|million|bn|billion) fine|fines? (?:against|on))\b/g,
  },
  {
    action: 'investigation',
    pattern: new RegExp(
      `\\b(?:investigation|inquiry|probe) by (?:[a-z]+ ){0,7}${PROSECUTOR}|\\b${PROSECUTOR} (?:[a-z]+ ){0,3}(?:investigat\\w+|probe|probing|inquiry)|\\b(?:faces?|facing|under) (?:a |an )?(?:legal|regulatory|criminal|formal|official|parliamentary) (?:scrutiny|investigation|probe|inquiry)`,
      'g',
    ),
  },
  {
    action: 'hearing',
    pattern:
      /\b(?:(?:told|tells|telling|appear(?:ed|ing|s)? before|gave evidence to|giving evidence to|testif(?:ied|ying|ies) (?:before|to)|questioned by|quizzed by|grilled by) (?:[a-z]+ ){0,5}(?:lawmakers|mps|parliament\w*|committee|sub-?committee|congress|senators|peers|senate|politicians|legislators)|(?:parliamentary|committee|congressional|court|select committee) (?:hearing|session|evidence session))\b/g,
  },
];

const dateBeside = (reading: Reading, sentence: Sentence): EventDate | undefined => {
  const dates = reading.datesIn(sentence);
  return dates.length === 1 ? dates[0]?.date : undefined;
};

const readSentence = (reading: Reading, sentence: Sentence): LegalClaim[] => {
  const letters = plain(sentence.text);
  return ROWS.flatMap(({ action, pattern, beside, unless }) => {
    if (beside?.test(letters) === false || unless?.test(letters)) return [];
    if (action === 'fine' && isThreat(letters)) return [];
    if ((action === 'fine' || action === 'settlement') && speaksOfAnother(reading, sentence)) return [];
    return [...letters.matchAll(pattern)].slice(0, 1).flatMap(match => {
      const [start, end] = [sentence.start + match.index, sentence.start + match.index + match[0].length];
      const scope = reading.scopeAt(sentence, start, end);
      if (scope.negated || scope.conditional || isAdvice(letters.slice(0, match.index))) return [];
      const date = dateBeside(reading, sentence);
      return placesOf(reading, sentence, {
        start,
        end,
        around: [40, 60],
        rule: `legal/${action}`,
        confidence: 0.7,
        ...(date === undefined ? {} : { date }),
      }).map((place): LegalClaim => ({ kind: 'legal', value: { action }, ...place }));
    });
  });
};

/**
 * Reads legal claims: arrests and trials of those behind an incident, suits, settlements, fines and inquiries that
 * followed it; one that is told with its date stands for the same without. What befell persons counts only where the words tie it to an attack.
 */
export const legalClaims: Extractor<LegalClaim> = reading => {
  const claims = sentencesToRead(reading).flatMap(sentence => readSentence(reading, sentence));
  return claims.filter(
    claim =>
      claim.date !== undefined ||
      !claims.some(
        other =>
          other.date !== undefined && other.incident === claim.incident && other.value.action === claim.value.action,
      ),
  );
};
