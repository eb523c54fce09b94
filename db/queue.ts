import { setTimeout as delay } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { messageOf } from '#errors';
import type { Client, Endpoint } from './client.ts';
import type { Clock } from './clock.ts';
import { takeBackFuture } from './queries/moved-clock.ts';
import { openQueueDriver } from './queue/adapter.ts';
import { JOB_KINDS, type JobKind, type Jobs, SETTINGS, STILL_WANTED, WANTED } from './queue/jobs.ts';

/**
 * What is done for each kind of job. A handler is called for one thing at a time and only while the ledger wants it
 * done; after a crash it may be called again for what it had half done. What has no handler is left to other processes.
 */
export type QueueHandlers = { readonly [K in JobKind]: (job: Jobs[K], id: string) => Promise<unknown> };

export interface QueueOptions {
  /** How often the ledger is looked at for things to do, in milliseconds. Default 1000. */
  readonly relayMs?: number;
  /** How many jobs of a kind run at once in this process. Default 4, links 2. */
  readonly width?: Partial<Readonly<Record<JobKind, number>>>;
  /** How long `stop` waits for running jobs, in seconds. Default 30. */
  readonly stopSeconds?: number;
  /** Default: what the database's clock shows. */
  readonly now?: () => Date;
  /** Told what goes wrong, a sentence each. */
  readonly log?: (line: string) => void;
}

/** Jobs in Postgres, shared by all processes that use the same database. */
export interface Queue {
  /** Begins to relay what the ledger wants done, and to do it. Call it once. */
  start(handlers: Partial<QueueHandlers>, options?: QueueOptions): Promise<void>;
  /** Takes no more jobs, waits for those that run, and lets go of the database. */
  stop(): Promise<void>;
}

const WIDTH = { poll: 4, article: 4, link: 2, push: 4 } as const;
/** Jobs that another process brought are found this late at worst; our own wake the workers. */
const POLLING_SECONDS = 2;
/** How often jobs of workers that are gone are looked for. */
const SUPERVISION_SECONDS = 10;

const createBoss = async (db: ReturnType<typeof openQueueDriver>['db'], log: (line: string) => void) => {
  const boss = new PgBoss({
    db,
    schema: 'pgboss',
    schedule: false,
    superviseIntervalSeconds: SUPERVISION_SECONDS,
    monitorIntervalSeconds: SUPERVISION_SECONDS,
    openTelemetry: { enabled: false },
  });
  boss.on('error', error => log(`The job queue: ${messageOf(error)}`));
  await boss.start({ attempts: 3 });
  for (const kind of JOB_KINDS) await boss.createQueue(kind, SETTINGS[kind]);
  return boss;
};

/** Starts workers of one kind; returns how to wake them. */
const work = async <K extends JobKind>(
  boss: PgBoss,
  kind: K,
  width: number,
  handler: (job: Jobs[K], id: string) => Promise<unknown>,
): Promise<() => void> => {
  const workers: string[] = [];
  for (let index = 0; index < width; index++) {
    const id = await boss.work<Jobs[K]>(kind, { pollingIntervalSeconds: POLLING_SECONDS }, async ([job]) => {
      // Look for the next one at once after this one, instead of waiting for the interval.
      boss.notifyWorker(workers[index] ?? '');
      if (job) await handler(job.data, job.id);
    });
    workers.push(id);
  }
  return () => {
    for (const id of workers) boss.notifyWorker(id);
  };
};

/** Puts everything into the queue that the ledger wants done and that is not in it. */
const relay = async (
  client: Client,
  boss: PgBoss,
  wake: ReadonlyMap<JobKind, () => void>,
  now: Date,
): Promise<void> => {
  for (const kind of wake.keys()) {
    const wanted = await WANTED[kind](client, now.toISOString());
    if (wanted.length === 0) continue;
    await boss.insert(
      kind,
      wanted.map(({ key, data }) => ({ singletonKey: key, data })),
    );
    wake.get(kind)?.();
  }
};

/** Calls `task` every `ms` until stopped; a failure is told once and does not end it. */
const every = (ms: number, task: () => Promise<void>, log: (line: string) => void): (() => Promise<void>) => {
  const stopping = new AbortController();
  const loop = async () => {
    let told = '';
    while (!stopping.signal.aborted) {
      const failure = await task().then(() => '', messageOf);
      if (failure !== '' && failure !== told) log(`Nothing new is begun: ${failure}`);
      told = failure;
      await delay(ms, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const running = loop();
  return async () => {
    stopping.abort();
    await running;
  };
};

/** What a queue goes by. */
export interface QueueGround {
  readonly clock: Clock;
  /** Why nothing may be begun, as a sentence; undefined where it may. */
  readonly shortOfRoom: () => Promise<string | undefined>;
}

/** The queue of one open database. `client` reads the ledger; pg-boss has connections of its own. */
export const createQueue = (endpoint: Endpoint, client: Client, { clock, shortOfRoom }: QueueGround): Queue => {
  const steps: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (let step = steps.pop(); step; step = steps.pop()) await step();
  };

  const guarded =
    <K extends JobKind>(kind: K, handler: (job: Jobs[K], id: string) => Promise<unknown>, now: () => Date) =>
    async (job: Jobs[K], id: string): Promise<void> => {
      // The ledger wants it still, and brings it again when there is room.
      if ((await shortOfRoom()) !== undefined) return;
      if (await STILL_WANTED[kind](client, job, now().toISOString())) await handler(job, id);
    };

  const start = async (handlers: Partial<QueueHandlers>, options: QueueOptions = {}): Promise<void> => {
    const { relayMs = 1000, stopSeconds = 30, now = clock.now, log = () => {} } = options;
    const width = { ...WIDTH, ...options.width };
    const driver = openQueueDriver(endpoint, 4);
    steps.push(() => driver.close());
    const boss = await createBoss(driver.db, log);
    steps.push(() => boss.stop({ graceful: true, timeout: stopSeconds * 1000 }));
    const wake = new Map<JobKind, () => void>();
    const employ = async <K extends JobKind>(kind: K): Promise<void> => {
      const handler: ((job: Jobs[K], id: string) => Promise<unknown>) | undefined = handlers[kind];
      if (handler) wake.set(kind, await work(boss, kind, width[kind], guarded(kind, handler, now)));
    };
    for (const kind of JOB_KINDS) await employ(kind);
    // At once: processes that never live as long as the interval would leave what others began for good.
    const supervised = boss.supervise().catch(error => log(`The job queue: ${messageOf(error)}`));
    steps.push(() => supervised);
    await takeBackFuture(client);
    const look = async () => {
      if (await clock.fresh()) await takeBackFuture(client);
      const short = await shortOfRoom();
      if (short !== undefined) throw new Error(short);
      await relay(client, boss, wake, now());
    };
    steps.push(every(relayMs, look, log));
  };

  return {
    start: async (handlers, options) => {
      try {
        await start(handlers, options);
      } catch (error) {
        await stop();
        throw error;
      }
    },
    stop,
  };
};
