import type { Service, ServiceState } from '#domain/vocabulary.ts';
import { STATE_VERBS, type StateVerbs } from '../../gazetteer/service-states.ts';

export type Form = 'base' | 'third' | 'past' | 'participle' | 'ing';

/** A form of a verb that puts a service into a state. */
export interface VerbForm {
  readonly verb: StateVerbs;
  readonly state: ServiceState;
  readonly forms: ReadonlySet<Form>;
  readonly only?: readonly Service[];
}

const inflect = (base: string): readonly (readonly [Form, string])[] => {
  if (base.includes('/')) {
    const [word = '', third = '', past = '', participle = '', ing = ''] = base.split('/');
    return [
      ['base', word],
      ['third', third],
      ['past', past],
      ['participle', participle],
      ['ing', ing],
    ];
  }
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  const doubled =
    /^(?:cancel|unplug|defer|scrap|crash)$/.test(base) && base !== 'crash' ? base + base.at(-1) : undefined;
  const third = /(?:s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`;
  const forms: (readonly [Form, string])[] = [
    ['base', base],
    ['third', third],
    ['past', `${stem}ed`],
    ['participle', `${stem}ed`],
    ['ing', `${stem}ing`],
  ];
  return doubled
    ? [...forms, ['past', `${doubled}ed`], ['participle', `${doubled}ed`], ['ing', `${doubled}ing`]]
    : forms;
};

const FORMS = new Map<string, VerbForm>();
for (const verb of STATE_VERBS)
  for (const base of verb.words.split(' '))
    for (const [form, word] of inflect(base)) {
      const known = FORMS.get(word);
      FORMS.set(word, {
        verb,
        state: verb.state,
        forms: new Set([...(known?.forms ?? []), form]),
        ...(verb.only ? { only: verb.only } : {}),
      });
    }

/** The state verb of which a word is a form. */
export const stateVerb = (word: string): VerbForm | undefined => FORMS.get(word);
export const isStateVerb = (word: string): boolean => FORMS.has(word);
