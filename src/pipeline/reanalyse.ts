import type { HeldText } from '#db';
import type { Stages } from './stages.ts';

/** Texts taken at once. */
const BATCH = 50;

type Rereading = Pick<Stages, 'store' | 'analyse' | 'extractor' | 'now'>;

interface Progress {
  readonly signal?: AbortSignal;
  /** Told the number of texts read so far. */
  readonly onText?: (done: number) => void;
}

const reread = ({ store, analyse, now }: Rereading, held: HeldText): Promise<boolean> => {
  const { articleId, revisionId, publisher, title, text, publishedAt } = held;
  const analysis = analyse({ title, text, source: publisher, ...(publishedAt === undefined ? {} : { publishedAt }) });
  return store.saveAnalysis({ articleId, revisionId, analysis, analysedAt: now().toISOString() });
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
    for (const held of texts) {
      if (signal?.aborted) return made;
      if (await reread(stages, held)) made++;
      onText?.(++done);
      after = held.revisionId;
    }
  }
};
