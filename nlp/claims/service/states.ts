import type { Service, ServiceState } from '#domain/vocabulary.ts';
import { perText } from '../../gate/per-text.ts';
import { DISRUPTABLE, type ServiceRow, type StateCue } from '../../gazetteer/services.ts';
import { targets } from './governed.ts';
import { type Cue, cuesIn, type Named, servicesNamed } from './named.ts';

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

const NOT_YET =
  /\b(?:to|will|would|can|could|should|may|might|be|being|once|when|until|before|without|not|n't|hopes?|aims?|plans?|expected|closer to|unclear when)(?: (?:be|being|fully|safely|quickly|securely|gradually|have|been|it|is|are|the|and))* $/;

/** Broken by the attack, and only in part: in trouble rather than stopped. */
const BROKEN = /^(?:crippled|paraly|disabled|knocked|froze|brought down|took down)/;
const PARTLY = /^(?:(?:at least )?(?:a )?parts?|portions?|some|elements|certain|several)\b/;

/** It was the attack that did it: "the hack took down some systems"; else the victim took down what it took down. */
const OF_ATTACK =
  /\b(?:attacks?|cyber-?attacks?|hack|incident|breach|ransomware|gang|hackers|attackers|criminals|malware|infection|virus|worm|it|which|that)(?: (?:has|have|had|also|even|reportedly))* $|\b(?:was|were|been|is|are|be)(?: \w+ly)? $/;

const stateOf = (
  row: ServiceRow,
  cue: StateCue,
  said: string,
  words: string,
  before: string,
): ServiceState | undefined => {
  if (cue.only?.includes(row.service) === false) return undefined;
  if (
    cue.state === 'suspended' &&
    BROKEN.test(said) &&
    PARTLY.test(words) &&
    (!/^took down/.test(said) || OF_ATTACK.test(before))
  )
    return 'degraded';
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
export const statesIn = perText((letters): readonly StatedService[] => {
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
        ? stateOf(
            row,
            cue.cue,
            letters.slice(cue.start, cue.end),
            letters.slice(start, end),
            letters.slice(Math.max(0, cue.start - 40), cue.start),
          )
        : undefined;
      if (state === undefined) return [];
      const span = { start: Math.min(start, cue.start), end: Math.max(end, cue.end), at: start };
      return [{ service: row.service, state, ...span, ...(faint ? { faint } : {}) }];
    });
  });
});
