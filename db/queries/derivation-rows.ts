import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { durationsOf, type Fact, factsOf } from '#domain/fact.ts';
import { slug } from '#domain/ids.ts';
import type { IncidentLink } from '#domain/incident.ts';
import type { IncidentArticle } from '#domain/timeline.ts';
import type { DerivedIncident, VictimDerivation } from '../store.ts';
import { toJson } from '../text.ts';
import { fold } from './search.ts';

/** Strong ETag of a document's JSON text. */
const etagOf = (json: string): string => `"${hash('sha256', json).slice(0, 32)}"`;

/** The latest report as text that sorts by time: a bare day is the end of that day, none comes before all. */
const reportedSort = (reported: string | undefined): string => {
  if (reported === undefined) return '';
  return new Date(reported.length === 10 ? `${reported}T23:59:59.999Z` : reported).toISOString();
};

const incidentRow = ({ summary, timeline, traits }: DerivedIncident) => {
  const json = toJson(summary);
  const { toDisclose, toRestore } = durationsOf(timeline);
  const actors = new Map(summary.actors.map(actor => [slug(actor.name), actor.name]));
  return {
    id: summary.id,
    name: summary.retailer.name,
    reported_sort: reportedSort(summary.lastReportedAt),
    actors: [...actors.keys()],
    actor_names: [...actors.values()],
    data_taken: [...new Set(summary.dataTaken.map(data => data.type))],
    data_not_taken: [...new Set(summary.dataNotTaken.map(data => data.type))],
    search: fold(`${summary.title} ${summary.retailer.name} ${summary.retailer.slug}`),
    first_sort: reportedSort(summary.firstReportedAt),
    known: summary.known,
    state: summary.status.state,
    country: traits?.country,
    shop: traits?.shop,
    articles: summary.articles,
    disclose_days: toDisclose,
    restore_days: toRestore,
    title: summary.title,
    json,
    etag: etagOf(json),
  };
};

const factRow = (incident: string, fact: Fact) => ({
  incident_id: incident,
  event_id: fact.eventId,
  kind: fact.kind,
  key: fact.key,
  detail: fact.detail,
  certainty: fact.certainty,
  stands: fact.stands,
  speakers: fact.speakers,
  independent: fact.independent,
  low: fact.low,
  high: fact.high,
  happened_from: fact.happenedFrom,
  happened_to: fact.happenedTo,
  reported_at: fact.reportedAt,
});

/** The title, the headlines and, of each event, every wording once, by the report that had it first. */
const textRows = ({ summary, timeline }: DerivedIncident) => {
  const texts = timeline.events.flatMap(event => {
    const wordings = new Map(event.sources.toReversed().map(source => [source.quote, source]));
    return [...wordings.values()].map(({ claimId, articleId, quote }) => ({
      incident_id: summary.id,
      place: claimId,
      event_id: event.id,
      article_id: articleId,
      text: quote,
    }));
  });
  const headlines = timeline.articles.map(({ articleId, title }) => ({
    incident_id: summary.id,
    place: `article:${articleId}`,
    article_id: articleId,
    text: title,
  }));
  return [{ incident_id: summary.id, place: 'title', text: summary.title }, ...headlines, ...texts];
};

const nameRows = ({ summary }: DerivedIncident) => {
  const actors = new Map(summary.actors.map(actor => [slug(actor.name), actor.name]));
  const { retailer } = summary;
  return [
    { incident_id: summary.id, entity: 'retailer', slug: retailer.slug, name: retailer.name },
    ...[...actors].map(([actor, name]) => ({ incident_id: summary.id, entity: 'actor', slug: actor, name })),
  ].map(row => ({ ...row, folded: fold(row.name) }));
};

const linkRow = (incident: string, link: IncidentLink) => {
  const cut = link.local.lastIndexOf(':');
  return {
    incident_id: incident,
    analysis_id: link.local.slice(0, cut),
    position: Number(link.local.slice(cut + 1)),
    article_id: link.articleId,
    role: link.role,
    score: link.score,
    reasons: link.reasons,
  };
};

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** A document as it goes over the wire, base64. */
const encoded = async (json: string) => {
  const bytes = Buffer.from(json);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength };
  const [br, gz] = await Promise.all([brotli(bytes, { params }), gzipped(bytes, { level: 6 })]);
  return { br: br.toString('base64'), gzip: gz.toString('base64') };
};

const timelineRow = async ({ summary, timeline }: DerivedIncident) => {
  const json = toJson(timeline);
  return { incident_id: summary.id, json, etag: etagOf(json), ...(await encoded(json)) };
};

/** Sorts as the timeline lists articles. */
export const placeOfArticle = ({ publishedAt, articleId }: IncidentArticle): string =>
  `${publishedAt ?? '9999'}|${articleId}`;

/** Everything that is written of a derivation, as rows of its tables. */
export const documents = async ({ incidents, newAssignments, tombstones, matched, news }: VictimDerivation) => ({
  news: news ?? [],
  tombstones,
  matched,
  assignments: newAssignments.map(given => ({
    id: given.id,
    victim: given.victim,
    anchor_article: given.anchorArticle,
    anchor_known: given.anchorKnown,
    assigned_at: given.assignedAt,
  })),
  incidents: incidents.map(incidentRow),
  facts: incidents.flatMap(({ summary, timeline }) => factsOf(timeline).map(fact => factRow(summary.id, fact))),
  texts: incidents.flatMap(textRows),
  names: incidents.flatMap(nameRows),
  aliases: incidents.flatMap(({ summary, formerIds }) =>
    [...new Set(formerIds)].map(id => ({ id, incident_id: summary.id })),
  ),
  links: incidents.flatMap(({ summary, links }) => links.map(link => linkRow(summary.id, link))),
  timelines: await Promise.all(incidents.map(timelineRow)),
  articles: incidents.flatMap(({ summary, articles = [] }) =>
    articles.map(article => ({ incident_id: summary.id, place: placeOfArticle(article), json: toJson(article) })),
  ),
});
