import { AppError } from '#errors';

interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

interface BatchOptions<T> {
  /** Two items of one key never stand in one batch. */
  readonly keyOf: (item: T) => string;
  /** Most items of a batch. */
  readonly most: number;
  /** How many batches are on their way at once. */
  readonly width: number;
}

/**
 * A write of one item that goes along with others: what comes while earlier batches are on their way waits for the next
 * one, so that nothing waits on an idle database, and a busy one gets few and large statements. Whoever awaits the
 * answer before bringing more is held back by the database.
 *
 * @param write writes a batch, all or nothing, answers in the order given. A batch that is refused for one of its items
 *   is written again one by one.
 */
export const inBatches = <T, R>(
  write: (items: readonly T[]) => Promise<readonly R[]>,
  { keyOf, most, width }: BatchOptions<T>,
): ((item: T) => Promise<R>) => {
  let waiting: Waiting<T, R>[] = [];
  let underway = 0;

  const take = (): readonly Waiting<T, R>[] => {
    const [batch, keys, rest]: [Waiting<T, R>[], Set<string>, Waiting<T, R>[]] = [[], new Set(), []];
    for (const one of waiting) {
      const key = keyOf(one.item);
      if (batch.length < most && !keys.has(key)) batch.push(one);
      else rest.push(one);
      keys.add(key);
    }
    waiting = rest;
    return batch;
  };

  const send = async (batch: readonly Waiting<T, R>[]): Promise<void> => {
    try {
      const results = await write(batch.map(({ item }) => item));
      batch.forEach(({ resolve, reject }, index) => {
        const result = results[index];
        if (result === undefined) reject(new Error('A batch was written with fewer answers than items.'));
        else resolve(result);
      });
    } catch (error) {
      // An AppError is about the database, or about the only item; any other about some item.
      if (batch.length === 1 || error instanceof AppError) for (const { reject } of batch) reject(error);
      else for (const one of batch) await send([one]);
    }
  };

  const next = (): void => {
    while (underway < width && waiting.length > 0) {
      underway++;
      void send(take()).finally(() => {
        underway--;
        next();
      });
    }
  };

  return item =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      next();
    });
};
