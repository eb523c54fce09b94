import type { ResponseAction } from '#domain/vocabulary.ts';
import { gated } from '../../gate/index.ts';
import { perText } from '../../gate/per-text.ts';
import { AUTHORITY, PEOPLE, POLICE, REGULATOR, STAFF, TO_CATCH } from '../../gazetteer/response-words.ts';
import { matches, type Span, subjectStart } from '../../scope/reach.ts';

/** Whom a sentence says somebody told. */
export interface Telling extends Span {
  readonly action: ResponseAction;
  /** Where the words stand of which it must be asked who does it; none where the told are the subject. */
  readonly verb?: number;
}

type Recipient = 'people' | 'staff' | 'police' | 'regulator' | 'authority';

const ACTION: Readonly<Record<Recipient, ResponseAction>> = {
  people: 'customers-notified',
  staff: 'employees-notified',
  police: 'law-enforcement-notified',
  regulator: 'regulator-notified',
  authority: 'authorities-notified',
};

const RECIPIENTS = (
  [
    ['people', PEOPLE],
    ['staff', STAFF],
    ['police', POLICE],
    ['regulator', REGULATOR],
    ['authority', AUTHORITY],
  ] as const
).map(([who, words]) => ({ who, pattern: gated(new RegExp(`(?<![\\w-])${words}`, 'g')) }));

const INSTITUTIONS: readonly Recipient[] = ['police', 'regulator', 'authority'];
const ALL: readonly Recipient[] = ['people', 'staff', ...INSTITUTIONS];
const PERSONS: readonly Recipient[] = ['people', 'staff'];

interface Named extends Span {
  readonly who: Recipient;
}

/** "law enforcement authorities", "the authorities, including the police": the one that is named counts. */
const isToldApart = (letters: string, vague: Named, named: readonly Named[]): boolean =>
  named.some(
    other =>
      (other.who === 'police' || other.who === 'regulator') &&
      ((other.start < vague.end && other.end >= vague.start - 1) ||
        (other.start > vague.end &&
          /^(?: in (?:the )?[\w.]{2,12})?,? (?:\(|including|such as|like|namely|specifically)/.test(
            letters.slice(vague.end),
          ))),
  );

const recipientsIn = perText((letters): readonly Named[] => {
  const named = RECIPIENTS.flatMap(({ who, pattern }) => matches(pattern, letters).map(span => ({ who, ...span })));
  return named.filter(one => one.who !== 'authority' || !isToldApart(letters, one, named));
});

/** Who is told without a preposition. */
const TELLS = gated(
  /(?<![\w-])(?:notif(?:y|ied|ies|ying)|inform(?:ed|ing|s)?|alert(?:ed|ing|s)?|contact(?:ed|ing|s)?(?! (?:details|information|data|info|form|cent|names|numbers|points?))|e ?-?mail(?:ed|ing)|wr(?:ites?|iting|ote|itten) to|reach(?:ed|ing)? out(?: directly)? to|warn(?:ed|ing|s)|told|tell(?:s|ing)|appris(?:ed|ing)|brief(?:ed|ing)|updat(?:ed|ing)|made)(?![\w-])/g,
);
/** Said also of much else: of persons only in these forms. */
const ONLY_OF_PERSONS = /^(?:warn|told|tell|updat|brief)/;
/** Who is dealt with. */
const DEALS = gated(
  /(?<![\w-])(?:in (?:close |regular |constant |direct |full |active |continuous |ongoing )*(?:contact|touch|dialogue|communication|co-?operation|collaboration|co-?ordination|consultation) with|(?:work|co-?operat|collaborat|co-?ordinat|liais|engag|communicat|partner|speak|consult)(?:e[ds]|s|ed|ing)?(?: (?:closely|fully|actively|directly|also|together|hand in hand))* (?:with|alongside)|engag(?:ed|ing)|involv(?:ed|ing)|turn(?:ed|ing) to|call(?:ed|ing)(?: in)?(?! on)|br(?:ought|inging) in|told|approach(?:ed|ing)|appeal(?:ed|ing) to)(?![\w-])/g,
);
/** What is brought to somebody. */
const BRINGS = gated(
  /(?<![\w-])(?:report(?:ed|ing|s)?|disclos(?:ed|ing)|refer(?:red|ring)|pass(?:ed|ing)|submit(?:ted|ting|s)?|fil(?:es?|ed|ing|ings)|sen[dt]|sending|shar(?:ed|es|ing)|provid(?:ed|ing)|lodg(?:ed|ing)|hand(?:ed|ing)|issu(?:ed|ing)|mail(?:ed|ing)|distribut(?:ed|ing)|register(?:ed|ing)|declar(?:ed|ing)|made|making|notification|notified|dispatch(?:ed|ing)|deliver(?:ed|ing))(?![\w-])/g,
);
const LETTER_TO =
  /\b(?:notifications?|notification letters?|notices?|letters?|e ?-?mails?|alerts?|messages?|memos?|statements?|warnings?|communications?|updates?)\b/;
const KEEPS = gated(
  /(?<![\w-])(?:keep(?:ing|s)?|kept)\b(?<kept>[^.;:]{3,90}?) (?:(?:fully|regularly|well) )?(?:informed|updated|up to date|up-to-date|in the loop|abreast|appris\w+|posted|advised)(?![\w-])/g,
);
const IS_TOLD = gated(
  /(?<![\w-])(?:is|are|was|were|be|been|being|get|getting|got)(?: (?:also|all|now|first|already|since|being|directly|immediately|promptly|quickly|subsequently|individually|personally|duly|separately|initially|immediately|fully))* (?:notified|informed|alerted|contacted|made aware|warned|e ?-?mailed|apprised|called in|briefed|written to|brought in|(?:sent|mailed|issued) (?:[\w'-]+ ){0,4}?(?:notifications?|notices?|letters?|e ?-?mails?|messages?))(?![\w-])/g,
);
const RECEIVED = gated(
  /(?<![\w-])received? (?:an? |the |its |this |official |formal |data |breach |incident |self-?){1,4}?(?:reports?|notifications?|complaints?|referrals?|notice)\b(?! that)/g,
);

/** Where the object of a verb of telling ends: a purpose, a further clause, the next verb. */
const OBJECT_END =
  /(?<!\b[a-z])[.;:](?:\s|$)|\b(?:that|which|about|of (?:the|a|an|this|its|their)|when|if|whether|after|because|since|while|but|so|regarding|over|for (?:further|more|comment|help|assistance))\b|,? (?:and|or|then) (?:\w+ly )?(?!affected|impacted|interested|concerned|involved|related)\w{3,}(?:ed|ing)\b|,? (?:and|but) (?:has|have|had|is|are|was|were|will|took|said|began|it|they|we|hired|sent|put)\b|\bto (?!(?:the|its|all|our|their|both|those|these|any|some|affected|impacted|local|relevant|state|federal|customers?|employees|staff|u\.?s|\d)\b)|"/;
const LONGEST_OBJECT = 130;

const objectAt = (letters: string, from: number): Span => {
  const rest = letters.slice(from, from + LONGEST_OBJECT);
  const end = OBJECT_END.exec(rest)?.index ?? rest.length;
  return { start: from, end: from + end };
};

/** The recipients inside a span, none a mere attribute ("police report", "customer data"). */
const inside = (letters: string, { start, end }: Span, whom: readonly Recipient[]): readonly Named[] =>
  recipientsIn(letters).filter(
    named =>
      whom.includes(named.who) &&
      named.start >= start &&
      named.end <= end &&
      !/^(?:'s?)? (?:report|reports|data|information|details|records|accounts?|e ?-?mails?|service|services|support|systems?|complaints?|investigation|enquiries|warnings?)\b/.test(
        letters.slice(named.end, named.end + 20),
      ),
  );

const directly = (letters: string): readonly Telling[] =>
  matches(TELLS, letters).flatMap(({ start, end }) => {
    const verb = letters.slice(start, end);
    const object = objectAt(letters, end);
    if (verb === 'made' && !/\baware\b/.test(letters.slice(object.start, object.end + 8))) return [];
    // "was notified by the police", "emailed statement": nobody is told.
    if (/^ by\b/.test(letters.slice(end))) return [];
    return inside(letters, object, ONLY_OF_PERSONS.test(verb) ? PERSONS : ALL).map(named => ({
      action: ACTION[named.who],
      verb: start,
      start,
      end: named.end,
    }));
  });

/** What the police are asked for beside: then they investigate, which is another row's word. */
const CATCHES = new RegExp(`^(?: [\\w']+){0,3} ${TO_CATCH}`);

const dealt = (letters: string): readonly Telling[] =>
  matches(DEALS, letters).flatMap(({ start, end }) =>
    inside(letters, objectAt(letters, end), INSTITUTIONS)
      .filter(({ end: named }) => !CATCHES.test(letters.slice(named, named + 60)))
      .map(named => ({ action: ACTION[named.who], verb: start, start, end: named.end })),
  );

const brought = (letters: string): readonly Telling[] =>
  matches(BRINGS, letters).flatMap(({ start, end }) => {
    const rest = letters.slice(end, end + LONGEST_OBJECT);
    const given = /^(?:[^.;:"]|\.(?=\w)|(?<=\b[a-z])\.){0,100}?\b(?:to|with)\b/.exec(rest);
    const told: Telling[] = [];
    if (
      given !== null &&
      !/\b(?:that|which|who|because|after)\b/.test(given[0]) &&
      !/ (?:according|due) to$/.test(given[0])
    ) {
      const to = objectAt(letters, end + given[0].length);
      const whom = LETTER_TO.test(letters.slice(start, end) + given[0]) ? ALL : INSTITUTIONS;
      for (const named of inside(letters, to, whom))
        told.push({ action: ACTION[named.who], verb: start, start, end: named.end });
    }
    if (/^(?:sen[dt]|sending|mail|issu)/.test(letters.slice(start, end))) {
      const near = { start: end, end: Math.min(end + 60, objectAt(letters, end).end) };
      for (const named of inside(letters, near, PERSONS)) {
        const letter = LETTER_TO.exec(letters.slice(named.end, named.end + 45));
        if (letter !== null && !/[.;:]/.test(letters.slice(named.end, named.end + letter.index)))
          told.push({
            action: ACTION[named.who],
            verb: start,
            start,
            end: named.end + letter.index + letter[0].length,
          });
      }
    }
    return told;
  });

const kept = (letters: string): readonly Telling[] =>
  KEEPS.all(letters).flatMap(({ index, 0: words }) =>
    inside(letters, { start: index, end: index + words.length }, ALL).map(({ who }) => ({
      action: ACTION[who],
      verb: index,
      start: index,
      end: index + words.length,
    })),
  );

/** "The police and the regulator, however, have been informed". */
const passively = (letters: string): readonly Telling[] =>
  [...matches(IS_TOLD, letters), ...matches(RECEIVED, letters)].flatMap(({ start, end }) => {
    const received = letters.startsWith('receive', start);
    const from = Math.max(subjectStart(letters, start), start - LONGEST_OBJECT);
    if (/\bby\b/.test(letters.slice(from, start))) return [];
    return inside(letters, { start: from, end: start }, received ? INSTITUTIONS : ALL).map(named => ({
      action: ACTION[named.who],
      start: named.start,
      end,
    }));
  });

/** Who is said to be told in a plain sentence: customers, staff, police, regulators, other authorities. */
export const toldIn = (sentence: string): readonly Telling[] => {
  if (recipientsIn(sentence).length === 0) return [];
  const letters = sentence.replace(/, (?:however|too|meanwhile|though),/g, aside => ' '.repeat(aside.length));
  return [...directly(letters), ...dealt(letters), ...brought(letters), ...kept(letters), ...passively(letters)];
};
