import type { FilteredSubscription, Push, Store } from '#db';
import type { LoggedNews, NewsMessage } from '#domain/news.ts';
import type { Cadence } from '#domain/subscription.ts';
import { digestLetter, type MailSite } from './mail.ts';
import type { Mailer } from './mailer.ts';
import { describe } from './message.ts';
import { newsFor } from './select.ts';

/** What sending digests needs. */
export interface DigestParts extends MailSite {
  readonly store: Store;
  readonly push: Push;
  readonly mailer: Mailer;
  readonly now: () => Date;
}

const MINUTES: Readonly<Record<Cadence, number>> = { alert: 5, day: 24 * 60, week: 7 * 24 * 60 };
const BATCH = 500;
/** Incidents told in one letter; the next one tells the rest. */
const MOST_INCIDENTS = 25;

/** When to look next whether there is something to tell: UTC ISO 8601. */
export const nextDigest = (cadence: Cadence, now: Date): string =>
  new Date(now.getTime() + MINUTES[cadence] * 60_000).toISOString();

/** Several news of one incident as one: the newest kind, every event once with all its causes. */
const combined = (news: readonly LoggedNews[]): readonly LoggedNews[] => {
  const byIncident = new Map<string, LoggedNews>();
  for (const item of news) {
    const before = byIncident.get(item.incidentId);
    const events = new Map((before?.events ?? []).map(event => [event.eventId, event]));
    for (const event of item.events) {
      const known = events.get(event.eventId);
      const isNew = known?.change === 'appeared' && event.change === 'changed';
      const causes = [...new Set([...(known?.causes ?? []), ...event.causes])];
      events.set(event.eventId, { ...event, ...(isNew ? { change: 'appeared' } : {}), causes });
    }
    const kind = before?.kind === 'appeared' && item.kind === 'changed' ? 'appeared' : item.kind;
    byIncident.set(item.incidentId, { ...item, kind, events: [...events.values()] });
  }
  return [...byIncident.values()];
};

/** The first news, as far as they tell of no more incidents than one letter holds. */
const letterful = (news: readonly LoggedNews[]): readonly LoggedNews[] => {
  const incidents = new Set<string>();
  const end = news.findIndex(({ incidentId }) => incidents.add(incidentId).size > MOST_INCIDENTS);
  return end === -1 ? news : news.slice(0, end);
};

/** Minutes until a letter that the mail server did not take is tried again. */
const RETRY_MINUTES = 10;

/**
 * Sends one letter with everything that is new to a subscriber, where there is something. The letter goes out before it
 * is written down that it did: after a crash in between it comes twice rather than never.
 */
export const sendDigest = async (parts: DigestParts, known: FilteredSubscription): Promise<void> => {
  const { store, push, mailer, site, now } = parts;
  const { id: subscription, seen: from, target: to, secret, query, cadence = 'day' } = known.subscription;
  const at = now().toISOString();
  const news = await push.newsAfter(from, BATCH);
  const all = await newsFor(push, known, news);
  const told = letterful(all);
  const next = all[told.length];
  const messages: NewsMessage[] = [];
  for (const item of combined(told)) messages.push(await describe(store, item, site));
  try {
    if (messages.length > 0) await mailer.send(digestLetter({ to, secret, query, cadence, news: messages }, parts));
  } catch (error) {
    const nextAt = new Date(now().getTime() + RETRY_MINUTES * 60_000).toISOString();
    await push.fanOut({ subscription, from, to: from, told: [], at, nextAt });
    throw error;
  }
  await push.fanOut({
    subscription,
    from,
    to: next === undefined ? (news.at(-1)?.seq ?? from) : next.seq - 1,
    told: told.map(({ seq, incidentId }) => ({ seq, incident: incidentId, delivery: `${subscription}:${seq}` })),
    at,
    nextAt: next === undefined && news.length < BATCH ? nextDigest(cadence, now()) : at,
  });
};
