import { readFile, writeFile } from 'node:fs/promises';
import { compose } from '#compose';
import type { Config } from '#config';
import type { Source } from '#domain/article.ts';
import { PUBLISHER_KINDS, type PublisherKind } from '#domain/vocabulary.ts';
import { AppError, messageOf } from '#errors';
import { builtinSources, parseOpml, toOpml } from '#ingest';
import { sourceOf } from '#pipeline';
import type { Program } from '../compose.ts';
import { print, say, table } from './terminal.ts';

interface AddOptions {
  readonly id?: string;
  readonly publisher?: string;
  readonly country?: string;
  readonly kind?: string;
  readonly language?: string;
  readonly why?: string;
  readonly dryRun?: boolean;
}

interface Trial {
  readonly dryRun?: boolean;
}

/** Works on the sources; where nothing was started yet, on those that this version brings. */
const withSources = async (config: Config, task: (store: Program['store']) => Promise<number>): Promise<number> => {
  const program = await compose(config, { log: say });
  try {
    if ((await program.store.listSources()).length === 0) await program.store.syncBuiltinSources(builtinSources);
    return await task(program.store);
  } finally {
    await program.close();
  }
};

const kindOf = (text: string): PublisherKind => {
  const kind = PUBLISHER_KINDS.find(candidate => candidate === text);
  if (kind) return kind;
  throw new AppError('invalid-parameter', `"${text}" is no kind of publisher.`, {
    hint: `Allowed: ${PUBLISHER_KINDS.join(', ')}.`,
  });
};

const sourceFrom = (feedUrl: string, { kind, dryRun: _, ...told }: AddOptions): Source =>
  sourceOf(feedUrl, { ...told, kind: kindOf(kind ?? 'news') });

/** `receipts sources list` */
export const listSources = (config: Config, options: { json?: boolean }): Promise<number> =>
  withSources(config, async store => {
    const sources = await store.listSources();
    if (options.json) print(JSON.stringify({ sources }, null, 2));
    else
      print(
        table([
          ['ID', 'PUBLISHER', 'COUNTRY', 'KIND', 'FROM', 'SEEN', 'FEED'],
          ...sources.map(s => [s.id, s.publisher, s.country, s.kind, s.origin, s.confirmed ? 'yes' : 'no', s.feedUrl]),
        ]),
      );
    return 0;
  });

/** `receipts sources add URL` */
export const addSource = async (config: Config, feedUrl: string, options: AddOptions): Promise<number> => {
  const source = sourceFrom(feedUrl, options);
  if (options.dryRun) {
    print(JSON.stringify(source, null, 2));
    say('It would be added so. Nothing was written.');
    return 0;
  }
  return withSources(config, async store => {
    await store.addSource(source);
    say(`Added ${source.id} (${source.feedUrl}). A running \`receipts serve\` polls it within seconds.`);
    return 0;
  });
};

/** `receipts sources remove ID`: what came from it stays. */
export const removeSource = (config: Config, id: string, { dryRun }: Trial = {}): Promise<number> =>
  withSources(config, async store => {
    if (dryRun && (await store.listSources()).some(source => source.id === id)) {
      say(`${id} would be removed; its articles stay. Nothing was written.`);
      return 0;
    }
    if (!(await store.removeSource(id)))
      throw new AppError('not-found', `There is no source "${id}".`, {
        subject: id,
        hint: '`receipts sources list` names them.',
      });
    say(`Removed ${id}. Its articles stay.`);
    return 0;
  });

/** `receipts sources import FILE.opml`: those that are there already are left, an id that is taken is named. */
export const importSources = async (config: Config, path: string, { dryRun }: Trial = {}): Promise<number> => {
  const text = await readFile(path, 'utf8').catch(cause => {
    throw new AppError('config', `${path} cannot be read: ${messageOf(cause)}.`, { subject: path, cause });
  });
  const { sources, warnings } = parseOpml(text);
  for (const warning of warnings) say(`${path}: ${warning}`);
  return withSources(config, async store => {
    const held = new Set((await store.listSources()).map(source => source.feedUrl));
    const fresh = sources.filter(source => !held.has(source.feedUrl));
    if (dryRun) {
      for (const { id, feedUrl } of fresh) print(`${id}  ${feedUrl}`);
      say(`${fresh.length} of ${sources.length} sources would be added. Nothing was written.`);
      return 0;
    }
    let added = 0;
    for (const source of fresh) {
      try {
        await store.addSource(source);
        added++;
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
        say(`${source.feedUrl}: ${error.message}`);
      }
    }
    say(`${added} of ${sources.length} sources added; ${sources.length - fresh.length} are there already.`);
    return 0;
  });
};

/** `receipts sources export [FILE]`: OPML on stdout or into a file. */
export const exportSources = (config: Config, path: string | undefined): Promise<number> =>
  withSources(config, async store => {
    const opml = toOpml(await store.listSources());
    if (path === undefined) print(opml);
    else
      await writeFile(path, opml).catch(cause => {
        throw new AppError('config', `${path} cannot be written: ${messageOf(cause)}.`, { subject: path, cause });
      });
    return 0;
  });
