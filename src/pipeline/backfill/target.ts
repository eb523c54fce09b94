/** A page that a backfill may fetch, with what its list says of it. Dates are UTC ISO 8601 or bare days. */
export interface Target {
  readonly url: string;
  readonly published?: string;
  /** It changed last then, so it was published then or before. */
  readonly modified?: string;
  readonly title?: string;
}

/** Which pages of a list are wanted. Days (`YYYY-MM-DD`), both included. */
export interface Wanted {
  readonly from?: string;
  readonly to?: string;
  /** One of these words must stand in the address or title, in whatever case. */
  readonly words?: readonly string[];
}

/**
 * Whether a page is wanted. A page of which the list does not say when it was published is taken, unless it has not
 * changed since before `from`: then it cannot be newer.
 */
export const isWanted = ({ url, title, published, modified }: Target, { from, to, words }: Wanted): boolean => {
  const day = (published ?? modified)?.slice(0, 10);
  if (from !== undefined && day !== undefined && day < from) return false;
  if (to !== undefined && published !== undefined && published.slice(0, 10) > to) return false;
  if (words === undefined || words.length === 0) return true;
  const text = `${decoded(url)} ${title ?? ''}`.toLowerCase();
  return words.some(word => text.includes(word.toLowerCase()));
};

const decoded = (url: string): string => {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
};
