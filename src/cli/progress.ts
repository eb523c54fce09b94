import { say } from './terminal.ts';

/** How far long work has come. */
interface Stage {
  readonly label: string;
  readonly done: number;
  /** Absent where nobody knows. */
  readonly total?: number | undefined;
  /** Since it began. */
  readonly seconds: number;
}

/** `42 s`, `1 min 05 s`, `2 h 10 min`. */
export const inWords = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
  return `${Math.floor(whole / 3_600)} h ${String(Math.floor((whole % 3_600) / 60)).padStart(2, '0')} min`;
};

const BAR = 24;
/** After less time a rate says nothing. */
const LEAST_SECONDS = 0.5;

const bar = (done: number, total: number): string => {
  const full = Math.round((Math.min(done, total) / Math.max(total, 1)) * BAR);
  return `[${'█'.repeat(full)}${'░'.repeat(BAR - full)}]`;
};

/** One line of at most `columns` characters: a bar with the share done, the rate and the time left, as far as known. */
export const progressLine = ({ label, done, total, seconds }: Stage, columns: number): string => {
  const rate = done / Math.max(seconds, 0.001);
  const pace = seconds < LEAST_SECONDS || done === 0 ? [] : [`${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`];
  if (total === undefined) return [label, String(done), ...pace].join('  ').slice(0, columns);
  const share = `${Math.floor((Math.min(done, total) / Math.max(total, 1)) * 100)}%`.padStart(4);
  const left = pace.length === 0 || done >= total ? [] : [`${inWords((total - done) / rate)} left`];
  const words = [share, `${done}/${total}`, ...pace, ...left];
  const whole = [label, bar(done, total), ...words].join('  ');
  return (whole.length <= columns ? whole : [label, ...words].join('  ')).slice(0, columns);
};

/** A line on standard error that is written anew as work goes on. */
export interface Progress {
  at(done: number): void;
  /** Says a line above it. */
  say(line: string): void;
  /** Takes it away. */
  end(): void;
}

/** Ms between two drawings. */
const REDRAW_MS = 80;
const CLEAR = '\r\u001b[K';

/** Shows progress on a terminal that can rewrite a line, and is silent elsewhere, so that logs hold words only. */
export const createProgress = (label: string, total: number | undefined): Progress => {
  const out = process.stderr;
  const isLive = out.isTTY === true && process.env['TERM'] !== 'dumb';
  const started = performance.now();
  let drawn = 0;
  let line = '';
  return {
    at(done) {
      if (!isLive) return;
      const now = performance.now();
      if (now - drawn < REDRAW_MS && done !== total) return;
      drawn = now;
      line = progressLine(
        { label, done, total, seconds: (now - started) / 1_000 },
        Math.max(20, (out.columns ?? 80) - 1),
      );
      out.write(CLEAR + line);
    },
    say(text) {
      if (line !== '') out.write(CLEAR);
      say(text);
      if (line !== '') out.write(line);
    },
    end() {
      if (line !== '') out.write(CLEAR);
      line = '';
    },
  };
};
