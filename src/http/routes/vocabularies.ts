import { AppError } from '#errors';
import type { Handler, Services } from '../answer.ts';
import { json } from '../answer.ts';
import { readParameters } from '../params.ts';
import { VOCABULARIES, type Vocabulary } from '../vocabularies.ts';

const all = ({ reading }: Services): readonly Vocabulary[] => [
  ...VOCABULARIES,
  {
    name: 'shop',
    about: 'What a retailer sells, or how; `group` is a holding company that the press names in place of its shops.',
    words: (reading?.shops ?? []).map(word => ({ word })),
  },
];

/** `GET /v1/vocabularies`: every list of words, with what they mean and what they are called elsewhere. */
export const listVocabularies: Handler = (call, services) => {
  readParameters(call.query, []);
  return json({ items: all(services) }, services);
};

/** `GET /v1/vocabularies/{name}`: one of them. */
export const getVocabulary: Handler = (call, services) => {
  readParameters(call.query, []);
  const found = all(services).find(({ name }) => name === call.params.name);
  if (found === undefined)
    throw new AppError('not-found', 'There is no vocabulary of this name.', {
      hint: `There are: ${all(services)
        .map(({ name }) => name)
        .join(', ')}.`,
    });
  return json(found, services);
};
