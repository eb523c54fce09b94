import { AppError } from '#errors';
import type { Page, PageRequest } from '../store.ts';

/** The error for a cursor that was not given here. */
export const brokenCursor = (): AppError =>
  new AppError('invalid-parameter', 'The cursor is not one that this server gave.', {
    subject: 'cursor',
    hint: 'Use the `next` of the page before as it is, or leave the cursor out to begin at the first page.',
  });

const isKey = (value: unknown, size: number): value is readonly string[] =>
  Array.isArray(value) &&
  value.length === size &&
  value.every(part => typeof part === 'string' && !part.includes('\0'));

/**
 * The sort key after which a page begins, out of its opaque cursor (base64url of a JSON array of `size` strings).
 * @throws AppError `invalid-parameter` where the cursor is broken or of another list.
 */
export const readCursor = (request: PageRequest, list: string, size: number): readonly string[] | undefined => {
  if (request.cursor === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(request.cursor, 'base64url').toString());
    if (isKey(parsed, size + 1) && parsed[0] === list) return parsed.slice(1);
  } catch {
    throw brokenCursor();
  }
  throw brokenCursor();
};

/** An opaque cursor: the list's name and a place in it. */
export const cursorOf = (list: string, key: readonly string[]): string =>
  Buffer.from(JSON.stringify([list, ...key])).toString('base64url');

/**
 * Makes a page out of up to `limit + 1` rows: the row too many only tells that there is a next page.
 * `key` gives a row's sort key, `list` names the list, so that its cursors do not fit another.
 */
export const toPage = <R, T>(
  rows: readonly R[],
  request: PageRequest,
  list: string,
  key: (row: R) => readonly string[],
  item: (row: R) => T,
): Page<T> => {
  const kept = rows.slice(0, request.limit);
  const last = kept.at(-1);
  const items = kept.map(item);
  if (rows.length <= request.limit || last === undefined) return { items };
  return { items, next: cursorOf(list, key(last)) };
};
