import { AppError } from '#errors';
import { LOG_FORMATS, LOG_LEVELS } from './observe/log-options.ts';

/** One setting: the name of its environment variable, its default as text, what it does, and how it is read. */
interface Setting<T> {
  readonly name: string;
  readonly default: string;
  readonly help: string;
  readonly secret?: true;
  readonly parse: (text: string) => T;
}

const text = (value: string): string => value;
const optional = (value: string): string | undefined => (value === '' ? undefined : value);

const wholeNumber =
  (min: number, max: number) =>
  (value: string): number => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < min || number > max)
      throw new Error(`must be a whole number from ${min} to ${max}`);
    return number;
  };

const yesOrNo = (value: string): boolean => {
  if (['1', 'true', 'yes', 'on'].includes(value)) return true;
  if (['0', 'false', 'no', 'off'].includes(value)) return false;
  throw new Error('must be true or false');
};

const oneOf =
  <T extends string>(words: readonly T[]) =>
  (value: string): T => {
    const found = words.find(word => word === value);
    if (found === undefined) throw new Error(`must be one of ${words.join(', ')}`);
    return found;
  };

const postgresUrl = (value: string): string | undefined => {
  if (value === '') return undefined;
  if (!/^postgres(ql)?:\/\//.test(value)) throw new Error('must start with postgres:// or postgresql://');
  return value;
};

const sessionSecret = (value: string): string | undefined => {
  if (value === '') return undefined;
  if (value.length < 32) throw new Error('must have 32 characters or more');
  return value;
};

/** Without a slash at its end. */
const webOrigin = (value: string): string | undefined => {
  if (value === '') return undefined;
  const url = URL.parse(value);
  if ((url?.protocol !== 'https:' && url?.protocol !== 'http:') || url.pathname !== '/' || url.search || url.hash)
    throw new Error('must be an address such as https://receipts.example, without a path');
  return url.origin;
};

/** Exact origins, separated by commas. */
const webOrigins = (value: string): readonly string[] =>
  value
    .split(',')
    .map(one => one.trim())
    .filter(one => one !== '')
    .map(one => webOrigin(one) ?? one);

const smtpUrl = (value: string): string | undefined => {
  if (value === '') return undefined;
  const url = URL.parse(value);
  if ((url?.protocol !== 'smtp:' && url?.protocol !== 'smtps:') || url.hostname === '')
    throw new Error('must be an address such as smtp://user:password@mail.example:587');
  return value;
};

const proxyUrl = (value: string): string | undefined => {
  if (value === '') return undefined;
  const url = URL.parse(value);
  if ((url?.protocol !== 'http:' && url?.protocol !== 'https:') || url.pathname !== '/')
    throw new Error('must be an address such as http://proxy.example:3128');
  return value;
};

const setting = <T>(row: Setting<T>): Setting<T> => row;

/** Every setting there is. `docs/configuration.md` says the same; a test compares them. */
export const SETTINGS = {
  port: setting({
    name: 'PORT',
    default: '3000',
    help: 'Port of the API and the pages. 0 takes a free one.',
    parse: wholeNumber(0, 65_535),
  }),
  host: setting({
    name: 'HOST',
    default: '127.0.0.1',
    help: 'Address to listen on. 0.0.0.0 opens it to the network.',
    parse: text,
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    default: '',
    help: 'Your Postgres (14 or later). Empty: Receipts runs one of its own in the data directory.',
    secret: true,
    parse: postgresUrl,
  }),
  replicaUrl: setting({
    name: 'DATABASE_REPLICA_URL',
    default: '',
    help: 'A read replica of DATABASE_URL: requests without an API key are read there. Empty: all is read from DATABASE_URL.',
    secret: true,
    parse: postgresUrl,
  }),
  directUrl: setting({
    name: 'DATABASE_DIRECT_URL',
    default: '',
    help: 'DATABASE_URL past a connection pooler, for the one connection on which changes are told. Empty: DATABASE_URL.',
    secret: true,
    parse: postgresUrl,
  }),
  prepare: setting({
    name: 'DATABASE_PREPARE',
    default: 'true',
    help: 'Whether statements are prepared. false: for poolers that share connections and cannot keep prepared statements.',
    parse: yesOrNo,
  }),
  dataDir: setting({
    name: 'RECEIPTS_DATA_DIR',
    default: './data',
    help: "Directory of Receipts' own database.",
    parse: text,
  }),
  demoDataDir: setting({
    name: 'RECEIPTS_DEMO_DATA_DIR',
    default: './data/demo',
    help: "Directory of the demo's database, apart from the real one.",
    parse: text,
  }),
  demoPort: setting({
    name: 'RECEIPTS_DEMO_PORT',
    default: '3210',
    help: "Port of the demo's newsroom; part of its articles' addresses. 0 takes a free one.",
    parse: wholeNumber(0, 65_535),
  }),
  pollMinutes: setting({
    name: 'RECEIPTS_POLL_MINUTES',
    default: '30',
    help: 'Minutes between two polls of a feed that asks for nothing else.',
    parse: wholeNumber(5, 1440),
  }),
  poll: setting({
    name: 'RECEIPTS_POLL',
    default: 'true',
    help: 'Whether `npm start` polls the feeds. false: serve what is held.',
    parse: yesOrNo,
  }),
  workers: setting({
    name: 'RECEIPTS_WORKERS',
    default: '2',
    help: 'Threads that parse feeds and pages.',
    parse: wholeNumber(1, 32),
  }),
  fetchTimeoutSeconds: setting({
    name: 'RECEIPTS_FETCH_TIMEOUT',
    default: '20',
    help: 'Seconds after which a fetch is given up, from the first hop to the last byte.',
    parse: wholeNumber(1, 300),
  }),
  publicUrl: setting({
    name: 'RECEIPTS_PUBLIC_URL',
    default: '',
    help: 'Address under which readers reach this server; exports name it. Empty: the one that a request names.',
    parse: webOrigin,
  }),
  rateLimit: setting({
    name: 'RECEIPTS_RATE_LIMIT',
    default: '300',
    help: 'Requests that one address may make in a minute without a key. 0: as many as it likes.',
    parse: wholeNumber(0, 1_000_000),
  }),
  keyRateLimit: setting({
    name: 'RECEIPTS_KEY_RATE_LIMIT',
    default: '3000',
    help: 'Requests that one API key may make in a minute, unless the key has a number of its own. 0: as many as it likes.',
    parse: wholeNumber(0, 1_000_000),
  }),
  proxies: setting({
    name: 'RECEIPTS_PROXIES',
    default: '0',
    help: 'Proxies in front of the server whose X-Forwarded-For is believed. Too high a number lets callers choose their address.',
    parse: wholeNumber(0, 10),
  }),
  sessionSecret: setting({
    name: 'RECEIPTS_SESSION_SECRET',
    default: '',
    help: 'Signs the sessions of the desk, 32 characters or more, the same on every server behind one address. Empty: a new one at each start, which closes the desk.',
    secret: true,
    parse: sessionSecret,
  }),
  webhookOrigins: setting({
    name: 'RECEIPTS_WEBHOOK_ORIGINS',
    default: '',
    help: 'Origins to which webhooks may go without https and on networks that are not public, separated by commas.',
    parse: webOrigins,
  }),
  smtpUrl: setting({
    name: 'RECEIPTS_SMTP_URL',
    default: '',
    help: 'Mail server for e-mail digests. Empty: none are sent. RECEIPTS_PUBLIC_URL must be set too.',
    secret: true,
    parse: smtpUrl,
  }),
  mailFrom: setting({
    name: 'RECEIPTS_MAIL_FROM',
    default: '',
    help: 'Sender of e-mail digests. Empty: receipts@ the host of RECEIPTS_PUBLIC_URL.',
    parse: optional,
  }),
  fetchOrigins: setting({
    name: 'RECEIPTS_FETCH_ORIGINS',
    default: '',
    help: 'Origins on networks that are not public whose feeds and pages may be fetched, separated by commas.',
    parse: webOrigins,
  }),
  textDays: setting({
    name: 'RECEIPTS_TEXT_DAYS',
    default: '0',
    help: 'Days after which full texts of articles are deleted; quotes stay. 0: kept.',
    parse: wholeNumber(0, 36_500),
  }),
  takedownDays: setting({
    name: 'RECEIPTS_TAKEDOWN_DAYS',
    default: '7',
    help: 'Days in which a takedown can be taken back; then the words of the article are deleted.',
    parse: wholeNumber(0, 365),
  }),
  hstsDays: setting({
    name: 'RECEIPTS_HSTS_DAYS',
    default: '0',
    help: 'Days for which browsers that came by https are told to come by nothing else. 0: they are not told.',
    parse: wholeNumber(0, 730),
  }),
  logFormat: setting({
    name: 'RECEIPTS_LOG',
    default: 'text',
    help: 'How `serve` and `worker` write their log to stderr. text: for people; json: an object a line, requests among them.',
    parse: oneOf(LOG_FORMATS),
  }),
  logLevel: setting({
    name: 'RECEIPTS_LOG_LEVEL',
    default: 'info',
    help: 'From which level on is logged: debug, info, warn, error or silent.',
    parse: oneOf(LOG_LEVELS),
  }),
  fetchProxy: setting({
    name: 'RECEIPTS_FETCH_PROXY',
    default: '',
    help: 'Proxy (http://user:password@proxy.example:3128) for feeds, pages and webhooks. It must check addresses itself.',
    secret: true,
    parse: proxyUrl,
  }),
  contact: setting({
    name: 'RECEIPTS_CONTACT',
    default: '',
    help: 'Web or e-mail address that the User-Agent names, so that publishers can reach you. Empty: RECEIPTS_PUBLIC_URL.',
    parse: optional,
  }),
} as const;

/** The settings as the program uses them. */
export type Config = { readonly [K in keyof typeof SETTINGS]: ReturnType<(typeof SETTINGS)[K]['parse']> };

type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that is empty, or blank, counts as not set: that is how shells and containers leave one out. */
const givenIn = (environment: Environment, name: string): string | undefined => environment[name]?.trim() || undefined;

/**
 * Reads all settings from an environment; the only reader of it.
 *
 * @throws AppError `config` that names the variable, its value (unless secret) and what is allowed
 */
export const readConfig = (environment: Environment = process.env): Config => {
  const entries = Object.entries(SETTINGS).map(([key, row]: [string, Setting<unknown>]) => {
    const given = givenIn(environment, row.name) ?? row.default;
    try {
      return [key, row.parse(given)];
    } catch (cause) {
      const shown = row.secret ? 'The value' : `"${given}"`;
      throw new AppError(
        'config',
        `${row.name}: ${shown} ${cause instanceof Error ? cause.message : 'is not valid'}.`,
        {
          subject: row.name,
          hint: `${row.help} Default: ${row.default === '' ? '(empty)' : row.default}.`,
          cause,
        },
      );
    }
  });
  return Object.fromEntries(entries) as Config;
};

/** A setting as `receipts config` prints it; secrets are hidden. */
export const describeConfig = (
  environment: Environment = process.env,
): readonly { name: string; value: string; default: string; help: string }[] =>
  Object.values(SETTINGS).map((row: Setting<unknown>) => {
    const given = givenIn(environment, row.name);
    const value = given === undefined ? row.default : row.secret ? '(set, hidden)' : given;
    return { name: row.name, value, default: row.default, help: row.help };
  });
