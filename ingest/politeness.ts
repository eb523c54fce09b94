/** The clock and timer that politeness goes by, so that tests can turn them. */
export interface Timing {
  readonly now: () => number;
  /** Runs a callback after some ms; must not keep the process alive. */
  readonly after: (ms: number, callback: () => void) => void;
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
  timerSet: boolean;
  readonly waiting: { readonly start: () => void; readonly refuse: (reason: Error) => void }[];
}

export const systemTiming: Timing = {
  now: () => Date.now(),
  after: (ms, callback) => {
    setTimeout(callback, ms).unref();
  },
};

/** At most `perHost` tasks at a time for one host, their starts at least `gapMs` ms apart, first come first served. */
export const createPoliteness = (options: {
  readonly perHost: number;
  readonly gapMs: number;
  readonly timing: Timing;
}): Politeness => {
  const { perHost, gapMs, timing } = options;
  const lanes = new Map<string, Lane>();
  let closed: Error | undefined;

  const pump = (host: string, lane: Lane): void => {
    while (lane.active < perHost && lane.waiting.length > 0) {
      const wait = lane.nextStart - timing.now();
      if (wait > 0) {
        wake(host, lane, wait);
        return;
      }
      lane.active++;
      lane.nextStart = timing.now() + gapMs;
      lane.waiting.shift()?.start();
    }
    if (lane.active > 0 || lane.waiting.length > 0) return;
    const rest = lane.nextStart - timing.now();
    if (rest > 0) wake(host, lane, rest);
    else lanes.delete(host);
  };

  const wake = (host: string, lane: Lane, ms: number): void => {
    if (lane.timerSet) return;
    lane.timerSet = true;
    timing.after(ms, () => {
      lane.timerSet = false;
      pump(host, lane);
    });
  };

  const turn = (host: string, lane: Lane): Promise<void> =>
    new Promise((start, refuse) => {
      lane.waiting.push({ start, refuse });
      pump(host, lane);
    });

  return {
    async run(host, task) {
      if (closed !== undefined) throw closed;
      const lane = lanes.get(host) ?? { active: 0, nextStart: 0, timerSet: false, waiting: [] };
      lanes.set(host, lane);
      await turn(host, lane);
      try {
        return await task();
      } finally {
        lane.active--;
        pump(host, lane);
      }
    },
    close(reason) {
      closed = reason;
      for (const lane of lanes.values()) for (const { refuse } of lane.waiting.splice(0)) refuse(reason);
    },
  };
};
