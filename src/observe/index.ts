/** What an operator sees of a running process: its log and its metrics. */
export { createLog, type Tell } from './log.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { type Observer, observerOf, tellOf } from './observer.ts';
