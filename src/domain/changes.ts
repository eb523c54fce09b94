import type { TimelineEvent } from './timeline.ts';

/** Why a timeline says something else than before. */
export const CHANGE_CAUSES = ['published', 'edited', 're-analysed', 'decided'] as const;
export const CHANGE_KINDS = ['appeared', 'changed', 'retracted'] as const;
/** `held`: what we held, read and decided; `public`: what the public could read, as we know today. */
export const CHANGE_AXES = ['held', 'public'] as const;

export type ChangeCause = (typeof CHANGE_CAUSES)[number];
export type ChangeKind = (typeof CHANGE_KINDS)[number];
export type ChangeAxis = (typeof CHANGE_AXES)[number];

/** An event as it stood before or after a change, with its first source. */
export interface EventState
  extends Pick<
    TimelineEvent,
    'kind' | 'value' | 'summary' | 'certainty' | 'status' | 'date' | 'reports' | 'independent'
  > {
  readonly source: Pick<TimelineEvent['sources'][number], 'articleId' | 'url' | 'publisher' | 'publishedAt' | 'quote'>;
}

/** What became of one event between two days. */
export interface EventChange {
  /** Id of the event as it is now; of a retracted one as it was. */
  readonly eventId: string;
  readonly change: ChangeKind;
  /** At least one, in the order of `CHANGE_CAUSES`. */
  readonly causes: readonly ChangeCause[];
  /** Of a changed event which of its members differ. */
  readonly fields?: readonly string[];
  readonly before?: EventState;
  readonly after?: EventState;
}

/** What became of one incident between two days. */
export interface IncidentChanges {
  readonly incident: { readonly id: string; readonly title: string };
  readonly changes: readonly EventChange[];
}

/** From after one time up to another: UTC ISO 8601 or bare days, which count to their end. */
export interface ChangeRange {
  readonly from: string;
  /** Absent: now. */
  readonly to?: string;
  /** By default `held`. */
  readonly axis?: ChangeAxis;
}
