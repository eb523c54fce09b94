import type { Gated } from './gate/index.ts';
import { perText } from './gate/per-text.ts';
import { CUES } from './scope/cues.ts';
import {
  bracketEnd,
  commaAfter,
  matches,
  negationEnd,
  overlaps,
  reachForward,
  type Span,
  subjectStart,
} from './scope/reach.ts';
import type { Scope, Sentence } from './types.ts';

interface Negation {
  readonly cue: Span;
  /** What it governs. */
  readonly over: readonly Span[];
}

/** Auxiliaries before or participles after "not": then the negation also reaches back to its subject. */
const PASSIVE =
  /^ (?:been |yet |have |be |being |believed |thought |to |in any way |otherwise |\w+ly )*(?:accessed|acquired|affected|at risk|breached|compromised|contained|copied|disclosed|exfiltrated|exposed|extracted|harvested|held|impacted|included|involved|leaked|lost|obtained|part|present|revealed|stolen|stored|taken|targeted|touched|viewed|visible|in|among|seen|shared|disrupted|interrupted|hit|captured|collected|kept|retained|available)\b/;

const forward = (text: string, cue: Span): Span => ({
  start: cue.end,
  end: Math.min(negationEnd(text, cue.end), bracketEnd(text, cue.start)),
});
const backward = (text: string, cue: Span): Span => ({ start: subjectStart(text, cue.start), end: cue.start });

/** Words that leave a part out of what is told. */
const LEAVING_OUT = /^(?:without|excluding|except|with the exception)/;

/** "cards without PINs, orders and names": an item is left out, and the list goes on; "without PINs, names or orders". */
const leftOut = (text: string, cue: Span): Span => {
  const { start, end } = forward(text, cue);
  const list = text.slice(start, end).replace(/\([^)]*\)/g, '');
  const comma = text.indexOf(',', start);
  return { start, end: comma < 0 || comma > end || /\b(?:or|nor)\b/.test(list) ? end : comma };
};

/** "was not breached, attackers …": a negated passive governs what follows up to the next comma. */
const completed = (text: string, cue: Span, predicate: string): Span => {
  const from = cue.end + predicate.length;
  return { start: cue.end, end: Math.min(reachForward(text, cue.end), commaAfter(text, from)) };
};

/** The negations of a sentence in plain letters. */
const negationsIn = perText((text): readonly Negation[] => {
  const harmless = [...matches(CUES.notANegation, text)];
  const real = (pattern: Gated) => matches(pattern, text).filter(cue => !harmless.some(span => overlaps(span, cue)));
  return [
    ...real(CUES.preNominal).map(cue => ({
      cue,
      over: [LEAVING_OUT.test(text.slice(cue.start, cue.end)) ? leftOut(text, cue) : forward(text, cue)],
    })),
    ...real(CUES.denial).map(cue => ({ cue, over: [forward(text, cue)] })),
    ...real(CUES.verbal).map(cue => {
      const passive = PASSIVE.exec(text.slice(cue.end, cue.end + 80));
      return {
        cue,
        over: passive === null ? [forward(text, cue)] : [completed(text, cue, passive[0]), backward(text, cue)],
      };
    }),
    ...real(CUES.untouched).map(cue => ({ cue, over: [backward(text, cue)] })),
  ];
});

/** The other cues of a sentence in plain letters. */
const cuesIn = perText((text: string) => ({
  silent: matches(CUES.saysNothing, text),
  openly: matches(CUES.noEvidence, text),
  conditions: matches(CUES.condition, text),
  hedges: [...matches(CUES.hedge, text), ...matches(CUES.hedgeByPerson, text)].filter(cue => !isAboutElse(text, cue)),
  generic: matches(CUES.generic, text),
}));

/** UTF-16 units to either side of a span that are looked at: more than any sentence, less than any dump. */
const REACH = 1500;

/** The words around a span in plain letters and as written, and the span's place in them. */
const around = (sentence: Sentence, start: number, end: number) => {
  const from = Math.max(0, start - sentence.start - REACH);
  const to = end - sentence.start + REACH;
  const offset = sentence.start + from;
  return {
    text: sentence.letters.slice(from, to),
    written: sentence.text.slice(from, to),
    offset,
    span: { start: start - offset, end: end - offset },
  };
};

/** "information that could be used against them", "first believed to be small": no hedge about what was taken. */
const isAboutElse = (text: string, cue: Span): boolean =>
  (/\b(?:that|which|and) $/.test(text.slice(Math.max(0, cue.start - 6), cue.start)) &&
    /^(?: \w+ly)? be (?:used|exploited|abused|misused|leveraged|sold)\b/.test(text.slice(cue.end, cue.end + 30))) ||
  /\b(?:first|initially|originally|previously|once) (?:was |were )?$/.test(
    text.slice(Math.max(0, cue.start - 16), cue.start),
  );

/** "In May" is no hedge. */
const isMonth = (text: string, cue: Span): boolean => cue.start > 0 && text.slice(cue.start, cue.end) === 'May';

/** "Whether it paid, or declined to, is unclear": nothing is told in the whole sentence. */
const LEFT_OPEN =
  /^["']?(?:whether|if) [^.;]*\b(?:is|was|remains?|remained)(?: \w+)? (?:unclear|unknown|not (?:yet )?(?:clear|known)|to be seen)\b/;

const within = (span: Span, over: readonly Span[]): boolean => over.some(part => overlaps(part, span));

const EXCEPTION = /^(?:except|excluding|with the exception|other than|apart from|aside from)/;

/** "nothing other than names": an exception from a negation asserts. */
const isNegated = (text: string, negations: readonly Negation[]): boolean => {
  const exceptions = negations.filter(({ cue }) => EXCEPTION.test(text.slice(cue.start, cue.end)));
  return negations.length > exceptions.length !== exceptions.length > 0;
};

/** "spreadsheets with what appears to be customer information, invoices": only the next words are hedged. */
const isOfOneThing = (text: string, cue: Span): boolean =>
  /\bwhat $/.test(text.slice(Math.max(0, cue.start - 5), cue.start)) &&
  /^ to be\b/.test(text.slice(cue.end, cue.end + 6));

const hedgesOne = (text: string, cue: Span, span: Span): boolean =>
  cue.end <= span.start && !/,| and | on | from | in /.test(text.slice(cue.end, span.start));

/** "Data could be sold by the gang that struck": what the gang did is told as done. */
const TOLD_AS_DONE =
  /\b(?:hackers|attackers|gang|group|criminals|actors?|thieves|intruders|hacker|crew) (?:who|that|which)\b/;

const hedgesAll = (text: string, cue: Span, span: Span): boolean =>
  sameStatement(text, cue, span) && !(cue.end <= span.start && TOLD_AS_DONE.test(text.slice(cue.end, span.start)));

/** Whether a cue stands in the same statement as the span, on either side of it. */
const sameStatement = (text: string, cue: Span, span: Span): boolean =>
  cue.end <= span.start
    ? reachForward(text, cue.end) >= span.end
    : cue.start >= span.end && reachForward(text, span.end) > cue.start;

/**
 * What the words around a span of a sentence make of it. A negation reaches over coordination up to the next clause,
 * and from a passive back to its subject; "no evidence that" is a negation that leaves it open (also `hedged`).
 * @param start UTF-16 offset into the document, as the sentence's own.
 */
export const scopeOf = (sentence: Sentence, start: number, end: number): Scope => {
  const { text, written, span } = around(sentence, start, end);
  const cues = cuesIn(text);
  const reaches = (cue: Span): boolean => cue.end <= span.start && reachForward(text, cue.end) >= span.end;
  const silent = cues.silent.some(reaches);
  const negations = negationsIn(text).filter(({ over }) => within(span, over));
  const hedges = cues.hedges.filter(cue => !isMonth(written, cue));
  return {
    negated: isNegated(text, negations) && !silent,
    hedged:
      negations.some(({ cue }) => cues.openly.some(open => overlaps(open, cue))) ||
      hedges.some(
        cue =>
          overlaps(cue, span) || (isOfOneThing(text, cue) ? hedgesOne(text, cue, span) : hedgesAll(text, cue, span)),
      ),
    conditional: silent || LEFT_OPEN.test(text) || cues.conditions.some(reaches) || text.trimEnd().endsWith('?'),
    generic: cues.generic.some(cue => sameStatement(text, cue, span)),
  };
};

/** Whether words before a span of a sentence leave open that it is so: not those that speak of who or what follows it. */
export const hedgedAhead = (sentence: Sentence, start: number, end: number): boolean => {
  const { text, written, span } = around(sentence, start, end);
  return cuesIn(text).hedges.some(cue => cue.end <= span.start && !isMonth(written, cue) && hedgesAll(text, cue, span));
};

/** The word that negates a span of a sentence, as offsets into the sentence's text, where one does. */
export const negationCue = (sentence: Sentence, start: number, end: number): Span | undefined => {
  const { text, offset, span } = around(sentence, start, end);
  const cue = negationsIn(text).find(({ over }) => within(span, over))?.cue;
  const shift = offset - sentence.start;
  return cue === undefined ? undefined : { start: cue.start + shift, end: cue.end + shift };
};
