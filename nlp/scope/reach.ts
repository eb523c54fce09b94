import { type Gated, gated } from '../gate/index.ts';
import { perText } from '../gate/per-text.ts';
import { AFFECTING_PREDICATE } from './cues.ts';

/** A run of a text, in its UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every place where a pattern stands. */
export const matches = (pattern: Gated, text: string): readonly Span[] =>
  pattern.all(text).map(found => ({ start: found.index, end: found.index + found[0].length }));

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Where one statement ends and the next begins. */
const BORDER = gated(
  /;|(?<!\b(?:the following|following|includ(?:e|es|ed|ing)|such as|contain(?:s|ed|ing)|are|is|was|were|be|categories|types|of|elements|fields|details|with|have)|\d):|(?<!\b(?:inc|ltd|co|corp|plc|llc|bros|st|jr|sr|mr|mrs|ms|dr|no|u\.s|u\.k|[a-z]))\. | - |, (?:it|there|he|she|they|we|this|these) |,? \b(?:but|however|although|though|whereas|while|whilst|when|because|despite|amid|yet|so that|instead|unless|except)\b|, (?:the|its|their|his|her|an?|these|those|this|some|several|hackers|attackers|threat actors)(?: [\w'-]+){0,5}? (?:was|were|has|have|had|did|does|may|might|could|will|would|likely|also|stole|took|exposed|accessed|leaked|included|contained|said|says|told|tells)\b|, (?:which|who|whose|so|since|as|after|only|just)\b|(?<!(?:investigated|treated|classified|described|regarded|considered|viewed|handled) )\bas (?:an?|the|we|it|they|these|those|this|that|such|our|its|their)\b|,? and (?:it|they|we|he|she|i|there|this|that|these|those|is|are|was|were|has|have|had|said|says|will|would|only|may|might|could|can)\b|,? and (?:the|its|his|her|their|our|a|an) [\w' -]{1,40}? (?:is|are|was|were|has|have|had|will|said|says|took|stole|copied|exposed|accessed|leaked)\b|,? and (?:encrypting|stealing|exposing|leaking|copying|taking|accessing|exfiltrating|compromising)\b|,? (?:and|then|which) (?:only |also |later |even )?(?:exposed|stole|leaked|revealed|obtained|accessed|took|included|contained|copied|gained|did|does|do)\b|, (?:thereby |thus |potentially )?(?:exposing|revealing|leaking|compromising|stealing|meaning|leaving|suggesting|indicating|hinting|implying|allowing|adding|saying|noting|although)\b/g,
);

/** "… and admitted on Tuesday that": a further predicate of the same subject, to which no cue before it reaches. */
const NEXT_PREDICATE = gated(
  /,? and (?:also |later |then |since |now |on \w+day )?(?:admit(?:s|ted)|confirm(?:s|ed)|acknowledg(?:es|ed)|announc(?:es|ed)|disclos(?:es|ed)|reveal(?:s|ed)|warn(?:s|ed)|told|tells|urg(?:es|ed)|ask(?:s|ed)|advis(?:es|ed)|notif(?:ies|ied)|inform(?:s|ed)|apologi[sz](?:es|ed)|insist(?:s|ed)|den(?:ies|ied)|blam(?:es|ed)|believes|expects|continues|remains|began|started|stopped|paused|closed|shut|switched|hired|launched|offered|restored|resumed|suffered|discovered|found|detected|noticed|learn(?:ed|t)|lost|saw|sent|wrote|became)\b/g,
);

/** A subject ends where somebody is said to speak, or a subordinate clause opens. */
const SUBJECT_BORDER = gated(
  /\bthat\b|\bwhich\b|\bwho\b|["]|\b(?:said|says|added|adds|told|clarified|clarifies|underlines?|underlined|confirmed|confirms|noted|notes|stressed|stresses|insisted|insists|claims?|claimed|stated|states|according to)\b|, (?:and|or) (?=\w)/g,
);

const bordersIn = perText(text => matches(BORDER, text));
const predicatesIn = perText(text => matches(AFFECTING_PREDICATE, text));
const subjectBordersIn = perText(text => matches(SUBJECT_BORDER, text).filter(({ start }) => text[start] !== ','));
/** Where what a cue before them governs ends, in order. */
const endsIn = perText(text =>
  [...bordersIn(text), ...matches(NEXT_PREDICATE, text)].map(({ start }) => start).sort((a, b) => a - b),
);

/** The end of what a cue at `from` governs to its right. */
export const reachForward = (text: string, from: number): number =>
  endsIn(text).find(start => start >= from) ?? text.length;

/** Where the subject of the predicate at `cue` begins: not before an earlier predicate of its own. */
export const subjectStart = (text: string, cue: number): number => {
  let start = 0;
  for (const border of bordersIn(text)) {
    if (border.start >= cue) break;
    start = border.end;
  }
  for (const border of subjectBordersIn(text)) {
    if (border.start >= cue) break;
    start = Math.max(start, border.end);
  }
  return Math.max(start, afterEarlierPredicate(text, start, cue));
};

/** "names were stolen, passwords were not": the second subject begins after the first predicate. */
const afterEarlierPredicate = (text: string, from: number, cue: number): number => {
  let start = from;
  for (const predicate of predicatesIn(text)) {
    if (predicate.start < from || predicate.end > cue) continue;
    const next = text.slice(predicate.end, cue).search(/,|\band\b/);
    if (next >= 0) start = predicate.end + next;
  }
  return start;
};

/** Where the bracket that is open at `at` closes; the text's end if none is. */
export const bracketEnd = (text: string, at: number): number => {
  const open = text.lastIndexOf('(', at);
  const close = open < 0 ? -1 : text.indexOf(')', open);
  return close > at ? close : text.length;
};

const PART_FOLLOWS = /^ (?:including|such as|nor|or|not|either|the company|the retailer|according)\b/;

/** Where the first comma after `from` stands, unless it only opens parts of what was said; the text's end if none. */
export const commaAfter = (text: string, from: number): number => {
  for (let at = text.indexOf(',', from); at >= 0; at = text.indexOf(',', at + 1))
    if (!PART_FOLLOWS.test(text.slice(at + 1, at + 16))) return at;
  return text.length;
};

/**
 * The end of what a negation at `from` governs: as `reachForward`, but once its predicate is complete ("no cards were
 * taken") a comma ends it too, unless only parts of the subject follow.
 */
export const negationEnd = (text: string, from: number): number => {
  const end = reachForward(text, from);
  const predicate = predicatesIn(text).find(span => span.start >= from && span.end <= end);
  return predicate === undefined ? end : Math.min(end, commaAfter(text, predicate.end));
};
