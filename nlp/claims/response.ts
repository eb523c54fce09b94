import type { ResponseClaim } from '#domain/claim.ts';
import type { Certainty, ResponseAction } from '#domain/vocabulary.ts';
import { RESPONSE_ROWS, type ResponseRow } from '../gazetteer/responses.ts';
import { plain } from '../scope/plain.ts';
import type { Extractor, Reading, Sentence } from '../types.ts';
import { isAdvice, isImperative, isTakedown } from './advice.ts';
import { placesOf, sentencesToRead, speaksOfVictim } from './place.ts';
import { type Span, takenOffline } from './response/offline.ts';

const ROWS = RESPONSE_ROWS.map(row => ({ row, pattern: new RegExp(`(?<![a-z0-9-])(?:${row.words})`, 'g') }));
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

const claimsAt = (
  reading: Reading,
  sentence: Sentence,
  letters: string,
  action: ResponseAction,
  { start, end }: Span,
  row?: ResponseRow,
): ResponseClaim[] => {
  if (isAdvice(letters.slice(0, start))) return [];
  const [from, to] = [sentence.start + start, sentence.start + end];
  if ((action === 'ransom-paid' || action === 'ransom-refused') && !speaksOfVictim(reading, sentence)) return [];
  const scope = reading.scopeAt(sentence, from, to);
  if (scope.conditional) return [];
  const negated = !row?.ownNegation && (scope.negated || NOT_DONE.test(letters.slice(Math.max(0, start - 40), start)));
  if (negated && !(DENIABLE.has(action) && NOT_DONE.test(letters.slice(Math.max(0, start - 40), start)))) return [];
  const certainty: { certainty?: Certainty } = negated ? { certainty: 'denied' } : {};
  return placesOf(reading, sentence, {
    start: from,
    end: to,
    rule: `response/${row ? 'saying' : 'taken-offline'}`,
    confidence: 0.75,
    ...certainty,
    ...(action === 'apology' ? { by: 'victim' as const } : {}),
  }).map(place => ({ kind: 'response', value: { action }, ...place }));
};

const readSentence = (reading: Reading, sentence: Sentence): ResponseClaim[] => {
  const letters = plain(sentence.text);
  if (isImperative(letters)) return [];
  const said = ROWS.flatMap(({ row, pattern }) => {
    if (row.beside?.test(letters) === false || row.unless?.test(letters)) return [];
    return [...letters.matchAll(pattern)].flatMap(match =>
      claimsAt(reading, sentence, letters, row.action, { start: match.index, end: match.index + match[0].length }, row),
    );
  });
  const offline = (isTakedown(letters) ? [] : takenOffline(letters)).flatMap(span =>
    claimsAt(reading, sentence, letters, 'systems-offline', span),
  );
  return [...said, ...offline];
};

/** "The authorities" says no more where police and regulator are both named. */
const withoutVague = (claims: readonly ResponseClaim[]): readonly ResponseClaim[] =>
  claims.filter(
    claim =>
      claim.value.action !== 'authorities-notified' ||
      !(['regulator-notified', 'law-enforcement-notified'] as const).every(named =>
        claims.some(other => other.incident === claim.incident && other.value.action === named),
      ),
  );

/** Reads response claims: what the victim did about it, and who looks into it. */
export const responseClaims: Extractor<ResponseClaim> = reading =>
  withoutVague(sentencesToRead(reading).flatMap(sentence => readSentence(reading, sentence)));
