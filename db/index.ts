/** The face of the database room: everything else in this folder is implementation. */
export { type Database, type DatabaseOptions, openDatabase } from './open.ts';
export type { JobKind, Jobs } from './queue/jobs.ts';
export type { Queue, QueueHandlers, QueueOptions } from './queue.ts';
export type * from './store.ts';
