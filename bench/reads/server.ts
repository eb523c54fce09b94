import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createApp } from '#http';
import { createHistory } from '#pipeline';
import { parseDatabaseUrl } from '../../db/client.ts';
import { openDatabase } from '../../db/open.ts';
import { createGate } from '../../src/http/auth.ts';
import { commonHeaders, openToAll } from '../../src/http/headers.ts';
import { cutSlowReaders, tellRoute } from '../../src/http/observing.ts';
import { linkingWith } from '../growth/build.ts';
import { openRelational } from './relational.ts';

/*
 * The process that is measured: the interface itself with and without kept answers, and handlers of Express behind the
 * same middleware. Its parent asks it over `process.send` for the processor time that it used.
 */
const [url = '', ...ids] = process.argv.slice(2);
const database = await openDatabase({ url, dataDir: '' });
const { store } = database;
const base = { store, history: createHistory(linkingWith(store)), contract: '', demo: false, version: '0' };
const relational = openRelational(parseDatabaseUrl(url));
const bytes = new Map<string, Buffer>();
for (const id of ids) {
  const packed = await store.getPackedTimeline(id, 'br', '');
  if (packed !== undefined && 'found' in packed && packed.found.bytes) bytes.set(id, Buffer.from(packed.found.bytes));
}

const plain = express();
plain.disable('x-powered-by').disable('etag').enable('case sensitive routing').set('query parser', false);
plain.use(commonHeaders({ demo: false, hstsDays: 0 }), cutSlowReaders(60_000));
plain.use('/v1', openToAll);
plain.use(createGate({}));
plain.get('/v1/empty', tellRoute('/v1/empty'), (_request, response) => {
  response.status(204).end();
});
plain.get('/v1/memory/:id', tellRoute('/v1/memory/:id'), (request, response) => {
  response.setHeader('Content-Type', 'application/json');
  response.setHeader('Content-Encoding', 'br');
  response.setHeader('Cache-Control', 'public, no-cache');
  response.send(bytes.get(String(request.params['id'])));
});
plain.get('/v1/relational/:id', tellRoute('/v1/relational/:id'), async (request, response) => {
  response.json(await relational.read(String(request.params['id'])));
});

const apps = { stored: createApp(base), kept: createApp({ ...base, watch: database.watch() }), plain };
const ports: Record<string, number> = {};
for (const [name, app] of Object.entries(apps)) {
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ports[name] = (server.address() as AddressInfo).port;
}
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1000);
});
process.on('disconnect', () => process.exit());
process.send?.(ports);
