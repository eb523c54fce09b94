/** How somebody is told of changes. */
export const CHANNELS = ['webhook', 'email'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How often an e-mail comes at most: within minutes of a change, once a day, once a week. */
export const CADENCES = ['alert', 'day', 'week'] as const;
export type Cadence = (typeof CADENCES)[number];

/** `pending`: the owner of the address has not confirmed it yet. */
export const SUBSCRIPTION_STATES = ['pending', 'active', 'disabled'] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

export const DELIVERY_STATES = ['pending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Who is told of what. Times are UTC ISO 8601. */
export interface Subscription {
  /** `whk_…` or `eml_…` */
  readonly id: string;
  /** Key id. */
  readonly owner: string;
  readonly channel: Channel;
  /** Web or e-mail address. */
  readonly target: string;
  /** The filter as the query of `/v1/incidents`; empty: everything. */
  readonly query: string;
  readonly description?: string;
  /** Of an e-mail. */
  readonly cadence?: Cadence;
  /** Of a webhook what its messages are signed with, of an e-mail what stands in its links. */
  readonly secret: string;
  readonly state: SubscriptionState;
  /** Why it is disabled, as a sentence. */
  readonly reason?: string;
  readonly createdAt: string;
  /** Changes up to this number were dealt with. */
  readonly seen: number;
  /** Since when every delivery failed. */
  readonly failingSince?: string;
}

/** One message to a webhook. */
export interface Delivery {
  /** `msg_…` */
  readonly id: string;
  readonly subscription: string;
  /** Number of the change; absent: a test. */
  readonly seq?: number;
  readonly state: DeliveryState;
  readonly createdAt: string;
  /** When it is tried again. */
  readonly nextAt?: string;
  readonly finishedAt?: string;
  /** Oldest first. */
  readonly attempts: readonly DeliveryAttempt[];
}

export interface DeliveryAttempt {
  readonly at: string;
  readonly milliseconds: number;
  /** The status that came back, where one did. */
  readonly status?: number;
  /** What went wrong, as a sentence. */
  readonly error?: string;
}
