import type { Claim } from '#domain/claim.ts';
import type { StoredClaim } from '#domain/incident.ts';
import type { TimelineEvent } from '#domain/timeline.ts';

/** An event with the claims that it is made of. */
export interface Draft {
  readonly event: TimelineEvent;
  /** The claim that leads: of those that state the leading value the first that is as sure as the event. */
  readonly lead: Claim;
  /** The earliest first. */
  readonly claims: readonly StoredClaim[];
  /** Of which outage a service event tells, from 0. */
  readonly outage: number;
}
