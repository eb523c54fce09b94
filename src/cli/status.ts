import { setTimeout as delay } from 'node:timers/promises';
import { styleText } from 'node:util';
import { compose, type Program } from '#compose';
import type { Config } from '#config';
import type { PollLine, QueueLine, SourceStatus, StoreStatus } from '#db';
import { createStopping, EXIT } from './stopping.ts';
import { print, say, table } from './terminal.ts';

interface StatusOptions {
  readonly json?: boolean;
  /** Draws anew; seconds between two looks, `true`: 2. */
  readonly watch?: string | true;
}

/** What there is to show. */
interface Look {
  readonly status: StoreStatus;
  readonly queue: readonly QueueLine[];
  readonly lastPolls: readonly PollLine[];
}

/** Polls shown. */
const POLLS = 8;

const when = (time: string | undefined): string => (time === undefined ? 'never' : time.slice(0, 16).replace('T', ' '));

/** Of the feed's last error and that of a page the later one: what may need somebody's attention. */
const lastError = ({ lastErrorAt, lastError, lastPageErrorAt, lastPageError }: SourceStatus): string => {
  const [at, error] =
    (lastPageErrorAt ?? '') > (lastErrorAt ?? '') ? [lastPageErrorAt, lastPageError] : [lastErrorAt, lastError];
  return error === undefined ? '' : `${when(at)} ${error}`;
};

const sourceTable = ({ sources }: StoreStatus): string =>
  table([
    ['SOURCE', 'LAST SUCCESS', 'ITEMS', 'ARTICLES', 'FEED ONLY', 'PENDING', 'FAILED', 'LAST ERROR'],
    ...sources.map(source => [
      source.id,
      when(source.lastSuccessAt),
      String(source.items),
      String(source.articles),
      String(source.articlesFromFeed),
      String(source.pendingItems),
      String(source.failedItems),
      lastError(source),
    ]),
  ]);

const queueTable = (queue: readonly QueueLine[]): string =>
  table([
    ['JOBS', 'WAITING', 'RUNNING', 'FAILED', 'OLDEST WAITS SINCE'],
    ...queue.map(({ kind, waiting, running, failed, oldest }) => [
      kind,
      String(waiting),
      String(running),
      String(failed),
      oldest === undefined ? '' : when(oldest),
    ]),
  ]);

const pollTable = (polls: readonly PollLine[]): string =>
  table([
    ['LAST POLLS', 'SOURCE', 'OUTCOME', 'ITEMS', 'ERROR'],
    ...polls.map(({ at, sourceId, outcome, items, error }) => [
      at.slice(0, 19).replace('T', ' '),
      sourceId,
      outcome,
      String(items),
      error ?? '',
    ]),
  ]);

const sums = (status: StoreStatus): string =>
  `${status.articles} articles in ${status.revisions} revisions, ${status.claims} claims, ${status.incidents} incidents; ` +
  `${status.pendingItems} items pending, ${status.failedItems} failed, ${status.relinkMarks} retailers to be linked anew.`;

const look = async ({ store, database: { health } }: Program): Promise<Look> => {
  const [status, queue, lastPolls] = await Promise.all([store.status(), health.queue(), health.lastPolls(POLLS)]);
  return { status, queue, lastPolls };
};

const tablesOf = ({ status, queue, lastPolls }: Look): readonly string[] => [
  sourceTable(status),
  ...(queue.length === 0 ? [] : [queueTable(queue)]),
  ...(lastPolls.length === 0 ? [] : [pollTable(lastPolls)]),
  sums(status),
];

/** The tables cut to a screen, the least urgent lines first: sources without trouble, then the rest of the sources. */
const screenOf = (found: Look, columns: number, rows: number): string => {
  const { queue, lastPolls, status } = found;
  const others = (queue.length === 0 ? 0 : queue.length + 2) + (lastPolls.length === 0 ? 0 : lastPolls.length + 2) + 5;
  const room = Math.max(3, rows - others - 2);
  const troubled = status.sources.toSorted((a, b) => b.failures - a.failures || b.pendingItems - a.pendingItems);
  const hidden = status.sources.length - Math.min(room, status.sources.length);
  const shown: Look = { ...found, status: { ...status, sources: troubled.slice(0, room) } };
  const text = tablesOf(shown).join('\n\n') + (hidden > 0 ? `\n${hidden} more sources: receipts status` : '');
  return text
    .split('\n')
    .map(line => line.slice(0, columns))
    .map(line => (/^[A-Z]{2,}[A-Z ]* {2}/.test(line) ? styleText('bold', line, { stream: process.stdout }) : line))
    .join('\n');
};

const HOME_AND_CLEAR = '\u001b[H\u001b[J';

/** Draws anew until Ctrl-C; where standard output is no terminal, one JSON object or block of tables after another. */
const watch = async (program: Program, seconds: number, json: boolean | undefined): Promise<number> => {
  using stopping = createStopping(() => {});
  const { stdout } = process;
  while (!stopping.signal.aborted) {
    const found = await look(program);
    if (json) print(JSON.stringify({ at: new Date().toISOString(), ...flat(found) }));
    else if (stdout.isTTY) {
      const screen = screenOf(found, stdout.columns ?? 80, stdout.rows ?? 24);
      stdout.write(
        `${HOME_AND_CLEAR}${new Date().toISOString().slice(0, 19)}Z  every ${seconds} s, Ctrl-C ends it\n\n${screen}\n`,
      );
    } else print(`${tablesOf(found).join('\n\n')}\n`);
    await delay(seconds * 1_000, undefined, { signal: stopping.signal }).catch(() => {});
  }
  return EXIT.done;
};

const flat = ({ status, queue, lastPolls }: Look) => ({ ...status, queue, lastPolls });

/**
 * `receipts status`: per source the last success, the last error and counts; the queue; the last polls; what is held.
 * With `--watch` it is drawn anew.
 */
export const showStatus = async (config: Config, options: StatusOptions): Promise<number> => {
  const seconds = Number(options.watch === true ? 2 : (options.watch ?? 0));
  const program = await compose(config, { log: say });
  try {
    if (options.watch !== undefined) return await watch(program, Math.max(1, seconds || 2), options.json);
    const found = await look(program);
    if (options.json) print(JSON.stringify(flat(found), null, 2));
    else print(tablesOf(found).join('\n\n'));
    return EXIT.done;
  } finally {
    await program.close();
  }
};
