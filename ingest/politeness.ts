/** The clock and timer that politeness goes by, so that tests can turn them. */
export interface Timing {
  readonly now: () => number;
  /** Runs a callback after some ms, and keeps the process alive until then: a task waits for it. Returns how to cancel. */
  readonly after: (ms: number, callback: () => void) => () => void;
}

export interface Politeness {
  /** Runs a task when its host may be asked again. Rejects when closed before the task's turn. */
  run<T>(host: string, task: () => Promise<T>): Promise<T>;
  /** Rejects everything that waits. */
  close(reason: Error): void;
}

interface Lane {
  active: number;
  nextStart: number;
  /** Cancels the timer that waits for the next start. */
  cancel: (() => void) | undefined;
  readonly waiting: { readonly start: () => void; readonly refuse: (reason: Error) => void }[];
}

export const systemTiming: Timing = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** At most `perHost` tasks at a time for one host, their starts at least `gapMs` ms apart, first come first served. */
export const createPoliteness = (options: {
  readonly perHost: number;
  readonly gapMs: number;
  readonly timing: Timing;
  /** Takes the host's next turn among all processes, which are `gapMs` apart; ms until it comes. */
  readonly takeTurn?: (host: string, gapMs: number) => Promise<number>;
}): Politeness => {
  const { perHost, gapMs, timing, takeTurn } = options;
  const lanes = new Map<string, Lane>();
  let closed: Error | undefined;

  const pump = (lane: Lane): void => {
    while (lane.active < perHost && lane.waiting.length > 0) {
      const wait = lane.nextStart - timing.now();
      if (wait > 0) {
        lane.cancel ??= timing.after(wait, () => {
          lane.cancel = undefined;
          pump(lane);
        });
        return;
      }
      lane.active++;
      lane.nextStart = timing.now() + gapMs;
      lane.waiting.shift()?.start();
    }
  };

  /** Lanes are kept only while they say something of the next start. */
  const sweep = (): void => {
    for (const [host, lane] of lanes)
      if (lane.active === 0 && lane.waiting.length === 0 && lane.nextStart <= timing.now()) lanes.delete(host);
  };

  const turn = (lane: Lane): Promise<void> =>
    new Promise((start, refuse) => {
      lane.waiting.push({ start, refuse });
      pump(lane);
    });

  return {
    async run(host, task) {
      if (closed !== undefined) throw closed;
      sweep();
      const lane = lanes.get(host) ?? { active: 0, nextStart: 0, cancel: undefined, waiting: [] };
      lanes.set(host, lane);
      await turn(lane);
      try {
        if (takeTurn !== undefined) {
          const wait = await takeTurn(host, gapMs);
          if (wait > 0) await new Promise<void>(resolve => timing.after(wait, resolve));
          if (closed !== undefined) throw closed;
        }
        return await task();
      } finally {
        lane.active--;
        pump(lane);
      }
    },
    close(reason) {
      closed = reason;
      for (const lane of lanes.values()) {
        lane.cancel?.();
        for (const { refuse } of lane.waiting.splice(0)) refuse(reason);
      }
    },
  };
};
