import type { Push } from '#db';

/** Looks for news on behalf of everybody who waits, once for all of them. */
export interface Lookout {
  /** Resolves when there is something after this number, when the signal fires, or when the lookout closes. */
  waitFor(after: number, signal: AbortSignal): Promise<void>;
  /** Lets everybody go. */
  close(): void;
  readonly closed: AbortSignal;
}

/** `everyMs`: how often it looks while somebody waits. */
export const createLookout = (push: Pick<Push, 'lastNews'>, everyMs = 1_000): Lookout => {
  const waiting = new Set<{ readonly after: number; readonly go: () => void }>();
  const closing = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  const look = async (): Promise<void> => {
    // What cannot be asked now is asked again in a moment; the readers' own questions tell of the trouble.
    const last = await push.lastNews().catch(() => undefined);
    for (const one of waiting) if (last !== undefined && last > one.after) one.go();
    timer = waiting.size > 0 && !closing.signal.aborted ? setTimeout(look, everyMs) : undefined;
  };

  return {
    closed: closing.signal,
    waitFor: (after, signal) =>
      new Promise(resolve => {
        const leave = AbortSignal.any([signal, closing.signal]);
        if (leave.aborted) return resolve();
        const one = {
          after,
          go: () => {
            waiting.delete(one);
            leave.removeEventListener('abort', one.go);
            resolve();
          },
        };
        waiting.add(one);
        leave.addEventListener('abort', one.go);
        timer ??= setTimeout(look, everyMs);
      }),
    close: () => {
      closing.abort();
      clearTimeout(timer);
      timer = undefined;
    },
  };
};
