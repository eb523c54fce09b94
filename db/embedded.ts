import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { AppError, messageOf } from '#errors';
import type { Endpoint } from './client.ts';
import { openDriver } from './client.ts';
import { type Binaries, findBinaries, finishInstall } from './embedded/binaries.ts';
import { ensureCluster } from './embedded/cluster.ts';
import { type Identity, serverIdentity } from './embedded/identity.ts';
import { dropSocketFolder, type Layout, layOut } from './embedded/layout.ts';
import { type Lease, takeLease } from './embedded/lease.ts';
import { readPostmaster } from './embedded/postmaster.ts';
import { isAlive } from './embedded/process.ts';
import { reachableBinaries } from './embedded/reachable.ts';
import { type StartedServer, startServer, stopServer } from './embedded/server.ts';
import { clearStaleMarks } from './embedded/stale.ts';
import { brokenConstraint, errorCode } from './errors.ts';
import { shortOfRoom } from './room.ts';

/** How the own server is run. */
export interface EmbeddedOptions {
  readonly dataDir: string;
  /** Told what happens, a sentence each. */
  readonly log?: (line: string) => void;
  /** Further settings of the server, `name=value` as in postgresql.conf. Only whoever starts it sets them. */
  readonly settings?: readonly string[];
  /** `tcp`: 127.0.0.1 with a password, the default on Windows. */
  readonly transport?: 'socket' | 'tcp';
  /** How long to wait for the server, in seconds. A server that recovers from a crash takes its time. */
  readonly patience?: number;
}

/** Our part in a running server. */
export interface Attachment {
  /** The database `receipts` on it. */
  readonly endpoint: Endpoint;
  /** Leaves; stops the server where nobody else is attached. */
  release(): Promise<void>;
}

interface Site {
  readonly layout: Layout;
  readonly binaries: Binaries;
  readonly identity: Identity | undefined;
  readonly tcp: boolean;
  readonly settings: readonly string[];
  readonly patience: number;
  readonly log: (line: string) => void;
}

interface Held {
  readonly lease: Lease;
  readonly endpoint: Endpoint;
}

const NAME = 'receipts';
const PAUSE_MS = 15;
/** Between attempts to get back a server that does not start. */
const AGAIN_MS = 1000;
/** A server that cannot start says so at once; several starts only cover that another process' server is just ending. */
const STARTS = 5;

const unavailable = async (site: Site, what: string, server?: StartedServer): Promise<AppError> => {
  const said = server ? await server.said() : await readFile(site.layout.log, 'utf8').catch(() => '');
  const short = await shortOfRoom(site.layout.dataDir).catch(() => undefined);
  return new AppError('database-unavailable', `The database in ${site.layout.dataDir} ${what}.`, {
    subject: site.layout.dataDir,
    hint: short ?? `Look at ${site.layout.log}, or set DATABASE_URL to another server.`,
    data: { log: said.trim().split('\n').slice(-5) },
  });
};

/** Tries to take a lease of whatever server the cluster is marked with. */
const enter = async (site: Site, lost: () => void): Promise<Held | undefined> => {
  const running = await readPostmaster(site.layout);
  if (!running) return undefined;
  try {
    const lease = await takeLease(running.endpoint, lost);
    return lease && { lease, endpoint: running.endpoint };
  } catch {
    // Starting, stopping or dead: the caller sees which by looking again.
    return undefined;
  }
};

const isRunning = ({ child }: StartedServer): boolean =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;

/** Whether somebody else's server is starting, running or stopping on the cluster. */
const isTaken = async (site: Site): Promise<boolean> => {
  const other = await readPostmaster(site.layout);
  return other !== undefined && isAlive(other.pid) && !(await clearStaleMarks(site.layout, other.pid));
};

/** Whether a start failed because a killed server, or the last of its processes, is still ending. */
const isEnding = async (server: StartedServer | undefined): Promise<boolean> =>
  server !== undefined && /shared memory block|lock file "postmaster\.pid" already exists/.test(await server.said());

const begin = async (site: Site): Promise<StartedServer> => {
  try {
    return await startServer(site.layout, site.binaries, site.identity, site.tcp, site.settings);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('config', `The data directory ${site.layout.dataDir} cannot be used: ${messageOf(cause)}`, {
      subject: site.layout.dataDir,
      hint: 'Set RECEIPTS_DATA_DIR to a folder that can be written, or set DATABASE_URL.',
      cause,
    });
  }
};

/** Enters the server of the cluster, starting it where none runs. Gives up when it is not wanted any more. */
const enterOrStart = async (site: Site, lost: () => void, wanted: () => boolean): Promise<Held> => {
  let server: StartedServer | undefined;
  let starts = 0;
  for (const deadline = Date.now() + site.patience * 1000; Date.now() < deadline; await delay(PAUSE_MS)) {
    if (!wanted()) throw await unavailable(site, 'is not wanted any more');
    const held = await enter(site, lost);
    if (held) return held;
    if ((server && isRunning(server)) || (await isTaken(site))) continue;
    if (!(await isEnding(server)) && starts++ === STARTS) throw await unavailable(site, 'does not start', server);
    server = await begin(site);
  }
  throw await unavailable(site, `did not answer within ${site.patience} seconds`, server);
};

const ensureDatabase = async (endpoint: Endpoint): Promise<Endpoint> => {
  const driver = openDriver(endpoint, 'receipts', 1);
  try {
    const found = await driver`select 1 from pg_database where datname = ${NAME}`;
    if (found.length === 0) await driver.unsafe(`create database ${NAME}`);
  } catch (error) {
    // Another process made it at the same moment.
    const made = errorCode(error) === '42P04' || brokenConstraint(error) === 'pg_database_datname_index';
    if (!made) throw error;
  } finally {
    await driver.end({ timeout: 1 });
  }
  return { ...endpoint, database: NAME };
};

/** Holds a lease for as long as it is wanted: where one is lost, enters again, and starts the server where it is gone. */
const keepLease = async (site: Site) => {
  let wanted = true;
  let current: Promise<Held>;
  const take = (): Promise<Held> => enterOrStart(site, lost, () => wanted);
  const lost = () => {
    if (!wanted) return;
    site.log('The connection to the own database was lost; connecting again.');
    current = again();
    current.catch(() => {});
  };
  /** A server that was lost is wanted until it is back: a disk that is full now has room some time. */
  const again = async (): Promise<Held> => {
    for (let told = ''; ; await delay(AGAIN_MS)) {
      try {
        return await take();
      } catch (error) {
        if (!wanted) throw error;
        if (messageOf(error) !== told) site.log(messageOf(error));
        told = messageOf(error);
      }
    }
  };
  current = take();
  const { endpoint } = await current;
  return {
    endpoint,
    release: async () => {
      wanted = false;
      const held = await current.catch(() => undefined);
      if (!held) return;
      const last = await held.lease.giveBack().catch(() => false);
      try {
        if (last) {
          await stopServer(site.layout, site.binaries);
          await dropSocketFolder(site.layout);
        }
      } finally {
        await held.lease.close();
      }
    },
  };
};

/**
 * Attaches to the own Postgres of a data directory: enters the server that runs on it, or makes and starts one.
 * Any number of processes may do so, also at the same moment; the last one to leave stops the server, and one that a
 * crash left behind serves on.
 * @throws AppError `database-platform`, `database-unavailable`, `config`.
 */
export const attachEmbedded = async (options: EmbeddedOptions): Promise<Attachment> => {
  const installed = await findBinaries();
  await finishInstall(installed);
  const layout = await layOut(options.dataDir);
  const identity = await serverIdentity(layout.cluster);
  const binaries = await reachableBinaries(installed, identity);
  const tcp = (options.transport ?? (process.platform === 'win32' ? 'tcp' : 'socket')) === 'tcp';
  await ensureCluster(layout, binaries, identity, tcp);
  const lease = await keepLease({
    layout,
    binaries,
    identity,
    tcp,
    settings: options.settings ?? [],
    patience: options.patience ?? 120,
    log: options.log ?? (() => {}),
  });
  return { endpoint: await ensureDatabase(lease.endpoint), release: lease.release };
};
