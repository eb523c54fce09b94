import { createReader } from '#compose';
import type { Config } from '#config';
import type { Source } from '#domain/article.ts';
import { messageOf } from '#errors';
import { builtinSources } from '#ingest';
import { createProgress } from '../progress.ts';
import { type Check, fail, ok, warn } from './check.ts';

/** Feeds asked side by side. */
const WIDTH = 8;
const PATIENCE_SECONDS = 10;

interface Answer {
  readonly id: string;
  readonly error?: string;
}

/** What the answers of all feeds say. */
export const judgeFeeds = (answers: readonly Answer[]): readonly Check[] => {
  const failed = answers.filter(({ error }) => error !== undefined);
  const found = `${answers.length - failed.length} of ${answers.length} can be had`;
  if (failed.length === 0) return [ok('feeds', found)];
  if (failed.length === answers.length) {
    const fix =
      'Is this machine online? Behind a proxy or firewall it must reach the web itself. `receipts demo` needs no network.';
    return [fail('feeds', `${found}: ${failed[0]?.error ?? ''}`, fix)];
  }
  return failed.map(({ id, error = '' }) =>
    warn(
      `feed ${id}`,
      error,
      `If it stays so: \`receipts sources remove ${id}\`, and add its new address if it has one.`,
    ),
  );
};

/** Asks every feed once. */
export const checkFeeds = async (
  config: Config,
  sources: readonly Source[] | undefined,
  signal: AbortSignal,
): Promise<readonly Check[]> => {
  const reader = createReader({
    ...config,
    fetchTimeoutSeconds: Math.min(PATIENCE_SECONDS, config.fetchTimeoutSeconds),
  });
  const asked = sources ?? builtinSources;
  const progress = createProgress('feeds', asked.length);
  const answers: Answer[] = [];
  const queue = asked.values();
  const lane = async (): Promise<void> => {
    for (const { id, feedUrl } of queue) {
      if (signal.aborted) return;
      const error = await reader.fetcher.fetch(feedUrl, { kind: 'feed' }).then(() => undefined, messageOf);
      answers.push({ id, ...(error === undefined ? {} : { error }) });
      progress.at(answers.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: WIDTH }, lane));
  } finally {
    progress.end();
    await reader.close();
  }
  return judgeFeeds(answers);
};
