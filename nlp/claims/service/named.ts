import { gated } from '../../gate/index.ts';
import { SERVICE_ROWS, type ServiceRow, STATE_CUES, type StateCue } from '../../gazetteer/services.ts';

/** Words that name a service. */
export interface Named {
  readonly row: ServiceRow;
  readonly start: number;
  readonly end: number;
}
/** Words that say a state. */
export interface Cue {
  readonly cue: StateCue;
  readonly start: number;
  readonly end: number;
}

const SERVICES = SERVICE_ROWS.map(row => ({
  row,
  pattern: gated(new RegExp(`(?<![\\w-])(?:${row.words})(?![\\w-])`, 'g')),
}));
const CUES = STATE_CUES.map(cue => ({ cue, pattern: gated(new RegExp(`(?<![\\w-])(?:${cue.words})(?![\\w])`, 'g')) }));
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

/** The services that a plain sentence names, in order. */
export const servicesNamed = (letters: string): Named[] =>
  longestFirst(
    SERVICES.flatMap(({ row, pattern }) =>
      pattern.all(letters).map(match => ({ row, start: match.index, end: match.index + match[0].length })),
    ),
    letters.length,
  ).filter(({ start }) => !NOT_A_SERVICE.test(letters.slice(Math.max(0, start - 30), start)));

/** The words of a plain sentence that say a state, in order. */
export const cuesIn = (letters: string): Cue[] =>
  longestFirst(
    CUES.flatMap(({ cue, pattern }) =>
      pattern.all(letters).map(match => ({ cue, start: match.index, end: match.index + match[0].length })),
    ),
    letters.length,
  );
