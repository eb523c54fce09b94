import type { HeldText } from '#db';
import { AppError } from '#errors';
import { inLanes } from './lanes.ts';
import type { Stages } from './stages.ts';

/** Texts taken at once. */
const BATCH = 50;
/** Texts that are read side by side. */
const WIDTH = 4;

type Rereading = Pick<Stages, 'store' | 'analyse' | 'extractor' | 'now'>;

interface Progress {
  readonly signal?: AbortSignal;
  /** Told the number of texts read so far. */
  readonly onText?: (done: number) => void;
}

/** False where it was read meanwhile, or where the rules take too long for it: the next start tries again. */
const reread = async ({ store, analyse, now }: Rereading, held: HeldText): Promise<boolean> => {
  const { articleId, revisionId, publisher, title, text, publishedAt } = held;
  const article = { title, text, source: publisher, ...(publishedAt === undefined ? {} : { publishedAt }) };
  try {
    const analysis = await analyse(article);
    return await store.saveAnalysis({ articleId, revisionId, analysis, analysedAt: now().toISOString() });
  } catch (error) {
    if (error instanceof AppError && error.code === 'extraction-failed') return false;
    throw error;
  }
};

/**
 * Reads every text that today's version of the rules has not read, and writes the analysis beside those that it has.
 * Interrupted or run twice at once, it does nothing twice. Returns how many analyses are new.
 */
export const reanalyse = async (stages: Rereading, { signal, onText }: Progress = {}): Promise<number> => {
  let [after, made, done] = ['', 0, 0];
  for (;;) {
    const texts = await stages.store.unreadTexts(stages.extractor, BATCH, after);
    if (texts.length === 0) return made;
    await inLanes(
      texts,
      WIDTH,
      async held => {
        if (await reread(stages, held)) made++;
        onText?.(++done);
      },
      signal,
    );
    if (signal?.aborted) return made;
    after = texts.at(-1)?.revisionId ?? after;
  }
};
