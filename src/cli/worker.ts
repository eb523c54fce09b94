import { compose } from '#compose';
import type { Config } from '#config';
import { builtinSources } from '#ingest';
import { createLog, createMetrics, observerOf } from '#observe';
import { openDesk } from '../desk.ts';
import { startRetention } from '../retention.ts';
import { startWork } from '../work.ts';
import { closing } from './serve.ts';
import { interrupted } from './terminal.ts';

/**
 * `receipts worker`: polls, reads, links and tells subscribers, without serving, until it is told to stop. Any number
 * may run beside each other and beside `serve`, on any number of machines with one `DATABASE_URL`.
 */
export const worker = async (config: Config): Promise<number> => {
  const asked = interrupted();
  const observer = observerOf(createLog({ format: config.logFormat, level: config.logLevel }), createMetrics());
  const { tell } = observer;
  {
    await using parts = new AsyncDisposableStack();
    const program = parts.adopt(await compose(config, { log: tell }), closing);
    await program.store.syncBuiltinSources(builtinSources);
    const site = config.publicUrl ?? `http://${config.host}:${config.port}`;
    const desk = parts.adopt(openDesk(config, program, { site, demo: false }), closing);
    parts.adopt(await startWork(program, desk.messenger, tell, { polls: config.poll, observer }), work => work.stop());
    parts.adopt(startRetention(program, config, tell), running => running.stop());
    tell(`Working on the jobs of ${program.database.where}. Ctrl-C stops it.`);
    await asked;
    tell('Stopping when the jobs that run are done …');
  }
  tell('Stopped.');
  return 0;
};
