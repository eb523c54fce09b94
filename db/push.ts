import type { LoggedNews } from '#domain/news.ts';
import type { Channel, Delivery, DeliveryAttempt, Subscription, SubscriptionState } from '#domain/subscription.ts';
import type { IncidentFilter, Page, PageRequest } from './store.ts';

/** A subscription with what it asks for. */
export interface FilteredSubscription {
  readonly subscription: Subscription;
  readonly filter: IncidentFilter;
}

/** What one attempt at a delivery came to. */
export interface AttemptResult {
  readonly delivery: string;
  readonly subscription: string;
  /** From 1. */
  readonly number: number;
  readonly attempt: DeliveryAttempt;
  readonly state: Delivery['state'];
  /** Of a pending one: when it is tried again. */
  readonly nextAt?: string;
  /** Why the subscription ends with it. */
  readonly disable?: string;
}

/** Of these news, what a subscription is told. */
export interface FanOut {
  readonly subscription: string;
  /** What it had seen before; nothing is written where that is no longer so. */
  readonly from: number;
  readonly to: number;
  /** Numbers of the news that it is told, each with the id of its message. */
  readonly told: readonly { readonly seq: number; readonly incident: string; readonly delivery: string }[];
  /** UTC ISO 8601. */
  readonly at: string;
  /** E-mail: when to look again. */
  readonly nextAt?: string;
}

/** The log of changes, and who is told of them. Every write is one idempotent statement. */
export interface Push {
  /** Number of the last change. */
  lastNews(): Promise<number>;
  /** Changes after a number, oldest first. */
  newsAfter(seq: number, limit: number): Promise<readonly LoggedNews[]>;
  getNews(seq: number): Promise<LoggedNews | undefined>;
  /** Which of these incidents fit a filter. */
  fitting(filter: IncidentFilter, incidents: readonly string[]): Promise<ReadonlySet<string>>;
  /** Of which of these incidents a subscriber was told before. */
  toldOf(subscription: string, incidents: readonly string[]): Promise<ReadonlySet<string>>;

  /** Begins at the last change. */
  subscribe(subscription: Omit<Subscription, 'seen'>, filter: IncidentFilter, nextAt?: string): Promise<void>;
  getSubscription(id: string): Promise<FilteredSubscription | undefined>;
  bySecret(secret: string): Promise<FilteredSubscription | undefined>;
  /** Newest first; of one owner where given. Throws AppError `invalid-parameter`. */
  listSubscriptions(
    filter: { readonly channel: Channel; readonly owner?: string },
    page: PageRequest,
  ): Promise<Page<Subscription>>;
  /** An active one goes on where it stopped. False where there is none. */
  setState(id: string, state: SubscriptionState, reason?: string): Promise<boolean>;
  /** With its deliveries. False where there is none. */
  unsubscribe(id: string): Promise<boolean>;

  /** Subscriptions for which something is to be done. */
  due(now: string, limit: number): Promise<readonly string[]>;
  /** Moves a subscription on, with the deliveries that follow. False where somebody else did. */
  fanOut(fanOut: FanOut): Promise<boolean>;
  /** Puts a test message into the queue of a webhook. */
  addTest(delivery: string, subscription: string, at: string): Promise<void>;
  /** The oldest delivery of a subscription that is due. */
  nextDelivery(subscription: string, now: string): Promise<Delivery | undefined>;
  recordAttempt(result: AttemptResult): Promise<void>;
  getDelivery(id: string): Promise<Delivery | undefined>;
  /** Newest first. Throws AppError `invalid-parameter`. */
  listDeliveries(subscription: string, page: PageRequest): Promise<Page<Delivery>>;
}
