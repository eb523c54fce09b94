/** What every scenario is given. */
export interface Ground {
  /** An empty data directory with a migrated database of its own, stopped. */
  dataDir(): Promise<string>;
  /** 0 to 1, from the printed seed. */
  random(): number;
  /** Tells how far it is. */
  progress(line: string): void;
}

/** What a scenario found. */
export interface Outcome {
  /** How often it was done. */
  readonly rounds: number;
  /** What was seen, in one line. */
  readonly seen: string;
  /** What went wrong, a sentence each. Empty: it passed. */
  readonly failures: readonly string[];
  /** Why it could not be done here. */
  readonly skipped?: string;
}

/** One kind of fault, done so many times to the real parts. */
export interface Scenario {
  /** For `--only`. */
  readonly name: string;
  readonly title: string;
  /** Rounds of a full run. */
  readonly rounds: number;
  run(rounds: number, ground: Ground): Promise<Outcome>;
}

/** Looks until it is so. @throws Error with what was waited for, after so many seconds. */
export const until = async (what: string, seconds: number, isSo: () => Promise<boolean>): Promise<void> => {
  for (const deadline = performance.now() + seconds * 1000; performance.now() < deadline; ) {
    if (await isSo()) return;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error(`It took more than ${seconds} s: ${what}`);
};
