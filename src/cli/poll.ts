import { compose, type Program } from '#compose';
import type { Config } from '#config';
import { AppError } from '#errors';
import { builtinSources } from '#ingest';
import { type RunReport, runOnce } from '#pipeline';
import { createProgress } from './progress.ts';
import { createStopping, EXIT } from './stopping.ts';
import { print, say } from './terminal.ts';

interface PollOptions {
  readonly json?: boolean;
  readonly dryRun?: boolean;
  readonly due?: boolean;
}

/** The sources that are meant: those named, those whose turn has come, or all. Throws AppError `not-found`. */
const chosen = async ({ store, stages }: Program, ids: readonly string[], due: boolean | undefined) => {
  const sources = await store.listSources();
  const strange = ids.find(id => !sources.some(source => source.id === id));
  if (strange !== undefined)
    throw new AppError('not-found', `There is no source "${strange}".`, {
      subject: strange,
      hint: '`receipts sources list` names them.',
    });
  const now = stages.now().toISOString();
  return sources.filter(
    ({ id, nextPollAt }) => (ids.length === 0 || ids.includes(id)) && (!due || (nextPollAt ?? '') <= now),
  );
};

const sayReport = ({ polled, notModified, failedPolls, newItems, newArticles, revised, incidents }: RunReport): void =>
  say(
    `${polled} feeds polled (${notModified} unchanged, ${failedPolls} could not be had): ${newItems} new items, ` +
      `${newArticles} new articles, ${revised} edited; ${incidents} incidents derived.`,
  );

/** `receipts poll [ids…]`: polls feeds now, reads what they bring and derives the incidents, in this process. */
export const poll = async (config: Config, ids: readonly string[], options: PollOptions): Promise<number> => {
  using stopping = createStopping();
  const { signal } = stopping;
  const program = await compose(config, { log: say });
  try {
    await program.store.syncBuiltinSources(builtinSources);
    const sources = await chosen(program, ids, options.due);
    if (options.dryRun) {
      for (const { id, feedUrl } of sources)
        print(options.json ? JSON.stringify({ id, feedUrl }) : `${id}  ${feedUrl}`);
      say(`${sources.length} feeds would be polled. Nothing was written.`);
      return EXIT.done;
    }
    let progress = createProgress('poll', sources.length);
    let reading = false;
    const report = await runOnce(
      program.stages,
      sources.map(({ id }) => id),
      {
        signal,
        onPoll: done => progress.at(done),
        onArticle: done => {
          if (!reading) {
            progress.end();
            progress = createProgress('read', undefined);
            reading = true;
          }
          progress.at(done);
        },
      },
    ).finally(() => progress.end());
    for (const { message } of report.problems) say(message);
    if (options.json) print(JSON.stringify({ ...report, stopped: signal.aborted }));
    else sayReport(report);
    if (!signal.aborted) return report.failedPolls > 0 ? EXIT.failed : EXIT.done;
    say('Stopped; what is left comes with the next poll.');
    return EXIT.stopped;
  } finally {
    await program.close();
  }
};
