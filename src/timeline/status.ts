import type { IncidentStatus } from '#domain/incident.ts';
import type { TimelineEvent } from '#domain/timeline.ts';
import type { IncidentState } from '#domain/vocabulary.ts';
import type { Draft } from './draft.ts';

/** Superseded, denied and disputed events make no state: nobody could rely on it. */
const stands = ({ status }: TimelineEvent): boolean => !['superseded', 'denied', 'disputed'].includes(status);

/** Whether it rests on the word of who must know, or on two reports that are no copies. */
const firm = (event: TimelineEvent): boolean =>
  event.status === 'confirmed' || (event.status === 'reported' && event.independent > 1);

const day = (event: TimelineEvent): string => event.date?.edtf ?? event.firstReportedAt?.slice(0, 10) ?? '';

const latest = (events: readonly Draft[]): Draft | undefined =>
  events.toSorted((a, b) =>
    day(a.event) < day(b.event) || (day(a.event) === day(b.event) && a.event.id < b.event.id) ? 1 : -1,
  )[0];

const earliestOf = (events: readonly Draft[]): Draft | undefined =>
  events.toSorted((a, b) =>
    `${day(a.event) || '9999'}${a.event.id}` < `${day(b.event) || '9999'}${b.event.id}` ? -1 : 1,
  )[0];

const as = (state: IncidentState, draft: Draft): IncidentStatus => {
  const since = day(draft.event);
  const source = draft.event.sources.find(({ certainty }) => certainty === draft.event.certainty);
  return {
    state,
    ...(since === '' ? {} : { since }),
    eventId: draft.event.id,
    claimId: source?.claimId ?? draft.claims[0]?.id ?? '',
  };
};

/** Services that came back, and those of which nobody says so yet. */
const outagesOf = (drafts: readonly Draft[]): { readonly open: readonly Draft[]; readonly ends: readonly Draft[] } => {
  const down = drafts.filter(({ event }) => event.interval !== undefined && stands(event));
  const ends = new Set(down.flatMap(({ event }) => event.interval?.endedBy ?? []));
  return {
    open: down.filter(({ event }) => event.interval?.open),
    ends: drafts.filter(({ event }) => ends.has(event.id) && stands(event)),
  };
};

const ATTACKED: ReadonlySet<string> = new Set(['attack', 'data', 'service', 'people', 'response']);

/**
 * How far an incident has come, with the claim that says so: resolved when every service that was hit is said to be
 * back, recovering when some are, contained when somebody says so and no service is known to be down, ongoing when an attack is confirmed or reported, and
 * suspected as long as it is only possible or an attackers' boast.
 *
 * @param drafts events with their status and intervals
 */
export const statusOf = (drafts: readonly Draft[]): IncidentStatus => {
  const { open, ends } = outagesOf(drafts);
  const back = latest(ends);
  if (back && open.length === 0 && firm(back.event)) return as('resolved', back);
  if (back) return as('recovering', back);
  const contained = drafts.filter(
    ({ lead, event }) => lead.kind === 'response' && lead.value.action === 'contained' && stands(event),
  );
  const held = open.length > 0 ? undefined : earliestOf(contained.filter(({ event }) => event.status !== 'possible'));
  if (held) return as('contained', held);
  const told = drafts.filter(({ event }) => ATTACKED.has(event.kind));
  const certain = earliestOf(told.filter(({ event }) => event.status === 'confirmed' || event.status === 'reported'));
  if (certain) return as('ongoing', certain);
  const [any] = [earliestOf(told), earliestOf(drafts)].filter(draft => draft !== undefined);
  return any ? as('suspected', any) : { state: 'suspected' };
};
