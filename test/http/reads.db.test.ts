import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reading } from '#compose';
import { documentText } from '#domain/article.ts';
import { createHistory } from '#pipeline';
import { createApp } from '../../src/http/app.ts';
import { surroundings } from '../../src/http/sentences.ts';
import { contractText, expectContract } from '../support/contract.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { FORMER_ID, GONE_ID, HELD_ARTICLE, SEED_EVENT, seed, TAKEN_DOWN_ARTICLE } from './seed.ts';

const ID = 'lanternby-2031-03';
const OTHER = 'corner-and-mill-2031-02';
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await seed(database.store);
});
afterAll(() => database?.close());

const app = () =>
  createApp({
    store: database.store,
    history: createHistory({
      store: database.store,
      nameOf: slug => slug,
      now: () => new Date('2031-04-01T00:00:00Z'),
    }),
    reading,
    contract: contractText,
    demo: false,
    version: '0.1.0',
    publicUrl: 'https://receipts.example',
  });

/** GETs a path and holds the answer to the contract. */
const get = async (path: string) => expectContract(await request(app()).get(path).redirects(0));
const ids = (body: { items: readonly { id: string }[] }) => body.items.map(({ id }) => id);

describe('filters of the list', () => {
  test.each([
    ['dataType=passwords&polarity=not-taken&speaker=victim&certainty=confirmed', [ID]],
    ['dataType=passwords&polarity=not-taken&speaker=attacker', []],
    ['attackType=ransomware&certainty=claimed', [ID]],
    ['attackType=ransomware&certainty=confirmed', []],
    ['service=online-orders&serviceState=suspended', [ID]],
    ['metric=cost&currency=EUR&minAmount=2500000', [ID]],
    ['metric=cost&currency=EUR&minAmount=3500000', []],
    ['kind=legal', [ID]],
    ['status=ongoing', [ID, OTHER]],
    ['knownFrom=2031-03&knownTo=2031', [ID]],
    ['happenedFrom=2031-03-01&happenedTo=2031-03-01&service=online-orders', [ID]],
    ['reportedTo=2031-02-28', [OTHER]],
    ['sort=known', [OTHER, ID]],
    ['country=GB', []],
  ])('%s', async (query, expected) => {
    expect(ids((await get(`/v1/incidents?${query}`)).body)).toEqual(expected);
  });

  test.each([
    ['minAmount=5', 'minAmount'],
    ['minAmount=5&maxAmount=4&metric=cost&currency=EUR', 'maxAmount'],
    ['happenedFrom=2031-03-02&happenedTo=2031-03-01', 'happenedTo'],
    ['knownFrom=2031-03&knownTo=2030', 'knownTo'],
    ['knownFrom=2031-13', 'knownFrom'],
    ['currency=gbp', 'currency'],
    ['sort=colour', 'sort'],
    ['fields=id,colour', 'fields'],
    ['fields=id,id', 'fields'],
    ['include=text', 'include'],
    ['ids=', 'ids'],
    ['ids=a&limit=3', 'limit'],
    ['minIndependent=0', 'minIndependent'],
    ['updatedFrom=2031-02-30', 'updatedFrom'],
  ])('%s is refused by name: %s', async (query, parameter) => {
    const { status, body } = await get(`/v1/incidents?${query}`);
    expect([status, body.parameter]).toEqual([400, parameter]);
    expect(body.allowed.length).toBeGreaterThan(0);
  });

  test('as of a day tells the incidents as they stood, without those that nobody had told of', async () => {
    const then = await get('/v1/incidents?asOf=2031-03-01');
    expect(ids(then.body)).toEqual([ID, OTHER]);
    expect(then.body.items[0].dataTaken).toEqual([]);
    expect(ids((await get('/v1/incidents?asOf=2031-02-20')).body)).toEqual([OTHER]);
    expect(ids((await get('/v1/incidents?asOf=2031-03-01&dataType=names')).body)).toEqual([]);
    expect(ids((await get('/v1/incidents?asOf=2031-03-07&dataType=names')).body)).toEqual([ID]);
  });
});

describe('an incident in parts', () => {
  test('has only the members that are asked for, and always its id', async () => {
    expect((await get('/v1/incidents?fields=title&limit=1')).body.items).toEqual([
      { id: ID, title: expect.any(String) },
    ]);
    expect(Object.keys((await get(`/v1/incidents/${ID}?fields=known,title`)).body).toSorted()).toEqual([
      'id',
      'known',
      'title',
    ]);
  });

  test('comes with what is asked for beside it', async () => {
    const { body } = await get(`/v1/incidents/${ID}?include=timeline,related`);
    expect(body.timeline.events.length).toBe(body.events);
    expect(body.related).toMatchObject([{ incident: OTHER }]);
    expect((await get('/v1/incidents?include=timeline&fields=id')).body.items[1].timeline.incident.id).toBe(OTHER);
  });

  test('many are read by their ids, in order; former and unknown ones are told apart', async () => {
    const { body } = await get(`/v1/incidents?ids=${OTHER},${FORMER_ID},nobody,${ID},${GONE_ID}&fields=id`);
    expect(ids(body)).toEqual([OTHER, ID]);
    expect(body.moved).toEqual([{ id: FORMER_ID, movedTo: ID }]);
    expect(body.missing).toEqual(['nobody', GONE_ID]);
  });

  test('retailers, attackers and articles likewise', async () => {
    expect((await get('/v1/retailers?ids=nobody,lanternby')).body).toMatchObject({
      items: [{ slug: 'lanternby' }],
      missing: ['nobody'],
    });
    expect((await get('/v1/actors?ids=paperwasp')).body).toMatchObject({ items: [{ slug: 'paperwasp' }], missing: [] });
    const articles = await get(`/v1/articles?ids=${HELD_ARTICLE},${TAKEN_DOWN_ARTICLE},nonsense`);
    expect(articles.body).toMatchObject({
      items: [{ articleId: HELD_ARTICLE }],
      missing: [TAKEN_DOWN_ARTICLE, 'nonsense'],
    });
  });
});

describe('a comparison', () => {
  const cells = (body: { rows: { attribute: string; cells: object[] }[] }, attribute: string) =>
    body.rows.find(row => row.attribute === attribute)?.cells;

  test('sets incidents side by side; what nobody reports is not reported', async () => {
    const { body } = await get(`/v1/compare?incidents=${ID},${OTHER}`);
    expect(cells(body, 'dataNotTaken')).toMatchObject([
      { status: 'confirmed', text: expect.stringContaining('passwords') },
      { status: 'not-reported', text: '', values: [] },
    ]);
    expect(cells(body, 'money.cost')).toMatchObject([{ status: 'possible' }, { status: 'not-reported' }]);
  });

  test('goes by former ids too, but not by two of one incident', async () => {
    expect((await get(`/v1/compare?incidents=${FORMER_ID},${OTHER}`)).body.incidents[0].id).toBe(ID);
    expect((await get(`/v1/compare?incidents=${FORMER_ID},${ID}`)).body).toMatchObject({ parameter: 'incidents' });
  });

  test.each(['', `?incidents=${ID}`, `?incidents=${ID},${ID}`, `?incidents=${ID},${OTHER}&align=week`])(
    '%s is refused',
    async query => {
      expect((await get(`/v1/compare${query}`)).status).toBe(400);
    },
  );

  test('of what is not there, or no more, says which', async () => {
    expect((await get(`/v1/compare?incidents=${ID},nobody`)).body).toMatchObject({ status: 404 });
    expect((await get(`/v1/compare?incidents=${ID},${GONE_ID}`)).body).toMatchObject({ status: 410 });
    expect((await get(`/v1/compare.xls?incidents=${ID},${OTHER}`)).status).toBe(404);
    expect((await get(`/v1/compare.csv?incidents=${ID},${OTHER}`)).status).toBe(200);
    expect((await get(`/v1/compare.csv?incidents=${ID},${GONE_ID}`)).status).toBe(410);
  });

  test('as of a day knows nothing of later reports', async () => {
    const { body } = await get(`/v1/compare?incidents=${ID},${OTHER}&asOf=2031-03-01&align=day0`);
    expect(cells(body, 'dataTaken')).toMatchObject([{ status: 'not-reported' }, { status: 'not-reported' }]);
    expect(body.moments[0]).toHaveProperty('day');
  });
});

describe('an event', () => {
  test('is had by its id, and by that of its incident', async () => {
    const { body } = await get(`/v1/events/${SEED_EVENT}`);
    expect(body).toMatchObject({ incident: { id: ID }, event: { id: SEED_EVENT, kind: 'data' } });
    expect((await get(`/v1/incidents/${ID}/events/${SEED_EVENT}`)).body).toEqual(body);
    expect((await get(`/v1/incidents/${ID}/events/${SEED_EVENT}?asOf=2031-03-01`)).status).toBe(200);
  });

  test('that is not there, or was not then, is not found', async () => {
    for (const path of ['/v1/events/evt_00000000000000000000', '/v1/events/x', '/v1/events/x/cite'])
      expect((await get(path)).status).toBe(404);
    expect((await get(`/v1/incidents/${OTHER}/events/${SEED_EVENT}`)).status).toBe(404);
    expect((await get(`/v1/incidents/${ID}/cite?event=evt_00000000000000000000`)).status).toBe(404);
  });

  test('is cited by its words at the source, and by a permalink that stays', async () => {
    const { body } = await get(`/v1/events/${SEED_EVENT}/cite`);
    expect(body.sources[0].link).toContain('#:~:text=no%20passwords%20were%20taken');
    expect(body.page.permalink).toMatch(
      new RegExp(`^https://receipts\\.example/incidents/${ID}\\?knownAt=2031-.*#${SEED_EVENT}$`),
    );
    const state = new URL(body.page.permalink);
    expect((await get(`/v1/incidents/${ID}/timeline${state.search}`)).status).toBe(200);
    expect((await get(`/v1/incidents/${ID}/cite?event=${SEED_EVENT}&asOf=2031-03-01`)).body.page).toMatchObject({
      accessed: '2031-03-01',
    });
    expect((await get(`/v1/incidents/${ID}/cite`)).body.sources.length).toBeGreaterThan(3);
  });
});

describe('an article', () => {
  test('gives its claims with the words around them, never more than 300 characters', async () => {
    const { body, text } = await get(`/v1/articles/${HELD_ARTICLE}/claims`);
    const [claim] = body.items.filter(({ quote }: { quote: string }) => quote === 'no passwords were taken');
    expect(claim).toMatchObject({ before: 'They wrote:', after: '.', link: expect.stringContaining(':~:text=') });
    for (const { before = '', quote, after = '' } of body.items)
      expect(before.length + quote.length + after.length).toBeLessThanOrEqual(300);
    expect(text).not.toContain('and nowhere else');
  });

  test('gives its states with a hash of the text', async () => {
    const { body } = await get(`/v1/articles/${HELD_ARTICLE}/revisions`);
    expect(body).toMatchObject({ revisions: [{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }], edits: [] });
    expect((await get(`/v1/articles/${HELD_ARTICLE}`)).body.archived).toBe(
      'https://web.archive.org/web/20310301/https://one.example/lanternby',
    );
  });

  test.each(['claims', 'revisions'])('that was taken down gives no %s', async what => {
    expect((await get(`/v1/articles/${TAKEN_DOWN_ARTICLE}/${what}`)).status).toBe(410);
    expect((await get(`/v1/articles/art_00000000000000000000/${what}`)).status).toBe(404);
  });

  test('is in the list of its publisher, but not where it was taken down', async () => {
    const { body } = await get('/v1/articles?publisher=one.example');
    const listed = body.items.map(({ articleId }: { articleId: string }) => articleId);
    expect(listed).toContain(HELD_ARTICLE);
    expect(listed).not.toContain(TAKEN_DOWN_ARTICLE);
    expect((await get('/v1/articles?publisher=nobody')).body.items).toEqual([]);
  });
});

test('the sources of an incident are its publishers', async () => {
  const { body } = await get(`/v1/incidents/${ID}/sources`);
  expect(body.items.map(({ publisher }: { publisher: string }) => publisher).toSorted()).toEqual([
    'one.example',
    'three.example',
    'two.example',
  ]);
});

describe('a name', () => {
  test.each([
    ['M%26S', { kind: 'retailer', slug: 'marks-and-spencer', match: 'alias' }],
    ['marks and spencer', { kind: 'retailer', slug: 'marks-and-spencer' }],
    ['PaperWasp', { kind: 'actor', slug: 'paperwasp', match: 'name', incidents: 1 }],
    ['paperwapps', { kind: 'actor', slug: 'paperwasp', match: 'similar' }],
    ['Lanternby and Dauhgters', { kind: 'retailer', slug: 'lanternby', match: 'similar' }],
  ])('%s is known', async (name, match) => {
    expect((await get(`/v1/resolve?name=${name}`)).body.items[0]).toMatchObject(match);
  });

  test('of nobody is nobody, and none is a problem', async () => {
    expect((await get('/v1/resolve?name=zzzzzqqqqq')).body.items).toEqual([]);
    expect((await get('/v1/resolve')).body).toMatchObject({ parameter: 'name' });
  });

  test('leads to whoever has it, with the incidents', async () => {
    const { body } = await get('/v1/retailers/lanternby');
    expect(ids(body)).toEqual([ID]);
    expect((await get('/v1/actors/paperwasp')).body).toMatchObject({ name: 'PaperWasp', incidents: 1 });
    for (const path of ['/v1/retailers/nobody', '/v1/actors/%00', '/v1/retailers/paperwasp'])
      expect((await get(path)).status).toBe(404);
  });
});

describe('a search', () => {
  test('finds quotes with the stretches that fit, and leads to their events', async () => {
    const { body } = await get('/v1/search?q=password');
    const [hit] = body.items.filter(({ kind }: { kind: string }) => kind === 'quote');
    expect(hit).toMatchObject({ incident: ID, eventId: SEED_EVENT, text: 'no passwords were taken' });
    expect(hit.highlights).toEqual([{ start: 3, end: 12 }]);
  });

  test('finds names in spite of a typing mistake, on the first page only', async () => {
    const { body } = await get('/v1/search?q=Lanternbi');
    expect(body.items[0]).toMatchObject({ kind: 'retailer', slug: 'lanternby', match: 'similar' });
    const first = await get('/v1/search?q=lanternby&limit=1');
    const second = await get(`/v1/search?q=lanternby&limit=1&cursor=${first.body.next}`);
    expect(second.body.items.every(({ kind }: { kind: string }) => kind !== 'retailer')).toBe(true);
  });

  test.each(['%22unclosed', '-', 'a%3Ab%26!()', '%5C'])('takes whatever is written: %s', async q => {
    expect((await get(`/v1/search?q=${q}`)).status).toBe(200);
  });

  test('without words, or with a cursor of another list, is refused', async () => {
    expect((await get('/v1/search')).body).toMatchObject({ parameter: 'q' });
    expect((await get('/v1/search?q=a&cursor=x')).body).toMatchObject({ parameter: 'cursor' });
  });
});

describe('statistics', () => {
  test('count what the filters let through', async () => {
    const { body } = await get('/v1/stats?by=month,attackType');
    expect(body).toMatchObject({
      incidents: 2,
      counts: [
        {
          by: 'month',
          values: [
            { value: '2031-02', incidents: 1 },
            { value: '2031-03', incidents: 1 },
          ],
        },
        { by: 'attackType' },
      ],
    });
    expect((await get('/v1/stats?retailer=lanternby')).body.incidents).toBe(1);
    expect((await get('/v1/stats?by=colour')).body).toMatchObject({ parameter: 'by' });
  });
});

describe('changes', () => {
  test('since the beginning are all incidents, and since the cursor none', async () => {
    const first = await get('/v1/changes');
    expect(first.body.items.map(({ incident }: { incident: string }) => incident)).toEqual(
      expect.arrayContaining([ID, OTHER]),
    );
    const { body } = await get(`/v1/changes?since=${first.body.cursor}`);
    expect(body).toMatchObject({ items: [], more: false });
  });

  test('since a broken cursor, or with a range at once, are refused by name', async () => {
    expect((await get('/v1/changes?since=x')).body).toMatchObject({ status: 400, parameter: 'since' });
    expect((await get('/v1/changes?since=x&from=2031-01-01')).body).toMatchObject({ status: 400, parameter: 'since' });
  });
});

describe('vocabularies', () => {
  test('have every word with what it is called elsewhere', async () => {
    const { body } = await get('/v1/vocabularies/dataType');
    expect(body.words).toContainEqual({
      word: 'passwords',
      hibp: 'Passwords',
      veris: 'attribute.confidentiality.data.variety.Credentials',
      stix: 'data-taken:passwords',
    });
    const all = await get('/v1/vocabularies');
    expect(all.body.items.map(({ name }: { name: string }) => name)).toContain('shop');
    expect((await get('/v1/vocabularies/shop')).body.words).toContainEqual({ word: 'supermarket' });
    expect((await get('/v1/vocabularies/colour')).status).toBe(404);
  });
});

describe('a text', () => {
  const analyze = async (body: object) => expectContract(await request(app()).post('/v1/analyze').send(body));
  const article = {
    title: 'Marks & Spencer hit by cyber attack',
    text: 'Marks & Spencer said on Tuesday that customer names were taken in the attack. No passwords were taken, it said.',
    publishedAt: '2031-03-04',
  };

  test('is analysed and not kept', async () => {
    const before = await database.store.status();
    const { status, body, headers } = await analyze(article);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body.incidents[0]).toMatchObject({ victim: 'marks-and-spencer' });
    for (const { start, end, quote } of body.claims) expect(documentText(article).slice(start, end)).toBe(quote);
    expect(body.claims).toContainEqual(
      expect.objectContaining({ value: { type: 'passwords', subject: 'customer', polarity: 'not-taken' } }),
    );
    expect(await database.store.status()).toEqual(before);
  });

  test.each([
    [{}, 'text'],
    [{ text: ' ' }, 'text'],
    [{ text: 7 }, 'text'],
    [{ text: 'x'.repeat(50_001) }, 'text'],
    [{ text: 'x', colour: 'red' }, 'colour'],
    [{ text: 'x', publishedAt: 'yesterday' }, 'publishedAt'],
  ])('%j is refused', async (body, parameter) => {
    expect((await analyze(body)).body).toMatchObject({ status: 400, parameter });
  });
});

describe('the words around a quote', () => {
  const around = (text: string, quote: string) => {
    const start = text.indexOf(quote);
    return surroundings(text, start, start + quote.length);
  };

  test('are its sentence and its neighbours, within the paragraph', () => {
    const text = 'Head\nOne came first. It said that names were taken by them. Two came last. Three.\n\nElsewhere.';
    expect(around(text, 'names were taken')).toEqual({
      before: 'One came first. It said that',
      after: 'by them. Two came last.',
    });
  });

  test('are only the sentence itself where more would be too long, and nothing where that is', () => {
    const long = `X${'x'.repeat(300)}`;
    expect(around(`${long}. It said no. ${long}.`, 'said')).toEqual({ before: 'It', after: 'no.' });
    expect(around(`${long} said ${long}.`, 'said')).toEqual({});
  });
});
