import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IncidentSummary } from '#domain/incident.ts';
import type { IncidentArticle } from '#domain/timeline.ts';
import { createStore } from '../../db/create-store.ts';
import type { Store } from '../../db/store.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { recordsOf } from '../support/records.ts';
import { articleSave, derivation, derived, summary } from './samples.ts';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await testDatabase();
  store = database.store;
});
afterAll(() => database.close());

/** Marks a victim by an article that tells of it. */
const mark = async (victim: string, word: string) => {
  const text = `${word} at ${victim}. More.`;
  await store.saveArticle(
    articleSave({ canonicalUrl: `https://till.example/${victim}/${word}`, victim, revision: { text } }),
  );
  const found = (await store.relinkMarks(1000)).find(given => given.victim === victim);
  if (!found) throw new Error(`${victim} is not marked`);
  return found;
};

/** Derives a victim's incidents to be these. */
const derive = async (
  victim: string,
  ...given: Parameters<typeof derivation> extends [string, ...infer R] ? R : never
) => store.saveDerivation(await mark(victim, crypto.randomUUID()), derivation(victim, ...given));

const about = (victim: string, known: string, over: Partial<IncidentSummary> = {}) =>
  derived(summary(`${victim}-${known}`, { retailer: { slug: victim, name: victim.toUpperCase() }, known, ...over }));

describe('deriving a victim', () => {
  test('writes its incidents and takes the mark away', async () => {
    const { summary: written, timeline } = about('alpha', '2026-01');
    expect(await derive('alpha', derived(written))).toBe(true);
    const incident = await store.getIncident('alpha-2026-01');
    expect(incident && 'found' in incident && JSON.parse(incident.found.json)).toEqual(written);
    const found = await store.getTimeline('alpha-2026-01');
    expect(found && 'found' in found && JSON.parse(found.found.json)).toEqual(timeline);
    expect((await store.relinkMarks(1000)).map(given => given.victim)).not.toContain('alpha');
    expect(await store.relinkMark('alpha')).toBeUndefined();
  });

  test('writes nothing where somebody marked the victim again meanwhile', async () => {
    const old = await mark('beta', 'one');
    await mark('beta', 'two');
    expect(await store.saveDerivation(old, derivation('beta', about('beta', '2026-01')))).toBe(false);
    expect(await store.getIncident('beta-2026-01')).toBeUndefined();
    const fresh = await store.relinkMark('beta');
    expect(await store.saveDerivation(fresh!, derivation('beta', about('beta', '2026-01')))).toBe(true);
  });

  test('is written in passing while news comes in faster than it is derived, but never over what is younger', async () => {
    const first = await mark('nu', 'one');
    const second = await mark('nu', 'two');
    const third = await mark('nu', 'three');
    const titled = (title: string) => derivation('nu', about('nu', '2026', { title }));
    const title = async () => (await store.incidentsByIds(['nu-2026']))[0];
    expect(await store.saveDerivation(second, titled('Second'), true)).toBe(true);
    expect(await store.saveDerivation(first, titled('First'), true)).toBe(false);
    expect(await title()).toMatchObject({ found: { title: 'Second' } });
    expect(await store.relinkMark('nu')).toEqual(third);
    expect(await store.saveDerivation(third, titled('Third'), true)).toBe(true);
    expect(await store.relinkMark('nu')).toBeUndefined();
    const fourth = await mark('nu', 'four');
    expect(await store.saveDerivation(third, titled('Third again'), true)).toBe(false);
    expect(await title()).toMatchObject({ found: { title: 'Third' } });
    expect(await store.saveDerivation(fourth, titled('Fourth'), true)).toBe(true);
  });

  test('of ten that derive from one mark at the same moment, one writes', async () => {
    const given = await mark('gamma', 'one');
    const all = Array.from({ length: 10 }, () =>
      store.saveDerivation(given, derivation('gamma', about('gamma', '2026'))),
    );
    expect((await Promise.all(all)).filter(Boolean)).toHaveLength(1);
  });

  test('takes away incidents that are no more, and leaves those of other victims', async () => {
    await derive('delta', about('delta', '2026-01'), about('delta', '2026-02'));
    await derive('epsilon', about('epsilon', '2026-01'));
    await derive('delta', about('delta', '2026-02'));
    expect(await store.getIncident('delta-2026-01')).toBeUndefined();
    expect(await store.getTimeline('delta-2026-01')).toBeUndefined();
    expect(await store.getIncident('delta-2026-02')).toHaveProperty('found');
    expect(await store.getIncident('epsilon-2026-01')).toHaveProperty('found');
  });

  test('the same again keeps the ETag and the time of the change', async () => {
    await derive('zeta', about('zeta', '2026-01'));
    const before = await store.getTimeline('zeta-2026-01');
    await derive('zeta', about('zeta', '2026-01'));
    expect(await store.getTimeline('zeta-2026-01')).toEqual(before);
    await derive('zeta', about('zeta', '2026-01', { title: 'Another title' }));
    const after = await store.getTimeline('zeta-2026-01');
    expect(after && 'found' in after && after.found.etag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(after).not.toEqual(before);
  });

  test('a former id leads to the incident that it became', async () => {
    const merged = { ...about('eta', '2026-02'), formerIds: ['eta-2026-01'] };
    await derive('eta', merged);
    expect(await store.getIncident('eta-2026-01')).toEqual({ redirect: 'eta-2026-02' });
    expect(await store.getTimeline('eta-2026-01')).toEqual({ redirect: 'eta-2026-02' });
    expect(await store.incidentClaims('eta-2026-01', {}, { limit: 5 })).toEqual({ redirect: 'eta-2026-02' });
    expect(await store.incidentArticles('eta-2026-01', { limit: 5 })).toEqual({ redirect: 'eta-2026-02' });
    expect(await store.getIncident('eta-1999')).toBeUndefined();
  });

  test('an id once assigned stays as it was', async () => {
    const assign = (anchorArticle: string) => ({
      id: 'theta-2026-01',
      victim: 'theta',
      anchorArticle,
      anchorKnown: '2026-01',
      assignedAt: '2026-03-02T09:00:00.000Z',
    });
    const write = async (anchor: string) =>
      store.saveDerivation(await mark('theta', anchor), { ...derivation('theta'), newAssignments: [assign(anchor)] });
    await write('art_1');
    await write('art_2');
    expect((await store.victimLedger('theta')).assignments).toEqual([assign('art_1')]);
  });
});

describe('listing incidents', () => {
  let lists: TestDatabase;
  const ids = async (filter: Parameters<Store['listIncidents']>[0], limit = 100, cursor?: string) => {
    const page = await lists.store.listIncidents(filter, { limit, ...(cursor ? { cursor } : {}) });
    return { ids: page.items.map(item => item.id), next: page.next };
  };
  beforeAll(async () => {
    lists = await testDatabase();
    const write = async (victim: string, over: Partial<IncidentSummary>) => {
      const save = articleSave({ canonicalUrl: `https://till.example/${victim}`, victim });
      await lists.store.saveArticle(save);
      const given = await lists.store.relinkMark(victim);
      await lists.store.saveDerivation(given!, derivation(victim, about(victim, '2026', over)));
    };
    const taken = [{ type: 'passwords', certainty: 'claimed' }] as const;
    const spider = [{ name: 'Scattered Spider', role: 'perpetrator', certainty: 'reported' }] as const;
    await write('noon', { lastReportedAt: '2026-03-02T12:00:00Z', dataTaken: taken });
    await write('day', { lastReportedAt: '2026-03-02', dataNotTaken: taken, actors: spider });
    await write('offset', { lastReportedAt: '2026-03-02T23:30:00+02:00', title: '100% Café_ break-in' });
    await write('undated', { title: 'Nobody knows when' });
  }, 60_000);
  afterAll(() => lists.close());

  test('the newest report comes first: a bare day is its end, an undated one is last', async () => {
    expect((await ids({})).ids).toEqual(['day-2026', 'offset-2026', 'noon-2026', 'undated-2026']);
  });

  test('pages follow one another without gap or repetition', async () => {
    const first = await ids({}, 3);
    expect(first.ids).toHaveLength(3);
    const second = await ids({}, 3, first.next);
    expect([...first.ids, ...second.ids]).toEqual((await ids({})).ids);
    expect(second.next).toBeUndefined();
  });

  test('what was not taken is never found as taken', async () => {
    expect((await ids({ dataType: 'passwords' })).ids).toEqual(['noon-2026']);
    expect((await ids({ dataType: 'passwords', polarity: 'taken' })).ids).toEqual(['noon-2026']);
    expect((await ids({ dataType: 'passwords', polarity: 'not-taken' })).ids).toEqual(['day-2026']);
    expect((await ids({ polarity: 'not-taken' })).ids).toEqual(['day-2026']);
  });

  test('by actor and by retailer', async () => {
    expect((await ids({ actor: 'scattered-spider' })).ids).toEqual(['day-2026']);
    expect((await ids({ actor: 'Scattered Spider' })).ids).toEqual(['day-2026']);
    expect((await ids({ retailer: 'noon' })).ids).toEqual(['noon-2026']);
    expect((await ids({ retailer: 'noon', actor: 'scattered-spider' })).ids).toEqual([]);
  });

  test('by words of title and retailer, whatever their case and accents; signs are only signs', async () => {
    expect((await ids({ q: 'CAFE break' })).ids).toEqual(['offset-2026']);
    expect((await ids({ q: '100%' })).ids).toEqual(['offset-2026']);
    expect((await ids({ q: 'e_' })).ids).toEqual(['offset-2026']);
    expect((await ids({ q: 'undated' })).ids).toEqual(['undated-2026']);
    expect((await ids({ q: "'; drop table x; --\0\\" })).ids).toEqual([]);
  });

  test.each([
    '',
    'x',
    '%%%',
    'bnVsbA',
    Buffer.from('["actors","a"]').toString('base64url'),
    Buffer.from('["incidents","a\\u0000","b"]').toString('base64url'),
  ])('the broken cursor %j is refused by name', async cursor => {
    await expect(lists.store.listIncidents({}, { limit: 1, cursor })).rejects.toMatchObject({
      code: 'invalid-parameter',
      subject: 'cursor',
    });
  });

  test('retailers and actors with their incidents', async () => {
    const first = await lists.store.listRetailers({ limit: 3 });
    const second = await lists.store.listRetailers({ limit: 3, cursor: first.next! });
    expect([...first.items, ...second.items].map(item => item.slug)).toEqual(['day', 'noon', 'offset', 'undated']);
    expect((await lists.store.listActors({ limit: 9 })).items).toEqual([
      { slug: 'scattered-spider', name: 'Scattered Spider', incidents: 1, incidentIds: ['day-2026'] },
    ]);
  });
});

describe('an incident’s articles and claims', () => {
  test('claims come through the links, by kind and page by page', async () => {
    const victim = 'kappa';
    await store.saveArticle(articleSave({ canonicalUrl: 'https://till.example/kappa', victim }));
    const records = await recordsOf(store, victim);
    const links = records.map(record => ({
      local: record.id,
      articleId: record.article.articleId,
      role: record.role,
      score: 1,
      reasons: ['victim and month'],
    }));
    const given = await store.relinkMark(victim);
    await store.saveDerivation(given!, derivation(victim, { ...about(victim, '2026'), links }));
    const claims = await store.incidentClaims('kappa-2026', {}, { limit: 10 });
    expect(claims && 'found' in claims && claims.found.items).toEqual(
      records.flatMap(record => record.claims.map(({ publicAt: _, ...claim }) => claim)),
    );
    const none = await store.incidentClaims('kappa-2026', { kind: 'money' }, { limit: 10 });
    expect(none).toEqual({ found: { items: [] } });
    expect(await store.incidentClaims('no-such', {}, { limit: 10 })).toBeUndefined();
  });

  test('articles come in the order of the timeline, page by page', async () => {
    const articles = ['a', 'b', 'c'].map(
      (articleId): IncidentArticle => ({
        articleId,
        revisionId: `rev-${articleId}`,
        url: `https://till.example/${articleId}`,
        title: articleId,
        publisher: 'Till & Trolley',
        publisherKind: 'trade-press',
        fetchedAt: '2026-03-02T09:00:00.000Z',
        origin: 'page',
        role: 'main',
        score: 1,
        reasons: [],
        claims: 0,
      }),
    );
    const { summary: written } = about('lambda', '2026');
    await derive('lambda', derived(written, { timeline: { incident: written, events: [], articles } }));
    const first = await store.incidentArticles('lambda-2026', { limit: 2 });
    if (!first || !('found' in first)) throw new Error('not found');
    expect(first.found.items).toEqual(articles.slice(0, 2));
    const second = await store.incidentArticles('lambda-2026', { limit: 2, cursor: first.found.next! });
    expect(second).toEqual({ found: { items: articles.slice(2) } });

    // The timeline lists a part only: then all of them stand in a table.
    const hot = about('lambda', '2026', { articles: 3 }).summary;
    const timeline = { incident: hot, events: [], articles: articles.slice(1, 2) };
    await derive('lambda', derived(hot, { timeline, articles }));
    const all = await store.incidentArticles('lambda-2026', { limit: 2 });
    expect(all).toMatchObject({ found: { items: articles.slice(0, 2) } });
    if (!all || !('found' in all)) throw new Error('not found');
    expect(await store.incidentArticles('lambda-2026', { limit: 2, cursor: all.found.next! })).toEqual(second);
    await derive('lambda', derived(written, { timeline: { incident: written, events: [], articles } }));
    expect(await store.incidentArticles('lambda-2026', { limit: 2 })).toEqual(first);
  });
});

test('a store whose database does not answer says so, without the password', async () => {
  const { openClient, parseDatabaseUrl } = await import('../../db/client.ts');
  const client = openClient(parseDatabaseUrl('postgres://someone:s3cret@127.0.0.1:1/nowhere'));
  const error: unknown = await createStore(client)
    .ready()
    .catch((thrown: unknown) => thrown);
  await client.close();
  expect(error).toMatchObject({ code: 'database-unavailable', subject: '127.0.0.1:1/nowhere' });
  expect(JSON.stringify([error, String(error)])).not.toContain('s3cret');
});
