import { writeFile } from 'node:fs/promises';
import { compose } from '#compose';
import type { Config } from '#config';
import type { Page, PageRequest, Resolved, Store } from '#db';
import { AppError, messageOf } from '#errors';
import { print, say } from './terminal.ts';

/** Rows read at once. */
const LIMIT = 100;

async function* allOf<T>(read: (page: PageRequest) => Promise<Page<T>>): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page = await read({ limit: LIMIT, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    cursor = page.next;
  } while (cursor !== undefined);
}

/** An incident that went away meanwhile has no articles. */
const foundOr = <T>(resolved: Resolved<Page<T>>): Page<T> =>
  resolved !== undefined && 'found' in resolved ? resolved.found : { items: [] };

/**
 * Which articles tell of which incidents, as main or secondary story: by the id that an import gave (else the address)
 * the ids of its incidents, both sorted. Articles that tell of none are left out.
 */
export const linksOf = async (store: Store): Promise<ReadonlyMap<string, readonly string[]>> => {
  const links = new Map<string, Set<string>>();
  for await (const { id } of allOf(page => store.listIncidents({}, page)))
    for await (const article of allOf(async page => foundOr(await store.incidentArticles(id, page)))) {
      if (article.role === 'mention') continue;
      const name = article.externalId ?? article.url;
      links.set(name, (links.get(name) ?? new Set()).add(id));
    }
  return new Map([...links].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, ids]) => [name, [...ids].sort()]));
};

/**
 * `receipts export links [--out FILE]`: JSON Lines of `{"id","incidents"}`, one article a line.
 *
 * @throws AppError where the file cannot be written
 */
export const exportLinks = async (config: Config, options: { readonly out?: string }): Promise<number> => {
  const program = await compose(config, { log: say });
  try {
    const links = await linksOf(program.stages.store);
    const lines = [...links].map(([id, incidents]) => JSON.stringify({ id, incidents }));
    if (options.out === undefined) for (const line of lines) print(line);
    else
      await writeFile(options.out, lines.map(line => `${line}\n`).join('')).catch(cause => {
        throw new AppError('config', `${options.out} cannot be written: ${messageOf(cause)}.`, { cause });
      });
    return 0;
  } finally {
    await program.close();
  }
};
