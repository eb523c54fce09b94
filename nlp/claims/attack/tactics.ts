import { gated } from '../../gate/index.ts';
import type { Reading, Sentence } from '../../types.ts';

/** "This group is associated with a method known as double extortion": said of the gang that was just named. */
const TACTIC = gated(
  /\b(?:this|the|these) (?:[a-z-]+ ){0,2}(?:group|gang|crew|operation|cartel|collective|hackers|attackers)(?: is| are| was| were)?(?: \w+ly)? (?:associated|linked|connected|tied) (?:with|to) [^.;]{0,60}?\bdouble[- ]extortion\b/g,
);
const HOW_FAR_BACK = 2;

/** A gang's way of extorting, told right behind a sentence in which that gang has a part in local incidents. */
export interface Tactic {
  readonly start: number;
  readonly end: number;
  readonly incidents: readonly number[];
}

/** The tactics of double extortion that a sentence ascribes to a gang named just before; offsets into the document. */
export const tacticsIn = (reading: Reading, sentence: Sentence): readonly Tactic[] =>
  TACTIC.all(sentence.letters).flatMap(match => {
    const gang = reading.mentions.findLast(
      ({ kind, sentence: at }) => kind === 'actor' && at < sentence.index && sentence.index - at <= HOW_FAR_BACK,
    );
    const told = gang === undefined ? undefined : reading.sentences[gang.sentence];
    if (gang === undefined || told === undefined) return [];
    const incidents = reading.incidentsAt(told, gang.start, gang.end);
    const end = sentence.start + match.index + match[0].length;
    return incidents.length === 0 ? [] : [{ start: end - 'double extortion'.length, end, incidents }];
  });
