import type { ServiceState } from '#domain/vocabulary.ts';
import { type Clause, wordAt } from './clause.ts';
import { listFrom } from './lists.ts';
import { isHandling, objectAt } from './objects.ts';
import type { Said } from './said.ts';
import { subjectsBefore } from './subjects.ts';
import { isAdverb, setOf } from './words.ts';

const CANNOT = setOf("cannot can't couldn't couldnt");
const PREVENTING = /^(?:prevent|stopp|block|barr)/;
const PEOPLE =
  /^(?:customers?|shoppers?|users|staff|employees|people|members|them|us|stores?|shops?|workers|colleagues|consumers|it|company|retailer|firm|chain|grocer|brand|anyone|visitors|buyers|clients|clerks|cashiers|drivers|patients|guests|restaurants|supermarkets|branches|suppliers|teams|franchisees|motorists|diners|pharmacies|pharmacists|many|some)$/;
const TROUBLE = setOf('trouble difficulty difficulties problems issues problem');
const OF_ATTACKERS =
  /^(?:hackers?|attackers?|intruders?|criminals?|cybercriminals|gang|actors?|thieves|fraudsters|scammers|crooks|unauthori[sz]ed)$/;
const HARMING =
  /^(?:impact|affect|limit|hamper|hinder|impair|reduc|disrupt|curtail|restrict|constrain|imped|hobbl|hurt)/;

interface Ability {
  readonly state: ServiceState;
  /** The word after the marker. */
  readonly to: number;
  readonly settled: boolean;
}

const skipAdverbs = (clause: Clause, at: number): number => {
  let i = at;
  while (isAdverb(wordAt(clause, i))) i++;
  return i;
};

/** Negations right before a word: "were not able", "has not affected its ability". */
const isNotBefore = (clause: Clause, at: number, reach: number): boolean => {
  for (let i = at - 1; i >= 0 && at - i <= reach; i--) {
    const word = wordAt(clause, i);
    if (/^(?:not|never|no|hasn't|haven't|didn't|doesn't|isn't|aren't|wasn't|weren't)$/.test(word)) return true;
    if (/^[.;:,]$/.test(word)) return false;
  }
  return false;
};

const STILL = /^(?:still|also|continue)$/;
const AGAIN = /^(?:now|again|once)$/;

/** "Unable to", "prevented customers from", "can still": what can be done, at a word. */
const abilityAt = (clause: Clause, at: number): Ability | undefined => {
  const word = wordAt(clause, at);
  const next = wordAt(clause, at + 1);
  const settled = true;
  if (CANNOT.has(word)) return { state: 'suspended', to: at + 1, settled };
  if (word === 'could' && next === 'not') return { state: 'suspended', to: at + 2, settled };
  if (word === 'can' && next === 'not') return { state: 'suspended', to: at + 2, settled };
  if (word === 'can' && next === 'no' && wordAt(clause, at + 2) === 'longer')
    return { state: 'suspended', to: at + 3, settled };
  if ((word === 'unable' || word === 'inability') && next === 'to') return { state: 'suspended', to: at + 2, settled };
  if (word === 'impossible' || (word === 'way' && wordAt(clause, at - 1) === 'no')) {
    for (let i = at + 1; i < at + 6; i++)
      if (wordAt(clause, i) === 'to') return { state: 'suspended', to: i + 1, settled };
    return undefined;
  }
  if (word === 'access' && (next === 'to' || next === 'into')) {
    const before = wordAt(clause, at - 1);
    if (
      /^(?:without|no|lost|losing|lose|denied|blocked)$/.test(before) ||
      (before === 'off' && /^cut/.test(wordAt(clause, at - 2))) ||
      /^(?:prevent|lost|losing|blocked)/.test(before)
    )
      return { state: 'suspended', to: at + 2, settled };
    if (/^(?:regain|restor|recover)/.test(before) && /ed$/.test(before))
      return { state: 'restored', to: at + 2, settled: false };
    return undefined;
  }
  if (PREVENTING.test(word)) {
    const use = wordAt(clause, at + 1) === 'the' ? at + 2 : at + 1;
    if (
      /^(?:use|usage)$/.test(wordAt(clause, use)) &&
      wordAt(clause, use + 1) === 'of' &&
      wordAt(clause, at - 1) !== 'to'
    )
      return { state: 'suspended', to: use + 2, settled };
    let people = false;
    for (let i = at + 1; i < at + 8; i++) {
      const between = wordAt(clause, i);
      people ||= PEOPLE.test(between);
      if (between === 'from') return people ? { state: 'suspended', to: i + 1, settled } : undefined;
      if (OF_ATTACKERS.test(between) || /^[,.;:]$/.test(between)) return undefined;
      if (
        /^(?:stopp|prevent)/.test(word) &&
        /^(?:customers|shoppers|users|staff)$/.test(between) &&
        wordAt(clause, i + 1).endsWith('ing')
      )
        return { state: 'suspended', to: i + 1, settled };
    }
    return undefined;
  }
  if (/^(?:struggl(?:e|es|ed|ing)|fail(?:s|ed|ing)?)$/.test(word) && (next === 'to' || next === 'with'))
    return { state: 'degraded', to: at + 2, settled: false };
  if (/^(?:difficult|hard|harder)$/.test(word)) {
    for (let i = at + 1; i < at + 5; i++)
      if (wordAt(clause, i) === 'to') return { state: 'degraded', to: i + 1, settled: false };
    return undefined;
  }
  if (TROUBLE.has(word)) {
    const to = next === 'in' || next === 'when' || next === 'while' ? at + 2 : at + 1;
    return wordAt(clause, to).endsWith('ing') ? { state: 'degraded', to, settled: false } : undefined;
  }
  if (word === 'ability' && next === 'to') {
    for (let i = at - 1; i >= 0 && at - i < 7; i--) {
      if (HARMING.test(wordAt(clause, i))) {
        const not = isNotBefore(clause, i, 4);
        return { state: not ? 'unaffected' : 'degraded', to: at + 2, settled: not };
      }
      if (/^[.;:]$/.test(wordAt(clause, i))) break;
      if (/^(?:lost|without|lose|losing)$/.test(wordAt(clause, i))) return { state: 'suspended', to: at + 2, settled };
    }
    for (let i = at + 2; i < at + 14; i++) {
      if (/^[.;:,]$/.test(wordAt(clause, i))) break;
      if (HARMING.test(wordAt(clause, i)) && /^(?:was|were|been|being|is|are)$/.test(wordAt(clause, i - 1)))
        return { state: 'degraded', to: at + 2, settled: false };
    }
    return undefined;
  }
  if (word === 'able' && next === 'to') {
    if (isNotBefore(clause, at, 3)) return { state: 'suspended', to: at + 2, settled };
    if (/^(?:still|also)$/.test(wordAt(clause, at - 1)) || wordAt(clause, at + 2) === 'continue')
      return { state: 'unaffected', to: at + 2, settled };
    if (AGAIN.test(wordAt(clause, at - 1)) || AGAIN.test(wordAt(clause, at + 2)))
      return { state: 'restored', to: skipAdverbs(clause, at + 2), settled };
    return undefined;
  }
  if (word === 'can' || word === 'could') {
    if (STILL.test(next)) {
      let to = skipAdverbs(clause, at + 1);
      if (wordAt(clause, to) === 'continue') to += wordAt(clause, to + 1) === 'to' ? 2 : 1;
      return { state: 'unaffected', to, settled };
    }
    if (AGAIN.test(next)) return { state: 'restored', to: skipAdverbs(clause, at + 2), settled };
    return undefined;
  }
  if (/^continu(?:e|es|ed|ing)$/.test(word)) {
    if (next === 'to') return { state: 'unaffected', to: at + 2, settled };
    if (next.endsWith('ing')) return { state: 'unaffected', to: at + 1, settled };
  }
  return undefined;
};

/** Go on by themselves: "stores continue to trade". */
const GOING_ON = /^(?:operat|trad|function|work|run|serv|open|be$|welcom)/;
const ACCESSED =
  /^(?:accessed|reached|used|opened|visited|processed|loaded|contacted|placed|taken|accepted|made|viewed|fulfilled|delivered|completed|redeemed|found|shipped|collected|returned|bought|sold|ordered|topped|paid|dispatched)$/;
/** "Continue to restore", "continue to experience problems": no sign of health. */
const NOT_WELL =
  /^(?:work|restor|investigat|experienc|suffer|fac|recover|be$|rebuild|affect|impact|disrupt|see|struggl|hav|monitor|secur|review|improv|strengthen|respond|cooperat|support|try|target)/;

const INTERNAL = /^(?:log|clock|sign)$/;
const STAFF = setOf('staff employees workers colleagues teams employee');

const ON_ITS_WAY = /^(?:|[.,;-]|as|without|uninterrupted|unchanged|despite|throughout|across|in|at)$/;

/** "Deliveries were continuing", "in-store trade continues as normal". */
const goingOn = (clause: Clause, at: number): readonly Said[] =>
  /^continu(?:e|es|ed|ing)$/.test(wordAt(clause, at)) && ON_ITS_WAY.test(wordAt(clause, at + 1))
    ? subjectsBefore(clause, at).map(noun => ({
        nouns: [noun],
        state: 'unaffected' as const,
        from: at,
        to: at + 1,
        settled: true,
      }))
    : [];

/** What "unable to …", "can again …", "continue to …" at a word say of the services that follow, or are spoken of. */
export const saidByAbility = (clause: Clause, acting: Clause, at: number): readonly Said[] => {
  const ability = abilityAt(clause, at);
  if (!ability) return goingOn(clause, at);
  const { state, settled } = ability;
  const to = skipAdverbs(clause, ability.to);
  for (let i = at - 1; i >= 0 && at - i < 6; i--) {
    const word = wordAt(clause, i);
    if (OF_ATTACKERS.test(word)) return [];
    if (/^[,.;:]$/.test(word)) break;
  }
  const say = (nouns: Said['nouns'], end: number): Said[] =>
    nouns.map(noun => ({
      nouns: [noun],
      state: state === 'suspended' && noun.whenDown ? noun.whenDown : state,
      from: at,
      to: end,
      ...(settled ? { settled } : {}),
    }));
  if (wordAt(clause, to) === 'be' && ACCESSED.test(wordAt(clause, to + 1)))
    return say(subjectsBefore(clause, at), to + 2);
  if (wordAt(clause, at).startsWith('continu')) {
    const verb = wordAt(clause, to);
    if (/^(?:serv|welcom)/.test(verb)) {
      const subjects = subjectsBefore(clause, at);
      if (subjects.length > 0) return say(subjects, to + 1);
    } else if (GOING_ON.test(verb) && verb !== 'be') {
      const object = objectAt(clause, to + 1, { unknown: 1, verbs: false });
      return say(object ? listFrom(clause, object) : subjectsBefore(clause, at), to + 1);
    }
    if (NOT_WELL.test(verb) && !/^(?:support|us|tak|accept|process)/.test(verb)) return [];
  }
  if (state === 'unaffected' && !isHandling(acting, to)) return [];
  const target = objectAt(acting, to, { unknown: 5, verbs: true });
  if (!target) {
    const staff = clause.words.slice(Math.max(0, at - 6), to).some(({ word }) => STAFF.has(word));
    if (staff && state === 'suspended' && (INTERNAL.test(wordAt(clause, to)) || wordAt(clause, to) === 'work'))
      return say(
        [
          {
            service: 'internal-systems',
            whenDown: 'degraded',
            from: at,
            to: to + 1,
            head: to,
            none: false,
            partial: false,
            bare: false,
          },
        ],
        to + 1,
      );
    return [];
  }
  const files = clause.words
    .slice(to, target.from)
    .some(({ word }) => /^(?:files|documents|data|information)$/.test(word));
  const named = listFrom(acting, target);
  return state === 'suspended' && files && target.service === 'internal-systems'
    ? say(named, to).map(said => ({ ...said, state: 'degraded' }))
    : say(named, to);
};
