import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, type Program, reading } from '#compose';
import { type Config, readConfig } from '#config';
import { type Scope, secretHash, tokenOf } from '#domain/access.ts';
import { createApp } from '#http';
import { createHistory } from '#pipeline';
import { type OpenDesk, openDesk } from '../src/desk.ts';
import { createHttpServer } from '../src/http/server.ts';

/** A whole server in this process, on a database of its own in a folder that goes when it closes. */
export interface Serving extends AsyncDisposable {
  readonly origin: string;
  readonly dataDir: string;
  readonly config: Config;
  readonly program: Program;
  readonly desk: OpenDesk;
  /** Makes a key, and returns the token that its holder sends. */
  key(scope: Scope): Promise<string>;
}

/** Opens one. `environment`: settings beside the folder of the database. */
export const openServing = async (environment: Readonly<Record<string, string>> = {}): Promise<Serving> => {
  await using opening = new AsyncDisposableStack();
  const dataDir = mkdtempSync(join(tmpdir(), 'receipts-bench-'));
  opening.defer(() => rmSync(dataDir, { recursive: true, force: true }));
  const config: Config = { ...readConfig({ ...environment, RECEIPTS_DATA_DIR: dataDir }), databaseUrl: undefined };
  const program = opening.adopt(await compose(config, { log: () => {}, gapMs: 0 }), one => one.close());
  const server = createHttpServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opening.defer(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const desk = opening.adopt(openDesk(config, program, { site: origin, demo: false }), one => one.close());
  const contract = readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8');
  const { store, stages } = program;
  const log = (line: string): void => console.error(line.slice(0, 2000));
  const app = createApp({
    store,
    history: createHistory(stages),
    reading,
    desk: desk.desk,
    contract,
    demo: false,
    proxies: config.proxies,
    version: '0.0.0',
    log,
  });
  server.on('request', app);
  const parts = opening.move();
  return {
    origin,
    dataDir,
    config,
    program,
    desk,
    async key(scope) {
      const [id, secret] = [`key_${randomBytes(6).toString('hex')}`, randomBytes(32)];
      const createdAt = new Date().toISOString();
      await desk.desk.access.createKey({
        id,
        name: `Bench ${scope}`,
        scope,
        createdAt,
        secretHash: secretHash(secret),
      });
      return tokenOf(id, secret);
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
};
