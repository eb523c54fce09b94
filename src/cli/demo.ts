import { compose, type Program } from '#compose';
import type { Config } from '#config';
import { type Newsroom, startNewsroom } from '#demo';
import { AppError } from '#errors';
import { type RunReport, runOnce } from '#pipeline';
import { startWork } from '../work.ts';
import { closing, listen, sayWhere } from './serve.ts';
import { interrupted, say } from './terminal.ts';

/** The newsroom's addresses are part of its articles' identity, so it keeps its port from run to run. */
const openNewsroom = (port: number): Promise<Newsroom> =>
  startNewsroom({ port }).catch((cause: NodeJS.ErrnoException) => {
    throw new AppError('config', `Port ${port} cannot be opened for the demo's newsroom (${cause.code}).`, {
      subject: 'RECEIPTS_DEMO_PORT',
      hint: 'Another demo may be running. Stop it, or set RECEIPTS_DEMO_PORT and RECEIPTS_DEMO_DATA_DIR for a second one.',
      cause,
    });
  });

/** Both editions, one after the other; where the demo ran before, the later one stands already. */
const publish = async ({ store, stages }: Program, newsroom: Newsroom): Promise<void> => {
  const sources = newsroom.sources.map(source => source.id);
  if ((await store.status()).articles === 0) sayRun('First edition', await runOnce(stages, sources));
  newsroom.publishNextEdition();
  sayRun('Next edition', await runOnce(stages, sources));
};

const sayRun = (edition: string, run: RunReport): void => {
  const { newArticles, revised, fromFeed, incidents } = run;
  say(
    `${edition}: ${newArticles} new articles (${fromFeed} from the feed alone), ${revised} edited; ${incidents} incidents derived.`,
  );
  for (const problem of run.problems) say(`  ${problem.message}`);
};

/** `receipts demo`: the main job over a bundled newsroom, offline, in a data directory of its own. */
export const demo = async (config: Config): Promise<number> => {
  const asked = interrupted();
  {
    await using parts = new AsyncDisposableStack();
    const newsroom = parts.adopt(await openNewsroom(config.demoPort), closing);
    say(`DEMO: ${newsroom.sources.length} fictitious outlets report real events of 2025 from ${newsroom.origin}.`);
    const own: Config = { ...config, databaseUrl: undefined, dataDir: config.demoDataDir };
    const program = parts.adopt(await compose(own, { log: say, allowOrigins: [newsroom.origin], gapMs: 0 }), closing);
    await program.store.syncBuiltinSources(newsroom.sources);
    const listening = parts.adopt(await listen(config, program, { demo: true }), closing);
    await publish(program, newsroom);
    parts.adopt(await startWork(program, listening.messenger, say), work => work.stop());
    sayWhere(listening.url);
    await asked;
    say('Stopping …');
  }
  say('Stopped.');
  return 0;
};
