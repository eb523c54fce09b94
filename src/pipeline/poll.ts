import type { DueSource, FeedWishes } from '#db';
import type { FetchedPage, ParsedFeed } from '#domain/article.ts';
import { AppError } from '#errors';
import { nextPoll } from '#ingest';
import { addressOf, movedBy } from './moved.ts';
import { type RunReport, step } from './report.ts';
import type { Stages } from './stages.ts';

/** How long a feed is left alone that sends us away without saying for how long. */
const SENT_AWAY_SECONDS = 4 * 3600;

/** What the answer to a poll says about the next one. */
const manners = (page: FetchedPage): { maxAge?: number; retryAfter?: number } => ({
  ...(page.maxAge === undefined ? {} : { maxAge: page.maxAge }),
  ...(page.retryAfter === undefined ? {} : { retryAfter: page.retryAfter }),
});

const validators = (page: FetchedPage): { etag?: string; lastModified?: string } => ({
  ...(page.etag === undefined ? {} : { etag: page.etag }),
  ...(page.lastModified === undefined ? {} : { lastModified: page.lastModified }),
});

const wishesOf = ({ ttlMinutes, skipHours, skipDays }: ParsedFeed): FeedWishes => ({
  ...(ttlMinutes === undefined ? {} : { ttlMinutes }),
  ...(skipHours === undefined ? {} : { skipHours }),
  ...(skipDays === undefined ? {} : { skipDays }),
});

const fetchFeed = (stages: Stages, due: DueSource, address: string): Promise<FetchedPage> =>
  stages.fetcher.fetch(address, {
    kind: 'feed',
    ...(due.etag === undefined ? {} : { etag: due.etag }),
    ...(due.lastModified === undefined ? {} : { lastModified: due.lastModified }),
  });

const poll = async (stages: Stages, due: DueSource, at: Date): Promise<RunReport> => {
  const address = addressOf(due, at);
  const page = await fetchFeed(stages, due, address);
  const timing = { now: at, failures: 0, baseMinutes: stages.pollMinutes, random: stages.random(), ...manners(page) };
  const record = {
    sourceId: due.source.id,
    at: at.toISOString(),
    status: page.status,
    bytes: page.body.byteLength,
    ...movedBy(due, address, page),
  };
  if (page.status === 304) {
    const nextPollAt = nextPoll({ ...timing, ...due.wishes, outcome: 'not-modified' }).toISOString();
    await stages.store.recordPoll({ ...record, nextPollAt, outcome: 'not-modified', items: [], ...validators(page) });
    return step({ polled: 1, notModified: 1 });
  }
  const feed = await stages.parsers.parseFeed(page.body, {
    url: page.url,
    now: at.toISOString(),
    ...(page.contentType === undefined ? {} : { contentType: page.contentType }),
  });
  const wishes = wishesOf(feed);
  const { newItems } = await stages.store.recordPoll({
    ...record,
    nextPollAt: nextPoll({ ...timing, ...wishes, outcome: 'items' }).toISOString(),
    outcome: 'items',
    warnings: feed.warnings,
    wishes,
    items: feed.items,
    // The validators of a feed that was cut would keep what is missing away.
    ...(feed.isCut ? {} : validators(page)),
  });
  return step({ polled: 1, newItems });
};

/** Polls one feed and writes what it offers. A feed that fails is named in the report and tried again later. */
export const pollSource = async (stages: Stages, sourceId: string): Promise<RunReport> => {
  const due = await stages.store.getDueSource(sourceId);
  if (!due) return step({});
  const at = stages.now();
  try {
    return await poll(stages, due, at);
  } catch (error) {
    if (!(error instanceof AppError) || error.code.startsWith('database')) throw error;
    const status = error.code === 'fetch-status' ? error.data?.['status'] : undefined;
    // At an address to which the feed moved, 410 is no word of the feed itself: it is asked once more.
    const gone = status === 410 && addressOf(due, at) === due.source.feedUrl;
    const retryAfter = error.data?.['retryAfter'] ?? (status === 429 || status === 403 ? SENT_AWAY_SECONDS : undefined);
    const next = nextPoll({
      now: at,
      outcome: gone ? 'gone' : 'failed',
      failures: due.failures + 1,
      baseMinutes: stages.pollMinutes,
      random: stages.random(),
      ...(typeof retryAfter === 'number' ? { retryAfter } : {}),
    });
    await stages.store.recordPoll({
      sourceId,
      at: at.toISOString(),
      nextPollAt: next.toISOString(),
      outcome: gone ? 'gone' : 'failed',
      error: gone ? `${error.message} It is not polled any more.` : error.message,
      items: [],
    });
    return step({ polled: 1, failedPolls: 1 }, { subject: due.source.feedUrl, message: error.message });
  }
};
