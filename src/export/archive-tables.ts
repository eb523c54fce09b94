import { webAddress } from '#domain/text-fragment.ts';
import type { IncidentArticle, Timeline } from '#domain/timeline.ts';
import type { CsvValue } from './csv-text.ts';
import { incidentPage } from './places.ts';
import { type Column, REPORT_COLUMNS, reportRows } from './report-columns.ts';
import type { ExportContext } from './subject.ts';

interface IncidentRow {
  readonly timeline: Timeline;
  readonly context: ExportContext;
}
interface ArticleRow {
  readonly timeline: Timeline;
  readonly article: IncidentArticle;
}

type Maker<R> = (name: string, about: string, of: (row: R) => CsvValue) => Column<R>;
const textColumn =
  <R>(): Maker<R> =>
  (name, about, of) => ({ name, type: 'string', about, of });
const countColumn =
  <R>(): Maker<R> =>
  (name, about, of) => ({ name, type: 'integer', about, of });

const words = (values: readonly string[]): string | undefined =>
  values.length === 0 ? undefined : [...new Set(values)].join(' ');

const text = textColumn<IncidentRow>();
const count = countColumn<IncidentRow>();
const INCIDENT_COLUMNS: readonly Column<IncidentRow>[] = [
  text('incident_id', 'Id of the incident.', r => r.timeline.incident.id),
  text('title', 'Title; may change.', r => r.timeline.incident.title),
  text('retailer_id', 'Slug of the retailer.', r => r.timeline.incident.retailer.slug),
  text('retailer', 'Name of the retailer.', r => r.timeline.incident.retailer.name),
  text('known', 'Month or year in which it became known.', r => r.timeline.incident.known),
  text('state', 'How far it has come, as far as the reports tell.', r => r.timeline.incident.status.state),
  text('state_since', 'Since when, where it is known.', r => r.timeline.incident.status.since),
  text('first_reported', 'Earliest report, UTC.', r => r.timeline.incident.firstReportedAt),
  text('last_reported', 'Latest report, UTC.', r => r.timeline.incident.lastReportedAt),
  text('attack_types', 'Kinds of attack that are told, in any certainty but denied; separated by blanks.', r =>
    words(r.timeline.incident.attackTypes.flatMap(({ type, certainty }) => (certainty === 'denied' ? [] : [type]))),
  ),
  text('actors', 'Attackers that are named, in any certainty but denied; separated by semicolons.', r =>
    [
      ...new Set(r.timeline.incident.actors.flatMap(({ name, certainty }) => (certainty === 'denied' ? [] : [name]))),
    ].join('; '),
  ),
  text('data_taken', 'Data types said to be taken, in any certainty but denied; separated by blanks.', r =>
    words(r.timeline.incident.dataTaken.flatMap(({ type, certainty }) => (certainty === 'denied' ? [] : [type]))),
  ),
  text('data_said_not_taken', 'Data types said not to be taken. What stands in neither was not mentioned.', r =>
    words(r.timeline.incident.dataNotTaken.map(({ type }) => type)),
  ),
  count('events', 'Events of its timeline.', r => r.timeline.incident.events),
  count('articles', 'Articles that tell of it.', r => r.timeline.incident.articles),
  count('publishers', 'Their publishers.', r => r.timeline.incident.publishers),
  text('page', 'The incident on this site.', r => incidentPage(r.timeline.incident.id, r.context)),
];

const textOf = textColumn<ArticleRow>();
const ARTICLE_COLUMNS: readonly Column<ArticleRow>[] = [
  textOf('incident_id', 'Id of the incident of which it tells.', r => r.timeline.incident.id),
  textOf('article_id', 'Id of the article; it can tell of several incidents.', r => r.article.articleId),
  textOf(
    'role',
    'main: it is about it; secondary: it has facts of its own; mention: it names it.',
    r => r.article.role,
  ),
  textOf('publisher', 'Who published it.', r => r.article.publisher),
  textOf('publisher_kind', 'What kind of publisher.', r => r.article.publisherKind),
  textOf('title', 'Headline.', r => r.article.title),
  textOf('url', 'Its address.', r => webAddress(r.article.url)),
  textOf('published_at', 'When it was published, UTC; a bare day where no time is given.', r => r.article.publishedAt),
  textOf('fetched_at', 'When it was fetched, UTC.', r => r.article.fetchedAt),
  textOf('read_from', 'page, feed (only the feed’s own words were had), or import.', r => r.article.origin),
  textOf('copy_of', 'Id of the article of which it is a copy.', r => r.article.copyOf),
  countColumn<ArticleRow>()('claims', 'Claims that were read in it.', r => r.article.claims),
];

/** A table of the archive: its columns, and the rows that one timeline gives. */
export interface ArchiveTable {
  readonly name: 'incidents' | 'reports' | 'articles';
  readonly title: string;
  readonly columns: readonly Pick<Column<never>, 'name' | 'type' | 'about'>[];
  readonly key: readonly string[];
  readonly rows: (timeline: Timeline, context: ExportContext) => readonly (readonly CsvValue[])[];
}

/** Every table of the archive. */
export const ARCHIVE_TABLES: readonly ArchiveTable[] = [
  {
    name: 'incidents',
    title: 'One row per incident',
    columns: INCIDENT_COLUMNS,
    key: ['incident_id'],
    rows: (timeline, context) => [INCIDENT_COLUMNS.map(({ of }) => of({ timeline, context }))],
  },
  {
    name: 'reports',
    title: 'One row per report of an event, with its words and its source',
    columns: REPORT_COLUMNS,
    key: ['event_id', 'report'],
    rows: (timeline, context) => reportRows([timeline], context).map(row => REPORT_COLUMNS.map(({ of }) => of(row))),
  },
  {
    name: 'articles',
    title: 'One row per article and incident',
    columns: ARTICLE_COLUMNS,
    key: ['incident_id', 'article_id'],
    rows: (timeline, _context) =>
      timeline.articles.map(article => ARTICLE_COLUMNS.map(({ of }) => of({ timeline, article }))),
  },
];
