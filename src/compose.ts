import { availableParallelism } from 'node:os';
import { type Database, openDatabase, type Store } from '#db';
import { createFetcher, createParsers, createRobots } from '#ingest';
import type { ArticleText } from '#nlp';
import { EXTRACTOR, entitiesNamed, namesOfSlug, RETAILER_KINDS, retailerName, retailerTraits } from '#nlp/known';
import { createAnalysts, type PageReader, type Stages } from '#pipeline';
import type { Config } from './config.ts';
import { VERSION } from './version.ts';

interface ComposeOptions {
  /** Told what happens, a sentence each. */
  readonly log: (line: string) => void;
  /** Origins on this machine that may be fetched: the demo's newsroom, and nothing else. */
  readonly allowOrigins?: readonly string[];
  /** Least ms between two requests to one host. */
  readonly gapMs?: number;
  /** Takes a host's next turn among all processes. */
  readonly takeTurn?: Database['takeHostTurn'];
}

/**
 * What the interface can be asked without the archive: whom names mean, and what the rules read in a text. They are
 * loaded when they are asked first, and read in this thread; a server has `stages.analyse` for it.
 */
export const reading = {
  analyse: async (article: ArticleText) => (await import('#nlp')).analyse(article),
  entitiesNamed,
  namesOf: namesOfSlug,
  shops: RETAILER_KINDS,
};

/** The parts of a running Receipts. */
export interface Program {
  readonly store: Store;
  readonly database: Database;
  readonly stages: Stages;
  /** Closes everything in the reverse order of its making. */
  close(): Promise<void>;
}

/** How we present ourselves to other servers. */
export const userAgent = (config: Config): string => {
  const contact = config.contact ?? config.publicUrl;
  return `Receipts/${VERSION} (news reader for incidents at retailers${contact === undefined ? '' : `; ${contact}`})`;
};

/** Threads beyond the cores only take each other's time. */
const threadsOf = ({ workers }: Config): number => Math.min(workers, availableParallelism());

type Reader = PageReader & { close(): Promise<void> };

/** What fetches and reads pages and feeds; no database. */
export const createReader = (config: Config, options: Omit<ComposeOptions, 'log'> = {}): Reader => {
  const fetcher = createFetcher({
    userAgent: userAgent(config),
    timeoutMs: config.fetchTimeoutSeconds * 1000,
    ...(config.fetchProxy === undefined ? {} : { proxy: config.fetchProxy }),
    allowOrigins: [...config.fetchOrigins, ...(options.allowOrigins ?? [])],
    ...(options.gapMs === undefined ? {} : { gapMs: options.gapMs }),
    ...(options.takeTurn === undefined ? {} : { takeTurn: options.takeTurn }),
  });
  const parsers = createParsers({ workers: threadsOf(config) });
  return {
    fetcher,
    parsers,
    robots: createRobots({ fetcher, userAgent: 'Receipts' }),
    now: () => new Date(),
    async close() {
      await parsers.close();
      await fetcher.close();
    },
  };
};

/**
 * The composition root: opens the database (bringing its schema up to date) and puts the stages together.
 *
 * @throws AppError where the database cannot be had
 */
export const compose = async (config: Config, options: ComposeOptions): Promise<Program> => {
  const database = await openDatabase({
    dataDir: config.dataDir,
    log: options.log,
    prepare: config.prepare,
    ...(config.databaseUrl === undefined ? {} : { url: config.databaseUrl }),
    ...(config.replicaUrl === undefined ? {} : { replicaUrl: config.replicaUrl }),
    ...(config.directUrl === undefined ? {} : { directUrl: config.directUrl }),
  });
  const { close: closeReader, ...reader } = createReader(config, {
    ...options,
    // Whoever has the database to himself need not ask it.
    ...(config.databaseUrl === undefined ? {} : { takeTurn: database.takeHostTurn }),
  });
  const analysts = createAnalysts({ threads: threadsOf(config) });
  return {
    store: database.store,
    database,
    stages: {
      ...reader,
      now: database.now,
      store: database.store,
      extractor: EXTRACTOR,
      analyse: analysts.analyse,
      nameOf: slug => retailerName(slug) ?? slug,
      traitsOf: retailerTraits,
      random: Math.random,
      pollMinutes: config.pollMinutes,
    },
    async close() {
      await closeReader()
        .finally(() => analysts.close())
        .finally(() => database.close());
    },
  };
};
