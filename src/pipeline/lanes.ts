/**
 * Runs a task over items, `width` at a time, begun in order; no item is taken before a lane is free for it, so that a
 * source of any length takes the memory of `width` items. After a failure, or once `signal` is aborted, nothing new is
 * begun; what runs is waited for.
 *
 * @throws the first failure of a task, or of the items
 */
export const inLanes = async <T>(
  items: Iterable<T> | AsyncIterable<T>,
  width: number,
  task: (item: T) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> => {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const stopping = new AbortController();
  const stop = signal === undefined ? stopping.signal : AbortSignal.any([stopping.signal, signal]);
  const lane = async (): Promise<void> => {
    try {
      while (!stop.aborted) {
        const next = await iterator.next();
        if (next.done === true) return;
        await task(next.value);
      }
    } catch (error) {
      stopping.abort();
      throw error;
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: width }, lane));
  await iterator.return?.();
  const failed = lanes.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
};
