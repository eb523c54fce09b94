import { Gauge, type Registry } from 'prom-client';
import type { Health, Store } from '#db';

/** What is asked when metrics are. */
export interface Observed {
  readonly store: Pick<Store, 'status'>;
  readonly health: Pick<Health, 'queue' | 'claimKinds'>;
  readonly now: () => Date;
}

/** What is counted in the database is counted this often at most, whoever scrapes. */
const FRESH_MS = 15_000;

const secondsSince = (instant: string | undefined, now: Date): number | undefined =>
  instant === undefined ? undefined : Math.max(0, (now.getTime() - Date.parse(instant)) / 1000);

const createGauges = (registry: Registry) => {
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge({ name: `receipts_${name}`, help, labelNames, registers: [registry] });
  return {
    up: gauge('database_up', '1 where the database answered this scrape.'),
    jobs: gauge('queue_jobs', 'Jobs in the queue.', ['kind', 'state']),
    age: gauge('queue_oldest_seconds', 'How long the oldest waiting job has waited.', ['kind']),
    lag: gauge('source_lag_seconds', 'How long ago a poll of the source was due that was not made.', ['source']),
    success: gauge('source_last_success_seconds', 'How long ago the source was last read.', ['source']),
    failures: gauge('source_failures', 'Polls of the source that failed in a row.', ['source']),
    items: gauge('source_items', 'Items of the source that are pending, or were given up.', ['source', 'state']),
    fromFeed: gauge('source_articles_from_feed', 'Articles of which only the feed could be read.', ['source']),
    claims: gauge('claims', 'Claims that count, by kind.', ['kind']),
    held: gauge('held', 'What is held.', ['what']),
  };
};

/** Gauges over what the database holds. `refresh` never throws: a database that does not answer is a gauge, too. */
export const createArchiveGauges = (registry: Registry, { store, health, now }: Observed) => {
  const gauges = createGauges(registry);
  let asked = Number.NEGATIVE_INFINITY;

  const read = async (): Promise<void> => {
    const [status, queue, kinds] = await Promise.all([store.status(), health.queue(), health.claimKinds()]);
    const at = now();
    for (const one of Object.values(gauges)) one.reset();
    gauges.up.set(1);
    for (const { kind, waiting, running, failed, oldest } of queue) {
      gauges.jobs.set({ kind, state: 'waiting' }, waiting);
      gauges.jobs.set({ kind, state: 'running' }, running);
      gauges.jobs.set({ kind, state: 'failed' }, failed);
      gauges.age.set({ kind }, secondsSince(oldest, at) ?? 0);
    }
    for (const { id: source, ...one } of status.sources) {
      gauges.lag.set({ source }, secondsSince(one.nextPollAt, at) ?? 0);
      const success = secondsSince(one.lastSuccessAt, at);
      if (success !== undefined) gauges.success.set({ source }, success);
      gauges.failures.set({ source }, one.failures);
      gauges.items.set({ source, state: 'pending' }, one.pendingItems);
      gauges.items.set({ source, state: 'failed' }, one.failedItems);
      gauges.fromFeed.set({ source }, one.articlesFromFeed);
    }
    for (const { kind, claims } of kinds) gauges.claims.set({ kind }, claims);
    const { articles, revisions, incidents, relinkMarks } = status;
    for (const [what, count] of Object.entries({ articles, revisions, incidents, relinkMarks }))
      gauges.held.set({ what }, count);
  };

  return {
    async refresh(): Promise<void> {
      if (performance.now() - asked < FRESH_MS) return;
      asked = performance.now();
      await read().catch(() => {
        asked = Number.NEGATIVE_INFINITY;
        for (const one of Object.values(gauges)) one.reset();
        gauges.up.set(0);
      });
    },
  };
};
