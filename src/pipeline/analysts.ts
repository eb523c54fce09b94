import { Piscina } from 'piscina';
import type { Analysis } from '#domain/claim.ts';
import { AppError } from '#errors';
import type { ArticleText } from '#nlp';

/** Threads that read articles. */
export interface Analysts {
  /** As `analyse` of the rules. Throws AppError `extraction-failed` for a text that takes them too long. */
  analyse(article: ArticleText): Promise<Analysis>;
  /** Stops the threads. */
  close(): Promise<void>;
}

/** A thread without work ends after so many ms: idle, the rules and their lists take no memory. */
const IDLE_MS = 120_000;
/** Time for one text, waiting and loading included, ms. The longest articles take a tenth of a second. */
const DEADLINE_MS = 60_000;

/**
 * The rules and their lists take 60 MB, the longest text that a page may have as much again (with 96 it failed, with 128
 * it was read); with room to spare, V8 would let garbage lie.
 */
const MEMORY_MB = 160;
const YOUNG_MB = 16;

const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './analyse-worker.ts' : './analyse-worker.js',
  import.meta.url,
);

const tooLong = (title: string, cause: unknown): AppError =>
  new AppError('extraction-failed', `“${title.slice(0, 100)}” could not be analysed within ${DEADLINE_MS / 1000} s.`, {
    subject: title.slice(0, 100),
    hint: 'The text is none that people write, or the machine is busy; nothing else is harmed by it.',
    cause,
  });

/**
 * Threads that analyse texts, so that the program answers meanwhile and every core is used. They start when there is
 * something to read, `threads` at most, and end when there is nothing more.
 */
export const createAnalysts = ({ threads }: { readonly threads: number }): Analysts => {
  const pool = new Piscina<ArticleText, Analysis>({
    filename: workerFile.href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    recordTiming: false,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    execArgv: [],
    env: {},
  });
  return {
    async analyse(article) {
      const signal = AbortSignal.timeout(DEADLINE_MS);
      try {
        return await pool.run(article, { signal });
      } catch (error) {
        throw signal.aborted ? tooLong(article.title, error) : error;
      }
    },
    close: () => pool.destroy(),
  };
};
