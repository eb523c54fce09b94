/** The forms of a verb, as they stand in plain lower-case text. */
interface Forms {
  readonly base: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
}

const IRREGULAR: Readonly<Record<string, readonly [string, string]>> = {
  steal: ['stole', 'stolen'],
  take: ['took', 'taken'],
  lose: ['lost', 'lost'],
  see: ['saw', 'seen'],
};
const DOUBLED = /^(?:nab|snag|grab|skim|rip)$/;

const formsOf = (base: string): Forms => {
  const stem = DOUBLED.test(base) ? base + base.slice(-1) : base.replace(/e$/, '');
  const regular = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${stem}ed`;
  const [past, participle] = IRREGULAR[base] ?? [regular, regular];
  return { base, past, participle, ing: `${stem}ing` };
};

/** Somebody takes, reads or loses data: each stands with data as its object and, in the passive, as its subject. */
const TAKEN =
  'steal take obtain acquire access view copy exfiltrate extract harvest download scrape swipe pilfer pinch nab nick snag grab slurp snatch loot plunder siphon capture intercept retrieve skim pillage filch purloin expose leak compromise lose impact affect involve';
/** Of data only in the passive, because the active says something else too ("revealed that", "disclosed a breach"). */
const PASSIVE_ONLY = 'breach include contain disclose hack release touch postpone target reveal see';
/** Data made public. */
const SPREAD = 'publish post dump';

const forms = (verbs: string): readonly Forms[] => verbs.split(' ').map(formsOf);
const oneOf = (words: readonly string[]): string => [...new Set(words)].join('|');

/** Participles after "was", "were", "been": what happened to data. */
export const PARTICIPLES = oneOf(forms(`${TAKEN} ${PASSIVE_ONLY} ${SPREAD}`).map(({ participle }) => participle));
/** Past and -ing forms that stand before what was taken; "taken" and "stolen" are no such forms. */
export const PAST_AND_ING = oneOf(forms(`${TAKEN} ${SPREAD}`).flatMap(({ past, ing }) => [past, ing]));
/** Infinitives, for "to …", "did not …", "could …". */
export const INFINITIVES = oneOf(forms(`${TAKEN} breach reveal`).map(({ base }) => base));
