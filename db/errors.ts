import { AppError } from '#errors';

/** The server went away or is just starting: a repeated statement can succeed. */
const LOST = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'ECONNRESET',
  'ECONNREFUSED',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
]);
/** Two statements waited for each other; Postgres undid one of them. */
const CONTENDED = new Set(['40P01', '40001']);
const UNREACHABLE = new Set([
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EACCES',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

const HINTS: Readonly<Record<string, string>> = {
  '28P01': 'The user name or the password in DATABASE_URL is wrong.',
  '28000': 'The server does not let this user in from here; check DATABASE_URL and the server’s pg_hba.conf.',
  '3D000': 'Create the database first, e.g. with createdb, or correct its name in DATABASE_URL.',
  '42501': 'Give the user of DATABASE_URL the right to create schemas in this database.',
  '53300': 'The server has no connection left; raise its max_connections or stop other programs.',
  '53100': 'The disk of the database is full; make room.',
  '25006': 'This server is read-only (a standby?); DATABASE_URL must name the primary.',
};

/** The code (SQLSTATE, or the driver's or the system's name) of whatever was thrown, looking through wrappers. */
export const errorCode = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return errorCode(error.errors[0]);
  return errorCode(error.cause);
};

/** The constraint that a statement broke, if it broke one. */
export const brokenConstraint = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  if ('constraint_name' in error && typeof error.constraint_name === 'string') return error.constraint_name;
  return brokenConstraint(error.cause);
};

/** Whether the same idempotent statement can be sent again with hope. */
export const isTransient = (error: unknown): boolean => {
  const code = errorCode(error);
  return code !== undefined && (LOST.has(code) || CONTENDED.has(code));
};

const innermost = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? innermost(error.cause) : error;

/**
 * What the rest of the program gets to see of a database error: AppError `database-unavailable` where the database
 * cannot be used, else the driver's own error without the statement's parameters (they hold whole articles).
 */
export const translateError = (error: unknown, where: string): unknown => {
  if (error instanceof AppError) return error;
  const code = errorCode(error);
  const hint = code === undefined ? undefined : HINTS[code];
  if (code === undefined || !(hint || LOST.has(code) || UNREACHABLE.has(code))) return innermost(error);
  return new AppError('database-unavailable', `The database at ${where} cannot be used (${code}).`, {
    subject: where,
    hint: hint ?? 'Check that the server runs and can be reached, and that DATABASE_URL names it rightly.',
    cause: innermost(error),
  });
};
