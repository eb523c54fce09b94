import { MISHAPS, type StateWords } from '../../gazetteer/service-states.ts';
import { type Clause, wordAt } from './clause.ts';
import { listFrom } from './lists.ts';
import { serviceOfMishap } from './mishap-nouns.ts';
import type { Noun } from './nouns.ts';
import { objectAt } from './objects.ts';
import type { Said } from './said.ts';
import { subjectsBefore } from './subjects.ts';
import { isAdverb, isMark, setOf } from './words.ts';

const ENTRY: ReadonlyMap<string, StateWords> = new Map(
  MISHAPS.flatMap(entry => entry.words.split(' ').map(word => [word, entry] as const)),
);
const WEAK = setOf('impact impacts effect effects');
const TOWARDS = setOf('to of in at on with for across affecting hitting impacting throughout');
/** Say a state only of what follows "of" or "to", or makes a compound with them. */
const NEEDS_OBJECT = setOf(
  'loss crash pause halt restrictions fault problem issue trouble cancellation cancellations impact impacts effect effects difficulty limitation',
);
const SUFFERING =
  /^(?:experienc|suffer|fac(?:e|ed|es|ing)$|see(?:s|n|ing)?$|saw$|report|encounter|undergo|endur|ha(?:s|d|ve|ving)$|hit$|plagued)/;

/** Whether "no" or "without" stands before a mishap: "no further disruption". */
const isNone = (clause: Clause, from: number): boolean => {
  for (let i = from - 1; i >= 0 && from - i < 4; i--) {
    const word = wordAt(clause, i);
    if (word === 'no' || word === 'without' || word === 'zero') return true;
    if (isMark(word) || clause.owner[i]) return false;
  }
  return false;
};

const objectsOf = (clause: Clause, acting: Clause, at: number): readonly Noun[] => {
  let i = at + 1;
  while (
    /^(?:seen|observed|identified|expected|detected|reported|,|already|still|yet)$/.test(wordAt(clause, i)) ||
    isAdverb(wordAt(clause, i))
  )
    i++;
  if (wordAt(clause, i) === 'including' || wordAt(clause, i) === 'particularly') i++;
  if (
    (wordAt(clause, i) === 'that' || wordAt(clause, i) === 'which') &&
    /^(?:affect|hit|impact|disrupt|struck)/.test(wordAt(clause, i + 1))
  )
    i++;
  if (!TOWARDS.has(wordAt(clause, i)) && !/^(?:affect|hit|impact|struck)/.test(wordAt(clause, i))) return [];
  const doing = wordAt(clause, i) === 'in' || wordAt(clause, i) === 'with' || wordAt(clause, i) === 'to';
  const used = doing && acting.owner[i + 1]?.doing ? acting : clause;
  const object = objectAt(used, i + 1, { unknown: 2, verbs: false });
  return object ? listFrom(used, object) : [];
};

const sufferers = (clause: Clause, at: number): readonly Noun[] => {
  for (let i = at - 1; i >= 0 && at - i < 5; i--) {
    const word = wordAt(clause, i);
    if (SUFFERING.test(word)) return subjectsBefore(clause, i);
    if (isMark(word) || clause.owner[i]) return [];
  }
  return [];
};

/** What a mishap at `at` says: "disruption to deliveries", "a website outage", "systems are experiencing problems". */
export const saidByMishap = (clause: Clause, acting: Clause, at: number): readonly Said[] => {
  const word = wordAt(clause, at);
  const entry = ENTRY.get(word);
  if (!entry || clause.owner[at] || entry.state === 'restored') return [];
  const named = serviceOfMishap(clause.words, at);
  const compound: Noun[] = named ? [{ ...named, to: at, head: at - 1, none: false, partial: false, bare: false }] : [];
  if (named && /^(?:and|&|or)$/.test(wordAt(clause, named.from - 1))) {
    const other = serviceOfMishap(clause.words, named.from - 1);
    if (other && other.service !== named.service)
      compound.unshift({
        ...other,
        to: named.from - 1,
        head: named.from - 2,
        none: false,
        partial: false,
        bare: false,
      });
  }
  if (
    named &&
    named.service !== 'internal-systems' &&
    clause.words.slice(named.from, at).some(({ word: part }) => part === 'ict')
  )
    compound.unshift({ ...(compound[0] as Noun), service: 'internal-systems' });
  const objects = objectsOf(clause, acting, at);
  const plain = objects.length === 0 && compound.length === 0 && !NEEDS_OBJECT.has(word) ? sufferers(clause, at) : [];
  const nouns =
    objects.length > 0
      ? compound.length > 0 && compound[0]?.service !== 'internal-systems'
        ? compound
        : objects
      : compound.length > 0
        ? compound
        : plain;
  if (nouns.length === 0) return [];
  if (nouns === compound && /^(?:supplier-orders|suppliers)$/.test(wordAt(clause, at - 1))) return [];
  if (
    nouns === compound &&
    /^(?:issue|problem|trouble|difficult)/.test(word) &&
    compound[0]?.service === 'internal-systems'
  )
    return [];
  if (
    /^(?:issue|problem|fault|issues|problems|faults)$/.test(word) &&
    nouns[0]?.service === 'internal-systems' &&
    wordAt(clause, at + 1) === 'in'
  )
    return [];
  if (nouns === objects && /^delay/.test(word) && nouns[0]?.service === 'stores') return [];
  if (nouns === compound && word === 'downtime' && compound[0]?.service === 'internal-systems') return [];
  if (compound.length > 0 && nouns === compound && (WEAK.has(word) || /^(?:loss|losses)$/.test(word))) return [];
  const none = isNone(clause, Math.min(at, compound[0]?.from ?? at));
  const faint = WEAK.has(word);
  const affecting = /^(?:affect|hit|impact|struck)/.test(wordAt(clause, at + 1));
  return nouns.map((each): Said => {
    const late =
      /^(?:delay|backlog)/.test(word) &&
      each.service === 'online-orders' &&
      !clause.words.slice(each.from, each.to).some(({ word: part }) => part === 'online-orders');
    const noun: Noun = late ? { ...each, service: 'deliveries' } : each;
    if (affecting && !none && noun.service === 'internal-systems')
      return { nouns: [noun], state: 'degraded', from: at, to: at + 1 };
    if (word === 'outages' && nouns === compound && noun.service === 'internal-systems' && !none)
      return { nouns: [noun], state: 'degraded', from: noun.from, to: at + 1 };
    const own = entry.state === 'suspended' && noun.whenDown ? noun.whenDown : entry.state;
    return {
      nouns: [noun],
      state: none ? ('unaffected' as const) : own,
      from: compound[0] ? Math.min(compound[0].from, at) : at,
      to: at + 1,
      ...(none ? { settled: true } : {}),
      ...(faint && !none ? { faint: true } : {}),
    };
  });
};
