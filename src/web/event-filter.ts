import type { Point } from '#domain/ledger.ts';
import type { TimelineEvent } from '#domain/timeline.ts';
import {
  CERTAINTIES,
  type Certainty,
  CLAIM_KINDS,
  type ClaimKind,
  SPEAKERS,
  type Speaker,
} from '#domain/vocabulary.ts';
import type { Html, Part } from './html.ts';
import { html } from './html.ts';
import { CERTAINTY, capital, count, KIND, speakerLabel } from './words.ts';

/** Which lines of a timeline a reader wants to see. */
export interface EventFilter {
  readonly kind?: ClaimKind;
  /** Somebody of this side is heard in it. */
  readonly speaker?: Speaker;
  readonly certainty?: Certainty;
  /** Only the ten that matter most. */
  readonly important?: true;
}

const fits = ({ kind, speaker, certainty, important }: EventFilter, event: TimelineEvent): boolean =>
  (kind === undefined || event.kind === kind) &&
  (speaker === undefined || event.sources.some(({ by }) => by === speaker)) &&
  (certainty === undefined || event.certainty === certainty) &&
  (important === undefined || event.important);

/** The lines that fit, in their order. */
export const fittingEvents = (filter: EventFilter, events: readonly TimelineEvent[]): readonly TimelineEvent[] =>
  events.filter(event => fits(filter, event));

interface Option {
  readonly value: string;
  readonly label: string;
  readonly events: number;
}

const select = (name: string, label: string, chosen: string | undefined, options: readonly Option[]): Html =>
  html`<label>${label} <select name="${name}"><option value="">all</option>${options.map(
    option =>
      html`<option value="${option.value}"${option.value === chosen && html` selected`}>${option.label} (${option.events})</option>`,
  )}</select></label>`;

const options = <T extends string>(
  values: readonly T[],
  labelOf: (value: T) => string,
  events: readonly TimelineEvent[],
  filterOf: (value: T) => EventFilter,
): readonly Option[] =>
  values.flatMap(value => {
    const found = fittingEvents(filterOf(value), events).length;
    return found === 0 ? [] : [{ value, label: labelOf(value), events: found }];
  });

const shown = (filter: EventFilter, events: readonly TimelineEvent[]): Part => {
  if (Object.keys(filter).length === 0) return false;
  return html`<p role="status">Showing ${fittingEvents(filter, events).length} of ${count(events.length, 'event')}. <a href="?#timeline">Show all</a></p>`;
};

/** Asks which lines to show; the answer stands in the address. Counts are those of the whole timeline. */
export const eventFilterForm = (
  filter: EventFilter,
  events: readonly TimelineEvent[],
  point: Point | undefined,
): Html => html`<form method="get" action="#timeline" class="event-filter" aria-label="Filter the timeline">
${Object.entries(point ?? {}).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${select(
  'kind',
  'Kind',
  filter.kind,
  options(
    CLAIM_KINDS,
    kind => KIND[kind],
    events,
    kind => ({ kind }),
  ),
)}
${select(
  'speaker',
  'Heard',
  filter.speaker,
  options(SPEAKERS, speakerLabel, events, speaker => ({ speaker })),
)}
${select(
  'certainty',
  'How sure',
  filter.certainty,
  options(
    CERTAINTIES,
    one => capital(CERTAINTY[one].badge),
    events,
    certainty => ({ certainty }),
  ),
)}
<label><input type="checkbox" name="important" value="true"${filter.important === true && html` checked`}> only what matters most</label>
<button>Filter</button>
${shown(filter, events)}
</form>`;
