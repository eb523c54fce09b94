import { isOrigin } from './beside.ts';
import { type Classed, wordOf } from './classed.ts';
import type { Place } from './names.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const TITLES = set(
  `mr mrs ms dr professor prof sir ceo cfo cio ciso cto founder co-founder analyst researcher expert spokesperson
  spokesman spokeswoman officer director president detective judge reporter journalist engineer strategist evangelist
  consultant blogger author editor chairman boss executive manager minister senator commissioner`,
);
const ACTORS = set(
  'ransomware gang group malware operation operators affiliates variant strain hackers botnet trojan family',
);
const EXPERTS = set('researchers analysts according report survey study firm blog telemetry researcher vendor');
const TOWNISH = set('police department county city mayor residents area region district council school hospital');
const WITHIN = set('in across throughout near outside');
/** "the Larkspur ransomware attack": it was hit, and did not do it. */
const DEEDS = set('attack attacks incident incidents breach letter notice hit infection said says has was is');
const SPOKEN = 4;
const TITLE = 8;

/** "in X", "X-based", "the X retailer" */
export const isPlaceCue = (here: Classed, place: Place): boolean => {
  const { tokens } = here.sentence;
  const { first, last } = place;
  const based = tokens[last + 1]?.norm === '-' && tokens[last + 2]?.norm === 'based';
  return (
    based || WITHIN.has(wordOf(tokens[first - 1])) || TOWNISH.has(wordOf(tokens[last + 1])) || isOrigin(here, place)
  );
};

/** "analyst X", "X, chief executive" */
export const isPersonCue = ({ sentence: { tokens } }: Classed, { first, last }: Place): boolean =>
  TITLES.has(wordOf(tokens[first - 1])) ||
  (tokens[last + 1]?.norm === ',' && tokens.slice(last + 2, last + TITLE).some(token => TITLES.has(wordOf(token))));

/** "X ransomware", "the gang X" */
export const isActorCue = ({ sentence: { tokens } }: Classed, { first, last }: Place): boolean =>
  ACTORS.has(wordOf(tokens[first - 1])) ||
  (ACTORS.has(wordOf(tokens[last + 1])) && !DEEDS.has(wordOf(tokens[last + 2])));

/** "researchers at X", "X analysts" */
export const isExpertCue = ({ sentence: { tokens } }: Classed, { first, last }: Place): boolean =>
  EXPERTS.has(wordOf(tokens[last + 1])) ||
  tokens.slice(Math.max(0, first - SPOKEN), first).some(token => EXPERTS.has(wordOf(token)));
