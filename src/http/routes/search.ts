import type { Handler } from '../answer.ts';
import { list } from '../answer.ts';
import { invalid, PAGE_PARAMETERS, pageRequest, readParameters } from '../params.ts';
import { matchesOf } from './resolve.ts';

/**
 * `GET /v1/search`: on the first page whom the words may name, then titles, headlines and quotes in which they stand,
 * the best fit first.
 */
export const search: Handler = async (call, services) => {
  const { q, ...page } = readParameters(call.query, ['q', ...PAGE_PARAMETERS]);
  if (q === undefined) throw invalid('q', 'The parameter "q" is missing.', ['1 to 200 characters']);
  const [names, texts] = await Promise.all([
    page.cursor === undefined ? matchesOf(q, services) : [],
    services.store.searchTexts(q, pageRequest(page)),
  ]);
  const entities = names
    .filter(({ incidents }) => incidents > 0)
    .map(({ kind, slug, name, match, likeness, incidents }) => ({ kind, slug, name, match, likeness, incidents }));
  const hits = texts.items.map(({ where, ...hit }) => ({ kind: where, ...hit }));
  return list({ ...texts, items: [...entities, ...hits] }, call, services);
};
