import type { LoggedDecision, Resolved, SourceStatus, Store, StoredDocument } from '../../db/store.ts';
import type { ArticleRecord } from '../../src/domain/article.ts';
import type { IncidentArticle, Timeline } from '../../src/domain/timeline.ts';
import type { History } from '../../src/http/answer.ts';

/** Ids that the store of pages knows beside the incident's. */
export const GONE_INCIDENT = 'lost-2031-01';
export const SHOWN_ARTICLE = `art_${'1'.repeat(20)}`;
export const GONE_ARTICLE = `art_${'9'.repeat(20)}`;

const RETITLED: LoggedDecision = {
  decision: {
    id: `dec_${'2'.repeat(20)}`,
    kind: 'retitle',
    incident: 'lanternby-2031-03',
    title: 'Lanternby, spring 2031',
    who: 'the desk',
    why: 'The month was wrong.',
    at: '2031-03-08T10:00:00.000Z',
  },
};

const source = (id: string, failures: number): SourceStatus => ({
  id,
  publisher: `The ${id} Gazette`,
  country: 'GB',
  kind: 'news',
  feedUrl: `https://${id}.example/feed`,
  language: 'en',
  why: 'It writes about shops.',
  confirmed: true,
  origin: 'builtin',
  failures,
  items: 3,
  articles: 2,
  articlesFromFeed: 0,
  failedItems: 0,
  pendingItems: 0,
  ...(failures === 0 ? { lastSuccessAt: '2031-03-09T08:00:00.000Z' } : {}),
});
const SOURCES = [source('north', 0), source('south', 4)];

const recordOf = ({ url, publisher, publisherKind, title }: IncidentArticle, incident: string): ArticleRecord => ({
  articleId: SHOWN_ARTICLE,
  url,
  publisher,
  publisherKind,
  revisions: [{ revisionId: 'rev_1', title, origin: 'page', seenAt: ['2031-03-05T00:00:00.000Z'] }],
  incidents: [incident],
});

const documentOf = (timeline: Timeline): Resolved<StoredDocument> => ({
  found: {
    id: timeline.incident.id,
    json: JSON.stringify(timeline),
    etag: '"1"',
    updatedAt: '2031-03-09T00:00:00.000Z',
  },
});

/** A store that holds one incident, for tests of pages only: those of the interface run on a real database. */
export const pageStore = (timeline: Timeline, others?: Timeline): Store => {
  const { incident } = timeline;
  const entity = {
    slug: incident.retailer.slug,
    name: incident.retailer.name,
    incidents: 1,
    incidentIds: [incident.id],
  };
  const actor = { ...entity, slug: 'paperwasp', name: 'PaperWasp' };
  const answers: Partial<Store> = {
    listIncidents: async ({ q }) => ({
      items: [incident, ...(others === undefined ? [] : [others.incident])].filter(
        ({ title }) => q === undefined || title.includes(q),
      ),
    }),
    getTimeline: async id => {
      if (id === 'former-2031-03') return { redirect: incident.id };
      if (id === GONE_INCIDENT) return { gone: 'All that it told of was taken down.' };
      if (id === others?.incident.id) return documentOf(others);
      if (id !== incident.id) return undefined;
      return documentOf(timeline);
    },
    listRetailers: async () => ({ items: [entity] }),
    listActors: async () => ({ items: [actor] }),
    getRetailer: async slug => (slug === entity.slug ? entity : undefined),
    getActor: async slug => (slug === actor.slug ? actor : undefined),
    incidentsByIds: async ids => ids.map(id => (id === incident.id ? { found: incident } : undefined)),
    stats: async () => ({
      incidents: 1,
      counts: [
        { by: 'month', values: [{ value: incident.known, incidents: 1 }] },
        { by: 'retailer', values: [{ value: entity.slug, incidents: 1 }] },
        { by: 'actor', values: [{ value: actor.slug, incidents: 1 }] },
        { by: 'dataType', values: [{ value: 'email-addresses', incidents: 1 }] },
        { by: 'dataNotTaken', values: [{ value: 'passwords', incidents: 1 }] },
        { by: 'status', values: [{ value: incident.status.state, incidents: 1 }] },
        { by: 'country', values: [{ value: 'GB', incidents: 1 }] },
      ],
      daysToDisclose: { incidents: 0 },
      daysToRestore: { incidents: 0 },
    }),
    listDecisions: async () => ({ items: [RETITLED] }),
    listSources: async () => SOURCES,
    getArticle: async id => {
      if (id === GONE_ARTICLE) return { gone: 'Taken down at the wish of its publisher.' };
      const [article] = timeline.articles;
      return id === SHOWN_ARTICLE && article !== undefined ? { found: recordOf(article, incident.id) } : undefined;
    },
    articleReading: async () => ({ revisionId: 'rev_1', text: '', claims: [] }),
    ready: async () => {},
  };
  return answers as Store;
};

/** A history that is asked nothing. */
export const noHistory: History = {
  timelineAt: async () => undefined,
  changes: async () => undefined,
  allChanges: async () => ({ items: [] }),
  related: async () => undefined,
};
