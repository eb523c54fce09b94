import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, open, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '#errors';
import type { Binaries } from './binaries.ts';
import { type Identity, launchAs } from './identity.ts';
import { type Layout, makePrivate, SOCKET_PORT, socketFolder } from './layout.ts';
import { readPostmaster } from './postmaster.ts';
import { isAlive, runToEnd, startDetached } from './process.ts';

/** A log that grew beyond this many bytes is begun anew at the next start. */
const LONGEST_LOG = 5_000_000;

/** A server that was started and may not yet take connections. */
export interface StartedServer {
  readonly child: ChildProcess;
  /** What it wrote to its log since it was started. */
  said(): Promise<string>;
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : SOCKET_PORT;
};

const settings = async (tcp: boolean, socket: string): Promise<readonly string[]> =>
  tcp
    ? [`listen_addresses=127.0.0.1`, `port=${await freePort()}`, 'unix_socket_directories=']
    : [
        'listen_addresses=',
        `port=${SOCKET_PORT}`,
        // Quoted, because the setting is a list with commas.
        `unix_socket_directories="${socket.replaceAll('"', '""')}"`,
        'unix_socket_permissions=0700',
      ];

const openLog = async (layout: Layout) => {
  const size = await stat(layout.log).then(
    found => found.size,
    () => 0,
  );
  return open(layout.log, size > LONGEST_LOG ? 'w' : 'a', 0o600);
};

/** Starts the server of a cluster, in a session of its own. Extra `settings` are `name=value` as in postgresql.conf. */
export const startServer = async (
  layout: Layout,
  binaries: Binaries,
  identity: Identity | undefined,
  tcp: boolean,
  extra: readonly string[],
): Promise<StartedServer> => {
  const socket = socketFolder(layout);
  if (!tcp) {
    await makePrivate(socket, [process.getuid?.() ?? 0, identity?.uid ?? 0]);
    if (identity) await chown(socket, identity.uid, identity.gid);
  }
  const all = [...(await settings(tcp, socket)), 'max_connections=200', ...extra];
  const flags = all.flatMap(setting => ['-c', setting]);
  const folders = [layout.dataDir, dirname(binaries.postgres), ...(tcp ? [] : [dirname(socket)])];
  const launch = await launchAs(identity, folders, binaries.postgres, ['-D', layout.cluster, ...flags]);
  const log = await openLog(layout);
  // Whoever runs next as that user must be able to write it, too.
  if (identity) await log.chown(identity.uid, identity.gid);
  const { size } = await log.stat();
  try {
    const child = startDetached(launch, log.fd);
    // Without a listener, a program that cannot be started would end ours.
    child.on('error', () => {});
    return { child, said: async () => (await readFile(layout.log)).subarray(size).toString() };
  } finally {
    await log.close();
  }
};

/**
 * Stops the server of a cluster: connections are cut, everything is written out. Resolves when it is gone.
 * @throws AppError `database-unavailable` where it does not stop within `seconds`.
 */
export const stopServer = async (layout: Layout, binaries: Binaries, seconds = 60): Promise<void> => {
  const running = await readPostmaster(layout);
  if (!running) return;
  if (process.platform === 'win32') {
    await runToEnd({ file: binaries.pgCtl, args: ['stop', '-D', layout.cluster, '-m', 'fast', '-w'] });
    return;
  }
  if (isAlive(running.pid)) process.kill(running.pid, 'SIGINT');
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await delay(10)) {
    const now = await readPostmaster(layout);
    if (now?.pid !== running.pid || !isAlive(running.pid)) return;
  }
  throw new AppError('database-unavailable', `The database server (process ${running.pid}) does not stop.`, {
    subject: layout.cluster,
    hint: `Look at ${layout.log}.`,
  });
};
