import { FOREIGN as FOREIGN_WORDS, type ServiceKey } from '../../gazetteer/services.ts';
import { byModifiers, COMPUTING, headAt, isStop, KEY_OF, RANK } from './heads.ts';
import { setOf, type Word } from './words.ts';

const FOREIGN = setOf(FOREIGN_WORDS);

/** The service of the words right before a mishap: "delivery delays", "a network outage". */
export const serviceOfMishap = (
  words: readonly Word[],
  at: number,
): (ServiceKey & { readonly from: number }) | undefined => {
  let from = at;
  while (
    from > 0 &&
    at - from < 4 &&
    (RANK.has(words[from - 1]?.word ?? '') || headAt(words, from - 1)) &&
    !isStop(words[from - 1]?.word ?? '')
  )
    from--;
  if (from === at) return undefined;
  if (words.slice(from, at).some(({ word }) => FOREIGN.has(word))) return undefined;
  const single = at - from === 1 ? KEY_OF.get(words[from]?.word ?? '') : undefined;
  const key = single ?? byModifiers(words, from, at, COMPUTING);
  return key && { ...key, from };
};
