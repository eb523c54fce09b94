/** The face of the database room: everything else in this folder is implementation. */
export type * from './access.ts';
export { type BackupRow, openVault, type Sequences } from './backup.ts';
export type { Health, PollLine, QueueLine } from './health.ts';
export { HOUSE_TABLES, type House, type HouseTable } from './house.ts';
export { type Inspection, inspectDatabase } from './inspect.ts';
export { type Database, type DatabaseOptions, openDatabase } from './open.ts';
export type * from './push.ts';
export type { JobKind, Jobs } from './queue/jobs.ts';
export type { Queue, QueueHandlers, QueueOptions } from './queue.ts';
export type * from './requests.ts';
export type * from './store.ts';
export { INCIDENT_SORTS, STATS_DIMENSIONS } from './store.ts';
export type { Watch } from './watch.ts';
