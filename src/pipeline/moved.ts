import type { DueSource } from '#db';
import type { FetchedPage } from '#domain/article.ts';

/** How long a feed must have said the same of its new address before it is believed. */
const PROBATION_MS = 24 * 3_600_000;

/** Where a feed is polled: at its own address, or where it has said for a day that it is for good. */
export const addressOf = ({ source, moved }: DueSource, now: Date): string =>
  moved !== undefined && now.getTime() - Date.parse(moved.since) >= PROBATION_MS ? moved.to : source.feedUrl;

/**
 * What an answer says of where the feed is for good; absent where it is where it was. A failed poll says nothing, and
 * so forgets the new address: the next one asks at the old one again.
 */
export const movedBy = (
  due: DueSource,
  asked: string,
  page: FetchedPage,
): { readonly moved?: { readonly from: string; readonly to: string } } => {
  const from = due.source.feedUrl;
  const to = page.permanentRedirect ?? (asked === from ? undefined : asked);
  return to === undefined || to === from ? {} : { moved: { from, to } };
};
