import type { Known } from './requests.ts';

type Item = Readonly<Record<string, unknown>>;

/** Ids, slugs and names that a server knows, found by reading its lists. */
export const knownValues = async (origin: string): Promise<Known['values']> => {
  const items = async (path: string): Promise<readonly Item[]> => {
    const answer = await fetch(origin + path);
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
    return ((await answer.json()) as { readonly items: readonly Item[] }).items;
  };
  const texts = (list: readonly Item[], member: string): readonly string[] =>
    list.flatMap(item => (typeof item[member] === 'string' ? [item[member]] : []));
  const incidents = texts(await items('/v1/incidents?limit=100'), 'id');
  const [id = 'none'] = incidents;
  const timeline = (await (await fetch(`${origin}/v1/incidents/${id}/timeline`)).json()) as {
    readonly events?: readonly Item[];
  };
  const events = texts(timeline.events ?? [], 'id');
  const articles = texts(await items('/v1/articles?limit=100'), 'articleId');
  const retailers = texts(await items('/v1/retailers'), 'slug');
  const actors = texts(await items('/v1/actors'), 'slug');
  return {
    'incidents.id': incidents,
    'articles.id': articles,
    'events.id': events,
    'retailers.id': retailers,
    'actors.id': actors,
    event: events,
    incident: incidents,
    incidents: [incidents.slice(0, 2).join(','), incidents.slice(0, 3).join(',')].filter(text => text.includes(',')),
    retailer: retailers,
    actor: actors,
    publisher: texts(await items('/v1/publishers'), 'name'),
    name: ['M&S', 'coop', 'Harrods', 'Scattered Spider', ...retailers],
    q: ['passwords', 'M&S', 'harods', 'customer names'],
    dataType: ['passwords', 'names', 'payment-cards'],
    asOf: ['2025-05-01', '2025-05-02T12:00:00Z'],
    from: ['2025-04-01', '2025-01-01'],
  };
};
