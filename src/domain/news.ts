import type { ChangeCause, ChangeKind } from './changes.ts';
import type { Certainty, ClaimKind, EventStatus } from './vocabulary.ts';

/** What can become of an incident. `moved`: it is found under another id now. */
export const NEWS_KINDS = ['appeared', 'changed', 'moved', 'gone'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** What became of one event, in ids alone: words are looked up when somebody is told, so that a takedown holds. */
export interface EventNews {
  readonly eventId: string;
  readonly change: ChangeKind;
  /** At least one. */
  readonly causes: readonly ChangeCause[];
  /** Of a changed event which of its members differ. */
  readonly fields?: readonly string[];
}

/** What became of one incident when it was derived anew. */
export interface IncidentNews {
  readonly incidentId: string;
  readonly kind: NewsKind;
  /** Of a moved one. */
  readonly movedTo?: string;
  /** Empty where only its title, state or articles changed. */
  readonly events: readonly EventNews[];
}

/** News as it stands in the log. */
export interface LoggedNews extends IncidentNews {
  /** Its number: greater than those of everything that was to be read before it. */
  readonly seq: number;
  /** UTC ISO 8601. */
  readonly at: string;
  readonly victim: string;
}

/** What became of one event, for somebody who is told of it: in the words of today. */
export interface EventMessage extends EventNews {
  /** The rest is absent where the event is not there any more. */
  readonly kind?: ClaimKind;
  readonly summary?: string;
  readonly certainty?: Certainty;
  readonly status?: EventStatus;
  /** Its first source. */
  readonly source?: {
    readonly publisher: string;
    readonly url: string;
    readonly publishedAt?: string;
    /** Verbatim, at most 300 characters. */
    readonly quote: string;
  };
}

/** News as a subscriber gets them. */
export interface NewsMessage {
  readonly type: `incident.${NewsKind}`;
  /** UTC ISO 8601. */
  readonly timestamp: string;
  readonly data: {
    readonly incident: {
      readonly id: string;
      /** Absent where it is not there any more. */
      readonly title?: string;
      /** Address of its timeline in the interface, and of its page. */
      readonly url: string;
      readonly page: string;
    };
    readonly movedTo?: string;
    /** Events that matter most first; at most 50. */
    readonly events: readonly EventMessage[];
    /** How many more there are. */
    readonly more?: number;
  };
}
