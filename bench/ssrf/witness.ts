import { createHook } from 'node:async_hooks';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Somebody who listens at every address of this machine, and writes down at which one each connection arrived. */
export interface Witness {
  readonly port: number;
  /** Addresses at which connections arrived since the last call. */
  take(): readonly string[];
  close(): Promise<void>;
}

/** One spelling for each address. */
export const plain = (address: string): string => {
  const bare = address.replace(/%.*$/, '');
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : bare;
};

/** Answers `/to?URL` with a redirect there, all else with a page. */
const answer = (request: IncomingMessage, response: ServerResponse): void => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://witness.invalid');
  response.setHeader('connection', 'close');
  if (pathname === '/to')
    response.writeHead(302, { location: Buffer.from(decodeURIComponent(search.slice(1))).toString('latin1') }).end();
  else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>reached');
};

/** Starts a witness. `host`: where it listens; default everywhere. */
export const startWitness = async (host = '::'): Promise<Witness> => {
  const arrived: string[] = [];
  const server = createServer(answer);
  server.on('connection', (socket: Socket) => arrived.push(plain(socket.localAddress ?? 'an unknown address')));
  server.on('connect', (_, socket) => socket.destroy());
  await new Promise<void>(resolve => server.listen(0, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    take: () => arrived.splice(0),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

interface ConnectRequest {
  readonly address?: string;
}

/** Counts what Node hands to the system to be connected, below every library: `net`'s own requests. */
export const countConnects = (): { take(): readonly string[] } => {
  const requests: ConnectRequest[] = [];
  createHook({
    init(_id, type, _trigger, resource) {
      if (type === 'TCPCONNECTWRAP') requests.push(resource);
    },
  }).enable();
  return { take: () => requests.splice(0).map(({ address }) => plain(address ?? 'an unknown address')) };
};
