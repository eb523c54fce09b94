import { DOWNING as DOWNING_WORDS, LIGHT_VERBS, STATE_WORDS, type StateWords } from '../../gazetteer/service-states.ts';
import { type Clause, wordAt } from './clause.ts';
import { listFrom } from './lists.ts';
import type { Noun } from './nouns.ts';
import { objectAt } from './objects.ts';
import { deniedState, hasHappened, helpersBefore, isDenied, isNoLonger, type Said } from './said.ts';
import { subjectsBefore } from './subjects.ts';
import { isAdverb, setOf } from './words.ts';

const LIGHT = setOf(LIGHT_VERBS);
const DOWNING = setOf(DOWNING_WORDS);
const COPULA = setOf(
  "is are was were be been being isn't aren't wasn't weren't remain remains remained remaining stay stays stayed staying become becomes became seem seems seemed 's 're went go goes gone going came come comes coming appear appears appeared",
);
const TAKING =
  /^(?:t(?:oo|a)k|br(?:ing|ought)|knock|pull|switch|turn|cut|put|kick|forc|get|got|power|mov|send|sent|log)/;
const KEPT = setOf(
  'remain remains remained remaining stay stays stayed staying still continue continues continued continuing keep keeps kept',
);

const BY_FIRST = new Map<string, { readonly words: readonly string[]; readonly entry: StateWords }[]>();
for (const entry of STATE_WORDS)
  for (const phrase of entry.words.split('|')) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    BY_FIRST.set(
      first,
      [...(BY_FIRST.get(first) ?? []), { words, entry }].toSorted((a, b) => b.words.length - a.words.length),
    );
  }

/** "Down 3 %", "down from", "out of stock": of something else. */
const NOT_DOWN =
  /^(?:\d.*|by|from|to|on|the|of|\$|£|€|about|around|nearly|almost|more|slightly|load|our|its|their|into|that|how|a|an|and)$/;

interface Placed {
  readonly nouns: readonly Noun[];
  /** The light verb, or the first of the words. */
  readonly from: number;
  readonly light: string;
}

/** The services of which words at `at` are said, with the verb that brings them there. */
const placed = (clause: Clause, at: number, end: number): Placed | undefined => {
  let i = at - 1;
  while (isAdverb(wordAt(clause, i)) || wordAt(clause, i) === 'not') i--;
  const before = wordAt(clause, i);
  if (LIGHT.has(before) && !clause.owner[i]) {
    if (TAKING.test(before)) {
      const object = objectAt(clause, end, { unknown: 2, verbs: false });
      if (object) return { nouns: listFrom(clause, object), from: i, light: before };
    }
    return { nouns: subjectsBefore(clause, i), from: i, light: before };
  }
  // "took its systems in Europe offline", "with the website still down"
  const nouns = subjectsBefore(clause, at);
  const first = nouns[0];
  if (!first) return undefined;
  for (let back = first.from - 1; back >= 0 && first.from - back < 5; back--) {
    const word = wordAt(clause, back);
    if (LIGHT.has(word) || word === 'with') return { nouns, from: back, light: word };
    if (/^[,.;:]$/.test(word)) break;
  }
  return { nouns, from: first.from, light: '' };
};

const phraseAt = (clause: Clause, at: number) =>
  BY_FIRST.get(wordAt(clause, at))?.find(({ words }) => words.every((word, k) => wordAt(clause, at + k) === word));

/** What "offline", "back up", "open as usual" at `at` say of the services before them or brought there. */
export const saidByWords = (clause: Clause, at: number): readonly Said[] => {
  if (clause.owner[at]) return [];
  const found = phraseAt(clause, at);
  if (!found) return [];
  for (let back = 1; back < 4; back++) if ((phraseAt(clause, at - back)?.words.length ?? 0) > back) return [];
  const end = at + found.words.length;
  const place = placed(clause, at, end);
  if (!place || place.nouns.length === 0) return [];
  const { entry } = found;
  const helpers = helpersBefore(clause, at);
  const said = wordAt(clause, at);
  const next = wordAt(clause, end);
  const kept =
    helpers.some(word => KEPT.has(word)) ||
    KEPT.has(place.light) ||
    wordAt(clause, at - 1) === 'continue' ||
    wordAt(clause, at - 2) === 'continue';
  if (entry.down) {
    if (NOT_DOWN.test(next) && !(next === 'and' || next === 'to' || TAKING.test(place.light))) return [];
    if (
      said === 'off'
        ? !/^(?:switch|turn|cut|shut|power|knock)/.test(place.light)
        : !DOWNING.has(place.light) && place.light !== 'with' && !(place.light === '' && clause.words.length < 14)
    )
      return [];
    if (said === 'out' && !/^(?:knock|t(?:oo|a)k|is|are|was|were|went)/.test(place.light)) return [];
  }
  const stopped = /^(?:stopped|quit|ceased|stops|stop)$/.test(wordAt(clause, at - 1));
  const denied = isDenied(helpers) || isNoLonger(helpers);
  let state = entry.state;
  if (said === 'dark' && !/^go|^went|^gone/.test(place.light)) return [];
  if (entry.kept) {
    const again = next === 'again';
    const usual =
      /^(?:normally|safely|smoothly|properly|well|fine)$/.test(next) ||
      (next === 'as' && /^(?:normal|usual|scheduled|planned|expected)$/.test(wordAt(clause, end + 1)));
    if (stopped) state = 'suspended';
    else if (denied) state = 'unaffected';
    else if (again || (said === 'online' && /^br(?:ought|ing)/.test(place.light))) state = 'restored';
    else if (
      !(
        kept ||
        usual ||
        (/^(?:open|available|operational|functional|accessible)$/.test(said) &&
          COPULA.has(place.light) &&
          // a server that was "accessible" lay open
          !(/^(?:available|accessible)$/.test(said) && place.nouns[0]?.service === 'internal-systems') &&
          !/^(?:to|for|from|source|at|in)$/.test(next))
      )
    )
      return [];
  } else if (state === 'restored' && kept && said === 'fully') state = 'unaffected';
  else if (said === 'back' && found.words.length === 1) {
    if (
      !/^(?:is|are|was|were|be|been|now|'s|'re)$/.test(place.light) ||
      !/^(?:in|at|on|for|across|and|with|by|,|\.|;|)$/.test(next)
    )
      return [];
  } else if (
    /^(?:late|slow|slower|intermittent|bumpy)$/.test(said) &&
    !COPULA.has(place.light) &&
    !/^(?:arriv|leav|mak)/.test(place.light)
  )
    return [];
  if (
    state === 'suspended' &&
    helpers.some(word => /^(?:partially|partly|largely|mostly|intermittently|briefly-)$/.test(word))
  )
    state = 'degraded';
  if (state === 'restored') {
    const object = place.nouns[0];
    if (
      said === 'now' &&
      object?.service === 'internal-systems' &&
      /^(?:available|open)$/.test(next === '' ? '' : wordAt(clause, at + 1))
    )
      return [];
    if (!hasHappened(clause, place.from < at && LIGHT.has(wordAt(clause, place.from)) ? place.from : at, object))
      return [];
    if (
      /^(?:bringing|getting|putting|bring|get|put|have)$/.test(place.light) &&
      !hasHappened(clause, place.from, undefined)
    )
      return [];
    if (/^(?:bring|bringing|getting|get|putting|having)$/.test(place.light)) return [];
  }
  const open = stopped ? state : denied ? deniedState(state, helpers) : state;
  if (!open) return [];
  const own = denied || stopped || open === 'unaffected' || open === 'suspended';
  return place.nouns.flatMap((noun): Said[] => {
    const down = open === 'suspended' && noun.whenDown ? noun.whenDown : open;
    const broken = down === 'suspended' && noun.partial && /^(?:knock|br|crash)/.test(place.light) ? 'degraded' : down;
    const none = noun.none ? deniedState(broken, []) : broken;
    if (!none || (noun.bare && broken !== 'restored' && broken !== 'suspended')) return [];
    return [{ nouns: [noun], state: none, from: Math.min(place.from, at), to: end, ...(own ? { settled: true } : {}) }];
  });
};
