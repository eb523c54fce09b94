import { type Logger, pino } from 'pino';
import type { LOG_FORMATS, LOG_LEVELS } from './log-options.ts';
import { scrub } from './scrub.ts';

export type Log = Logger;

/** Says a sentence, with what it is about: ids of jobs and sources. */
export type Tell = (line: string, about?: Readonly<Record<string, string | number>>) => void;

interface LogOptions {
  readonly format: (typeof LOG_FORMATS)[number];
  readonly level: (typeof LOG_LEVELS)[number];
  /** Gets whole lines, with their line break. Default: stderr. */
  readonly write?: (line: string) => void;
}

interface Written {
  readonly level: string;
  readonly msg?: string;
  readonly request?: string;
  readonly err?: { readonly stack?: string };
}

/** A line for people; undefined for what only programs want: requests that went well. */
const asText = (json: string): string | undefined => {
  const { level, msg = '', request, err } = JSON.parse(json) as Written;
  if (request !== undefined && level === 'info') return undefined;
  return `${msg}${err?.stack === undefined ? '' : `\n${err.stack}`}\n`;
};

/**
 * The log of a process. Every line goes through `scrub` at the door, whatever was put into it; on top, members that are
 * secret by their name are left out.
 */
export const createLog = ({ format, level, write = line => process.stderr.write(line) }: LogOptions): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
      redact: {
        paths: ['authorization', 'cookie', 'password', 'secret', 'token', 'key', 'headers'].flatMap(name => [
          name,
          `*.${name}`,
        ]),
        censor: '(hidden)',
      },
    },
    {
      write: json => {
        const line = format === 'json' ? json : asText(json);
        if (line !== undefined) write(scrub(line));
      },
    },
  );
