import { createReadStream } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FEED_CASES } from './feed-cases.ts';
import { PAGE_CASES } from './page-cases.ts';
import { TRANSPORT_CASES } from './transport-cases.ts';

/**
 * The hostile server, a process of its own: `/feed/N`, `/page/N` and `/transport/N` are the cases of the tables,
 * `/file?PATH` a file, `/headers` says which headers came.
 * A case is made when its path is sent to the process, which then sends it back. Sends its port to the process that started it.
 */
const sendFile = (response: ServerResponse, path: string): void => {
  const isPage = path.includes('.html');
  response.writeHead(200, {
    'content-type': isPage ? 'text/html' : path.endsWith('.json') ? 'application/json' : 'application/xml',
    ...(path.endsWith('.gz') ? { 'content-encoding': 'gzip' } : {}),
  });
  createReadStream(path).pipe(response);
};

const prepared = new Map<string, Uint8Array>();

const caseAt = (path: string) => {
  const [, table, number] = path.split('/');
  return (table === 'feed' ? FEED_CASES : PAGE_CASES)[Number(number)];
};

/** What takes time to make is made before it is asked for, so that only the reading is measured. */
const prepare = (path: string): void => {
  const [, table, number] = path.split('/');
  if (table === 'transport') TRANSPORT_CASES[Number(number)]?.prepare?.();
  const body = table === 'transport' ? undefined : caseAt(path)?.body();
  if (body !== undefined) prepared.set(path, typeof body === 'string' ? Buffer.from(body) : body);
};

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const [, table, number] = url.pathname.split('/');
  if (table === 'file') return sendFile(response, decodeURIComponent(url.search.slice(1)));
  if (table === 'headers') {
    const names = Object.keys(request.headers).sort().join(' ');
    return void response.writeHead(200, { 'content-type': 'text/html', 'x-said': names }).end(names);
  }
  if (table === 'transport') return TRANSPORT_CASES[Number(number)]?.answer(response, url);
  const found = caseAt(url.pathname);
  const body = prepared.get(url.pathname);
  if (found === undefined || body === undefined) return void response.writeHead(404).end();
  prepared.delete(url.pathname);
  const types = {
    feed: 'application/xml',
    page: 'text/html',
    sitemap: 'application/xml',
    robots: 'text/plain',
  } as const;
  response.writeHead(200, { 'content-type': found.contentType ?? types[found.kind] }).end(body);
});
server.on('clientError', (_, socket) => socket.destroy());
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('message', (path: string) => {
  prepare(path);
  process.send?.(path);
});
process.on('disconnect', () => process.exit());
