import type { Service, ServiceState } from '#domain/vocabulary.ts';
import { DISRUPTABLE, SERVICE_ROWS, type ServiceRow, STATE_CUES, type StateCue } from '../../gazetteer/services.ts';

/** A service said to be in a state; offsets into the plain sentence, from the first to the last of the words that say so. */
export interface StatedService {
  readonly service: Service;
  readonly state: ServiceState;
  readonly start: number;
  readonly end: number;
  /** Where the service's own name stands. */
  readonly at: number;
  /** "Affected", of what a theft of data also affects: says something only where it is denied. */
  readonly faint?: boolean;
}

interface Named {
  readonly row: ServiceRow;
  readonly start: number;
  readonly end: number;
}
interface Cue {
  readonly cue: StateCue;
  readonly start: number;
  readonly end: number;
}

const SERVICES = SERVICE_ROWS.map(row => ({ row, pattern: new RegExp(`(?<![\\w-])(?:${row.words})(?![\\w-])`, 'g') }));
const CUES = STATE_CUES.map(cue => ({ cue, pattern: new RegExp(`(?<![\\w-])(?:${cue.words})(?![\\w])`, 'g') }));
/** Of criminals or of other firms' platforms: no service of a shop. */
const NOT_A_SERVICE =
  /\b(?:leak|leaks|dark ?web|darknet|tor|gang's|attackers'|hackers'|hacking|phishing|fake|malicious|onion|data|extortion|forum|google|microsoft)(?: \w+)? $/;

/** Of overlapping finds the longest stays; a shorter one that overlaps has an end inside it. */
const longestFirst = <T extends { readonly start: number; readonly end: number }>(
  found: readonly T[],
  length: number,
): T[] => {
  const taken = new Uint8Array(length + 1);
  const kept: T[] = [];
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (taken[one.start] || taken[one.end - 1]) continue;
    taken.fill(1, one.start, one.end);
    kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
};

const servicesNamed = (letters: string): Named[] =>
  longestFirst(
    SERVICES.flatMap(({ row, pattern }) =>
      [...letters.matchAll(pattern)].map(match => ({ row, start: match.index, end: match.index + match[0].length })),
    ),
    letters.length,
  ).filter(({ start }) => !NOT_A_SERVICE.test(letters.slice(Math.max(0, start - 30), start)));

const cuesIn = (letters: string): Cue[] =>
  longestFirst(
    CUES.flatMap(({ cue, pattern }) =>
      [...letters.matchAll(pattern)].map(match => ({ cue, start: match.index, end: match.index + match[0].length })),
    ),
    letters.length,
  );

const NOT_YET =
  /\b(?:to|will|would|can|could|should|may|might|be|being|once|when|until|before|without|not|n't|hopes?|aims?|plans?|expected|closer to|unclear when)(?: (?:be|being|fully|safely|quickly|securely|gradually|have|been|it|is|are|the|and))* $/;
const OBJECT_GAP = /^(?: [a-z0-9&'.,"-]+){0,6} $|^ $/;
const OBJECT_BREAK =
  /\b(?:that|which|who|but|while|because|as|said|says|after|before|when|so|until|by|with|for|from|due|following|and|into|use|measures|steps)\b|\bof (?!its|our|the|their|all)|[;:]/;
/** What people do with a service: "unable to ACCESS the website". */
const DOING =
  /^ (?:(?:[a-z' ]{1,40}(?: and|,| or)(?: from)? )?(?:access|us|log|mak|accept|tak|process|reach|receiv|fulfill?|open|visit|provid|offer|operat|pay|restart|resum|plac|send|issu|redeem|run|buy|sell|order|check|complet|track|book|print|bring|keep|load|view|schedul|deliver)(?:e|ing|p?ping)?(?: (?:in|into|on to|out|up|off))?(?: (?!and\b)[\w']+){0,3} )?$/;
const SUBJECT_BREAK =
  /\b(?:but|while|who|whose|for|however|said|says|that|because|after|before|when|whether|if|and|caused|causing|made|making|rendered|left|leaving|forced|forcing|led|from|by)\b|, \w+ing\b|[;:]/;
const LIST =
  /^(?:'s)?(?:,| and| or| &|,? as well as|, and| plus| both)(?! (?:\w+ )?(?:however|but|while|although|then|so|made|left|took|forced|caused|rendered|leading|resulting|causing|forcing)\b)(?: [a-z0-9&'.-]+){0,4} ?$/;
const PASSIVE =
  /\b(?:is|are|was|were|be|been|being|remain|remains|remained|still|temporarily|currently|also|get|got|stay|now|left|stand|stood|'s|'re)(?: \w+ly| also| now| still| temporarily| all| both)* $/;

const joins = (letters: string, a: Named, b: Named, cues: readonly Cue[]): boolean => {
  const gap = letters.slice(a.end, b.start);
  return gap.length < 45 && LIST.test(gap) && !cues.some(cue => cue.start >= a.end && cue.end <= b.start);
};

/** "…, suppliers went back to fax": a clause of its own. */
const OWN_VERB = /^ (?:went|were|was|are|is|had|have|has|could|can|did)\b/;

const behind = (letters: string, { end, cue }: Cue, named: readonly Named[], cues: readonly Cue[]): Named[] => {
  const first = named.findIndex(({ start }) => start >= end);
  const head = named[first];
  if (head === undefined) return [];
  const gap = letters.slice(end, head.start);
  if (gap.length > 50 || !(cue.verbs ? DOING.test(gap) : OBJECT_GAP.test(gap) && !OBJECT_BREAK.test(gap))) return [];
  if (cues.some(other => other.start >= end && other.end <= head.start)) return [];
  let last = first;
  for (let next = named[last + 1]; next !== undefined; next = named[last + 1]) {
    const current = named[last];
    if (current === undefined || !joins(letters, current, next, cues)) break;
    if (OWN_VERB.test(letters.slice(next.end))) break;
    last++;
  }
  return named.slice(first, last + 1);
};

const COMPLEMENT = /^ (?:to|at|in|of|from|across|for) (?:(?!that\b|and\b)[a-z]+ ){0,2}$/;
const LISTED = /^ (?:and|or) $|^, $/;

/** "Deliveries to shops and restaurants were late": of the deliveries. */
const headOf = (letters: string, named: readonly Named[], last: number): number => {
  let head = last;
  for (let i = last; i > 0; i--) {
    const gap = letters.slice(named[i - 1]?.end, named[i]?.start);
    if (COMPLEMENT.test(gap)) head = i - 1;
    else if (!LISTED.test(gap)) break;
  }
  return head;
};

const ahead = (letters: string, { start, cue }: Cue, named: readonly Named[], cues: readonly Cue[]): Named[] => {
  const nearest = named.findLastIndex(({ end }) => end <= start);
  const last = headOf(letters, named, nearest);
  const head = named[last];
  if (head === undefined) return [];
  const gap = letters.slice(named[nearest]?.end, start);
  if (gap.length > (cue.tight ? 1 : 45) || SUBJECT_BREAK.test(gap)) return [];
  if (cues.some(other => other.start >= head.end && other.end <= start)) return [];
  let first = last;
  for (let before = named[first - 1]; before !== undefined; before = named[first - 1]) {
    const current = named[first];
    if (current === undefined || !joins(letters, before, current, cues)) break;
    first--;
  }
  return named.slice(first, last + 1);
};

/** "Delivery disruptions for dozens of shops": of deliveries. */
const COMPOUND = /^(?:disruptions?|interruptions?|delays?|problems?|issues?|outages?|glitch)/;

const targets = (letters: string, cue: Cue, named: readonly Named[], cues: readonly Cue[]): Named[] => {
  if (cue.cue.side === 'object') {
    const compound = COMPOUND.test(letters.slice(cue.start, cue.end)) && named.some(({ end }) => end + 1 === cue.start);
    return compound ? ahead(letters, cue, named, cues) : behind(letters, cue, named, cues);
  }
  if (cue.cue.side === 'subject') return ahead(letters, cue, named, cues);
  const passive = PASSIVE.test(letters.slice(Math.max(0, cue.start - 40), cue.start));
  const subjects = ahead(letters, cue, named, cues);
  if (passive && subjects.length > 0) return subjects;
  const objects = behind(letters, cue, named, cues);
  return objects.length > 0 || letters.slice(cue.start, cue.end).endsWith('ing') ? objects : subjects;
};

/** Broken by the attack, and only in part: in trouble rather than stopped. */
const BROKEN = /^(?:crippled|paraly|disabled|knocked|froze|brought down|took down)/;
const PARTLY = /^(?:(?:at least )?(?:a )?parts?|portions?|some|elements|certain|several)\b/;

const stateOf = (row: ServiceRow, cue: StateCue, said: string, words: string): ServiceState | undefined => {
  if (cue.only?.includes(row.service) === false) return undefined;
  if (cue.state === 'suspended' && BROKEN.test(said) && PARTLY.test(words)) return 'degraded';
  if (cue.state === 'suspended' && row.whenDown) return row.whenDown;
  return cue.state;
};

/** "Some of its IT systems", "e-mail": things that work or do not, more than places where data lie. */
const WORKING = /\b(?:it|computer|e-?mail|phone|network access)\b/;
const OWN_OR_SOME = /^(?:some|parts?|portions|certain|several|various|many|all|its|our|their|the)\b/;

/** "Affected systems" says nothing, nor does "the breach affected its systems"; "affected some of our IT systems" does. */
const isFaint = (letters: string, { cue, end }: Cue, { row, ...named }: Named): boolean => {
  if (!cue.weak || DISRUPTABLE.has(row.service) || row.whenDown) return false;
  const words = letters.slice(named.start, named.end);
  const governed = named.start < end || OWN_OR_SOME.test(letters.slice(end, named.end).trimStart());
  return !(row.service === 'internal-systems' && WORKING.test(words) && governed);
};

const TO_BE = /\b(?:will|to|would|should) be(?: [\w-]+ (?:or|and))? $/;
/** "Until the systems are restored": not yet. */
const UNTIL = /\b(?:until|once|when|before|if|after) (?:the |its |our |their |all )*$/;
const WAS = /\b(?:was|were|had been)\b/;
const BRINGING = /\b(?:bring|bringing|get|getting|have|having|put|putting|need|needs|wants?|to see) $/;

/** "Resumed" has happened; "to resume", "bring our systems back online" has not. */
const isDone = (letters: string, { cue, start }: Cue, service: Named): boolean =>
  !cue.done ||
  !(
    NOT_YET.test(letters.slice(Math.max(0, start - 40), start)) ||
    TO_BE.test(letters.slice(Math.max(0, start - 40), start)) ||
    (service.end <= start && BRINGING.test(letters.slice(Math.max(0, service.start - 12), service.start))) ||
    (UNTIL.test(letters.slice(Math.max(0, Math.min(service.start, start) - 24), Math.min(service.start, start))) &&
      !WAS.test(letters.slice(service.end, start)))
  );

/** The services of which a plain sentence says a state, by service words and the state words that govern them. */
export const statesIn = (letters: string): readonly StatedService[] => {
  const named = servicesNamed(letters);
  if (named.length === 0) return [];
  const cues = cuesIn(letters);
  return cues.flatMap(cue => {
    const governed = targets(letters, cue, named, cues);
    // a list with one thing in it that only works or does not is about working
    const faint = governed.every(service => isFaint(letters, cue, service));
    return governed.flatMap((service): StatedService[] => {
      const { row, start, end } = service;
      const state = isDone(letters, cue, service)
        ? stateOf(row, cue.cue, letters.slice(cue.start, cue.end), letters.slice(start, end))
        : undefined;
      if (state === undefined) return [];
      const span = { start: Math.min(start, cue.start), end: Math.max(end, cue.end), at: start };
      return [{ service: row.service, state, ...span, ...(faint ? { faint } : {}) }];
    });
  });
};
