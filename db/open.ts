import type { Access } from './access.ts';
import { type Client, type Endpoint, openClient, parseDatabaseUrl } from './client.ts';
import { openClock } from './clock.ts';
import { createStore } from './create-store.ts';
import { type Attachment, attachEmbedded } from './embedded.ts';
import { createHealth, type Health } from './health.ts';
import { createHouse, type House } from './house.ts';
import { migrate } from './migrate.ts';
import type { Push } from './push.ts';
import { createAccess } from './queries/access.ts';
import { takeHostTurn } from './queries/host-turns.ts';
import { createPush } from './queries/push.ts';
import { createRequests } from './queries/requests.ts';
import { createQueue, type Queue } from './queue.ts';
import { readingFrom } from './replica.ts';
import type { CorrectionRequests } from './requests.ts';
import { createRetention, type Retention } from './retention.ts';
import { shortOfRoom } from './room.ts';
import type { Store } from './store.ts';
import { openWatch, type Watch } from './watch.ts';

export interface DatabaseOptions {
  /** Postgres 14 or later; absent: the own server in `dataDir`. */
  readonly url?: string;
  /** A read replica of it: lists, timelines and searches are read there. */
  readonly replicaUrl?: string;
  /** The same server past a pooler, for notices, which need a connection of their own. Absent: `url`. */
  readonly directUrl?: string;
  /** False: statements are not prepared, as some poolers need it. Default true. */
  readonly prepare?: boolean;
  /** Folder of the own server; not touched where `url` is given. */
  readonly dataDir: string;
  /** Told what happens, a sentence each. */
  readonly log?: (line: string) => void;
  /** Most connections of the store. Default 10. */
  readonly connections?: number;
}

/** An open database, migrated. */
export interface Database {
  readonly store: Store;
  /** For readers who need not see what they have just written: it reads from the replica, where there is one. */
  readonly reads: Store;
  /** Tells when what `reads` gives has changed. Begins to watch at the first call; a server calls it once. */
  readonly watch: () => Watch;
  readonly access: Access;
  readonly push: Push;
  readonly requests: CorrectionRequests;
  readonly health: Health;
  readonly house: House;
  readonly retention: Retention;
  /** Takes the next turn at a host among all processes; milliseconds until it comes. Turns are `gapMs` ms apart. */
  readonly takeHostTurn: (host: string, gapMs: number) => Promise<number>;
  /** Does nothing until it is started. */
  readonly queue: Queue;
  /** What the database's clock shows, by which all processes go. */
  readonly now: () => Date;
  /** Server and database for people, without user and password. */
  readonly where: string;
  /** Schema versions before and after opening; equal where nothing was to be done. */
  readonly schema: { readonly from: number; readonly to: number };
  /** Stops the queue and closes the connections; stops the own server where nobody else uses it. */
  close(): Promise<void>;
}

const begin = async (client: Client, log: (line: string) => void) => {
  const schema = await migrate(client);
  if (schema.from !== schema.to) log(`The database at ${client.where} now has schema version ${schema.to}.`);
  return schema;
};

/**
 * Opens the database: with a URL the user's Postgres, else Receipts' own one in the data directory, which is started
 * where it does not run. Brings the schema up to date.
 * @throws AppError `config`, `database-unavailable`, `database-schema-newer`, `database-platform`.
 */
export const openDatabase = async (options: DatabaseOptions): Promise<Database> => {
  const log = options.log ?? (() => {});
  const prepared = { prepare: options.prepare ?? true };
  const endpointOf = (url: string | undefined): Endpoint | undefined =>
    url === undefined ? undefined : { ...parseDatabaseUrl(url), ...prepared };
  const given = endpointOf(options.url);
  const replicaAt = endpointOf(options.replicaUrl);
  const own: Attachment | undefined = given ? undefined : await attachEmbedded({ dataDir: options.dataDir, log });
  const endpoint = given ?? own?.endpoint ?? {};
  let client: Client | undefined;
  let replica: Client | undefined;
  let queue: Queue | undefined;
  let watch: Watch | undefined;
  const close = async () => {
    try {
      await queue?.stop();
      await watch?.close();
      await replica?.close();
      await client?.close();
    } finally {
      await own?.release();
    }
  };
  try {
    const primary = openClient(endpoint, options.connections);
    client = primary;
    const schema = await begin(client, log);
    replica = replicaAt && openClient(replicaAt, options.connections);
    const reader = replica ? readingFrom(replica, client, log) : client;
    const clock = await openClock(client);
    const room = () => shortOfRoom(own && options.dataDir);
    queue = createQueue(endpoint, client, { clock, shortOfRoom: room });
    const [access, push, requests] = [createAccess(client), createPush(client), createRequests(client)];
    const [health, house] = [createHealth(client, room), createHouse(client)];
    return {
      takeHostTurn: (host, gapMs) => takeHostTurn(primary, host, gapMs),
      store: createStore(client),
      reads: createStore(reader),
      watch: () => {
        watch ??= openWatch(reader, endpointOf(options.directUrl) ?? endpoint, log);
        return watch;
      },
      access,
      push,
      requests,
      health,
      house,
      retention: createRetention(client),
      queue,
      now: clock.now,
      where: client.where,
      schema,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
