import type { ServiceState } from '#domain/vocabulary.ts';
import { DISRUPTABLE } from '../../gazetteer/services.ts';
import { type Clause, wordAt } from './clause.ts';
import { listFrom } from './lists.ts';
import type { Noun } from './nouns.ts';
import { objectAt } from './objects.ts';
import { deniedState, hasHappened, helpersBefore, isDenied, isNoLonger, type Said } from './said.ts';
import { subjectsBefore } from './subjects.ts';
import { stateVerb, type VerbForm } from './verbs.ts';
import { isAdverb, setOf } from './words.ts';

const PARTICLES = setOf('down off out up away of');
const PASSIVE = setOf(
  "is are was were be been being isn't aren't wasn't weren't 's 're get gets got getting stay stays stayed remain remains remained left stood",
);
/** Who does no harm by it to a shop of its own will: "hackers encrypted its servers". */
const ATTACKING =
  /^(?:attacks?|cyber-?attacks?|cyberattacks?|hack|incident|breach|ransomware|gang|hackers?|attackers?|intruders?|criminals?|cybercriminals?|malware|infection|virus|worm|strain|payload|actors?|it|which|that|they|group)$/;
/** Plans and orders: not done yet. */
const PLANNED = setOf(
  'plan plans planned planning threaten threatens threatened threatening vow vows vowed want wants wanted attempt attempts attempted try tries tried trying refuse refuses refused hope hopes hoped intend intends intended aim aims aimed seek seeks sought how designed used order failed not offer offered ability right promised demand demanded',
);

/** "Some of its IT systems", "e-mail": things that work or do not, more than places where data lie. */
const WORKING = setOf('ict computer computers e-mail email e-mails emails phone phones inner-systems');
const OWN_OR_SOME = setOf(
  'some part parts portion portions certain several various many all its our their the most multiple',
);

/** "Affected systems" says nothing, nor does "the breach affected its systems"; "affected some of our IT systems" does. */
export const isFaint = (clause: Clause, noun: Noun, isObject: boolean): boolean => {
  if (DISRUPTABLE.has(noun.service) || noun.whenDown) return false;
  const words = clause.words.slice(noun.from, noun.to).map(({ word }) => word);
  const ownOrSome = words.some(word => OWN_OR_SOME.has(word) || word.endsWith("'s"));
  return !(noun.service === 'internal-systems' && words.some(word => WORKING.has(word)) && (!isObject || ownOrSome));
};

const ADVISED = /^(?:advis|urg(?:e|es|ed|ing)$|recommend|ask|tell|told|instruct|encourag|warn)/;

const isPlanned = (clause: Clause, at: number): boolean => {
  let i = at - 1;
  while (isAdverb(wordAt(clause, i))) i--;
  if (wordAt(clause, i) === 'would') return true;
  if (wordAt(clause, i) !== 'to') return false;
  i--;
  while (isAdverb(wordAt(clause, i))) i--;
  if (PLANNED.has(wordAt(clause, i))) return true;
  for (let back = i; back > i - 4; back--) if (ADVISED.test(wordAt(clause, back))) return true;
  return false;
};

const IN_PROGRESS =
  /^(?:on|of|by|for|from|toward|towards|before|while|is|are|was|were|be|been|still|began|begun|continue[sd]?|without|in|and|prioriti[sz]e|prioriti[sz]ing|to|currently|now|start|started)$/;

const hasDone = (clause: Clause, at: number, form: VerbForm, passive: boolean, noun: Noun | undefined): boolean => {
  if (helpersBefore(clause, at).includes('would')) return false;
  if (form.state !== 'restored') return !isPlanned(clause, at);
  let prior = at - 1;
  while (isAdverb(wordAt(clause, prior)) || (wordAt(clause, prior) === 'and' && isAdverb(wordAt(clause, prior - 1))))
    prior--;
  const before = wordAt(clause, prior);
  if (form.forms.has('ing') && before === '') return false;
  if (form.forms.has('ing'))
    return form.verb.ergative
      ? !/^(?:on|of|by|for|toward|towards|before|without|in|when)$/.test(before)
      : !IN_PROGRESS.test(before);
  if (form.forms.has('third') && !form.verb.ergative) {
    for (let i = at - 1; i >= 0 && at - i < 12; i--)
      if (/^(?:as|while|until|once|when|before)$/.test(wordAt(clause, i))) return false;
  }
  if (form.forms.has('base')) {
    const helper = helpersBefore(clause, at);
    if (!helper.includes('to') && !/^(?:did|orders|sales|stores|deliveries)$/.test(before)) return false;
  }
  return hasHappened(clause, at, passive ? noun : undefined);
};

/** What harmed a part only leaves the service in trouble. */
const BREAKING = /^(?:crippl|paraly|disabl|fr[eo]ez|froze|block)/;

const stateFor = (noun: Noun, state: ServiceState, word: string): ServiceState => {
  if (state !== 'suspended') return state;
  if (noun.whenDown) return noun.whenDown;
  if (noun.partial && BREAKING.test(word)) return 'degraded';
  return state;
};

const ACTING = /^(?:paus|halt|stop|ceas|suspend|resum|restart|delay|postpon)/;

/** "Brought back the systems AFFECTED by the attack": what has happened to them is said by the verb before them. */
const isTold = (clause: Clause, at: number, nouns: readonly Noun[]): boolean => {
  const [noun, last] = [nouns[0], nouns.at(-1)];
  if (noun === undefined || last?.to !== at) return false;
  for (let i = noun.from - 1; i >= 0 && noun.from - i < 9; i--) {
    const word = wordAt(clause, i);
    if (/^[.;:]$/.test(word)) return false;
    if (
      !clause.owner[i] &&
      (stateVerb(word) || /^(?:brought|bring|bringing|rebuilt|rebuild|rebuilding|fixed)$/.test(word))
    )
      return true;
  }
  return false;
};

const MIGHT_BE = /^[^.;]*\b(?:could|would|can|may|might|not only)\b/;
const wordsBehind = (clause: Clause, at: number): string =>
  clause.words
    .slice(at, at + 20)
    .map(({ word }) => word)
    .join(' ');

/** What a verb at `at` says of the services that are its object or subject. */
export const saidByVerb = (clause: Clause, acting: Clause, at: number): readonly Said[] => {
  const word = wordAt(clause, at);
  const form = stateVerb(word);
  if (!form || clause.owner[at]) return [];
  const before = wordAt(clause, at - 1);
  // "from ordering or cancelling deliveries", "cancelled and RESCHEDULED": said by the words before
  if (form.forms.has('ing') && form.state !== 'restored' && /^(?:from|or|of|about|avoid|for|against)$/.test(before))
    return [];
  if (/^(?:and|or)$/.test(before) && stateVerb(wordAt(clause, at - 2)) && !clause.owner[at - 2]) return [];
  // "Disrupting deliveries could hurt …": what might be
  if (
    form.forms.has('ing') &&
    (/^(?:|that|claimed|said|says|warned|warns)$/.test(before) || (before === ',' && at < 4)) &&
    MIGHT_BE.test(wordsBehind(clause, at))
  )
    return [];
  // "Disrupting them halts deliveries": true of any
  if (
    form.forms.has('third') &&
    wordAt(clause, 0).endsWith('ing') &&
    at < 8 &&
    !clause.words.slice(0, at).some(({ word: mark }) => mark === ',')
  )
    return [];
  let end = at + 1;
  let state = form.state;
  while (PARTICLES.has(wordAt(clause, end)) && !(wordAt(clause, end) === 'of' && wordAt(clause, end - 1) !== 'out')) {
    if (word.startsWith('lock') && /^(?:out|down)$/.test(wordAt(clause, end))) state = 'suspended';
    end++;
  }
  // "cancelled and rescheduled home deliveries"
  while (/^(?:and|or|,)$/.test(wordAt(clause, end)) && stateVerb(wordAt(clause, end + 1)) && !clause.owner[end + 1])
    end += 2;
  const helpers = helpersBefore(clause, at);
  const passive =
    helpers.some(helper => PASSIVE.has(helper)) && (form.forms.has('participle') || form.forms.has('past'));
  const outOf = wordAt(clause, end - 1) === 'of';
  const reach =
    form.verb.intransitive || (passive && !outOf)
      ? undefined
      : objectAt(ACTING.test(word) ? acting : clause, end, { unknown: 2, verbs: false });
  // "disrupted its ability to fulfil orders": read by what can be done
  if (reach && clause.words.slice(end, reach.from).some(({ word: between }) => between === 'ability')) return [];
  const object = reach?.doing && !wordAt(clause, reach.from).endsWith('ing') ? undefined : reach;
  const asSubject =
    (passive && !outOf) ||
    form.forms.has('participle') ||
    ((form.verb.ergative || form.verb.intransitive) &&
      !/^(?:to|of|on|in|for)$/.test(wordAt(clause, end)) &&
      (!form.forms.has('ing') || helpers.length > 0));
  const nouns = object ? listFrom(object.doing ? acting : clause, object) : asSubject ? subjectsBefore(clause, at) : [];
  if (word === 'limited' && !passive && !object) return [];
  if (!passive && !object && form.verb.weak && isTold(clause, at, nouns)) return [];
  if (nouns.length === 0 || !hasDone(clause, at, form, passive || !object, nouns[0])) return [];
  if (form.only && state === form.state) {
    if (!form.forms.has('past')) return [];
    const attacked =
      passive || clause.words.slice(Math.max(0, at - 5), at).some(({ word: before }) => ATTACKING.test(before));
    if (!attacked) return [];
  }
  const denied = isDenied(helpers) || isNoLonger(helpers);
  // "hit its IT systems" says where the blow fell, not that they stopped working
  const hitting = /^hit/.test(word) && nouns.every(noun => noun.service === 'internal-systems');
  const faintly = form.verb.weak && (hitting || nouns.every(noun => isFaint(clause, noun, object !== undefined)));
  return nouns.flatMap((noun): Said[] => {
    if (form.only && state === form.state && !form.only.includes(noun.service)) return [];
    if (word.startsWith('encrypt') && /^servers?$/.test(wordAt(clause, noun.head))) return [];
    if (word.startsWith('block') && noun.service === 'internal-systems') return [];
    if (
      word.startsWith('cancel') &&
      clause.words
        .slice(noun.from, noun.head)
        .some(({ word: few }) => /^(?:dozens|some|several|hundreds|scores)$/.test(few))
    )
      return [{ nouns: [noun], state: 'degraded', from: at, to: end }];
    if (noun.bare && /^(?:orders|ordering)$/.test(wordAt(clause, noun.head))) {
      if (/^(?:delay|slow)/.test(word))
        return [{ nouns: [{ ...noun, service: 'deliveries' }], state: 'degraded', from: at, to: end }];
      const ofCustomers = clause.words
        .slice(noun.from, noun.head)
        .some(({ word: whose }) => /^customers?$/.test(whose));
      if (
        !/^(?:paus|suspend|halt|stop|resum|restart|disrupt|ceas|restor)/.test(word) &&
        !(ofCustomers && form.verb.weak)
      )
        return [];
    }
    const none = noun.none;
    const own = stateFor(noun, state, word);
    const said = denied || none ? deniedState(own, helpers) : own;
    if (!said) return [];
    return [
      {
        nouns: [noun],
        state: said,
        from: at,
        to: end,
        ...(faintly && !denied && !none ? { faint: true } : {}),
        ...(denied || none ? { settled: true } : {}),
      },
    ];
  });
};
