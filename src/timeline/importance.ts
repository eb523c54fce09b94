import type { Claim } from '#domain/claim.ts';
import type { TimelineEvent } from '#domain/timeline.ts';
import type { Certainty, DataType, DateEvent, EventStatus, MoneyMetric, ResponseAction } from '#domain/vocabulary.ts';

/** How many events of a timeline are marked as important. */
const IMPORTANT_EVENTS = 10;
/** Each further event of one kind counts so much of the one before it: ten kinds of data are one piece of news. */
const FURTHER = 0.85;

/** Data with which a person can be harmed directly. */
const SENSITIVE: ReadonlySet<DataType> = new Set<DataType>([
  'passwords',
  'payment-cards',
  'bank-accounts',
  'government-ids',
  'health-data',
  'biometrics',
  'auth-tokens',
]);
const MONEY: Partial<Readonly<Record<MoneyMetric, number>>> = {
  cost: 0.85,
  'ransom-payment': 0.9,
  'ransom-demand': 0.8,
  fine: 0.8,
  settlement: 0.75,
  profit: 0.7,
};
const RESPONSES: Partial<Readonly<Record<ResponseAction, number>>> = {
  'ransom-paid': 0.9,
  'ransom-refused': 0.75,
  contained: 0.5,
  'systems-offline': 0.5,
  'password-reset': 0.5,
  'customers-notified': 0.45,
};
const DATES: Partial<Readonly<Record<DateEvent, number>>> = {
  intrusion: 0.65,
  attack: 0.65,
  disclosed: 0.65,
  'data-theft-confirmed': 0.6,
};

/** How much a piece of news of this kind matters to somebody who reads of the incident for the first time. */
const weightOf = (claim: Claim): number => {
  switch (claim.kind) {
    case 'attack':
      return claim.value.type === 'unspecified' ? 0.4 : 0.85;
    case 'actor':
      return 0.85;
    case 'data':
      return claim.value.polarity === 'taken'
        ? 0.75 + (SENSITIVE.has(claim.value.type) ? 0.2 : 0)
        : 0.55 + (SENSITIVE.has(claim.value.type) ? 0.15 : 0);
    case 'people':
      return claim.value.sense === 'affected' ? 0.95 : 0.25;
    case 'service':
      return { suspended: 0.75, restored: 0.65, degraded: 0.5, unaffected: 0.3 }[claim.value.state];
    case 'money':
      return MONEY[claim.value.metric] ?? 0.6;
    case 'response':
      return RESPONSES[claim.value.action] ?? 0.3;
    case 'leak':
      return claim.value.state === 'not-published' ? 0.55 : 0.85;
    case 'legal':
      return 0.75;
    case 'date':
      return DATES[claim.value.what] ?? 0.2;
  }
};

const SURE: Readonly<Record<Certainty, number>> = {
  confirmed: 1,
  claimed: 0.85,
  reported: 0.85,
  denied: 0.75,
  possible: 0.7,
};

/** Who is proved wrong by his own later word matters less; what others dispute hardly does. */
const STANDING: Partial<Readonly<Record<EventStatus, number>>> = { disputed: 0.95, superseded: 0.5 };

/**
 * How much an event matters, 0 to 1: what kind of news it is, how sure it is and how it stands, and how many independent
 * reports tell it (a single one counts three fifths, each further one half of what is missing). The weights are this
 * project's judgement.
 */
export const importanceOf = (lead: Claim, { certainty, status, independent }: TimelineEvent): number => {
  const heard = 1 - 0.4 * 0.5 ** Math.max(0, independent - 1);
  const standing = SURE[certainty] * (STANDING[status] ?? 1);
  return Math.round(Math.min(1, weightOf(lead) * standing * heard) * 100) / 100;
};

/** The ids of the ten events that matter most, of many kinds rather than of one. */
export const importantOf = (events: readonly TimelineEvent[]): ReadonlySet<string> => {
  const ranked = events.toSorted((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1));
  const before = new Map<string, number>();
  const weighed = ranked.map(({ id, kind, importance }) => {
    const rank = before.get(kind) ?? 0;
    before.set(kind, rank + 1);
    return { id, weight: importance * FURTHER ** rank };
  });
  const chosen = weighed.toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  return new Set(chosen.slice(0, IMPORTANT_EVENTS).map(({ id }) => id));
};
