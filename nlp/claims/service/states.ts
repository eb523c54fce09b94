import type { ServiceState } from '#domain/vocabulary.ts';
import { perText } from '../../gate/per-text.ts';
import { saidByAbility } from './by-ability.ts';
import { saidByMishap } from './by-mishap.ts';
import { saidByReturn } from './by-return.ts';
import { saidByVerb } from './by-verb.ts';
import { saidByWords } from './by-word.ts';
import { clauseOf } from './clause.ts';
import { doingAt } from './doings.ts';
import { mayName } from './may-name.ts';
import { type Noun, nounsIn } from './nouns.ts';
import type { Said, StatedService } from './said.ts';
import { wordsOf } from './words.ts';

export type { StatedService } from './said.ts';

/** "The site is offline for ordering": it can still be browsed. */
const FOR_ORDERS =
  /^ (?:for|to) (?:order(?:s|ing)?|tak(?:e|ing) orders|purchas(?:e|es|ing)|buy(?:ing)?|shop(?:ping)?)\b/;
const onlyForOrders = ({ service }: Noun, state: ServiceState, behind: string): boolean =>
  service === 'website' && state === 'suspended' && FOR_ORDERS.test(behind);

/** The services of which a plain sentence says a state: nouns of services, and the predicates that govern them. */
export const statesIn = perText((letters): readonly StatedService[] => {
  if (!mayName(letters)) return [];
  const words = wordsOf(letters);
  const nouns = nounsIn(words);
  const clause = clauseOf(words, nouns);
  const doings: Noun[] = [];
  for (let i = 0; i < words.length; i++) {
    const doing = doingAt(words, i);
    if (doing) doings.push(doing);
  }
  const free = nouns.filter(noun => !doings.some(({ from, to }) => from <= noun.head && noun.head < to));
  const acting =
    doings.length === 0
      ? clause
      : clauseOf(
          words,
          [...free, ...doings].toSorted((a, b) => a.from - b.from),
        );
  const any = nouns.length > 0 || doings.length > 0;
  const found: Said[] = [];
  for (let i = 0; i < words.length; i++) {
    if (any)
      found.push(...saidByVerb(clause, acting, i), ...saidByWords(clause, i), ...saidByReturn(clause, acting, i));
    found.push(...saidByMishap(clause, acting, i), ...saidByAbility(clause, acting, i));
  }
  return found.flatMap(({ nouns: said, state, from, to, faint, settled }) =>
    said.map(noun => ({
      service: noun.service,
      state: onlyForOrders(noun, state, letters.slice(words[to - 1]?.end ?? 0)) ? 'degraded' : state,
      start: Math.min(words[noun.from]?.start ?? 0, words[from]?.start ?? 0),
      end: Math.max(words[noun.to - 1]?.end ?? 0, words[to - 1]?.end ?? 0),
      at: words[noun.from]?.start ?? 0,
      ...(faint ? { faint } : {}),
      ...(settled ? { settled } : {}),
    })),
  );
});
