import { inBatches } from './batches.ts';
import type { Client } from './client.ts';
import { saveAnalysis, unreadTexts } from './queries/analyses.ts';
import { articleReading, listArticles, listPublishers } from './queries/article-lists.ts';
import { getArticle } from './queries/article-record.ts';
import { heldUrls, saveArticles, takenDown } from './queries/articles.ts';
import { incidentClaims, targetOfClaim } from './queries/claims.ts';
import { decide, listDecisions } from './queries/decisions.ts';
import { derivedDocuments, saveDerivation, victimTimelines } from './queries/derivations.ts';
import { getActor, getRetailer, listActors, listRetailers } from './queries/entities.ts';
import { incidentsByIds, listIncidents } from './queries/incident-list.ts';
import {
  getIncident,
  getTimeline,
  incidentArticles,
  incidentOfEvent,
  incidentPlace,
  packedTimelines,
} from './queries/incidents.ts';
import { getPendingItem, pendingItems, recordItemFailure } from './queries/items.ts';
import { activeVictims, markAll, relinkMark, relinkMarks, victimLedger } from './queries/ledger.ts';
import { recordPoll } from './queries/polls.ts';
import { relatedCandidates } from './queries/related.ts';
import {
  addSource,
  getDueSource,
  listRemovedSources,
  listSources,
  removeSource,
  syncBuiltinSources,
} from './queries/sources.ts';
import { stats } from './queries/stats.ts';
import { ready, status } from './queries/status.ts';
import { namesLike, searchTexts } from './queries/text-search.ts';
import { timelinesFrom } from './queries/timelines.ts';
import { updatesSince } from './queries/updates.ts';
import { isFinal } from './retention.ts';
import type { Store } from './store.ts';
import { together } from './together.ts';

/** The Store over a pool of connections. */
export const createStore = (client: Client): Store => ({
  syncBuiltinSources: rows => syncBuiltinSources(client, rows),
  listSources: () => listSources(client),
  listRemovedSources: () => listRemovedSources(client),
  addSource: source => addSource(client, source),
  removeSource: id => removeSource(client, id),
  getDueSource: id => getDueSource(client, id),
  recordPoll: poll => recordPoll(client, poll),
  pendingItems: (now, limit) => pendingItems(client, now, limit),
  getPendingItem: id => getPendingItem(client, id),
  recordItemFailure: failure => recordItemFailure(client, failure),
  saveArticle: inBatches(saves => saveArticles(client, saves), {
    keyOf: ({ canonicalUrl }) => canonicalUrl,
    most: 50,
    width: 2,
  }),
  heldUrls: (urls, extractor) => heldUrls(client, urls, extractor),
  getArticle: id => getArticle(client, id),
  isTakenDown: together(urls => takenDown(client, urls)),
  unreadTexts: (extractor, limit, after) => unreadTexts(client, extractor, limit, after),
  saveAnalysis: save => saveAnalysis(client, save),
  relinkMarks: limit => relinkMarks(client, limit),
  relinkMark: victim => relinkMark(client, victim),
  markAll: () => markAll(client),
  victimLedger: victim => victimLedger(client, victim),
  activeVictims: (from, to, limit, after) => activeVictims(client, from, to, limit, after),
  saveDerivation: (mark, derivation, passing) => saveDerivation(client, mark, derivation, passing),
  decide: decision => decide(client, decision),
  isFinal: decision => isFinal(client, decision),
  claimTarget: claim => targetOfClaim(client, claim),
  listDecisions: (filter, page) => listDecisions(client, filter, page),
  incidentPlace: id => incidentPlace(client, id),
  victimTimelines: victim => victimTimelines(client, victim),
  derivedDocuments: () => derivedDocuments(client),
  timelinesFrom: (from, limit) => timelinesFrom(client, from, limit),
  listIncidents: (filter, page, sort) => listIncidents(client, filter, page, sort),
  incidentsByIds: ids => incidentsByIds(client, ids),
  incidentOfEvent: event => incidentOfEvent(client, event),
  updatesSince: page => updatesSince(client, page),
  searchTexts: (query, page) => searchTexts(client, query, page),
  namesLike: (name, limit) => namesLike(client, name, limit),
  stats: (filter, by) => stats(client, filter, by),
  getRetailer: slug => getRetailer(client, slug),
  getActor: slug => getActor(client, slug),
  articleReading: id => articleReading(client, id),
  listArticles: (filter, page) => listArticles(client, filter, page),
  listPublishers: page => listPublishers(client, page),
  getIncident: id => getIncident(client, id),
  getTimeline: id => getTimeline(client, id),
  getPackedTimeline: packedTimelines(client),
  incidentArticles: (id, page) => incidentArticles(client, id, page),
  incidentClaims: (id, filter, page) => incidentClaims(client, id, filter, page),
  relatedCandidates: (id, retailers) => relatedCandidates(client, id, retailers),
  listRetailers: page => listRetailers(client, page),
  listActors: page => listActors(client, page),
  status: () => status(client),
  ready: () => ready(client),
});
