// Sends requests made from openapi.yaml, valid and broken, to a server with the demo's news, and holds every answer to it.
//   npm run fuzz:api -- [REQUESTS] [SEED]     by default 20,000 and a seed of the day
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '#compose';
import { readConfig } from '#config';
import { startNewsroom } from '#demo';
import { SCOPES, secretHash, tokenOf } from '#domain/access.ts';
import { createApp } from '#http';
import { createHistory, runOnce } from '#pipeline';
import { openDesk } from '../src/desk.ts';
import { knownValues } from '../test/support/fuzz/known.ts';
import { type FuzzReport, fuzz } from '../test/support/fuzz/run.ts';
import { fullyEquipped } from '../test/support/fuzz/server.ts';

const [requests = 20_000, seed = Math.floor(Date.now() / 86_400_000)] = process.argv.slice(2).map(Number);
const SHOWN = 20;

const print = (report: FuzzReport, seconds: number): void => {
  const statuses = Object.entries(report.byStatus).map(([status, times]) => `${status}: ${times}`);
  console.log(
    `${report.requests} requests to ${report.operations} operations in ${seconds.toFixed(0)} s, seed ${report.seed}`,
  );
  console.log(`${report.broken} of them with a value that the contract does not allow`);
  console.log(`answers ${statuses.join(', ')}; ${report.exchanges.size} different documented answers`);
  const refused = Object.entries(report.refused).toSorted(([, a], [, b]) => b - a);
  console.log(`allowed by the contract and refused: ${refused.map(([what, times]) => `${what} ${times}`).join(', ')}`);
  for (const { fault, request } of report.findings.slice(0, SHOWN)) console.log(`FAULT ${fault}\n  ${request}`);
  const server = Object.entries(report.byStatus).filter(([status]) => status.startsWith('5'));
  const bad = new Set(report.findings.map(({ request }) => request)).size;
  const conform = (100 * (report.requests - bad)) / report.requests;
  console.log(
    `fuzz:api: ${server.reduce((sum, [, times]) => sum + times, 0)} answers of 5xx, ${conform.toFixed(3)} % conform`,
  );
};

const dataDir = mkdtempSync(join(tmpdir(), 'receipts-fuzz-'));
let faults = 1;
{
  await using parts = new AsyncDisposableStack();
  parts.defer(() => rmSync(dataDir, { recursive: true, force: true }));
  const newsroom = parts.adopt(await startNewsroom({ port: 0 }), room => room.close());
  const config = {
    ...readConfig({ RECEIPTS_DATA_DIR: dataDir, RECEIPTS_RATE_LIMIT: '0', RECEIPTS_KEY_RATE_LIMIT: '0' }),
    databaseUrl: undefined,
  };
  const quiet = (): void => {};
  const program = parts.adopt(await compose(config, { log: quiet, allowOrigins: [newsroom.origin], gapMs: 0 }), one =>
    one.close(),
  );
  await program.store.syncBuiltinSources(newsroom.sources);
  const sources = newsroom.sources.map(({ id }) => id);
  await runOnce(program.stages, sources);
  newsroom.publishNextEdition();
  const run = await runOnce(program.stages, sources);
  console.log(
    `The demo's news is in: ${(await program.store.status()).articles} articles, ${run.incidents} incidents derived.`,
  );
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  parts.defer(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { desk } = parts.adopt(openDesk(config, program, { site: origin, demo: true }), one => one.close());
  const { store, stages } = program;
  const contract = readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8');
  const history = createHistory(stages);
  const log = (line: string): void => console.error(line.slice(0, 2000));
  server.on('request', createApp(fullyEquipped({ store, history, desk, contract, demo: true, version: '0.1.0', log })));
  const keys = await Promise.all(
    SCOPES.map(async scope => {
      const [id, secret] = [`key_${randomBytes(6).toString('hex')}`, randomBytes(32)];
      const createdAt = new Date().toISOString();
      await desk.access.createKey({ id, name: `Fuzz ${scope}`, scope, createdAt, secretHash: secretHash(secret) });
      return tokenOf(id, secret);
    }),
  );
  const started = performance.now();
  const report = await fuzz({ origin, requests, known: { values: await knownValues(origin), keys }, seed });
  print(report, (performance.now() - started) / 1000);
  faults = report.findings.length;
}
process.exit(faults === 0 ? 0 : 1);
