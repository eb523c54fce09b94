import { linkToWords, webAddress } from '#domain/text-fragment.ts';
import type { EventSource, Timeline, TimelineEvent } from '#domain/timeline.ts';
import type { CsvValue } from './csv-text.ts';
import { eventPage } from './places.ts';
import type { ExportContext } from './subject.ts';
import { DEMO_NOTE } from './wording.ts';

/** One row: a report of an event. */
export interface ReportRow {
  readonly timeline: Timeline;
  readonly event: TimelineEvent;
  readonly source: EventSource;
  /** From 1, the earliest report first. */
  readonly number: number;
  readonly context: ExportContext;
}

/** A column of a table with its meaning; the types are those of Frictionless Table Schema. */
export interface Column<R> {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'boolean';
  readonly about: string;
  readonly of: (row: R) => CsvValue;
}

type Member = readonly [name: string, type: Column<ReportRow>['type'], about: string];

/** The members of all values; which of them an event has depends on its kind. */
const VALUE_MEMBERS: readonly Member[] = [
  ['type', 'string', 'Kind of attack, or of data (HIBP data classes as slugs).'],
  ['polarity', 'string', 'Of data: taken, or said not to have been taken. Not mentioned is no row at all.'],
  ['subject', 'string', 'Whose data, or which people: customer, employee, supplier, other.'],
  ['name', 'string', 'Name of the attacker.'],
  ['role', 'string', 'What the attacker is said to have done.'],
  ['count', 'integer', 'Number of people.'],
  ['sense', 'string', 'affected, or context: a customer base that is not said to be affected.'],
  ['service', 'string', 'Which service.'],
  ['state', 'string', 'State of the service, or of stolen data.'],
  ['metric', 'string', 'What the money is.'],
  ['amount', 'number', 'In units of the currency. A fall is negative. Never a sum of several sources.'],
  ['min', 'number', 'Lower end of a range.'],
  ['max', 'number', 'Upper end of a range.'],
  ['percent', 'number', 'In per cent.'],
  ['currency', 'string', 'ISO 4217.'],
  ['per', 'string', 'A rate: per day, week or month.'],
  ['qualifier', 'string', 'How exact a figure is: exact, about, at-least, up-to.'],
  ['action', 'string', 'What was done in response, or at law.'],
  ['what', 'string', 'What happened on the date.'],
];

const valueColumn = ([name, type, about]: Member): Column<ReportRow> => ({
  name,
  type,
  about,
  of: ({ event }) => (event.value as Readonly<Record<string, CsvValue>>)[name],
});

const text = (name: string, about: string, of: Column<ReportRow>['of']): Column<ReportRow> => ({
  name,
  type: 'string',
  about,
  of,
});
const whole = (name: string, about: string, of: Column<ReportRow>['of']): Column<ReportRow> => ({
  ...text(name, about, of),
  type: 'integer',
});

const EVENT_COLUMNS: readonly Column<ReportRow>[] = [
  text('incident_id', 'Id of the incident.', ({ timeline }) => timeline.incident.id),
  text('incident_title', 'Title of the incident; may change.', ({ timeline }) => timeline.incident.title),
  text('retailer', 'Name of the retailer.', ({ timeline }) => timeline.incident.retailer.name),
  text('event_id', 'Id of the event; all rows with the same one are reports of one thing.', ({ event }) => event.id),
  text('date', 'When it happened, where a source says so: EDTF (ISO 8601-2).', ({ event }) => event.date?.edtf),
  text('date_precision', 'How exact the date is.', ({ event }) => event.date?.precision),
  text('sort_date', 'The day under which it is listed: of the event, else of the first report.', e => e.event.sortDate),
  text('summary', 'The event as a sentence, with its speaker.', ({ event }) => event.summary),
  text('status', 'How it stands: its certainty, or disputed, or superseded.', ({ event }) => event.status),
  text('certainty', 'The word of the surest report.', ({ event }) => event.certainty),
  text('kind', 'What kind of event; says which of the following columns are filled.', ({ event }) => event.kind),
];

const AFTER_VALUE: readonly Column<ReportRow>[] = [
  text('shared_with', 'Said jointly of these as well (slugs, separated by blanks): not one firm’s own figure.', r =>
    r.event.sharedWith?.join(' '),
  ),
  text('contradicted_by', 'Ids of events in which others say otherwise, separated by blanks.', ({ event }) =>
    event.contradictedBy?.join(' '),
  ),
  text('superseded_by', 'Ids of events in which the same speaker later says otherwise, separated by blanks.', r =>
    r.event.supersededBy?.join(' '),
  ),
  text('interrupted_from', 'First day of an interruption of service.', ({ event }) => event.interval?.start?.edtf),
  text(
    'interrupted_until',
    'Last day of it; empty while nobody says that it is over.',
    r => r.event.interval?.end?.edtf,
  ),
  { ...text('importance', '0 to 1.', ({ event }) => event.importance), type: 'number' },
  whole('reports', 'How many articles report it.', ({ event }) => event.reports),
  whole('independent', 'How many of them are not copies of one another.', ({ event }) => event.independent),
];

const SOURCE_COLUMNS: readonly Column<ReportRow>[] = [
  whole(
    'report',
    'Number of the report within its event, the earliest is 1. Keep 1 for one row per event.',
    r => r.number,
  ),
  text('said_by', 'Which side says so.', ({ source }) => source.by),
  text('speaker', 'Person or document that says so, where named.', ({ source }) => source.speaker),
  text('said_with', 'The certainty of this report.', ({ source }) => source.certainty),
  text('quote', 'The words, verbatim, at most 300 characters.', ({ source }) => source.quote),
  text('publisher', 'Who published it.', ({ source }) => source.publisher),
  text('publisher_kind', 'What kind of publisher.', ({ source }) => source.publisherKind),
  text('article_title', 'Headline.', ({ source }) => source.title),
  text('published_at', 'When it was published, UTC; a bare day where no time is given.', r => r.source.publishedAt),
  text('url', 'Address of the article.', ({ source }) => webAddress(source.url)),
  text('url_of_words', 'Link straight to the words, for browsers that know text fragments.', r =>
    linkToWords(r.source),
  ),
  text('copy_of', 'Id of the article of which this one is a copy.', ({ source }) => source.copyOf),
  text('edited', 'The article’s text was seen to change: openly or silently.', ({ source }) => source.edited),
  text('claim_id', 'Id of the claim.', ({ source }) => source.claimId),
  text('article_id', 'Id of the article.', ({ source }) => source.articleId),
  text('page', 'The event on this site.', ({ timeline, event, context }) =>
    eventPage(timeline.incident.id, event.id, context),
  ),
  text('note', 'A warning where the news is made up for a demonstration; else empty.', ({ context }) =>
    context.demo ? DEMO_NOTE : undefined,
  ),
];

/** The table of reports: one row per report of an event. */
export const REPORT_COLUMNS: readonly Column<ReportRow>[] = [
  ...EVENT_COLUMNS,
  ...VALUE_MEMBERS.map(valueColumn),
  ...AFTER_VALUE,
  ...SOURCE_COLUMNS,
];

/** The rows of several timelines, in their order. */
export const reportRows = (timelines: readonly Timeline[], context: ExportContext): readonly ReportRow[] =>
  timelines.flatMap(timeline =>
    timeline.events.flatMap(event =>
      event.sources.map((source, index) => ({ timeline, event, source, number: index + 1, context })),
    ),
  );
