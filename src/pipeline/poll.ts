import type { DueSource } from '#db';
import type { FeedItem, FetchedPage } from '#domain/article.ts';
import { AppError } from '#errors';
import { nextPoll } from '#ingest';
import { type RunReport, step } from './report.ts';
import type { Stages } from './stages.ts';

/** What the answer to a poll says about the next one. */
const manners = (page: FetchedPage): { maxAge?: number; retryAfter?: number } => ({
  ...(page.maxAge === undefined ? {} : { maxAge: page.maxAge }),
  ...(page.retryAfter === undefined ? {} : { retryAfter: page.retryAfter }),
});

const validators = (page: FetchedPage): { etag?: string; lastModified?: string } => ({
  ...(page.etag === undefined ? {} : { etag: page.etag }),
  ...(page.lastModified === undefined ? {} : { lastModified: page.lastModified }),
});

const fetchFeed = (stages: Stages, due: DueSource): Promise<FetchedPage> =>
  stages.fetcher.fetch(due.source.feedUrl, {
    kind: 'feed',
    ...(due.etag === undefined ? {} : { etag: due.etag }),
    ...(due.lastModified === undefined ? {} : { lastModified: due.lastModified }),
  });

const poll = async (stages: Stages, due: DueSource, at: Date): Promise<RunReport> => {
  const page = await fetchFeed(stages, due);
  const timing = { now: at, failures: 0, baseMinutes: stages.pollMinutes, random: stages.random(), ...manners(page) };
  const record = { sourceId: due.source.id, at: at.toISOString(), status: page.status, bytes: page.body.byteLength };
  if (page.status === 304) {
    const nextPollAt = nextPoll({ ...timing, outcome: 'not-modified' }).toISOString();
    await stages.store.recordPoll({ ...record, nextPollAt, outcome: 'not-modified', items: [], ...validators(page) });
    return step({ polled: 1, notModified: 1 });
  }
  const feed = await stages.parsers.parseFeed(page.body, {
    url: page.url,
    now: at.toISOString(),
    ...(page.contentType === undefined ? {} : { contentType: page.contentType }),
  });
  const ttl = feed.ttlMinutes === undefined ? {} : { ttlMinutes: feed.ttlMinutes };
  const items: readonly FeedItem[] = feed.items;
  const { newItems } = await stages.store.recordPoll({
    ...record,
    nextPollAt: nextPoll({ ...timing, ...ttl, outcome: 'items' }).toISOString(),
    outcome: 'items',
    warnings: feed.warnings,
    items,
    ...validators(page),
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
    const gone = error.code === 'fetch-status' && error.data?.['status'] === 410;
    const retryAfter = error.data?.['retryAfter'];
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
      error: error.message,
      items: [],
    });
    return step({ polled: 1, failedPolls: 1 }, { subject: due.source.feedUrl, message: error.message });
  }
};
