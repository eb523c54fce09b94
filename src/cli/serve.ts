import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { compose, type Program, reading } from '#compose';
import type { Config } from '#config';
import { AppError } from '#errors';
import { createApp } from '#http';
import { builtinSources } from '#ingest';
import { createLog, createMetrics, type Metrics, type Observer, observerOf, type Tell, tellOf } from '#observe';
import { createHistory } from '#pipeline';
import type { Messenger } from '#push';
import { openDesk } from '../desk.ts';
import { closeServer, createHttpServer } from '../http/server.ts';
import { startRetention } from '../retention.ts';
import { VERSION } from '../version.ts';
import { startWork, type Work } from '../work.ts';
import { firstRound } from './first-round.ts';
import { interrupted, say } from './terminal.ts';

const contract = (): string => readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8');

/** A running HTTP server. */
interface Listening {
  readonly url: string;
  readonly messenger: Messenger;
  close(): Promise<void>;
}

interface ListenOptions {
  readonly demo: boolean;
  readonly observer?: Observer;
  readonly metrics?: Metrics;
}

/** Serves API and pages. Throws AppError `config` where the port is taken. */
export const listen = async (
  config: Config,
  program: Program,
  { demo, observer, metrics }: ListenOptions,
): Promise<Listening> => {
  const server = createHttpServer();
  server.listen(config.port, config.host);
  await once(server, 'listening').catch((cause: NodeJS.ErrnoException) => {
    throw new AppError('config', `Port ${config.port} of ${config.host} cannot be opened (${cause.code}).`, {
      subject: 'PORT',
      hint: 'Another program may listen there; set PORT to a free one.',
      cause,
    });
  });
  const { port } = server.address() as AddressInfo;
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  const url = `http://${host}:${port}`;
  const { desk, messenger, close } = openDesk(config, program, { site: config.publicUrl ?? url, demo });
  const { reads, watch } = program.database;
  const app = createApp({
    store: program.store,
    history: createHistory(program.stages),
    reads: { store: reads, history: createHistory({ ...program.stages, store: reads }) },
    watch: watch(),
    reading: { ...reading, analyse: program.stages.analyse },
    desk,
    contract: contract(),
    demo,
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
    proxies: config.proxies,
    hstsDays: config.hstsDays,
    version: VERSION,
    conditions: [{ name: 'disk', failing: () => program.database.health.shortOfRoom() }],
    log: observer?.fault ?? say,
    ...(observer === undefined ? {} : { observe: observer.request }),
    ...(metrics === undefined ? {} : { metrics: metrics.text }),
  });
  server.on('request', app);
  let closed: Promise<void> | undefined;
  return {
    url,
    messenger,
    // First whoever waits on the line, else the server would wait for them.
    close: () => {
      closed ??= close().finally(() => closeServer(server));
      return closed;
    },
  };
};

/** How a part is closed when the stack of parts is taken down. */
export const closing = (part: { close(): Promise<void> }): Promise<void> => part.close();

/** Says where to look. */
export const sayWhere = (url: string, tell: Tell = say): void => {
  tell(`Pages      ${url}/`);
  tell(`API        ${url}/v1/incidents`);
  tell(`Contract   ${url}/openapi.yaml`);
  tell('Ctrl-C stops it.');
};

const poll = async (program: Program, { url, messenger }: Listening, observer: Observer): Promise<Work> => {
  const { tell } = observer;
  const sources = await program.store.listSources();
  tell(`Polling ${sources.length} feeds …`);
  const round = firstRound(sources, new Date().toISOString(), line => tell(`${line} Pages: ${url}/`));
  return startWork(program, messenger, tell, { onPoll: round, observer });
};

/** `receipts serve`: polls, analyses and serves until it is told to stop. */
export const serve = async (config: Config): Promise<number> => {
  const asked = interrupted();
  const log = createLog({ format: config.logFormat, level: config.logLevel });
  const tell = tellOf(log);
  {
    await using parts = new AsyncDisposableStack();
    const program = parts.adopt(await compose(config, { log: tell }), closing);
    await program.store.syncBuiltinSources(builtinSources);
    const { store, database, stages } = program;
    const metrics = createMetrics({ store, health: database.health, now: stages.now });
    const observer = observerOf(log, metrics);
    const listening = parts.adopt(await listen(config, program, { demo: false, observer, metrics }), closing);
    sayWhere(listening.url, tell);
    if (!config.poll) tell('RECEIPTS_POLL is off: no feed is polled.');
    const work = config.poll
      ? poll(program, listening, observer)
      : startWork(program, listening.messenger, tell, { polls: false, observer });
    parts.adopt(startRetention(program, config, tell), running => running.stop());
    // Both at once: neither waits for what the other lets run out.
    parts.adopt(await work, async running => {
      await Promise.all([listening.close(), running.stop()]);
    });
    await asked;
    tell('Stopping …');
  }
  tell('Stopped.');
  return 0;
};
