import { gated } from '../../gate/index.ts';
import { GENERIC_HEADS, HEADS, MISHAP_HEADS, RUNS_OF_WORDS, SYSTEM_HEADS } from '../../gazetteer/services.ts';
import { DOING_WORDS } from './doings.ts';

/** Words of which at least one stands in every sentence that names a service. */
const NAMING = gated(
  new RegExp(
    `(?<![\\w-])(?:${[
      ...new Set([
        ...[GENERIC_HEADS, MISHAP_HEADS, SYSTEM_HEADS, ...HEADS.map(({ words }) => words)].flatMap(words =>
          words.split(' '),
        ),
        ...DOING_WORDS,
        ...RUNS_OF_WORDS.flatMap(([, spelled]) => spelled.split('|')),
      ]),
    ].join('|')})(?![\\w])`.replace(/\+/g, '\\+'),
  ),
);
/** Whether a plain sentence may name a service, or what is done with one. */
export const mayName = (letters: string): boolean => NAMING.mayMatch(letters) || DOMAIN_IN.test(letters);
const DOMAIN_IN = gated(/\.(?:com|co\.uk|fr|de|ca|ru|nl|jp)\b/);
