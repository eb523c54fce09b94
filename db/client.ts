import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { AppError } from '#errors';
import { drizzle, type PostgresJsDatabase, type SQL } from './drizzle.ts';
import { isTransient, translateError } from './errors.ts';

/** Where a Postgres server is, and as whom to enter. Exactly one of `url` and `host` is given. */
export interface Endpoint {
  readonly url?: string;
  /** A host name, or the directory of the server's unix socket. */
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  /** False: statements are not prepared, as some poolers need it. Default true. */
  readonly prepare?: boolean;
}

/** A pool of connections to one database. */
export interface Client {
  /** Server and database for people; never holds the password. */
  readonly where: string;
  /**
   * Runs one statement made with drizzle's builder. Like all here it must be idempotent: it is repeated when the
   * connection breaks or when it was chosen as a deadlock's victim.
   */
  query<T>(statement: (orm: PostgresJsDatabase) => PromiseLike<T>): Promise<T>;
  /** Runs one statement and returns its rows as the driver gives them: times and 64-bit numbers are text. */
  rows<T extends object>(query: SQL): Promise<readonly T[]>;
  /** Runs one reading statement with `$1` … and returns its rows: what is asked very often, with nothing in between. */
  read<T extends object>(text: string, values: readonly (string | boolean)[]): Promise<readonly T[]>;
  /** Runs several statements, separated by semicolons, as one message: Postgres does all of them or none. */
  script(text: string): Promise<void>;
  /**
   * The rows of one statement, `size` at a time, all as they stood when it began. Not repeated when the connection
   * breaks.
   */
  batches<T extends object>(text: string, size: number): AsyncIterable<readonly T[]>;
  close(): Promise<void>;
}

/** A folder instead of a host, as libpq has it: `postgres:///receipts?host=/run/postgresql`, `postgres://me@%2Frun/receipts`. */
const socketOf = (url: URL): string | undefined =>
  [url.searchParams.get('host') ?? '', decodeURIComponent(url.hostname)].find(host => host.startsWith('/'));

/**
 * The endpoint that a DATABASE_URL names.
 * @throws AppError `config` where it is not a Postgres URL.
 */
export const parseDatabaseUrl = (text: string): Endpoint => {
  if (!URL.canParse(text) || !/^postgres(ql)?:\/\//.test(text)) {
    throw new AppError('config', 'DATABASE_URL is not a Postgres URL.', {
      subject: 'DATABASE_URL',
      hint: 'It looks like postgres://user:password@host:5432/database.',
    });
  }
  const url = new URL(text);
  const host = socketOf(url);
  if (host === undefined) return { url: text };
  const { port, username, password, pathname } = url;
  return {
    host,
    ...(port ? { port: Number(port) } : {}),
    ...(username ? { user: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    database: decodeURIComponent(pathname.slice(1)),
  };
};

/** What an endpoint is called in messages: host, port and database, without user and password. */
const nameOf = (endpoint: Endpoint): string => {
  if (endpoint.url === undefined) return `${endpoint.host}/${endpoint.database ?? ''}`;
  const { host, pathname } = new URL(endpoint.url);
  return `${host || 'localhost'}${pathname}`;
};

const driverOptions = (endpoint: Endpoint, name: string, max: number) => ({
  ...(endpoint.host === undefined ? {} : { host: endpoint.host }),
  ...(endpoint.port === undefined ? {} : { port: endpoint.port }),
  ...(endpoint.user === undefined ? {} : { user: endpoint.user }),
  ...(endpoint.password === undefined ? {} : { password: endpoint.password }),
  ...(endpoint.database === undefined ? {} : { database: endpoint.database }),
  max,
  connect_timeout: 10,
  // Seconds. The driver's own go up to 20, so that a server that is back would long not be noticed.
  backoff: (failures: number) => Math.min(0.02 * 2 ** failures, 1),
  fetch_types: false,
  prepare: endpoint.prepare ?? true,
  onnotice: () => {},
  connection: { application_name: name, TimeZone: 'UTC' },
});

/** Settings of postgres.js that differ from what we use everywhere. */
export type DriverExtras = Pick<
  postgres.Options<Record<string, postgres.PostgresType>>,
  'max_lifetime' | 'idle_timeout' | 'onclose' | 'fetch_types' | 'types'
>;

/** A driver for an endpoint, without anything of ours around it. Connections are called `name` in `pg_stat_activity`. */
export const openDriver = (endpoint: Endpoint, name: string, max: number, extras: DriverExtras = {}): postgres.Sql => {
  const options = { ...driverOptions(endpoint, name, max), ...extras };
  return endpoint.url === undefined ? postgres(options) : postgres(endpoint.url, options);
};

const ATTEMPTS = 5;

/** Runs an idempotent statement; where the connection breaks, or it was a deadlock's victim, again. */
export const repeated = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      if (tried === ATTEMPTS || !isTransient(error)) throw error;
      await delay(25 * 2 ** tried);
    }
  }
};

/**
 * Opens a pool of `max` connections; connects at the first statement.
 * Its methods throw AppError `database-unavailable`.
 */
export const openClient = (endpoint: Endpoint, max = 10): Client => {
  const where = nameOf(endpoint);
  const driver = openDriver(endpoint, 'receipts', max);
  const orm = drizzle(driver);

  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await repeated(work);
    } catch (error) {
      throw translateError(error, where);
    }
  };

  return {
    where,
    query: async statement => attempt(async () => statement(orm)),
    rows: async <T extends object>(query: SQL) =>
      attempt(async () => [...(await orm.execute(query))] as unknown as readonly T[]),
    read: async <T extends object>(text: string, values: readonly (string | boolean)[]) =>
      attempt(
        async () => (await driver.unsafe(text, [...values], { prepare: endpoint.prepare ?? true })) as unknown as T[],
      ),
    script: async text => {
      await attempt(async () => driver.unsafe(text).simple());
    },
    async *batches<T extends object>(text: string, size: number) {
      try {
        for await (const rows of driver`${driver.unsafe(text)}`.cursor(size)) yield rows as unknown as readonly T[];
      } catch (error) {
        throw translateError(error, where);
      }
    },
    close: async () => driver.end({ timeout: 5 }),
  };
};
