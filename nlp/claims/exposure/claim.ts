import type { DataClaim } from '#domain/claim.ts';
import type { Certainty, DataType, Subject } from '#domain/vocabulary.ts';
import { certaintyOf } from '../../certainty.ts';
import { type Quote, quoteOf } from '../../quote.ts';
import { negationCue } from '../../scope.ts';
import type { Attribution, Reading, Sentence } from '../../types.ts';
import type { DataList } from './lists.ts';
import type { DataMention } from './mentions.ts';
import { namedSubjects, subjectOf } from './subject.ts';
import type { Trigger } from './triggers.ts';
import { ANY_DATA, FILES_ONLY } from './umbrella.ts';

const LONGEST_LEAD = 90;
const headlineOf = (reading: Reading): string => reading.sentences[0]?.letters ?? '';
/** "No customer data was leaked" is a word about the leak; "no passwords were leaked" about the loot. */
const UMBRELLAS: ReadonlySet<DataType> = new Set<DataType>(['personal-data', 'corporate-data', 'contact-details']);

/** "No evidence that customer data was leaked" is a word about the theft; "not published" about the leak. */
const isLeak = (text: string, { start, end }: Trigger): boolean => /\bleak/.test(text.slice(start, end));

/** Files of whatever kind. */
const ANY_FILES = /^(?:stolen |exfiltrated )?(?:files|documents)$/;

/** What is looked into is possible, and more than an "if". */
const INVESTIGATED =
  /\b(?:investigat(?:e|es|ed|ing)|examin(?:e|es|ed|ing)|prob(?:e|es|ed|ing)|look(?:s|ed|ing)? into) (?:whether|if)\b[^.;]*$/;

/** First names were taken, surnames not; numbers, but no scans: a part denied says nothing of the type. */
const PART_OF_NAME = /^(?:sur|last |full |family |middle )names?$/i;
/** The code on the back is no card: a list may do without it where cards were taken. */
const CARD_CODE = /^(?:cv[vc]|csc|card (?:verif|secur|valid)|(?:card )?expir|(?:three|3|four|4)-digit)/i;
const PICTURE_OF = /\b(?:scans?|copies|copy|images?|photos?|pictures?) of (?:\w+ ){0,2}$/i;

const isPart = (text: string, { start, end }: DataMention): boolean =>
  PART_OF_NAME.test(text.slice(start, end)) ||
  CARD_CODE.test(text.slice(start, end)) ||
  /^(?:scans?|copies|photos|images|pictures) of /i.test(text.slice(start, end)) ||
  PICTURE_OF.test(text.slice(Math.max(0, start - 40), start));

interface Parts {
  readonly incident: number;
  readonly type: DataType;
  /** Plain texts that may say whose data it is, the nearest first. */
  readonly context: readonly string[];
  /** Whose data it is, where told expressly; else the context says it. */
  readonly subject?: Subject;
  readonly negated: boolean;
  readonly certainty: Certainty;
  readonly attribution: Attribution;
  readonly quote: Quote;
  readonly rule: string;
  readonly confidence: number;
}

/** A data claim out of its parts. */
export const dataClaim = (sentence: Sentence, parts: Parts): DataClaim => ({
  kind: 'data',
  incident: parts.incident,
  value: {
    type: parts.type,
    subject: parts.subject ?? subjectOf(parts.type, parts.context[0] ?? '', ...parts.context.slice(1)),
    polarity: parts.negated ? 'not-taken' : 'taken',
  },
  certainty: parts.certainty,
  ...parts.attribution,
  ...(sentence.block.noted === undefined ? {} : { noted: sentence.block.noted }),
  ...parts.quote,
  rule: parts.rule,
  confidence: parts.confidence,
});

/** The claims of one data type in a list that a trigger governs; none where the words say nothing of taking. */
export const told = (
  reading: Reading,
  sentence: Sentence,
  list: DataList,
  mention: DataMention,
  trigger: Trigger,
): readonly DataClaim[] => {
  const start = sentence.start + mention.start;
  const end = sentence.start + mention.end;
  const own = reading.scopeAt(sentence, start, end);
  const asked = !own.negated && INVESTIGATED.test(sentence.letters.slice(0, mention.start));
  const scope = {
    ...own,
    negated: own.negated || antecedentNegated(reading, sentence, trigger),
    conditional: own.conditional && !asked,
    hedged: own.hedged || (own.conditional && asked),
  };
  const negated = scope.negated || trigger.denied === true;
  if (scope.conditional || scope.generic || (!negated && mention.loose)) return [];
  if (scope.negated && (trigger.reduced || trigger.spread) && !isOfList(sentence, start, end, trigger)) return [];
  if (
    HABIT.test(sentence.letters.slice(0, mention.start)) ||
    (!negated && MANY_MAY.test(sentence.letters.slice(0, mention.start))) ||
    TRUISM.test(sentence.letters.slice(mention.end)) ||
    isService(sentence.letters, mention, trigger)
  )
    return [];
  if (negated && trigger.spread && UMBRELLAS.has(mention.type) && !(scope.hedged && isLeak(sentence.letters, trigger)))
    return [];
  if (negated && (isPart(sentence.text, mention) || sentence.letters.startsWith('whose', mention.start))) return [];
  const text = sentence.letters;
  if (
    mention.type === 'photos' &&
    !/ /.test(text.slice(mention.start, mention.end)) &&
    list.mentions.every(({ type }) => type === 'photos' || type === 'corporate-data')
  )
    return [];
  const files = ANY_FILES.test(text.slice(mention.start, mention.end));
  if (files && (negated || trigger.kind === 'member')) return [];
  if (mention.bare && trigger.kind === 'member') return [];
  const before = reading.sentences
    .slice(Math.max(0, sentence.index - 2), sentence.index)
    .map(other => other.letters)
    .join(' ');
  const attribution = denier(reading.attributionAt(sentence, start, end), negated);
  const subjects = namedSubjects(mention.type, text, mention);
  const owned = reading
    .incidentsAt(sentence, start, end)
    .flatMap(incident => subjects.map(subject => ({ incident, ...(subject === undefined ? {} : { subject }) })));
  return owned.map(owner =>
    dataClaim(sentence, {
      ...owner,
      type: mention.type,
      context: [
        withoutLaterItems(text, mention),
        // headline and story tell whose data it was in the story's own incident only
        ...(reading.incidents[owner.incident]?.role === 'main' ? [headlineOf(reading), before] : []),
      ],
      negated,
      certainty: certaintyOf(scope, attribution),
      attribution,
      quote: quoteFor(reading, sentence, list, mention, trigger, negated),
      rule: mention.bare
        ? ANY_DATA
        : files
          ? FILES_ONLY
          : trigger.kind === 'member'
            ? 'data/part-of-loot'
            : 'data/taken',
      confidence: trigger.kind === 'member' ? 0.8 : 0.85,
    }),
  );
};

/** "names, order histories and employee IDs": whose the last item is says nothing of those before it. */
const withoutLaterItems = (text: string, { end }: DataMention): string =>
  text.slice(0, end) + text.slice(end).replace(/\b(?:employee|worker|customer|supplier) \w+/g, '');

/** "no messages, which may have contained health data, were read": what is part of the untouched is untouched. */
const antecedentNegated = (reading: Reading, sentence: Sentence, trigger: Trigger): boolean => {
  if (trigger.kind !== 'member') return false;
  const clause = /,? which(?: \w+){0,4} $/.exec(sentence.letters.slice(0, trigger.start));
  const at = sentence.start + (clause?.index ?? 0);
  return clause !== null && clause.index > 0 && reading.scopeAt(sentence, at - 1, at).negated;
};

/** What was not touched only the victim knows: a denial that nobody is heard to make is its own. */
const denier = (heard: Attribution, negated: boolean): Attribution =>
  negated && heard.by === 'media' ? { by: 'victim' } : heard;

/** What such gangs do everywhere: "known for stealing files", "once they gain access, they copy". */
const HABIT =
  /\b(?:known for [\w-]+ing|known to (?!be\b|have\b)\w+|once (?:inside|in|they|it|he|the attackers?|attackers|hackers|intruders|(?:[\w'-]+ ){0,2}(?:threat )?actors|operators|affiliates) (?:gains?|gets?|ha(?:ve|s)|breach\w*|compromises?|infiltrates?|obtains?)\b|modus operandi|like (?:most|many|other) (?:ransomware|gangs))\b[^.;]*$/;

/** "Companies may also lose customer data": of none in particular. */
const MANY_MAY =
  /(?:^|[,;:"] ?)(?:many |most |some |such |these |other )?(?:companies|businesses|organi[sz]ations|firms|victims|enterprises|attackers|criminals|hackers|gangs) (?:may|might|can|could|often|typically|usually|should|must) [^.;]*$/;

/** "… is the worst thing that can happen": of no theft in particular. */
const TRUISM =
  /^[^.;,]{0,30}\b(?:is|are|would be|can be) (?:the|an?|one of the|every) (?:\w+ )?(?:worst|biggest|greatest|nightmare|concern|risk|problem|goal|thing|target)s?\b/;

/** "The attack affected gift cards and internal communications": services, unless their data are meant. */
const isService = (text: string, { type, start, end }: DataMention, trigger: Trigger): boolean =>
  (type === 'gift-cards' || type === 'loyalty-details' || type === 'corporate-data' || type === 'private-messages') &&
  /\b(?:affect|impact|disrupt|involv|hit)\w*$/.test(text.slice(trigger.start, trigger.end).trimEnd()) &&
  !/data|details|information|info|numbers?|codes?|balances?|records|files|documents|points|contracts|source|e-?mails/.test(
    text.slice(start, end),
  );

/** "no names stolen", "leaked names, but not passwords" deny the theft; "not to leak names stolen" denies something else. */
const isOfList = (sentence: Sentence, start: number, end: number, trigger: Trigger): boolean => {
  const cue = negationCue(sentence, start, end);
  return (
    cue !== undefined &&
    ((cue.start >= trigger.end && cue.end <= start - sentence.start) ||
      /^(?:no|none of|neither|nor|nothing|without)$/.test(sentence.letters.slice(cue.start, cue.end)) ||
      /\bany (?:[\w'-]+ ){0,2}$/.test(sentence.letters.slice(0, start - sentence.start)))
  );
};

/** From the words that say "taken" (and the negation, where there is one) to the data type, or the other way about. */
const quoteFor = (
  reading: Reading,
  sentence: Sentence,
  list: DataList,
  mention: DataMention,
  trigger: Trigger,
  negated: boolean,
): Quote => {
  const negation = negated
    ? negationCue(sentence, sentence.start + mention.start, sentence.start + mention.end)
    : undefined;
  const near = trigger.start >= list.end || mention.start - trigger.start <= LONGEST_LEAD;
  const cues = [mention, ...(near || negated ? [trigger] : []), ...(negation === undefined ? [] : [negation])];
  const from = Math.min(...cues.map(cue => cue.start));
  const to = Math.max(...cues.map(cue => cue.end));
  return quoteOf(reading.text, sentence.start + from, sentence.start + to);
};
