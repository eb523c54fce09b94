import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compose, type Program, reading } from '#compose';
import type { Config } from '#config';
import { AppError } from '#errors';
import { createApp } from '#http';
import { builtinSources } from '#ingest';
import { createHistory } from '#pipeline';
import type { Messenger } from '#push';
import { openDesk } from '../desk.ts';
import { VERSION } from '../version.ts';
import { startWork, type Work } from '../work.ts';
import { firstRound } from './first-round.ts';
import { interrupted, say } from './terminal.ts';

/** Requests still open this long after the call to stop are cut off. */
const GRACE_MS = 5_000;

const contract = (): string => readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8');

/** A running HTTP server. */
interface Listening {
  readonly url: string;
  readonly messenger: Messenger;
  close(): Promise<void>;
}

const closeServer = async (server: Server): Promise<void> => {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(timer);
};

/** Serves API and pages. Throws AppError `config` where the port is taken. */
export const listen = async (config: Config, program: Program, demo: boolean): Promise<Listening> => {
  const server = createServer();
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
  const app = createApp({
    store: program.store,
    history: createHistory(program.stages),
    reading,
    desk,
    contract: contract(),
    demo,
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
    proxies: config.proxies,
    version: VERSION,
    log: say,
  });
  server.on('request', app);
  // First whoever waits on the line, else the server would wait for them.
  return { url, messenger, close: () => close().finally(() => closeServer(server)) };
};

/** How a part is closed when the stack of parts is taken down. */
export const closing = (part: { close(): Promise<void> }): Promise<void> => part.close();

/** Says where to look. */
export const sayWhere = (url: string): void => {
  say(`Pages      ${url}/`);
  say(`API        ${url}/v1/incidents`);
  say(`Contract   ${url}/openapi.yaml`);
  say('Ctrl-C stops it.');
};

const poll = async (program: Program, { url, messenger }: Listening): Promise<Work> => {
  const sources = await program.store.listSources();
  say(`Polling ${sources.length} feeds …`);
  const round = firstRound(sources, new Date().toISOString(), line => say(`${line} Pages: ${url}/`));
  return startWork(program, messenger, say, { onPoll: round });
};

/** `receipts serve`: polls, analyses and serves until it is told to stop. */
export const serve = async (config: Config): Promise<number> => {
  const asked = interrupted();
  {
    await using parts = new AsyncDisposableStack();
    const program = parts.adopt(await compose(config, { log: say }), closing);
    await program.store.syncBuiltinSources(builtinSources);
    const listening = parts.adopt(await listen(config, program, false), closing);
    sayWhere(listening.url);
    if (!config.poll) say('RECEIPTS_POLL is off: no feed is polled.');
    const work = config.poll
      ? poll(program, listening)
      : startWork(program, listening.messenger, say, { polls: false });
    parts.adopt(await work, running => running.stop());
    await asked;
    say('Stopping …');
  }
  say('Stopped.');
  return 0;
};
