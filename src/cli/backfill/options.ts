import type { Config } from '#config';
import { AppError } from '#errors';
import { webUrl } from '#ingest';
import type { Wanted } from '#pipeline';
import type { Origin } from './sources.ts';

/** What every kind of backfill can be told. */
export interface BackfillOptions {
  readonly from?: string;
  readonly to?: string;
  readonly match?: readonly string[];
  readonly limit?: string;
  readonly delay?: string;
  readonly dryRun?: boolean;
  readonly fresh?: boolean;
  readonly json?: boolean;
}

const refuse = (message: string, hint: string): never => {
  throw new AppError('invalid-parameter', message, { hint });
};

const dayIn = (name: string, text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDay ? text : refuse(`${name} ${text} is no day.`, 'Give it as 2025-04-22.');
};

/** Days, both included, and words. Throws AppError `invalid-parameter`. */
export const wantedBy = ({ from, to, match }: BackfillOptions): Wanted => {
  const [first, last] = [dayIn('--from', from), dayIn('--to', to)];
  if (first !== undefined && last !== undefined && first > last)
    refuse('--from is later than --to.', 'Both days are included.');
  return {
    ...(first === undefined ? {} : { from: first }),
    ...(last === undefined ? {} : { to: last }),
    ...(match === undefined ? {} : { words: match }),
  };
};

/** A whole number from `least` on. Throws AppError `invalid-parameter`. */
export const countIn = (name: string, text: string | undefined, least = 1): number | undefined => {
  if (text === undefined) return undefined;
  const count = Number(text);
  return Number.isSafeInteger(count) && count >= least
    ? count
    : refuse(`${name} ${text} is no whole number from ${least} on.`, `For example: ${name} 100.`);
};

/**
 * Ms between two requests to one host: a second at least, but for a site of one's own (`RECEIPTS_FETCH_ORIGINS`).
 * Throws AppError `invalid-parameter`.
 */
export const gapIn = (config: Config, origin: Origin, text: string | undefined): number => {
  const seconds = Number(text ?? '1');
  const isOwn = 'url' in origin && config.fetchOrigins.includes(webUrl(origin.url).origin);
  if (!Number.isFinite(seconds) || seconds < (isOwn ? 0 : 1) || seconds > 3_600)
    refuse(`--delay ${text} is no number of seconds from 1 to 3600.`, 'Others pay for the machines that answer.');
  return seconds * 1_000;
};

/** GDELT's three months, or the days that are asked for. */
export const gdeltDays = ({ from, to }: Wanted, today: string): { readonly from: string; readonly to: string } => {
  const last = to ?? today;
  return { from: from ?? new Date(Date.parse(last) - 89 * 86_400_000).toISOString().slice(0, 10), to: last };
};
