import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Endpoint } from '../client.ts';
import { SUPERUSER } from './cluster.ts';
import type { Layout } from './layout.ts';

/** A server as its `postmaster.pid` tells of it; the server may be gone. */
export interface Postmaster {
  readonly pid: number;
  /** How to enter it. */
  readonly endpoint: Endpoint;
}

/**
 * Reads the file with which a server marks its cluster as taken (lines: pid, folder, start time, port, socket folder,
 * address, shared memory, state). Undefined where there is none or it is not yet written out.
 */
export const readPostmaster = async (layout: Layout): Promise<Postmaster | undefined> => {
  const text = await readFile(join(layout.cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port, socket, address] = text.split('\n').map(line => line.trim());
  if (!pid || !port) return undefined;
  const common = { port: Number(port), user: SUPERUSER, database: 'postgres' };
  if (socket) return { pid: Number(pid), endpoint: { ...common, host: socket } };
  if (!address) return undefined;
  const password = await readFile(layout.password, 'utf8');
  return { pid: Number(pid), endpoint: { ...common, host: address, password } };
};
