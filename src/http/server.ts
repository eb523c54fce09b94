import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

/** Requests still open this long after the call to stop are cut off. */
const GRACE_MS = 5_000;

/** How long a client may take for its part; what it takes to read an answer is bounded by `cutSlowReaders`. */
const LIMITS = {
  /** ms from the connection's first byte to the end of the headers. */
  headersTimeout: 10_000,
  /** ms to the end of the body. */
  requestTimeout: 30_000,
  /** ms that a connection without a request stays open. */
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
} as const;

/** A server whose clients cannot take as long as they like. It does not listen yet. */
export const createHttpServer = (
  limits: Partial<typeof LIMITS | Readonly<Record<keyof typeof LIMITS, number>>> = {},
): Server => createServer({ ...LIMITS, ...limits });

/** Takes no new connections, lets requests that are being answered end, and after `graceMs` cuts what is left. */
export const closeServer = async (server: Server, graceMs = GRACE_MS): Promise<void> => {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
};
