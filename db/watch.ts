import { type Client, type Endpoint, openDriver } from './client.ts';

/** Tells when what is derived has changed, in whichever process. */
export interface Watch {
  /**
   * The number of the state that may be read now: it grows when anything has changed. What was read under a number may be
   * kept as long as the number is the same. At once, or after a look at the database where the last one was a second ago.
   */
  current(): number | Promise<number>;
  close(): Promise<void>;
}

/** How old a look may be: so long is something stale at most where a notice is lost. */
const LOOK_MS = 1000;

/** Whether any derivation is to be seen that a snapshot did not see, and the snapshot of now. */
const MOVED = `
  select pg_current_snapshot()::text as now, exists (
    select from receipts.incident_updates
    where xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(xid, $1::pg_snapshot)) as moved`;

/**
 * Watches an archive: by notices on a connection of its own, and by a look at the database that is read from, at most
 * every second and only when somebody asks. The look also finds what a replica brings after the notice of it.
 *
 * @param client the database that is read from
 * @param notices where notices come from: the primary, without a pooler that shares connections between transactions
 * @param log told what goes wrong, a sentence
 */
export const openWatch = (client: Client, notices: Endpoint, log: (line: string) => void): Watch => {
  const driver = openDriver(notices, 'receipts notices', 1);
  let [state, looked, seen] = [0, Number.NEGATIVE_INFINITY, ''];
  let looking: Promise<number> | undefined;

  const look = async (): Promise<number> => {
    const at = performance.now();
    const [found] = await client.read<{ now: string; moved: boolean }>(MOVED, [seen === '' ? '1:1:' : seen]);
    if (found === undefined || found.moved || seen === '') state++;
    seen = found?.now ?? seen;
    looked = at;
    return state;
  };

  void driver
    .listen(
      'receipts',
      () => {
        state++;
      },
      // Also after the connection broke: notices may have been lost.
      () => {
        state++;
      },
    )
    .catch((error: unknown) =>
      log(`Notices of changes do not come (${String(error)}); they are looked for every second.`),
    );

  return {
    current() {
      if (performance.now() - looked < LOOK_MS) return state;
      looking ??= look().finally(() => {
        looking = undefined;
      });
      return looking;
    },
    close: async () => driver.end({ timeout: 1 }),
  };
};
