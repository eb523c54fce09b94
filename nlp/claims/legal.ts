import type { EventDate, LegalClaim } from '#domain/claim.ts';
import { among, gated } from '../gate/index.ts';
import { REGULATOR } from '../gazetteer/response-words.ts';
import type { Extractor, Reading, Sentence } from '../types.ts';
import { isAdvice, isThreat } from './advice.ts';
import { IF_CONVICTED, MORE_ROWS, RANSOM } from './legal/more-rows.ts';
import type { LegalRow } from './legal/row.ts';
import { placesOf, sentencesToRead, speaksOfAnother } from './place.ts';

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
    pattern: gated(
      /\b(?:arrested|arrests? (?:of|over|in connection|followed|came|took place|made|\d+|one|two|three|four|five|six|a|teens?|teenagers?|man|woman|suspects?)|taken into custody|detained)\b/g,
    ),
    beside: TIED,
    ofPerson: true,
    unless: /\b(?:cardiac|arresting)\b/,
  },
  {
    action: 'charge',
    pattern: gated(
      /\b(?:charged (?:with|over|in)|(?:has|have|had|was|were) been charged|(?:was|were) charged(?! (?:for|an?|extra))|charges (?:against|of)|indict(?:ed|ment))\b/g,
    ),
    beside: OF_CRIME,
    ofPerson: true,
  },
  {
    action: 'plea',
    pattern: gated(
      /\b(?:plead(?:ed|s|ing)? (?:not )?guilty|pled guilty|guilty plea|admitted (?:\w+ ){0,2}(?:counts?|charges?|offen[cs]es?|hacking|blackmail|fraud))\b/g,
    ),
    beside: OF_CRIME,
    ofPerson: true,
  },
  { action: 'conviction', pattern: gated(/\b(?:convicted|found guilty)\b/g), beside: OF_CRIME, ofPerson: true },
  {
    action: 'sentence',
    pattern: gated(
      /\b(?:sentenced to|sentenced (?:on|in|for)|(?:was|were|been|ultimately|later) jailed|jailed (?:for|in)|prison (?:sentence|term)|sentenced\b(?= (?:[a-z]+ ){0,4}(?:years?|months?|prison|probation)))\b/g,
    ),
    beside: OF_CRIME,
    ofPerson: true,
    unless: IF_CONVICTED,
  },
  {
    action: 'lawsuit',
    pattern: gated(
      /\b(?:lawsuits?|class[- ]actions?(?: (?:suit|claim|lawsuit)s?)?|(?:is|are|was|were|been|being) sued|sued (?:by|over)|legal (?:action|claims?) (?:against|from|by|over)|(?:faces?|facing|taking|took|launch\w*|bring\w*|brought) (?:[a-z]+ ){0,2}legal (?:action|claims?))\b/g,
    ),
    unless: /\b(?:could|may|might|potential|risk of)\b[^.;]{0,40}\b(?:lawsuits?|legal action|class[- ]action)/,
  },
  {
    action: 'settlement',
    pattern: gated(
      /\b(?:settled (?:with|for|the|a|over|charges|claims|allegations)|settlement (?:of|with|over|agreement)|(?:that|the|this|a) (?:[a-z-]+ )?settlement|settling (?:the|a|claims|with)|(?:agreed to|reached|reaching|approved|proposed) (?:[a-z$£0-9.]+ ){0,4}(?:settle\b|settlement))/g,
    ),
    beside:
      /\b(?:lawsuits?|class[- ]action|attorneys? general|states|ftc|court|claims?|plaintiffs|million|commission|charges|allegations)\b/,
    unless: RANSOM,
  },
  {
    action: 'fine',
    pattern: gated(
      /\b(?:(?:was|were|been|being|is|be|has|have)(?: also)? fined|fined (?:[a-z]+ ){0,4}[$£€0-9]|(?:impos|levi|issu|hand|slapp|hit)\w*(?: \w+){0,3} (?:with )?(?:an? |the |this )(?:[a-z0-9$£€.,()-]+ ){0,4}(?:fine|penalty)\b|fine of|[0-9.]+ ?(?:m|million|bn|billion) fine|fines? (?:against|on))\b/g,
    ),
  },
  {
    action: 'investigation',
    pattern: gated(
      new RegExp(
        `\\b(?:investigation|inquiry|probe) by (?:[a-z]+ ){0,7}${PROSECUTOR}|\\b${PROSECUTOR} (?:[a-z]+ ){0,3}(?:investigat\\w+|probe|probing|inquiry)|\\b(?:faces?|facing|under) (?:a |an )?(?:legal|regulatory|criminal|formal|official|parliamentary) (?:scrutiny|investigation|probe|inquiry)`,
        'g',
      ),
    ),
  },
  {
    action: 'investigation',
    pattern: gated(
      new RegExp(
        `\\b${REGULATOR}[^.;]{0,70} (?:has |have |had |it has |it had )?(?:opened|launched|started|begun|initiated) (?:an? |its |their |the )?(?:[a-z]+ ){0,2}(?:investigation|inquiry|enquiry|probe|proceedings)|\\b(?:the|its|that|their|(?:[a-z]+ )?(?:states?|ftc|fbi|police|prosecutors|regulator|ico|justice department|doj)'s?) (?:joint |multistate |multi-state )?investigation (?:revealed|found|concluded|determined|showed)\\b(?=[^.;]{0,120}\\b(?:fail\\w*|violat\\w*|breached the|unlawful\\w*|illegal\\w*|gained unauthori[sz]ed access to the company))`,
        'g',
      ),
    ),
  },
  {
    action: 'hearing',
    pattern: gated(
      /\b(?:(?:told|tells|telling|appear(?:ed|ing|s)? before|gave evidence to|giving evidence to|testif(?:ied|ying|ies) (?:before|to)|questioned by|quizzed by|grilled by) (?:[a-z]+ ){0,5}(?:lawmakers|mps|parliament\w*|committee|sub-?committee|congress|senators|peers|senate|politicians|legislators)|(?:parliament|congress|senate|committee|lawmakers|mps)\b[^.;]{0,30} (?:held|hold|holds|convened) (?:a |an )?(?:[a-z]+ )?(?:hearing|session)|(?:initial|first|court) appearance\b|appear(?:ed|s|ing)? (?:in|at|before) (?:[a-z']+ ){0,4}(?:court|magistrates?|judge)\b|arraigned\b|(?:parliamentary|committee|congressional|court|select committee) (?:hearing|session|evidence session))\b/g,
    ),
  },
];

const CRIME =
  /\b(?:attacks?|attacked|cyber-?attacks?|hacks?|hacked|hacking|breach|breache[ds]|breaches|incidents?|hit|struck|stolen|stole|theft|compromised|exposed)\b/;

/** The one date in a sentence that is the action's: "in 2015" behind the crime, and a date right before it, is the crime's. */
const dateOf = (reading: Reading, sentence: Sentence, start: number, end: number): EventDate | undefined => {
  const text = (from: number, to: number) => sentence.letters.slice(from - sentence.start, to - sentence.start);
  const dates = reading
    .datesIn(sentence)
    .filter(
      found =>
        (found.date.precision === 'day' ||
          !CRIME.test(found.start >= end ? text(end, found.start) : text(found.end, start))) &&
        !new RegExp(`^ (?:[a-z-]+ )?${CRIME.source}`).test(text(found.end, found.end + 30)),
    );
  return dates.length === 1 ? dates[0]?.date : undefined;
};

/** Somebody who is known from the story, or people by their number. */
const PERSON =
  /^(?:[^.;]{0,40} )?(?:he|she|they|his|her|their|(?:the|an?|another|(?:two|three|four|five|six|seven|\d+)(?: other)?) (?:[a-z0-9-]+ ){0,3}(?:suspects?|man|men|woman|women|teen\w*|hackers?|defendants?|offenders?|individuals?|youth|boy|pair|duo|accomplices?|clerk|employee|engineer|culprits?|perpetrators?|national|[a-z]+-year-old))\b/;
const CRIME_STORY = new RegExp(
  `${OF_CRIME.source}|\\b(?:hackers?|hacked|stole|stolen|breach\\w*|cyber\\w*|ransomware|extort\\w*|blackmail\\w*|attacks?)\\b`,
);
const STORY = 3;

/**
 * Whether a sentence on what befell a person goes on with the story of an incident: it names no gang, which has a past of
 * its own, and the sentences just before it tell of the crime at the same victim.
 */
export const goesOnWithStory = (reading: Reading, sentence: Sentence): boolean => {
  if (!PERSON.test(sentence.letters) || speaksOfAnother(reading, sentence)) return false;
  if (reading.mentions.some(({ kind, sentence: index }) => kind === 'actor' && index === sentence.index)) return false;
  return reading.sentences
    .slice(Math.max(0, sentence.index - STORY), sentence.index + 1)
    .some(other => CRIME_STORY.test(other.letters) && reading.incidentsAt(other, other.start, other.end).length > 0);
};

/** The rows that a sentence may hold. */
const rowsIn = among([...ROWS, ...MORE_ROWS], ({ pattern }) => pattern);

/** Whether a sentence on what befell persons names a victim of this article, or tells on of its crime and of no gang. */
const ofThisCrime = (reading: Reading, sentence: Sentence): boolean => {
  const victims = new Set(reading.incidents.map(({ victim }) => victim));
  const here = reading.mentions.filter(({ sentence: index }) => index === sentence.index);
  if (here.some(({ id }) => victims.has(id))) return true;
  return (
    !here.some(({ kind }) => kind === 'actor') &&
    !speaksOfAnother(reading, sentence) &&
    (TIED.test(sentence.letters) || goesOnWithStory(reading, sentence))
  );
};

const readSentence = (reading: Reading, sentence: Sentence): LegalClaim[] => {
  const letters = sentence.letters;
  const found = rowsIn(letters).flatMap(({ action, pattern, beside, unless, ofPerson, ofCrime }) => {
    if (unless?.test(letters)) return [];
    if (ofCrime && !(pattern.test(letters) && ofThisCrime(reading, sentence))) return [];
    if (beside?.test(letters) === false && !(ofPerson && pattern.test(letters) && goesOnWithStory(reading, sentence)))
      return [];
    if (action === 'fine' && isThreat(letters)) return [];
    if ((action === 'fine' || action === 'settlement') && speaksOfAnother(reading, sentence)) return [];
    return pattern
      .all(letters)
      .slice(0, 1)
      .flatMap(match => {
        const [start, end] = [sentence.start + match.index, sentence.start + match.index + match[0].length];
        const scope = reading.scopeAt(sentence, start, end);
        if (scope.negated || scope.conditional || isAdvice(letters.slice(0, match.index))) return [];
        const date = dateOf(reading, sentence, start, end);
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
  return found.filter(
    (claim, place) =>
      found.findIndex(other => other.value.action === claim.value.action && other.incident === claim.incident) ===
      place,
  );
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
