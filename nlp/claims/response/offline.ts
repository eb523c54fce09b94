import { statesIn } from '../service/states.ts';

/** Verbs of switching something off on purpose. */
const TAKES_DOWN =
  /\b(?:t(?:ook|ake|aken|aking|akes)|shut(?:s|ting)?|disabl(?:ed|ing|es|e)|switch(?:ed|ing)|turn(?:ed|ing)|disconnect(?:ed|ing)|pull(?:ed|ing|s)?|mov(?:ed|ing)|isolat(?:ed|ing)|forc(?:ed|ing)|br(?:ought|ing))\b/;
/** The attack itself did it: "the hack that shut down systems". */
export const BY_ATTACK =
  /\b(?:attacks?|cyber-?attacks?|hack|incident|breach|ransomware|gang|group|hackers|attackers|actors|criminals|outage|malware|infection|virus|worm|fault|failure)(?: that| which| has| have| had| of (?:\w+ ){1,4}| on (?:\w+ ){1,4})* (?:(?!and\b|who\b)\w+ ){0,2}$/;
/** "A ransomware attack has hit the chain and has": the attack is the subject of the verb that follows. */
export const ATTACK_GOES_ON =
  /^(?:an? |the |this )?(?:[a-z-]+ ){0,3}(?:attack|cyber-?attack|hack|incident|breach|outage)\b(?! (?:by|of))[^,;.]* and (?:also |has |have |had ){0,2}$/;

const PASSIVE = /\b(?:is|are|was|were|be|been|being)\b/;

/** A span of plain words. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a plain sentence says that systems or sites were taken down on purpose. */
export const takenOffline = (letters: string): readonly Span[] =>
  statesIn(letters).flatMap(({ service, state, start, end, at: named }) => {
    if (state !== 'suspended' || (service !== 'internal-systems' && service !== 'website')) return [];
    const from = Math.max(0, start - 30);
    const verb = TAKES_DOWN.exec(letters.slice(from, end));
    if (verb === null) return [];
    const at = from + verb.index;
    // "The website also shut down": nobody says that somebody did it.
    if (named < at && !PASSIVE.test(letters.slice(named, at))) return [];
    return BY_ATTACK.test(letters.slice(Math.max(0, at - 40), at)) || ATTACK_GOES_ON.test(letters.slice(0, at))
      ? []
      : [{ start: Math.min(at, start), end }];
  });
