/** What an AppError may carry besides its message. */
interface AppErrorDetails {
  /** The thing that it is about: a URL, a file with line, a parameter, an id. */
  readonly subject?: string;
  /** What the reader can do about it, as a sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
  /** Machine-readable extras that belong into a problem document. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Every code that an AppError can have; `src/http/problem.ts` maps each to a status. */
export const ERROR_CODES = [
  'invalid-parameter',
  'not-found',
  'gone',
  'config',
  'database-unavailable',
  'database-schema-newer',
  'database-platform',
  'fetch-address-blocked',
  'fetch-failed',
  'fetch-timeout',
  'fetch-too-large',
  'fetch-status',
  'fetch-content-type',
  'fetch-redirects',
  'fetch-robots',
  'feed-malformed',
  'extraction-failed',
  'import-line',
  'opml-malformed',
  'conflict',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error made for people: a stable code, a message that says what and where, and a hint what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly subject: string | undefined;
  readonly hint: string | undefined;
  readonly data: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, message: string, details: AppErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.subject = details.subject;
    this.hint = details.hint;
    this.data = details.data;
  }
}

/** The message of anything thrown, without a stack. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
