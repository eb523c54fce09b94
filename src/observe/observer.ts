import type { RunReport } from '#pipeline';
import type { AnsweredRequest } from '../http/observing.ts';
import type { Log, Tell } from './log.ts';
import type { Metrics } from './metrics.ts';

/** A job that was done, or that failed. */
interface DoneJob {
  readonly kind: string;
  readonly id: string;
  readonly seconds: number;
  readonly error?: unknown;
}

/** Where everything that happens in a process is told. */
export interface Observer {
  readonly tell: Tell;
  /** What ought not to be. */
  readonly warn: Tell;
  /** A fault of ours, in one or more lines. */
  readonly fault: (lines: string) => void;
  readonly request: (answered: AnsweredRequest) => void;
  readonly job: (job: DoneJob) => void;
  readonly report: (report: RunReport) => void;
}

const SLOW_SECONDS = 1;

/** Says sentences into a log. */
export const tellOf =
  (log: Log): Tell =>
  (line, about = {}) =>
    log.info(about, line);

/** Tells the log and the metrics. */
export const observerOf = (log: Log, metrics: Metrics): Observer => ({
  tell: tellOf(log),
  warn: (line, about = {}) => log.warn(about, line),
  fault: lines => log.error(lines),
  request({ id: request, seconds, stream, broken, ...rest }) {
    const ms = Math.round(seconds * 1000);
    const level = rest.status >= 500 || (seconds > SLOW_SECONDS && !stream) ? 'warn' : 'info';
    const line = `${rest.method} ${rest.route} ${rest.status} in ${ms} ms${broken && !stream ? ', broken off' : ''}`;
    log[level]({ request, ...rest, ms, ...(broken ? { broken } : {}) }, line);
    if (!stream) metrics.request({ ...rest, seconds });
  },
  job({ kind, id: job, seconds, error }) {
    metrics.job(kind, seconds, error !== undefined);
    const about = { job, kind, ms: Math.round(seconds * 1000) };
    if (error === undefined) log.debug(about, `${kind} done`);
    else log.error({ ...about, err: error }, `${kind} failed`);
  },
  report: report => metrics.readings(report),
});
