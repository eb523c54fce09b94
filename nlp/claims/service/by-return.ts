import { type Clause, wordAt } from './clause.ts';
import { listFrom } from './lists.ts';
import type { Noun } from './nouns.ts';
import { objectAt } from './objects.ts';
import { hasHappened, helpersBefore, isDenied, type Said } from './said.ts';
import { subjectsBefore } from './subjects.ts';
import { AUXILIARIES, isAdverb, isMark, setOf } from './words.ts';

/** What a shop does with its services, in every form: "takes online orders". */
const HANDLING =
  /^(?:tak(?:e|es|ing|en)|took|accept(?:s|ed|ing)?|process(?:es|ed|ing)?|sell(?:s|ing)?|sold|ship(?:s|ped|ping)?|dispatch(?:es|ed|ing)?|deliver(?:s|ed|ing)?|serv(?:e|es|ed|ing)|offer(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|us(?:e|es|ed|ing)|plac(?:e|es|ed|ing)|fulfil(?:s|l|ls|led|ling)?|provid(?:e|es|ed|ing)|open(?:s|ed|ing)?|collect(?:s|ed|ing)?|redeem(?:s|ed|ing)?|mak(?:e|es|ing)|made|buy(?:s|ing)?|order(?:s|ed|ing)?|shop(?:s|ped|ping)?|load(?:s|ed|ing)?|print(?:s|ed|ing)?|trad(?:e|es|ed|ing)|r(?:u|a)n(?:s|ning)?)$/;
/** Can be handled: "gift cards can be USED again". */
const HANDLED = setOf(
  'taken accepted processed sold used placed redeemed made collected ordered served offered opened',
);
/** Give a service back: their object is there again. */
const BRINGING_BACK = /^(?:re-?introduc(?:es?|ed)|re-?activated?|re-?instat(?:es?|ed)|switch(?:es|ed)|turn(?:s|ed))$/;
/** Come back by themselves, where nobody sends them: not orders that are returned to a shop. */
const RETURNING = setOf('return returns returned reappeared reappears');
const RETURNABLE = setOf(
  'online-orders website app contactless card-payments click-and-collect gift-cards loyalty call-centre',
);
const ENDS = /^(?:[.;:]|but|while|because|if|unless|until|when|who|which|that|attacked|hit|hacked|breached|targeted)$/;
const REACH = 13;

/** "Again", "once more", "for the first time since": what is done then was not done before. */
const isAgain = (clause: Clause, at: number): boolean => {
  const word = wordAt(clause, at);
  if (word === 'again') return true;
  if (word === 'once') return wordAt(clause, at + 1) === 'more';
  return (
    word === 'first' &&
    wordAt(clause, at + 1) === 'time' &&
    wordAt(clause, at - 1) === 'the' &&
    /^(?:since|in|after)$/.test(wordAt(clause, at + 2))
  );
};

const isPossible = (helpers: readonly string[]): boolean =>
  helpers.some(word => /^(?:will|would|should|may|might|must|won't)$/.test(word));

/** "Stopped taking orders in April, took THEM again in June": the service named last, at the words that stand for it. */
const standsFor = (clause: Clause, acting: Clause, at: number): readonly Noun[] => {
  if (!/^(?:them|it|these|those)$/.test(wordAt(clause, at + 1))) return [];
  const named = acting.nouns.findLast(({ to }) => to <= at);
  return named ? [{ ...named, from: at, to: at + 2, head: at, none: false }] : [];
};

/** The nearest verb of handling before "again", and what is handled. */
const handledBefore = (clause: Clause, acting: Clause, at: number): readonly Said[] => {
  for (let i = at - 1; i >= 0 && at - i <= REACH; i--) {
    const word = wordAt(clause, i);
    if (ENDS.test(word)) return [];
    if (!HANDLING.test(word) || clause.owner[i] !== undefined) continue;
    const helpers = helpersBefore(clause, i);
    if (isDenied(helpers) || isPossible(helpers) || /^stop|^ceas/.test(wordAt(clause, i - 1))) return [];
    if (wordAt(clause, i - 1) === 'to' && !/^(?:able|beg|start|return)/.test(wordAt(clause, i - 2))) return [];
    const passive = HANDLED.has(word) && helpers.includes('be');
    const doing = acting.owner[i]?.doing ? acting.owner[i] : undefined;
    const object = objectAt(clause, i + 1, { unknown: 3, verbs: false });
    const own = object && object.from < at ? listFrom(clause, object) : doing ? [doing] : standsFor(clause, acting, i);
    const nouns = passive ? subjectsBefore(clause, i) : own;
    return nouns.length > 0 ? [{ nouns, state: 'restored', from: i, to: at + 1, settled: true }] : [];
  }
  return [];
};

const isUp = ({ service, bare, none }: Noun): boolean =>
  RETURNABLE.has(service) && !(bare && service === 'online-orders') && !none;

/** What comes back by itself: "click and collect returned in August". */
const cameBack = (clause: Clause, at: number): readonly Said[] => {
  const next = wordAt(clause, at + 1);
  if (!/^(?:|[.,;]|in|on|to|at|for|across|after|from|this|next|today|yesterday|with|as)$/.test(next)) return [];
  if (next === 'to' && /^(?:the|sender|customers|a|its|their)$/.test(wordAt(clause, at + 2))) return [];
  const nouns = subjectsBefore(clause, at).filter(isUp);
  const ready = nouns[0] !== undefined && hasHappened(clause, at, nouns[0]) && !isDenied(helpersBefore(clause, at));
  const passive = helpersBefore(clause, at).some(word => /^(?:is|are|was|were|be|been|being)$/.test(word));
  return ready && !passive ? [{ nouns, state: 'restored', from: at, to: at + 1 }] : [];
};

/** What is given back: "reintroduced click and collect", "switched its web shop back on". */
const givenBack = (clause: Clause, at: number): readonly Said[] => {
  const word = wordAt(clause, at);
  if (isDenied(helpersBefore(clause, at)) || !hasHappened(clause, at, undefined)) return [];
  const object = objectAt(clause, at + 1, { unknown: 2, verbs: false });
  if (!object) return [];
  if (/^(?:switch|turn)/.test(word)) {
    const behind = `${wordAt(clause, object.to)} ${wordAt(clause, object.to + 1)}`;
    const before = `${wordAt(clause, at + 1)} ${wordAt(clause, at + 2)}`;
    if (behind !== 'back on' && before !== 'back on') return [];
  }
  return [{ nouns: listFrom(clause, object), state: 'restored', from: at, to: object.to }];
};

/** "No orders could be placed", "no deliveries were made": none went on. */
const noneWas = (clause: Clause, at: number): readonly Said[] => {
  const noun = clause.owner[at];
  if (!noun?.none || at !== noun.to - 1) return [];
  let i = noun.to;
  while (AUXILIARIES.has(wordAt(clause, i)) || isAdverb(wordAt(clause, i))) i++;
  if (i === noun.to || isMark(wordAt(clause, i))) return [];
  return /^(?:placed|made|taken|processed|accepted|dispatched|delivered|shipped|sent|fulfilled)$/.test(
    wordAt(clause, i),
  )
    ? [{ nouns: [noun], state: noun.whenDown ?? 'suspended', from: at, to: i + 1, settled: true }]
    : [];
};

/** "Stores did not accept gift cards", "it is not taking orders": what is usually handled was not. */
const notHandled = (clause: Clause, acting: Clause, at: number): readonly Said[] => {
  if (!HANDLING.test(wordAt(clause, at)) || clause.owner[at] !== undefined) return [];
  const helpers = helpersBefore(clause, at);
  // "does not sell", "do not accept" may be its habit
  if (
    !isDenied(helpers) ||
    isPossible(helpers) ||
    helpers.some(word => /^(?:do|does|don't|doesn't|to|have)$/.test(word))
  )
    return [];
  const object = acting.owner[at]?.doing ? acting.owner[at] : objectAt(clause, at + 1, { unknown: 2, verbs: false });
  if (
    !object ||
    !/^(?:online-orders|gift-cards|card-payments|contactless|returns|deliveries|click-and-collect|loyalty)$/.test(
      object.service,
    )
  )
    return [];
  return [
    { nouns: listFrom(acting, object), state: object.whenDown ?? 'suspended', from: at, to: object.to, settled: true },
  ];
};

/** What the words at `at` say of services that came back, or that nobody could use: "takes online orders again". */
export const saidByReturn = (clause: Clause, acting: Clause, at: number): readonly Said[] => {
  const word = wordAt(clause, at);
  if (isAgain(clause, at)) return handledBefore(clause, acting, at);
  if (RETURNING.has(word) && (!clause.owner[at] || clause.owner[at - 1])) return cameBack(clause, at);
  if (BRINGING_BACK.test(word) && !clause.owner[at]) return givenBack(clause, at);
  return [...noneWas(clause, at), ...notHandled(clause, acting, at)];
};
