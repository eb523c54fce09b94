/** What a poll came to, and what was asked for with the answer. */
export interface PollTiming {
  readonly now: Date;
  readonly outcome: 'items' | 'not-modified' | 'failed' | 'gone';
  /** Failures in a row, this one included. */
  readonly failures: number;
  /** 0 to 1; spreads polls that would fall together. */
  readonly random: number;
  /** Default: 30. */
  readonly baseMinutes?: number;
  /** Minutes, of the feed. */
  readonly ttlMinutes?: number;
  /** Seconds, of `Cache-Control`. */
  readonly maxAge?: number;
  /** Hours and days (0: Sunday) in UTC in which the feed wants no poll. */
  readonly skipHours?: readonly number[];
  readonly skipDays?: readonly number[];
  /** Seconds, of `Retry-After`. */
  readonly retryAfter?: number;
}

const DAY_MINUTES = 24 * 60;
/** A server may ask for more patience than for a day, but not for ever. */
const MAX_RETRY_AFTER_MINUTES = 7 * DAY_MINUTES;
const HOUR_MS = 60 * 60_000;
/** Part of the interval by which polls are spread, always later, never sooner than asked for. */
const SPREAD = 0.1;

/** The time that stands for "never again". */
export const NEVER = new Date('9999-12-31T00:00:00.000Z');

/**
 * When to poll a feed again: after the base interval, or later where the feed (`ttl`) or its server (`max-age`) asks
 * for it, a day at most; after failures twice as late each time, a day at most; never before `Retry-After` is over (a
 * week at most), and not in hours or on days that the feed wants to have for itself. A feed that is gone (410) is polled
 * never again.
 */
export const nextPoll = (timing: PollTiming): Date => {
  if (timing.outcome === 'gone') return NEVER;
  const base = timing.baseMinutes ?? 30;
  const asked = Math.max(base, timing.ttlMinutes ?? 0, (timing.maxAge ?? 0) / 60);
  const backoff = base * 2 ** Math.min(Math.max(timing.failures, 1) - 1, 20);
  const interval = Math.min(timing.outcome === 'failed' ? backoff : asked, Math.max(base, DAY_MINUTES));
  const patience = Math.min((timing.retryAfter ?? 0) / 60, MAX_RETRY_AFTER_MINUTES);
  const minutes = Math.max(interval, patience) * (1 + SPREAD * timing.random);
  return afterRest(new Date(timing.now.getTime() + Math.round(minutes * 60_000)), timing);
};

/** The same time, or the beginning of the next hour in which the feed may be polled, with the same spread. */
const afterRest = (time: Date, { skipHours = [], skipDays = [], random }: PollTiming): Date => {
  const isRest = (at: Date): boolean => skipHours.includes(at.getUTCHours()) || skipDays.includes(at.getUTCDay());
  if (!isRest(time)) return time;
  const hour = time.getTime() - (time.getTime() % HOUR_MS);
  for (let hours = 1; hours <= 7 * 24; hours++) {
    const next = new Date(hour + hours * HOUR_MS);
    if (!isRest(next)) return new Date(next.getTime() + Math.round(random * SPREAD * HOUR_MS));
  }
  return time;
};
