import type { FeedItem, Revision, Source } from '#domain/article.ts';
import { documentText } from '#domain/article.ts';
import type { Analysis, Claim } from '#domain/claim.ts';
import { contentId, eventId } from '#domain/ids.ts';
import type { IncidentSummary } from '#domain/incident.ts';
import type { Timeline, TimelineEvent } from '#domain/timeline.ts';
import type { ActorRole } from '#domain/vocabulary.ts';
import type { ArticleSave, DerivedIncident, PollRecord, VictimDerivation } from '../../db/store.ts';

export const source = (over: Partial<Source> = {}): Source => ({
  id: 'till-and-trolley',
  publisher: 'Till & Trolley',
  country: 'GB',
  kind: 'trade-press',
  feedUrl: 'https://till.example/feed.xml',
  language: 'en',
  why: 'It writes about shops.',
  confirmed: true,
  ...over,
});

export const feedItem = (over: Partial<FeedItem> = {}): FeedItem => ({
  key: 'guid-1',
  url: 'https://till.example/1',
  title: 'Grocer shuts its web shop',
  text: 'The grocer says why.',
  publishedAt: '2026-03-02T08:00:00.000Z',
  ...over,
});

export const poll = (over: Partial<PollRecord> = {}): PollRecord => ({
  sourceId: 'till-and-trolley',
  at: '2026-03-02T09:00:00.000Z',
  nextPollAt: '2026-03-02T10:00:00.000Z',
  outcome: 'items',
  status: 200,
  bytes: 1234,
  etag: '"a"',
  items: [feedItem()],
  ...over,
});

const revision: Revision = {
  title: 'Grocer loses names',
  text: 'Names of customers were taken from Greengrove, it says. No passwords were taken.',
  publishedAt: '2026-03-02',
  fetchedAt: '2026-03-02T09:01:00.000Z',
  language: 'en',
  origin: 'page',
};

/** A claim whose quote stands in the text. */
export const dataClaim = (article: Revision, quote: string, over: Partial<Claim> = {}): Claim => {
  const start = documentText(article).indexOf(quote);
  return {
    kind: 'data',
    incident: 0,
    value: { type: 'names', subject: 'customer', polarity: 'taken' },
    certainty: 'confirmed',
    by: 'victim',
    quote,
    start,
    end: start + quote.length,
    rule: 'data/test',
    confidence: 0.9,
    ...over,
  } as Claim;
};

export const analysis = (article: Revision, victim = 'greengrove', over: Partial<Analysis> = {}): Analysis => ({
  extractor: 'rules-1',
  language: 'en',
  status: 'analysed',
  relevant: true,
  genre: 'news',
  incidents: [{ victim, name: victim === 'greengrove' ? 'Greengrove' : victim, role: 'main', known: '2026-03' }],
  claims: [dataClaim(article, article.text.split('.')[0] ?? '')],
  ...over,
});

interface SaveOptions extends Partial<Omit<ArticleSave, 'revision' | 'analysis'>> {
  readonly revision?: Partial<Revision>;
  readonly analysis?: Partial<Analysis>;
  readonly victim?: string;
}

/** An article of one claim, ready to be saved. */
export const articleSave = ({ revision: words, analysis: read, victim, ...over }: SaveOptions = {}): ArticleSave => {
  const article = { ...revision, ...words };
  return {
    canonicalUrl: 'https://till.example/1',
    publisher: 'Till & Trolley',
    publisherKind: 'trade-press',
    revision: article,
    analysis: analysis(article, victim, read),
    analysedAt: '2026-03-02T09:02:00.000Z',
    ...over,
  };
};

export const summary = (id: string, over: Partial<IncidentSummary> = {}): IncidentSummary => ({
  id,
  title: 'Greengrove: customer names taken',
  summary: '',
  status: { state: 'suspected' },
  retailer: { slug: 'greengrove', name: 'Greengrove' },
  known: '2026-03',
  attackTypes: [],
  actors: [],
  dataTaken: [],
  dataNotTaken: [],
  services: [],
  articles: 1,
  publishers: 1,
  events: 0,
  ...over,
});

/** An event with one report, as its summary has it. */
export const event = (
  incident: string,
  kind: TimelineEvent['kind'],
  value: TimelineEvent['value'],
  over: Partial<TimelineEvent> = {},
): TimelineEvent => {
  const id = eventId(incident, kind, JSON.stringify(value));
  return {
    id,
    kind,
    value,
    summary: `Somebody says something of ${kind}.`,
    certainty: 'confirmed',
    status: over.certainty ?? 'confirmed',
    importance: 0.5,
    important: true,
    reports: 1,
    independent: 1,
    sources: [
      {
        claimId: contentId('clm', id),
        articleId: contentId('art', id),
        revisionId: contentId('rev', id),
        url: 'https://till.example/1',
        publisher: 'Till & Trolley',
        publisherKind: 'trade-press',
        title: 'Grocer loses names',
        origin: 'page',
        quote: `something of ${kind}`,
        start: 0,
        end: 10,
        by: 'victim',
        certainty: over.certainty ?? 'confirmed',
      },
    ],
    ...over,
  };
};

/** Events that say what a summary says. */
const eventsOf = ({ id, actors, dataTaken, dataNotTaken }: IncidentSummary): readonly TimelineEvent[] => [
  ...actors.map(({ name, role, certainty }) => event(id, 'actor', { name, role: role as ActorRole }, { certainty })),
  ...dataTaken.map(({ type, certainty }) =>
    event(id, 'data', { type, subject: 'customer', polarity: 'taken' }, { certainty }),
  ),
  ...dataNotTaken.map(({ type, certainty }) =>
    event(id, 'data', { type, subject: 'customer', polarity: 'not-taken' }, { certainty }),
  ),
];

export const derived = (about: IncidentSummary, over: Partial<DerivedIncident> = {}): DerivedIncident => {
  const timeline: Timeline = { incident: about, events: eventsOf(about), articles: [] };
  return { summary: about, formerIds: [], links: [], timeline, ...over };
};

export const derivation = (victim: string, ...incidents: readonly DerivedIncident[]): VictimDerivation => ({
  victim,
  newAssignments: [],
  incidents,
  tombstones: [],
  matched: [],
});
