import type { Cue, Named } from './named.ts';

const OBJECT_GAP = /^(?: [a-z0-9&'.,"-]+){0,6} $|^ $/;
const OBJECT_BREAK =
  /\b(?:that|which|who|but|while|because|as|said|says|after|before|when|so|until|by|with|for|from|due|following|and|into|use|measures|steps)\b|(?<!dozens |hundreds |thousands |scores |some |most |many |all |a number |part |parts |much )\bof (?!its|our|the|their|all)|[;:]/;
/** What people do with a service: "unable to ACCESS the website". */
const DOING =
  /^ (?:(?:[a-z' ]{1,40}(?: and|,| or)(?: from)? )?(?:access|us|log|mak|accept|tak|process|reach|receiv|fulfill?|open|visit|provid|offer|operat|pay|restart|resum|plac|send|issu|redeem|run|buy|sell|order|check|complet|track|book|print|bring|keep|load|view|schedul|deliver|despatch|dispatch|ship|releas|return|collect|scan|fill|distribut|handl|work|manag|submit|make)(?:e|ing|p?ping)?(?: (?:in|into|on to|out|up|off))?(?: (?!and\b)[\w']+){0,3} )?$/;
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

/** The services that the words of a state govern: behind them, before them, or lists of either. */
export const targets = (letters: string, cue: Cue, named: readonly Named[], cues: readonly Cue[]): Named[] => {
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
