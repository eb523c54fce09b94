import { once } from 'node:events';
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A reverse proxy that goes round servers, and asks the next one where a server cannot be reached. */
export const openBalancer = async (ports: readonly number[]): Promise<{ readonly port: number; close(): void }> => {
  let turn = 0;
  const server = createServer((request, response) => {
    const pass = (tries: number): void => {
      const port = ports[turn++ % ports.length];
      let answered = false;
      const outgoing = ask(
        { host: '127.0.0.1', port, path: request.url, method: request.method, headers: request.headers },
        incoming => {
          answered = true;
          response.writeHead(incoming.statusCode ?? 502, incoming.headers);
          incoming.on('error', () => response.destroy());
          incoming.pipe(response);
        },
      );
      outgoing.on('error', () => {
        if (!answered && tries > 1) pass(tries - 1);
        else if (!answered) response.writeHead(502).end();
      });
      outgoing.end();
    };
    pass(ports.length * 2);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
