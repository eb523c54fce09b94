import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { compose, type Program } from '#compose';
import { readConfig } from '#config';
import { type Scope, secretHash, tokenOf } from '#domain/access.ts';
import { createApp } from '#http';
import { createHistory } from '#pipeline';
import { type OpenDesk, openDesk } from '../../src/desk.ts';
import type { AppDependencies } from '../../src/http/app.ts';
import { DESK_ROUTES } from '../../src/http/routes/desk.ts';
import { createDatabase } from './database.ts';

/** A whole server on a database of its own, put together as `receipts serve` does it, with a clock that tests turn. */
export interface TestDesk extends OpenDesk {
  readonly program: Program;
  readonly origin: string;
  /** Of the database. */
  readonly url: string;
  readonly http: ReturnType<typeof request>;
  /** Makes a key and returns what its holder sends. */
  key(scope: Scope, options?: { readonly name?: string; readonly perMinute?: number }): Promise<string>;
  /** Moves the clock. */
  pass(seconds: number): void;
  readonly now: () => Date;
  close(): Promise<void>;
}

const silent = (): void => {};

interface DeskOptions {
  /** Database of another one. */
  readonly url?: string;
  readonly demo?: boolean;
  /** Changes what the server is made of. */
  readonly change?: (dependencies: AppDependencies) => AppDependencies;
}

const same = (dependencies: AppDependencies): AppDependencies => dependencies;

/** Whether an answer of the contract (`GET /v1/sources 200`) is one of keys, writes and push, or of a gate before all. */
export const isDeskAnswer = (answer: string): boolean => {
  const [method = '', path = '', status] = answer.split(' ');
  if (status === '401' || status === '429') return true;
  return DESK_ROUTES.some(
    route =>
      route.path.replace(/:(\w+)/g, '{$1}') === path &&
      route[method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete'] !== undefined,
  );
};

/** Opens one. `environment`: settings beside the database's. */
export const testDesk = async (
  environment: Readonly<Record<string, string>> = {},
  { url: given, demo = false, change = same }: DeskOptions = {},
): Promise<TestDesk> => {
  const own = given === undefined ? await createDatabase() : undefined;
  const url = given ?? own?.url ?? '';
  const config = readConfig({ DATABASE_URL: url, ...environment });
  const opened = await compose(config, { log: silent });
  let ahead = 0;
  const now = (): Date => new Date(Date.now() + ahead);
  const program: Program = { ...opened, stages: { ...opened.stages, now, random: () => 0.5 } };
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const open = openDesk(config, program, { site: config.publicUrl ?? origin, demo });
  const app = createApp(
    change({
      store: program.store,
      history: createHistory(program.stages),
      desk: open.desk,
      contract: readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8'),
      demo,
      ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
      proxies: config.proxies,
      version: '0.1.0',
      log: silent,
    }),
  );
  server.on('request', app);
  return {
    ...open,
    program,
    origin,
    url,
    http: request(server),
    now,
    async key(scope, { name = 'Ada Desk', perMinute } = {}) {
      const [id, secret] = [`key_${randomBytes(6).toString('hex')}`, randomBytes(32)];
      const createdAt = now().toISOString();
      const limit = perMinute === undefined ? {} : { perMinute };
      await open.desk.access.createKey({ id, name, scope, createdAt, secretHash: secretHash(secret), ...limit });
      return tokenOf(id, secret);
    },
    pass: seconds => {
      ahead += seconds * 1000;
    },
    async close() {
      await open.close();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      await opened.close();
      await own?.drop();
    },
  };
};

/** Articles about one attack, in invented words. */
export const ARTICLES = {
  first: {
    url: 'https://outlet.example/harrods-1',
    source: 'outlet.example',
    title: 'Harrods confirms customer data theft after cyber attack',
    published: '2025-09-27',
    text: 'Harrods has confirmed that hackers stole customer names in a cyber attack on a supplier.\n\nNo passwords or payment card details were taken, the department store said.',
  },
  second: {
    url: 'https://paper.example/harrods-2',
    source: 'paper.example',
    title: 'Harrods says 430,000 customers affected by cyber attack',
    published: '2025-09-29',
    text: 'Harrods said on Monday that 430,000 customers were affected by the cyber attack of September.\n\nThe department store said it had informed the police and the Information Commissioner.',
  },
  other: {
    url: 'https://outlet.example/coop',
    source: 'outlet.example',
    title: 'Co-op confirms cyber attack',
    published: '2025-05-02',
    text: 'The Co-op has confirmed that hackers stole the names and dates of birth of members in a cyber attack.\n\nNo passwords were taken, the retailer said.',
  },
} as const;
