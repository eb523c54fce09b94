import type { Claim, ResponseClaim } from '#domain/claim.ts';
import type { Certainty, ResponseAction } from '#domain/vocabulary.ts';
import { certaintyOf } from '../certainty.ts';
import { among, gated } from '../gate/index.ts';
import { ACT_ROWS } from '../gazetteer/response-acts.ts';
import { REGULATOR } from '../gazetteer/response-words.ts';
import { RESPONSE_NEEDS, RESPONSE_ROWS, type ResponseRow } from '../gazetteer/responses.ts';
import { plain } from '../scope/plain.ts';
import { hedgedAhead } from '../scope.ts';
import type { Attribution, Extractor, Reading, Sentence } from '../types.ts';
import { isAdvice, isImperative, isTakedown } from './advice.ts';
import { placesOf, sentencesToRead, speaksOfAnother, speaksOfVictim } from './place.ts';
import { mayBeVictimsAct, OTHERS_AND_ATTACKS } from './response/agent.ts';
import { ATTACK_GOES_ON, BY_ATTACK, type Span, takenOffline } from './response/offline.ts';
import { toldIn } from './response/told.ts';

/** The rows that a sentence may hold. */
const rowsIn = among(
  [...RESPONSE_ROWS, ...ACT_ROWS].map(row => ({
    row,
    pattern: gated(new RegExp(`(?<![\\w-])(?:${row.words})`, 'g')),
  })),
  ({ pattern }) => pattern,
);
/** Said not to have been done; of the others a "not" is no denial but another story. */
const DENIABLE: ReadonlySet<ResponseAction> = new Set([
  'customers-notified',
  'employees-notified',
  'regulator-notified',
  'law-enforcement-notified',
  'password-reset',
]);
const NOT_DONE =
  /\b(?:did not|didn't|has not|have not|hasn't|haven't|had not|never|failed to|failing to)(?: \w+){0,2} $/;

/** Nobody but the victim knows of these, so that they are its word also where the outlet tells them. */
const INWARD: ReadonlySet<ResponseAction> = new Set([
  'contained',
  'regulator-notified',
  'credit-monitoring',
  'security-improved',
]);
/** Done by police or regulators; and of a ransom the outlets tell first. */
const BY_OTHERS: ReadonlySet<ResponseAction> = new Set([
  'law-enforcement-investigating',
  'regulator-investigating',
  'ransom-paid',
]);

/** "Prosecutors have opened an inquiry", and nobody is heard to say so: the outlet knows. */
const SAYS =
  /\b(?:said|says|saying|told|tells|added|confirm\w*|according|announced|reveal\w*|wrote|stat(?:ed|es)|we|our)\b|"/;
const toldByOutlet = (action: ResponseAction, letters: string): boolean =>
  action.endsWith('-investigating') && !SAYS.test(letters);

/** What a victim did is its own word, never the attacker's; so is every apology. */
const isOwnWord = (
  reading: Reading,
  sentence: Sentence,
  action: ResponseAction,
  start: number,
  end: number,
): boolean => {
  if (BY_OTHERS.has(action)) return false;
  const { by } = reading.attributionAt(sentence, start, end);
  return action === 'apology' || by === 'attacker' || (by === 'media' && INWARD.has(action));
};

/** "LockBit apologised for an attack on a hospital": no word of the victim's. */
const isActors = (reading: Reading, sentence: Sentence, at: number): boolean =>
  reading.mentions.some(
    ({ kind, sentence: index, end }) =>
      kind === 'actor' && index === sentence.index && end <= at && /^\W*(?:\w+ )?$/.test(reading.text.slice(end, at)),
  );

/** "It will simply refuse to pay": what somebody expects of it, unless it says so itself. */
const GUESSED = /\b(?:will|would|may|might|could|should)(?: \w+){0,2} $/;
const heardToSay = (reading: Reading, sentence: Sentence, from: number, to: number): boolean =>
  reading.attributionAt(sentence, from, to).by === 'victim';

const claimsAt = (
  reading: Reading,
  sentence: Sentence,
  letters: string,
  action: ResponseAction,
  { start, end }: Span,
  row?: ResponseRow,
  reads?: string,
): ResponseClaim[] => {
  if (isAdvice(letters.slice(0, start))) return [];
  const [from, to] = [sentence.start + start, sentence.start + end];
  if (
    (action === 'ransom-paid' || action === 'ransom-refused') &&
    !speaksOfVictim(reading, sentence) &&
    speaksOfAnother(reading, sentence)
  )
    return [];
  if (action.endsWith('-notified') && reading.attributionAt(sentence, from, to).by === 'attacker') return [];
  if (action === 'apology' && isActors(reading, sentence, from)) return [];
  const scope = reading.scopeAt(sentence, from, to);
  if (scope.conditional) return [];
  if (
    action === 'systems-offline' &&
    (BY_ATTACK.test(letters.slice(Math.max(0, start - 40), start)) || ATTACK_GOES_ON.test(letters.slice(0, start)))
  )
    return [];
  if (
    action === 'ransom-refused' &&
    (scope.hedged || GUESSED.test(letters.slice(Math.max(0, start - 24), start))) &&
    !heardToSay(reading, sentence, from, to)
  )
    return [];
  const until = /^[^.;]{0,40}\buntil\b/.test(letters.slice(end));
  const negated =
    !row?.ownNegation && !until && (scope.negated || NOT_DONE.test(letters.slice(Math.max(0, start - 40), start)));
  if (negated && !(DENIABLE.has(action) && NOT_DONE.test(letters.slice(Math.max(0, start - 40), start)))) return [];
  const own = isOwnWord(reading, sentence, action, from, to);
  // "notifying those who may be affected": what is open is whom it hit, not what was done
  const done = scope.hedged && !hedgedAhead(sentence, from, to);
  const by = own ? 'victim' : toldByOutlet(action, letters) ? 'media' : undefined;
  const heard: Attribution = by === undefined ? reading.attributionAt(sentence, from, to) : { by };
  const certainty: { certainty?: Certainty } = negated
    ? { certainty: 'denied' }
    : done || by === 'media'
      ? { certainty: certaintyOf({ ...scope, hedged: scope.hedged && !done }, heard) }
      : {};
  return placesOf(reading, sentence, {
    start: from,
    end: to,
    rule: `response/${reads ?? (row ? 'saying' : action === 'systems-offline' ? 'taken-offline' : 'own-inquiry')}`,
    confidence: 0.75,
    ...certainty,
    ...(by === undefined ? {} : { by }),
  }).map(place => ({ kind: 'response', value: { action }, ...place }));
};

/** "Our investigation remains ongoing", says an authority: it investigates. */
const OWN_INQUIRY = gated(
  /\b(?:our|we (?:are|have|will)(?: also| now| currently)? (?:investigating|opened|launched|conducting)|we continue) ?(?:[a-z]+ ){0,2}(?:investigations?|inquir(?:y|ies)|enquir(?:y|ies)|investigating|investigate)\b/,
);
const IS_REGULATOR = new RegExp(`\\b${REGULATOR}`);

const inquiryOfSpeaker = (reading: Reading, sentence: Sentence, letters: string): ResponseClaim[] => {
  const match = OWN_INQUIRY.exec(letters);
  if (match === null) return [];
  const start = sentence.start + match.index;
  const { by, speaker = '' } = reading.attributionAt(sentence, start, start + match[0].length);
  if (by !== 'authority') return [];
  const action = IS_REGULATOR.test(`${plain(speaker)} ${letters}`)
    ? 'regulator-investigating'
    : 'law-enforcement-investigating';
  return claimsAt(reading, sentence, letters, action, { start: match.index, end: match.index + match[0].length });
};

/** UTF-16 units around an act in which words make something else of it. */
const NEAR = 70;

/** Whether the words that fit a row are an act of the victim's. */
const isAct = (sentence: Sentence, row: ResponseRow, { index, 0: words }: RegExpExecArray): boolean => {
  const near = sentence.letters.slice(Math.max(0, index - NEAR), index + words.length + NEAR / 2);
  if (row.unless?.test(near)) return false;
  if (row.action !== 'systems-offline') return mayBeVictimsAct(sentence, index);
  return !isTakedown(sentence.letters) && mayBeVictimsAct(sentence, index, OTHERS_AND_ATTACKS);
};

/** Verbs of telling: somebody tells, and it may be somebody else. */
const TELLING = /^(?:notif|inform|alert|contact|e ?-?mail|wr[io]|reach|report|disclos|refer|told|tell|warn|advis)/;

const isTold = (sentence: Sentence, { action }: ResponseRow, { index, 0: words }: RegExpExecArray): boolean =>
  !action.endsWith('-notified') || !TELLING.test(words) || mayBeVictimsAct(sentence, index);

const readSentence = (reading: Reading, sentence: Sentence): ResponseClaim[] => {
  const letters = sentence.letters;
  if (isImperative(letters)) return [];
  const needed = new Map<ResponseAction, boolean>();
  const mayTell = (action: ResponseAction): boolean => {
    const known = needed.get(action) ?? RESPONSE_NEEDS[action]?.test(letters) ?? true;
    needed.set(action, known);
    return known;
  };
  const said = rowsIn(letters).flatMap(({ row, pattern }) => {
    if (!mayTell(row.action)) return [];
    if (row.beside?.test(letters) === false || (row.act !== true && row.unless?.test(letters))) return [];
    return pattern
      .all(letters)
      .filter(match => (row.act === true ? isAct(sentence, row, match) : isTold(sentence, row, match)))
      .flatMap(match =>
        claimsAt(
          reading,
          sentence,
          letters,
          row.action,
          { start: match.index, end: match.index + match[0].length },
          row,
        ),
      );
  });
  const offline = (isTakedown(letters) ? [] : takenOffline(letters))
    .filter(({ start }) => mayBeVictimsAct(sentence, start, OTHERS_AND_ATTACKS))
    .flatMap(span => claimsAt(reading, sentence, letters, 'systems-offline', span));
  const more = told(reading, sentence).filter(
    claim => !said.some(other => other.value.action === claim.value.action && other.incident === claim.incident),
  );
  return [...said, ...offline, ...more, ...inquiryOfSpeaker(reading, sentence, letters)];
};

/** What has no place beside word to customers: letters that are themselves the fraud. */
const FRAUDULENT =
  /\b(?:phish\w*|scam\w*|fraudulent|malicious|spam\w*|extortion e|ransom note|(?:said|complained|claim\w*) (?:that )?they)\b/;
const OUTLETS_WE = /\b(?:we|i)(?: (?:have|had|also|has))* $/;

const told = (reading: Reading, sentence: Sentence): readonly ResponseClaim[] =>
  toldIn(sentence.letters).flatMap(({ action, verb, start, end }) => {
    const letters = sentence.letters;
    if (verb !== undefined && !mayBeVictimsAct(sentence, verb)) return [];
    if ((action === 'customers-notified' || action === 'employees-notified') && FRAUDULENT.test(letters)) return [];
    if (
      OUTLETS_WE.test(letters.slice(0, start)) &&
      reading.attributionAt(sentence, sentence.start + start, sentence.start + end).by === 'media'
    )
      return [];
    return claimsAt(reading, sentence, letters, action, { start, end }, undefined, 'told');
  });

/** "The authorities" says no more where police and regulator are both named. */
const withoutVague = (claims: readonly ResponseClaim[]): readonly ResponseClaim[] =>
  claims.filter(
    claim =>
      claim.value.action !== 'authorities-notified' ||
      !(['regulator-notified', 'law-enforcement-notified'] as const).every(named =>
        claims.some(other => other.incident === claim.incident && other.value.action === named),
      ),
  );

/** "Told regulators" of a firm that filed with the stock exchange: no filing with a regulator of privacy. */
const MARKETS = gated(
  /\b(?:securities and exchange commission|sec filing|8-?k|form 8-?k|the sec|stock exchange|regulatory filing|asx|rns)\b/,
);
const withoutMarkets = (reading: Reading, claims: readonly ResponseClaim[]): readonly ResponseClaim[] =>
  claims.some(({ value, quote }) => value.action === 'regulator-notified' && SOME_REGULATOR.test(quote)) &&
  reading.sentences.some(({ letters }) => MARKETS.test(letters))
    ? claims.filter(({ value, quote }) => value.action !== 'regulator-notified' || !SOME_REGULATOR.test(quote))
    : claims;
/** A regulator that is not named, told of an incident. */
const SOME_REGULATOR = /\b(?:told|inform\w*|notif\w*|filing)\b[^.]{0,30}\bregulators?\b/i;

/** Notices of a breach that took nothing but the data of staff go to staff, whatever they are called. */
const toStaff = (claims: readonly ResponseClaim[], data: readonly Claim[]): readonly ResponseClaim[] =>
  claims.map(claim => {
    if (
      claim.value.action !== 'customers-notified' ||
      /customer|shopper|client|consumer|member|user|guest/i.test(claim.quote)
    )
      return claim;
    const taken = data.filter(
      other => other.kind === 'data' && other.incident === claim.incident && other.value.polarity === 'taken',
    );
    const ofStaff = taken.some(other => other.kind === 'data' && other.value.subject === 'employee');
    const ofOthers = taken.some(other => other.kind === 'data' && other.value.subject === 'customer');
    return ofStaff && !ofOthers ? { ...claim, value: { action: 'employees-notified' as const } } : claim;
  });

/** Reads response claims: what the victim did about it, and who looks into it. */
export const responseClaims: Extractor<ResponseClaim> = (reading, before = []) =>
  toStaff(
    withoutMarkets(
      reading,
      withoutVague(sentencesToRead(reading).flatMap(sentence => readSentence(reading, sentence))),
    ),
    before,
  );
