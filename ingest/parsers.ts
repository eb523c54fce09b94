import { Worker } from 'node:worker_threads';
import type { ExtractedArticle, ParsedFeed } from '#domain/article.ts';
import { AppError, type ErrorCode } from '#errors';
import type { PageContext } from './extract.ts';
import type { FeedContext } from './feed.ts';
import { type ParseJob, type ParseReply, READY } from './parse-messages.ts';
import type { Sitemap, SitemapContext } from './sitemap.ts';

export interface Parsers {
  /** As `parseFeed` of feed.ts. Throws AppError `feed-malformed`. */
  parseFeed(body: Uint8Array, context: FeedContext): Promise<ParsedFeed>;
  /** As `parseSitemap` of sitemap.ts. Throws AppError `feed-malformed`. */
  parseSitemap(body: Uint8Array, context: SitemapContext): Promise<Sitemap>;
  /** As `extractArticle` of extract.ts. Throws AppError `extraction-failed`. */
  extractArticle(body: Uint8Array, context: PageContext): Promise<ExtractedArticle>;
  /** Stops the workers; what is still being read is rejected. */
  close(): Promise<void>;
}

/** CPU time for one input, ms: with the time that ending the worker takes, an answer comes within 2 s. */
const DEADLINE_MS = 1_600;
/** On a machine that is busy with other things, the time that may pass, in deadlines. */
const PATIENCE = 5;
/**
 * Memory for one worker's objects. It is the last resort: a thread that asks for too much in one piece takes the whole
 * process along, so each reader bounds what it builds beforehand.
 */
const MEMORY_MB = 72;
/** With less the collection of garbage takes up to a third of a reader's time. */
const YOUNG_MB = 12;
/** What is larger is read by the first worker only: one at a time, so that their memory does not add up. */
const LARGE_BYTES = 512 * 1024;
/** Time for a worker to load, ms. */
const START_MS = 30_000;

interface Waiting {
  readonly job: ParseJob;
  readonly resolve: (reply: ParseReply) => void;
  readonly reject: (error: Error) => void;
}

interface Slot {
  worker: Worker | undefined;
  /** It has loaded its libraries. */
  isReady: boolean;
  current: Waiting | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** CPU time of a worker so far, ms, also while it is busy; endless where it cannot be had. */
const cpuTime = async (worker: Worker): Promise<number> => {
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1000;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
};

const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './parse-worker.ts' : './parse-worker.js',
  import.meta.url,
);

/** Omit that keeps the alternatives of a union. */
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/**
 * Parsers for hostile input: each feed and page is read in a worker thread that is killed when it has computed for
 * `deadlineMs` or outgrows its memory; only the input that did it fails. Idle workers do not keep the process alive.
 */
export const createParsers = (
  options: { readonly workers?: number; readonly deadlineMs?: number; readonly memoryMb?: number } = {},
): Parsers => {
  const { workers = 2, deadlineMs = DEADLINE_MS, memoryMb = MEMORY_MB } = options;
  const slots: Slot[] = Array.from({ length: workers }, () => ({
    worker: undefined,
    isReady: false,
    current: undefined,
    timer: undefined,
  }));
  const queue: Waiting[] = [];
  let lastId = 0;
  let closed = false;

  const settle = (slot: Slot): Waiting | undefined => {
    const { current } = slot;
    clearTimeout(slot.timer);
    slot.current = undefined;
    slot.worker?.unref();
    return current;
  };

  /** The worker is lost: its input is refused, and the next one gets a new worker. */
  const fail = (slot: Slot, reason: string): void => {
    const { worker } = slot;
    slot.worker = undefined;
    slot.isReady = false;
    worker?.removeAllListeners();
    worker?.on('error', () => {});
    void worker?.terminate();
    const lost = settle(slot);
    lost?.reject(unreadable(lost.job, reason));
    // At once, so that the next input does not wait for a worker to load.
    if (lost !== undefined && !closed) start(slot);
    next();
  };

  const failLate = (slot: Slot, ms: number): void => fail(slot, `it takes longer than ${ms / 1000} s to read`);

  /** Ends a worker that has not loaded in time. */
  const limitStart = (slot: Slot): void => {
    clearTimeout(slot.timer);
    slot.timer = setTimeout(() => failLate(slot, START_MS), START_MS);
  };

  /** Ends a worker whose input has had its time: what it computed counts, not what it waited for a processor. */
  const limit = async (slot: Slot, worker: Worker): Promise<void> => {
    clearTimeout(slot.timer);
    const { current } = slot;
    const begun = performance.now();
    const check = async (before: number): Promise<void> => {
      const left = deadlineMs - ((await cpuTime(worker)) - before);
      if (slot.current !== current) return;
      const isOver = !(left > 1) || performance.now() - begun > PATIENCE * deadlineMs;
      if (isOver) return failLate(slot, deadlineMs);
      slot.timer = setTimeout(check, left, before);
    };
    const before = await cpuTime(worker);
    if (slot.current === current) slot.timer = setTimeout(check, deadlineMs, before);
  };

  const start = (slot: Slot): Worker => {
    const worker = new Worker(workerFile, {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB, stackSizeMb: 4 },
    });
    worker.on('message', (reply: ParseReply) => {
      if (reply.id === READY) {
        slot.isReady = true;
        if (slot.current !== undefined) void limit(slot, worker);
        return;
      }
      if (reply.id !== slot.current?.job.id) return;
      settle(slot)?.resolve(reply);
      next();
    });
    worker.on('error', error =>
      fail(slot, /memory/i.test(error.message) ? 'it needs too much memory' : `the parser failed (${error.message})`),
    );
    worker.on('exit', () => fail(slot, 'the parser stopped'));
    worker.unref();
    slot.worker = worker;
    return worker;
  };

  const next = (): void => {
    for (const slot of slots) {
      if (closed || slot.current !== undefined) continue;
      const at = slot === slots[0] ? 0 : queue.findIndex(({ job }) => job.body.byteLength <= LARGE_BYTES);
      const [waiting] = at < 0 ? [] : queue.splice(at, 1);
      if (waiting === undefined) continue;
      const worker = slot.worker ?? start(slot);
      worker.ref();
      slot.current = waiting;
      if (slot.isReady) void limit(slot, worker);
      else limitStart(slot);
      worker.postMessage(waiting.job);
    }
  };

  const send = (job: WithoutId<ParseJob>): Promise<ParseReply> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new AppError('extraction-failed', 'The parsers were closed.'));
      lastId++;
      queue.push({ job: { ...job, id: lastId }, resolve, reject });
      next();
    });

  return {
    async parseFeed(body, context) {
      const reply = await send({ task: 'feed', body, context });
      if (reply.feed !== undefined) return reply.feed;
      throw errorOf(reply, 'feed-malformed', context.url);
    },
    async parseSitemap(body, context) {
      const reply = await send({ task: 'sitemap', body, context });
      if (reply.sitemap !== undefined) return reply.sitemap;
      throw errorOf(reply, 'feed-malformed', context.url);
    },
    async extractArticle(body, context) {
      const reply = await send({ task: 'article', body, context });
      if (reply.article !== undefined) return reply.article;
      throw errorOf(reply, 'extraction-failed', context.url);
    },
    async close() {
      closed = true;
      for (const { reject } of queue.splice(0)) reject(new AppError('extraction-failed', 'The parsers were closed.'));
      const running = slots.map(slot => slot.worker);
      for (const slot of slots) if (slot.worker !== undefined) fail(slot, 'the program is closing');
      await Promise.all(running.map(worker => worker?.terminate()));
    },
  };
};

const unreadable = (job: ParseJob, reason: string): AppError =>
  new AppError(
    job.task === 'article' ? 'extraction-failed' : 'feed-malformed',
    `${job.context.url} could not be read: ${reason}.`,
    { subject: job.context.url, hint: 'It is not what a news site serves; nothing else is harmed by it.' },
  );

const errorOf = (reply: ParseReply, fallback: ErrorCode, url: string): AppError => {
  const { code, message = 'the worker gave no answer', subject, hint } = reply.error ?? {};
  if (code === undefined) return new AppError(fallback, `${url} could not be read: ${message}.`, { subject: url });
  return new AppError(code, message, {
    ...(subject === undefined ? {} : { subject }),
    ...(hint === undefined ? {} : { hint }),
  });
};
