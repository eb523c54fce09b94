import type { FilteredSubscription, Push, Store } from '#db';
import { contentId } from '#domain/ids.ts';
import type { NewsMessage } from '#domain/news.ts';
import type { Delivery, DeliveryAttempt, Subscription } from '#domain/subscription.ts';
import { AppError, messageOf as wordsOf } from '#errors';
import type { Fetcher } from '#ingest';
import { describe } from './message.ts';
import { delayAfter } from './retry.ts';
import { newsFor } from './select.ts';
import { signedHeaders } from './sign.ts';

/** What sending to webhooks needs. */
export interface WebhookParts {
  readonly store: Store;
  readonly push: Push;
  readonly fetcher: Pick<Fetcher, 'post'>;
  /** Address of this server for its readers. */
  readonly site: string;
  readonly now: () => Date;
  /** 0 to 1. */
  readonly random: () => number;
}

/** News looked at in one go. */
const BATCH = 200;
const GONE = 410;

/** Turns the news that a webhook has not seen yet into deliveries. */
export const fanOutTo = async ({ push, now }: WebhookParts, known: FilteredSubscription): Promise<void> => {
  let { seen } = known.subscription;
  for (;;) {
    const news = await push.newsAfter(seen, BATCH);
    const last = news.at(-1);
    if (last === undefined) return;
    const told = await newsFor(push, known, news);
    const moved = await push.fanOut({
      subscription: known.subscription.id,
      from: seen,
      to: last.seq,
      told: told.map(({ seq, incidentId }) => ({
        seq,
        incident: incidentId,
        delivery: contentId('msg', known.subscription.id, seq),
      })),
      at: now().toISOString(),
    });
    if (!moved) return;
    seen = last.seq;
  }
};

/** The body of a test: shaped like the real thing. */
const testMessage = (
  site: string,
  at: string,
): NewsMessage | ({ readonly type: 'test' } & Omit<NewsMessage, 'type'>) => ({
  type: 'test',
  timestamp: at,
  data: {
    incident: { id: 'example-2031-03', title: 'A test message', url: `${site}/v1/incidents`, page: `${site}/` },
    events: [],
  },
});

const bodyOf = async ({ store, push, site }: WebhookParts, delivery: Delivery): Promise<string | undefined> => {
  if (delivery.seq === undefined) return JSON.stringify(testMessage(site, delivery.createdAt));
  const news = await push.getNews(delivery.seq);
  return news && JSON.stringify(await describe(store, news, site));
};

interface Outcome {
  readonly status?: number;
  readonly error?: string;
  readonly retryAfter?: number;
}

const isTaken = ({ status }: Outcome): boolean => status !== undefined && status >= 200 && status < 300;

const send = async (
  { fetcher, now }: WebhookParts,
  { target, secret }: Subscription,
  id: string,
  body: string,
): Promise<Outcome> => {
  try {
    const posted = await fetcher.post(target, {
      body,
      headers: signedHeaders(secret, { id, at: now().getTime(), body }),
    });
    if (isTaken(posted)) return posted;
    return { ...posted, error: `It answered with status ${posted.status}.` };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { error: wordsOf(error) };
  }
};

const disabledBy = ({ status }: Outcome, isLast: boolean, { failingSince }: Subscription): string | undefined => {
  if (status === GONE) return 'The receiver answered 410: it is gone for good.';
  return isLast && failingSince !== undefined
    ? `Every delivery failed since ${failingSince}, and one was tried to its end.`
    : undefined;
};

/** Sends one message and writes down what came of it. */
const deliver = async (parts: WebhookParts, subscription: Subscription, delivery: Delivery): Promise<Outcome> => {
  const begun = parts.now();
  const body = await bodyOf(parts, delivery);
  const outcome =
    body === undefined
      ? { error: 'What it was about is not there any more.' }
      : await send(parts, subscription, delivery.id, body);
  const milliseconds = Math.max(0, parts.now().getTime() - begun.getTime());
  const number = delivery.attempts.length + 1;
  const delay =
    isTaken(outcome) || outcome.status === GONE || body === undefined
      ? undefined
      : delayAfter(number, outcome.retryAfter, parts.random());
  const state = isTaken(outcome) ? 'delivered' : delay === undefined ? 'failed' : 'pending';
  const disable = disabledBy(outcome, state === 'failed', subscription);
  const { status, error } = outcome;
  const attempt: DeliveryAttempt = {
    at: begun.toISOString(),
    milliseconds,
    ...(status === undefined ? {} : { status }),
    ...(error === undefined ? {} : { error }),
  };
  await parts.push.recordAttempt({
    delivery: delivery.id,
    subscription: subscription.id,
    number,
    attempt,
    state,
    ...(delay === undefined ? {} : { nextAt: new Date(parts.now().getTime() + delay).toISOString() }),
    ...(disable === undefined ? {} : { disable }),
  });
  return outcome;
};

/**
 * Sends what is due, in the order in which it happened, until nothing is or the time is up. A receiver that fails is
 * left alone until the next round: its other messages would fail too, and each costs a time-out.
 */
export const deliverTo = async (parts: WebhookParts, id: string, untilMs: number): Promise<void> => {
  while (parts.now().getTime() < untilMs) {
    const known = await parts.push.getSubscription(id);
    if (known?.subscription.state !== 'active') return;
    const delivery = await parts.push.nextDelivery(id, parts.now().toISOString());
    if (delivery === undefined) return;
    if (!isTaken(await deliver(parts, known.subscription, delivery))) return;
  }
};
