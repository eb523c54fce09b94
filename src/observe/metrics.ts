import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { createArchiveGauges, type Observed } from './archive-gauges.ts';

/** An answer as it left, or as its reader left it. */
interface AnsweredRequest {
  readonly method: string;
  /** The route's path with its placeholders: never what a caller made up. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What came of reading: counts by the names of a RunReport. */
type Readings = Readonly<
  Record<
    | 'polled'
    | 'notModified'
    | 'failedPolls'
    | 'newItems'
    | 'newArticles'
    | 'revised'
    | 'unchanged'
    | 'fromFeed'
    | 'failedArticles',
    number
  >
>;

/** Counts and durations of one process, for Prometheus. */
export interface Metrics {
  request(answered: AnsweredRequest): void;
  job(kind: string, seconds: number, failed: boolean): void;
  readings(report: Readings): void;
  /** Everything in the text format of Prometheus, 0.0.4; asks the database, and does without where it does not answer. */
  text(): Promise<string>;
}

const HTTP_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const JOB_BUCKETS = [0.01, 0.05, 0.25, 1, 5, 20, 60, 180];

/** @param observed what is asked when the metrics are; absent: only the process is told of */
export const createMetrics = (observed?: Observed): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'receipts_http_request_duration_seconds',
    help: 'Answers by method, route and status; streams are left out.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: HTTP_BUCKETS,
    registers,
  });
  const jobs = new Histogram({
    name: 'receipts_job_duration_seconds',
    help: 'Jobs that this process did, by kind and outcome.',
    labelNames: ['kind', 'outcome'] as const,
    buckets: JOB_BUCKETS,
    registers,
  });
  const polls = new Counter({
    name: 'receipts_polls_total',
    help: 'Polls that this process made, by outcome.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const articles = new Counter({
    name: 'receipts_articles_read_total',
    help: 'Articles that this process read, by outcome; from-feed and failed are those whose page could not be had.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const gauges = observed === undefined ? undefined : createArchiveGauges(registry, observed);
  return {
    request: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    job: (kind, seconds, failed) => jobs.observe({ kind, outcome: failed ? 'failed' : 'done' }, seconds),
    readings(report) {
      polls.inc({ outcome: 'not-modified' }, report.notModified);
      polls.inc({ outcome: 'failed' }, report.failedPolls);
      polls.inc({ outcome: 'read' }, Math.max(0, report.polled - report.notModified - report.failedPolls));
      articles.inc({ outcome: 'new' }, report.newArticles);
      articles.inc({ outcome: 'revised' }, report.revised);
      articles.inc({ outcome: 'unchanged' }, report.unchanged);
      articles.inc({ outcome: 'from-feed' }, report.fromFeed);
      articles.inc({ outcome: 'failed' }, report.failedArticles);
    },
    async text() {
      await gauges?.refresh();
      return registry.metrics();
    },
  };
};
