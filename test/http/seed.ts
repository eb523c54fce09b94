import type { ArticleSave, Store } from '#db';
import type { RevisionOrigin } from '#domain/article.ts';
import { documentText } from '#domain/article.ts';
import type { Claim } from '#domain/claim.ts';
import { claimTarget, type DecisionAction } from '#domain/decision.ts';
import { articleId, contentId, eventId } from '#domain/ids.ts';
import { deriveVictim } from '../../src/pipeline/derive.ts';

type WithoutPlace<C> = C extends Claim ? Omit<C, 'incident' | 'start' | 'end' | 'rule' | 'confidence'> : never;
type SeedClaim = WithoutPlace<Claim>;

interface SeedArticle {
  readonly url: string;
  readonly victim: string;
  readonly name: string;
  readonly known: string;
  readonly title: string;
  readonly publishedAt?: string;
  readonly origin?: RevisionOrigin;
  readonly externalId?: string;
  readonly claims: readonly SeedClaim[];
}

const NOW = '2031-03-20T12:00:00.000Z';
/** Two articles are copies where they share long passages; these have nothing in common but their claims. */
const filler = (url: string): string => `This report stands at ${url} and nowhere else.`;

const toSave = (seed: SeedArticle): ArticleSave => {
  const text = [filler(seed.url), ...seed.claims.map(({ quote }) => `They wrote: ${quote}.`)].join('\n\n');
  const revision = {
    title: seed.title,
    text,
    ...(seed.publishedAt === undefined ? {} : { publishedAt: seed.publishedAt }),
    fetchedAt: NOW,
    language: 'en',
    origin: seed.origin ?? 'page',
  };
  const whole = documentText(revision);
  const claims = seed.claims.map((claim): Claim => {
    const start = whole.indexOf(claim.quote);
    const place = { incident: 0, start, end: start + claim.quote.length, rule: 'seed/by-hand', confidence: 0.9 };
    return { ...claim, ...place } as Claim;
  });
  return {
    canonicalUrl: seed.url,
    publisher: new URL(seed.url).hostname,
    publisherKind: 'news',
    ...(seed.externalId === undefined ? {} : { externalId: seed.externalId }),
    revision,
    analysis: {
      extractor: 'seed-1',
      language: 'en',
      status: 'analysed',
      relevant: true,
      genre: 'news',
      incidents: [{ victim: seed.victim, name: seed.name, role: 'main', known: seed.known }],
      claims,
    },
    analysedAt: NOW,
  };
};

const lanternby = { victim: 'lanternby', name: 'Lanternby & Daughters', known: '2031-03' };

/** One claim of every kind, with every optional member somewhere. */
export const SEED_ARTICLES: readonly SeedArticle[] = [
  {
    ...lanternby,
    url: 'https://one.example/lanternby',
    title: 'Lanternby & Daughters pauses online orders',
    publishedAt: '2031-03-01T09:30:00.000Z',
    claims: [
      {
        kind: 'service',
        value: { service: 'online-orders', state: 'suspended' },
        certainty: 'confirmed',
        by: 'victim',
        speaker: 'Ada Quill',
        date: { edtf: '2031-03-01', precision: 'day' },
        quote: 'we have paused orders on our website',
      },
      {
        kind: 'data',
        value: { type: 'passwords', subject: 'customer', polarity: 'not-taken' },
        certainty: 'confirmed',
        by: 'victim',
        quote: 'no passwords were taken',
      },
      {
        kind: 'data',
        value: { type: 'names', subject: 'customer', polarity: 'not-taken' },
        certainty: 'possible',
        by: 'victim',
        quote: 'there is no evidence that names were taken',
      },
      {
        kind: 'response',
        value: { action: 'experts-engaged' },
        certainty: 'confirmed',
        by: 'victim',
        quote: 'outside experts are helping us',
      },
      {
        kind: 'date',
        value: { what: 'attack' },
        certainty: 'reported',
        by: 'media',
        date: { edtf: '2031-02-27~', precision: 'about' },
        quote: 'it is thought to have begun in the last days of February',
      },
    ],
  },
  {
    ...lanternby,
    url: 'https://two.example/news?id=7',
    title: 'Gang says it hit Lanternby & Daughters',
    publishedAt: '2031-03-05',
    origin: 'feed',
    externalId: 'import-7',
    claims: [
      {
        kind: 'attack',
        value: { type: 'ransomware' },
        certainty: 'claimed',
        by: 'attacker',
        quote: 'we encrypted their servers',
      },
      {
        kind: 'actor',
        value: { name: 'PaperWasp', role: 'claimant' },
        certainty: 'claimed',
        by: 'attacker',
        quote: 'PaperWasp took the credit',
      },
      {
        kind: 'data',
        value: { type: 'names', subject: 'customer', polarity: 'taken' },
        certainty: 'confirmed',
        by: 'victim',
        noted: '2031-03-06',
        quote: 'names of customers were taken after all',
      },
      {
        kind: 'people',
        value: { count: 1_200_000, qualifier: 'about', subject: 'customer', sense: 'affected' },
        certainty: 'reported',
        by: 'media',
        quote: 'around 1.2 million customers are affected',
      },
      {
        kind: 'leak',
        value: { state: 'threatened' },
        certainty: 'claimed',
        by: 'attacker',
        quote: 'everything will be published on Friday',
      },
    ],
  },
  {
    ...lanternby,
    url: 'https://three.example/markets/lanternby',
    title: 'What the attack costs',
    claims: [
      {
        kind: 'money',
        value: { metric: 'cost', min: 2_000_000, max: 3_000_000, currency: 'EUR', qualifier: 'about', per: 'week' },
        certainty: 'possible',
        by: 'expert',
        speaker: 'Institute of Till Studies',
        sharedWith: ['corner-and-mill'],
        quote: 'the two chains may lose between two and three million euros a week',
      },
      {
        kind: 'legal',
        value: { action: 'investigation' },
        certainty: 'reported',
        by: 'authority',
        date: { edtf: '2031-03', precision: 'month' },
        quote: 'an investigation was opened in March',
      },
    ],
  },
  {
    victim: 'corner-and-mill',
    name: 'Corner & Mill',
    known: '2031-02',
    url: 'https://one.example/corner-and-mill',
    title: 'Corner & Mill hit by an attack',
    publishedAt: '2031-02-11T08:00:00.000Z',
    claims: [
      { kind: 'attack', value: { type: 'unspecified' }, certainty: 'confirmed', by: 'victim', quote: 'a cyber attack' },
    ],
  },
];

/** What the seeded incidents were called before, which must lead on. */
export const FORMER_ID = 'lanternby-2031-02';

/** What was served once and is shown no more. */
export const GONE_ID = 'lanternby-2030-12';

const deriveAll = async (store: Store): Promise<void> => {
  for (const mark of await store.relinkMarks(100)) {
    const derived = deriveVictim(await store.victimLedger(mark.victim), {}, { nameOf: slug => slug, now: NOW });
    const incidents = derived.incidents.map(incident =>
      incident.summary.id === 'lanternby-2031-03' ? { ...incident, formerIds: [FORMER_ID] } : incident,
    );
    const tombstones =
      mark.victim === 'lanternby'
        ? [{ id: GONE_ID, note: 'Taken down at the request of a court.' }]
        : derived.tombstones;
    await store.saveDerivation(mark, { ...derived, incidents, tombstones });
  }
};

export const HELD_ARTICLE = articleId(SEED_ARTICLES[0]?.url ?? '');
const TAKEN_DOWN: SeedArticle = {
  victim: 'tarn-and-vale',
  name: 'Tarn & Vale',
  known: '2031-02',
  url: 'https://one.example/tarn-and-vale',
  title: 'Tarn & Vale hit by an attack',
  publishedAt: '2031-02-12',
  claims: [
    { kind: 'attack', value: { type: 'unspecified' }, certainty: 'confirmed', by: 'victim', quote: 'a cyber attack' },
  ],
};
export const TAKEN_DOWN_ARTICLE = articleId(TAKEN_DOWN.url);

/** One decision of every kind; all but the takedown are taken back. */
const ACTIONS: readonly DecisionAction[] = [
  { kind: 'takedown', article: TAKEN_DOWN_ARTICLE, note: 'Taken down at the request of a court.' },
  { kind: 'merge', from: 'corner-and-mill-2031-02', into: 'lanternby-2031-03' },
  { kind: 'split', incident: 'lanternby-2031-03', articles: [HELD_ARTICLE] },
  {
    kind: 'pin',
    incident: 'lanternby-2031-03',
    claim: claimTarget(HELD_ARTICLE, { kind: 'attack', value: { type: 'ddos' }, quote: 'nowhere' }),
  },
  { kind: 'dismiss', claim: claimTarget(HELD_ARTICLE, { kind: 'attack', value: { type: 'ddos' }, quote: 'nowhere' }) },
  { kind: 'retitle', incident: 'lanternby-2031-03', title: 'What befell Lanternby' },
  { kind: 'not-an-incident', article: HELD_ARTICLE },
];

const decideAll = async (store: Store): Promise<void> => {
  const by = { who: 'Ada Desk', why: 'For the tests.', at: NOW };
  for (const action of ACTIONS) {
    const id = contentId('dec', action.kind);
    await store.decide({ id, ...by, ...action });
    if (action.kind !== 'takedown')
      await store.decide({ id: contentId('dec', 'undo', id), ...by, kind: 'undo', decision: id });
  }
};

/** Fills a database with two incidents of invented retailers, through the same doors as real news. */
export const seed = async (store: Store): Promise<void> => {
  for (const article of [...SEED_ARTICLES, TAKEN_DOWN]) await store.saveArticle(toSave(article));
  await deriveAll(store);
  await decideAll(store);
  await deriveAll(store);
};

/** The event that no passwords were taken. */
export const SEED_EVENT = eventId('lanternby-2031-03', 'data', 'data|passwords|not-taken|customer||');
