import type { Queue as QueueSettings } from 'pg-boss';
import type { Client } from '../client.ts';
import { isItemDue, pendingItemIds } from '../queries/items.ts';
import { relinkMark, relinkMarks } from '../queries/ledger.ts';
import { dueSubscriptions, isDue } from '../queries/push.ts';
import { dueSourceIds, isSourceDue } from '../queries/sources.ts';

/** The kinds of jobs, and what each is about. */
export interface Jobs {
  /** Poll a source. */
  readonly poll: { readonly sourceId: string };
  /** Get, analyse and save the article of a feed item. */
  readonly article: { readonly itemId: string };
  /** Derive the incidents of a victim anew. */
  readonly link: { readonly victim: string };
  /** Tell a subscriber what is new. */
  readonly push: { readonly subscription: string };
}
export type JobKind = keyof Jobs;
export const JOB_KINDS = ['poll', 'article', 'link', 'push'] as const satisfies readonly JobKind[];

/** A job that should be in the queue. `key`: one thing is never queued or worked on twice at the same time. */
export interface WantedJob<K extends JobKind = JobKind> {
  readonly key: string;
  readonly data: Jobs[K];
}

/** Most jobs of a kind that are taken out of the ledger at once. */
const BATCH = 200;

/** What the ledger says is to be done: its state is the outbox, a job is only a reminder of it. */
export const WANTED: {
  readonly [K in JobKind]: (client: Client, now: string) => Promise<readonly WantedJob<K>[]>;
} = {
  poll: async (client, now) =>
    (await dueSourceIds(client, now, BATCH)).map(sourceId => ({ key: sourceId, data: { sourceId } })),
  article: async (client, now) =>
    (await pendingItemIds(client, now, BATCH)).map(itemId => ({ key: itemId, data: { itemId } })),
  link: async client => (await relinkMarks(client, BATCH)).map(({ victim }) => ({ key: victim, data: { victim } })),
  push: async (client, now) =>
    (await dueSubscriptions(client, now, BATCH)).map(subscription => ({ key: subscription, data: { subscription } })),
};

/**
 * Whether a job's thing is still to be done when its turn comes: somebody may have looked at the ledger just before it
 * was done, and put it into the queue just after.
 */
export const STILL_WANTED: {
  readonly [K in JobKind]: (client: Client, job: Jobs[K], now: string) => Promise<boolean>;
} = {
  poll: (client, { sourceId }, now) => isSourceDue(client, sourceId, now),
  article: (client, { itemId }, now) => isItemDue(client, itemId, now),
  link: async (client, { victim }) => (await relinkMark(client, victim)) !== undefined,
  push: (client, { subscription }, now) => isDue(client, subscription, now),
};

const common = {
  // One job per key that is queued, running or to be tried again.
  policy: 'exclusive',
  retryLimit: 5,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  deleteAfterSeconds: 3600,
  // A worker that was killed is noticed within this time plus one round of supervision.
  heartbeatSeconds: 20,
} as const satisfies Partial<QueueSettings>;

/** How pg-boss keeps each kind; `expireInSeconds` is the longest that one job may take. */
export const SETTINGS: { readonly [K in JobKind]: Omit<QueueSettings, 'name'> } = {
  poll: { ...common, expireInSeconds: 120 },
  article: { ...common, expireInSeconds: 180 },
  link: { ...common, expireInSeconds: 600 },
  push: { ...common, expireInSeconds: 120 },
};
