import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SavedArticle } from '#db';
import type { EventChange } from '#domain/changes.ts';
import type { Claim } from '#domain/claim.ts';
import { claimTarget, type DecisionAction } from '#domain/decision.ts';
import type { Timeline } from '#domain/timeline.ts';
import { createHistory, decide, linkAll, reanalyse, rebuild } from '#pipeline';
import { openClient, parseDatabaseUrl } from '../../db/client.ts';
import { articleSave, dataClaim } from '../db/samples.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A clock that tests set. */
let clock = '2031-03-20T12:00:00.000Z';
const stages = () => ({ store: database.store, nameOf: (slug: string) => slug, now: () => new Date(clock) });
const history = () => createHistory(stages());

const WORDS = {
  names: 'Names of customers were taken',
  passwords: 'No passwords were taken',
  cards: 'Cards of customers were taken',
} as const;
type Word = keyof typeof WORDS;
const VALUES = {
  names: { type: 'names', subject: 'customer', polarity: 'taken' },
  passwords: { type: 'passwords', subject: 'customer', polarity: 'not-taken' },
  cards: { type: 'payment-cards', subject: 'customer', polarity: 'taken' },
} as const;

interface Told {
  readonly victim: string;
  readonly url?: string;
  readonly says: readonly Word[];
  readonly published?: string;
  readonly modified?: string;
  readonly extractor?: string;
  readonly known?: string;
}

/** What the rules read, of the words that are told apart. */
const claimsIn = (revision: { title: string; text: string }, words: readonly Word[]): Claim[] =>
  words
    .filter(word => revision.text.includes(WORDS[word]))
    .map(word => dataClaim(revision as never, WORDS[word], { value: VALUES[word] } as Partial<Claim>));

/** An article comes in at the time of the clock. */
const comesIn = async (told: Told): Promise<SavedArticle> => {
  const { victim, says, published = '2031-03-02', modified, extractor = 'rules-1', known = '2031-03' } = told;
  const revision = {
    title: `What befell ${victim}`,
    text: `${says.map(word => `${WORDS[word]}.`).join(' ')} So it stands at ${told.url ?? 'one'}.`,
    publishedAt: published,
    fetchedAt: clock,
    ...(modified === undefined ? {} : { modifiedAt: modified }),
  };
  return database.store.saveArticle(
    articleSave({
      canonicalUrl: `https://news.example/${victim}/${told.url ?? 'one'}`,
      revision,
      analysis: {
        extractor,
        incidents: [{ victim, name: victim, role: 'main', known }],
        claims: claimsIn(revision, says),
      },
      analysedAt: clock,
    }),
  );
};

const decideNow = async (action: DecisionAction) => {
  const decision = await decide(database.store, action, { who: 'Ada Desk', why: 'It is so.', at: clock });
  await linkAll(stages());
  return decision;
};
const at = (time: string): void => {
  clock = `${time}T12:00:00.000Z`;
};
const timeline = async (id: string): Promise<Timeline> => {
  const found = await database.store.getTimeline(id);
  if (!found || !('found' in found)) throw new Error(`no timeline ${id}: ${JSON.stringify(found)}`);
  return JSON.parse(found.found.json) as Timeline;
};
const told = ({ events }: Timeline) => events.flatMap(({ sources }) => sources.map(({ quote }) => quote)).sort();
const past = async (id: string, point: { asOf?: string; knownAt?: string }): Promise<Timeline> => {
  const found = await history().timelineAt(id, point);
  if (!found || !('found' in found)) throw new Error(`no timeline ${id}: ${JSON.stringify(found)}`);
  return found.found;
};
const changesOf = async (id: string, from: string, to: string): Promise<readonly EventChange[]> => {
  const found = await history().changes(id, { from, to });
  if (!found || !('found' in found)) throw new Error(`no changes ${id}`);
  return found.found.changes;
};
const brief = (changes: readonly EventChange[]) =>
  changes.map(({ change, causes, after, before }) => [change, causes, (after ?? before)?.source.quote]);

describe('the story of an incident', () => {
  const id = 'brightloom-2031-03';
  let claimed: SavedArticle;
  beforeAll(async () => {
    at('2031-03-03');
    claimed = await comesIn({ victim: 'brightloom', says: ['names', 'passwords'] });
    await linkAll(stages());
    at('2031-03-05');
    await comesIn({ victim: 'brightloom', url: 'two', says: ['names'], published: '2031-03-04' });
    await linkAll(stages());
    at('2031-03-10');
    await comesIn({ victim: 'brightloom', says: ['names'] });
    await linkAll(stages());
    at('2031-03-15');
    await reanalyse({
      store: database.store,
      extractor: 'rules-2',
      now: () => new Date(clock),
      analyse: article => ({
        extractor: 'rules-2',
        language: 'en',
        status: 'analysed',
        relevant: true,
        genre: 'news',
        incidents: [{ victim: 'brightloom', name: 'Brightloom', role: 'main', known: '2031-03' }],
        // Better rules find a claim more in the second article.
        claims: [
          ...claimsIn(article, ['names', 'passwords']),
          ...(article.text.includes('at two') ? [dataClaim(article as never, 'So it stands at two')] : []),
        ],
      }),
    });
    await linkAll(stages());
  });

  test('the present tells what its articles say now', async () => {
    expect(told(await timeline(id))).toEqual([WORDS.names, WORDS.names, 'So it stands at two']);
  });

  test('what was public on a day is told with the rules of today', async () => {
    expect(told(await past(id, { asOf: '2031-03-03' }))).toEqual([WORDS.names, WORDS.passwords]);
    expect(told(await past(id, { asOf: '2031-03-04' }))).toContain('So it stands at two');
  });

  test('what was held on a day is told with the rules of that day', async () => {
    expect(told(await past(id, { knownAt: '2031-03-04' }))).toEqual([WORDS.names, WORDS.passwords]);
    expect(told(await past(id, { knownAt: '2031-03-05' }))).toEqual([WORDS.names, WORDS.names, WORDS.passwords]);
    expect(told(await past(id, { knownAt: '2031-03-14' }))).toEqual([WORDS.names, WORDS.names]);
  });

  test('the edit without a word is on its article, with what it took away', async () => {
    const { articles } = await timeline(id);
    const [edit] = articles.find(({ articleId }) => articleId === claimed.articleId)?.edits ?? [];
    expect(edit).toMatchObject({
      stealth: true,
      lastSeenBefore: '2031-03-03T12:00:00.000Z',
      seenAt: '2031-03-10T12:00:00.000Z',
      claims: [{ change: 'vanished', kind: 'data', before: { quote: WORDS.passwords } }],
    });
  });

  test('each change carries its cause: published, edited, re-analysed', async () => {
    expect(brief(await changesOf(id, '2031-03-01', '2031-03-03'))).toEqual([
      ['appeared', ['published'], WORDS.names],
      ['appeared', ['published'], WORDS.passwords],
    ]);
    expect(brief(await changesOf(id, '2031-03-04', '2031-03-05'))).toEqual([['changed', ['published'], WORDS.names]]);
    expect(brief(await changesOf(id, '2031-03-09', '2031-03-10'))).toEqual([
      ['retracted', ['edited'], WORDS.passwords],
    ]);
    const reread = await changesOf(id, '2031-03-14', '2031-03-15');
    expect(reread.length).toBeGreaterThan(0);
    for (const { causes } of reread) expect(causes).toEqual(['re-analysed']);
    expect(await changesOf(id, '2031-03-15', '2031-03-16')).toEqual([]);
  });

  test('a permalink stays byte for byte what it was, whatever comes in, is decided and is taken back later', async () => {
    const points = [{ asOf: '2031-03-04', knownAt: '2031-03-06' }, { knownAt: '2031-03-16' }];
    const before = JSON.stringify(await Promise.all(points.map(point => past(id, point))));
    at('2031-03-18');
    await comesIn({ victim: 'brightloom', url: 'late', says: ['cards'], published: '2031-03-01' });
    await linkAll(stages());
    at('2031-03-19');
    const quote = WORDS.names;
    const action = {
      kind: 'dismiss',
      claim: claimTarget(claimed.articleId, { kind: 'data', value: VALUES.names, quote }),
    };
    await decideNow(action as DecisionAction);
    expect(told(await timeline(id))).not.toEqual(told(await past(id, { knownAt: '2031-03-18' })));
    expect(JSON.stringify(await Promise.all(points.map(point => past(id, point))))).toBe(before);
    expect(brief(await changesOf(id, '2031-03-18', '2031-03-19'))[0]?.[1]).toEqual(['decided']);
  });
});

describe('a merge', () => {
  test('leads the one id to the other, and undone gives both back as they were', async () => {
    at('2031-04-01');
    await comesIn({ victim: 'cinderby', url: 'old', says: ['names'], published: '2029-05-02', known: '2029-05' });
    await comesIn({ victim: 'cinderby', url: 'new', says: ['cards'], published: '2031-03-02' });
    await linkAll(stages());
    const [old, recent] = ['cinderby-2029-05', 'cinderby-2031-03'];
    const before = [await timeline(old), await timeline(recent)];
    at('2031-04-02');
    const merge = await decideNow({ kind: 'merge', from: recent, into: old });
    expect(await database.store.getTimeline(recent)).toEqual({ redirect: old });
    expect(told(await timeline(old))).toEqual([WORDS.cards, WORDS.names]);
    expect(told(await past(recent, { knownAt: '2031-04-01' }))).toEqual([WORDS.cards]);
    expect(await history().timelineAt(recent, { asOf: '2031-12-31' })).toEqual({ redirect: old });
    at('2031-04-03');
    await decideNow({ kind: 'undo', decision: merge.id });
    expect([await timeline(old), await timeline(recent)]).toEqual(before);
    const { items } = await database.store.listDecisions({ incident: recent }, { limit: 10 });
    expect(items.map(({ decision, undone }) => [decision.kind, undone?.by])).toEqual([
      ['undo', undefined],
      ['merge', 'Ada Desk'],
    ]);
  });

  test('of two retailers is refused, and so is what is not there', async () => {
    const by = { who: 'Ada Desk', why: 'Why not.', at: clock };
    const across = { kind: 'merge', from: 'cinderby-2029-05', into: 'brightloom-2031-03' } as const;
    await expect(decide(database.store, across, by)).rejects.toMatchObject({ code: 'invalid-parameter' });
    const nothing = { kind: 'takedown', article: 'art_nothing', note: 'Law.' } as const;
    await expect(decide(database.store, nothing, by)).rejects.toMatchObject({
      code: 'not-found',
      subject: 'art_nothing',
    });
    await expect(decide(database.store, nothing, { ...by, why: ' ' })).rejects.toMatchObject({ subject: 'why' });
    const strange = { kind: 'split', incident: 'cinderby-2029-05', articles: ['art_nothing'] } as const;
    await expect(decide(database.store, strange, by)).rejects.toMatchObject({ subject: 'art_nothing' });
  });
});

describe('a takedown', () => {
  test('leaves a tombstone at every time and stays when the article comes in again, also with other words', async () => {
    at('2031-05-01');
    const { articleId } = await comesIn({ victim: 'dunmarsh', says: ['names'] });
    await linkAll(stages());
    const id = 'dunmarsh-2031-03';
    at('2031-05-02');
    const takedown = await decideNow({ kind: 'takedown', article: articleId, note: 'A court said so.' });
    expect(await database.store.isTakenDown('https://news.example/dunmarsh/one')).toBe(true);
    expect(await database.store.getTimeline(id)).toEqual({ gone: 'A court said so.' });
    for (const point of [{ asOf: '2031-03-10' }, { knownAt: '2031-05-01' }])
      expect(await history().timelineAt(id, point)).toEqual({ gone: 'A court said so.' });
    const { items } = await database.store.listDecisions({ incident: id }, { limit: 10 });
    expect(items.map(({ decision, matches }) => [decision.id, matches])).toEqual([[takedown.id, true]]);
    at('2031-05-03');
    await comesIn({ victim: 'dunmarsh', says: ['names', 'cards'] });
    await linkAll(stages());
    expect(await database.store.getTimeline(id)).toEqual({ gone: 'A court said so.' });
    expect((await database.store.listIncidents({ retailer: 'dunmarsh' }, { limit: 10 })).items).toEqual([]);
    at('2031-05-04');
    await decideNow({ kind: 'undo', decision: takedown.id });
    expect(told(await timeline(id))).toEqual([WORDS.cards, WORDS.names]);
  });
});

describe('a dismissal', () => {
  test('survives better rules, and goes to the desk when the claim it means is gone', async () => {
    at('2031-06-01');
    const { articleId } = await comesIn({ victim: 'elmstead', says: ['names', 'cards'] });
    await linkAll(stages());
    const claim = claimTarget(articleId, { kind: 'data', value: VALUES.cards, quote: WORDS.cards } as never);
    at('2031-06-02');
    const { id } = await decideNow({ kind: 'dismiss', claim });
    const logged = async () =>
      (await database.store.listDecisions({ incident: 'elmstead-2031-03' }, { limit: 10 })).items.find(
        ({ decision }) => decision.id === id,
      );
    at('2031-06-03');
    await comesIn({ victim: 'elmstead', says: ['names', 'cards'], extractor: 'rules-2' });
    await linkAll(stages());
    expect(told(await timeline('elmstead-2031-03'))).toEqual([WORDS.names]);
    const listed = await database.store.incidentClaims('elmstead-2031-03', {}, { limit: 10 });
    expect(JSON.stringify(listed)).not.toContain(WORDS.cards);
    expect((await logged())?.matches).toBe(true);
    at('2031-06-04');
    await comesIn({ victim: 'elmstead', says: ['names'], extractor: 'rules-2' });
    await linkAll(stages());
    expect((await logged())?.matches).toBe(false);
  });
});

describe('linkers, readers and people at work at the same moment', () => {
  test('do not undo each other: what stands in the end is what follows from the ledger', async () => {
    at('2031-07-01');
    const first = await comesIn({ victim: 'fernhill', says: ['names', 'cards'] });
    await linkAll(stages());
    const id = 'fernhill-2031-03';
    const arriving = Array.from({ length: 6 }, (_, n) =>
      comesIn({ victim: 'fernhill', url: `more-${n}`, says: n % 2 === 0 ? ['names'] : ['passwords'] }),
    );
    const claim = claimTarget(first.articleId, { kind: 'data', value: VALUES.cards, quote: WORDS.cards } as never);
    const deciding = [
      decideNow({ kind: 'retitle', incident: id, title: 'What befell Fernhill' }),
      decideNow({ kind: 'dismiss', claim }),
    ];
    await Promise.all([...arriving, ...deciding, linkAll(stages()), linkAll(stages()), linkAll(stages())]);
    await linkAll(stages());
    const { incident, articles } = await timeline(id);
    expect(incident.title).toBe('What befell Fernhill');
    expect(articles).toHaveLength(7);
    expect(told(await timeline(id))).not.toContain(WORDS.cards);
    expect((await rebuild(stages())).changed).toEqual([]);
  });
});

describe('the changes of all incidents', () => {
  test('come page by page, each incident once, however many retailers there are', async () => {
    at('2031-08-01');
    const victims = Array.from({ length: 45 }, (_, n) => `shop-${String(n).padStart(2, '0')}`);
    for (const victim of victims) await comesIn({ victim, says: ['names'] });
    await linkAll(stages());
    const seen: string[] = [];
    for (let cursor: string | undefined, pages = 0; pages === 0 || cursor !== undefined; pages++) {
      const page = await history().allChanges(
        { from: '2031-07-31', to: '2031-08-01' },
        { limit: 7, ...(cursor === undefined ? {} : { cursor }) },
      );
      seen.push(...page.items.map(({ incident }) => incident.id));
      cursor = page.next;
    }
    expect(seen).toEqual(victims.map(victim => `${victim}-2031-03`));
    expect(await history().allChanges({ from: '2031-08-01', to: '2031-08-02' }, { limit: 7 })).toEqual({ items: [] });
  });
});

describe('a rebuild', () => {
  test('changes nothing, and makes everything anew where all that was derived is gone, byte for byte', async () => {
    await linkAll(stages());
    const before = await database.store.derivedDocuments();
    expect(before.length).toBeGreaterThan(4);
    expect((await rebuild(stages())).changed).toEqual([]);
    const client = openClient(parseDatabaseUrl(database.url), 1);
    await client.rows(sql`truncate receipts.incidents, receipts.timelines, receipts.incident_links,
      receipts.incident_aliases, receipts.incident_tombstones, receipts.decision_matches, receipts.relink_marks`);
    await client.close();
    expect(await database.store.derivedDocuments()).toEqual([]);
    clock = '2032-01-01T00:00:00.000Z';
    expect(await rebuild(stages())).toMatchObject({ incidents: before.length });
    expect(await database.store.derivedDocuments()).toEqual(before);
  });
});

describe('reading anew', () => {
  const reader = (extractor: string) => ({
    store: database.store,
    extractor,
    now: () => new Date(clock),
    analyse: () => ({
      extractor,
      language: 'en',
      status: 'analysed' as const,
      relevant: false,
      genre: 'news' as const,
      incidents: [],
      claims: [],
    }),
  });

  test('reads every text once, however often and by however many at once it is done', async () => {
    const { revisions, analyses } = await database.store.status();
    const made = await Promise.all([reanalyse(reader('rules-9')), reanalyse(reader('rules-9'))]);
    expect(made.reduce((sum, count) => sum + count)).toBe(revisions);
    expect((await database.store.status()).analyses).toBe(analyses + revisions);
    expect(await reanalyse(reader('rules-9'))).toBe(0);
  });

  test('leaves ids that no report is read as telling of any more with a note, and the past as it was', async () => {
    const past = await history().timelineAt('brightloom-2031-03', { knownAt: '2031-03-14' });
    await linkAll(stages());
    expect(await database.store.getTimeline('brightloom-2031-03')).toMatchObject({
      gone: expect.stringContaining('read'),
    });
    expect(await history().timelineAt('brightloom-2031-03', { knownAt: '2031-03-14' })).toEqual(past);
    expect(past).toHaveProperty('found');
  });
});
