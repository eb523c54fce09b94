import { compose } from '#compose';
import type { Config } from '#config';
import { type Newsroom, startNewsroom } from '#demo';
import { type RunReport, runOnce } from '#pipeline';
import { startWork } from '../work.ts';
import { listen, sayWhere } from './serve.ts';
import { interrupted, say } from './terminal.ts';

/** The newsroom's addresses are part of its articles' identity, so it keeps its port from run to run. */
const NEWSROOM_PORT = 3210;

const openNewsroom = (): Promise<Newsroom> =>
  startNewsroom({ port: NEWSROOM_PORT }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    say(`Port ${NEWSROOM_PORT} is taken; the newsroom takes another, and its articles count as new.`);
    return startNewsroom();
  });

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
  const newsroom = await openNewsroom();
  say(`DEMO: ${newsroom.sources.length} fictitious outlets report real events of 2025 from ${newsroom.origin}.`);
  try {
    const program = await compose(
      { ...config, databaseUrl: undefined, dataDir: config.demoDataDir },
      { log: say, allowOrigins: [newsroom.origin], gapMs: 0 },
    );
    try {
      await program.store.syncBuiltinSources(newsroom.sources);
      const listening = await listen(config, program, true);
      const sources = newsroom.sources.map(source => source.id);
      sayRun('First edition', await runOnce(program.stages, sources));
      newsroom.publishNextEdition();
      sayRun('Next edition', await runOnce(program.stages, sources));
      const work = await startWork(program, say);
      sayWhere(listening.url);
      await asked;
      say('Stopping …');
      await work.stop();
      await listening.close();
    } finally {
      await program.close();
    }
  } finally {
    await newsroom.close();
  }
  say('Stopped.');
  return 0;
};
