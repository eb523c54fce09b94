import { type IncomingMessage, get as request } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { ARTICLES, type TestDesk, testDesk } from '../support/desk.ts';

interface Told {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly incident: { readonly id: string }; readonly events: readonly { causes: string[] }[] };
}

/** A reader on the line, as a browser's EventSource would be. */
interface Line {
  readonly response: IncomingMessage;
  /** The next event. */
  next(): Promise<Told>;
  readonly ended: Promise<void>;
  hangUp(): void;
}

const eventOf = (block: string): Told | undefined => {
  const fields = new Map(
    block
      .split('\n')
      .filter(line => !line.startsWith(':'))
      .map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const),
  );
  const data = fields.get('data');
  return data === undefined
    ? undefined
    : { id: fields.get('id') ?? '', event: fields.get('event') ?? '', data: JSON.parse(data) };
};

const open = (url: string, headers: Record<string, string> = {}): Promise<Line> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { headers }, response => {
      const events: Told[] = [];
      const waiting: ((event: Told) => void)[] = [];
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
          const event = eventOf(text.slice(0, end));
          text = text.slice(end + 2);
          if (event === undefined) continue;
          const reader = waiting.shift();
          if (reader) reader(event);
          else events.push(event);
        }
      });
      const ended = new Promise<void>(done => response.on('close', done));
      resolve({
        response,
        ended,
        next: () =>
          new Promise(give => {
            const event = events.shift();
            if (event) give(event);
            else waiting.push(give);
          }),
        hangUp: () => asked.destroy(),
      });
    });
    asked.on('error', error => reject(error));
  });

const desks: TestDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

const started = async (url?: string): Promise<TestDesk> => {
  const desk = await testDesk(
    { RECEIPTS_RATE_LIMIT: '0', RECEIPTS_KEY_RATE_LIMIT: '0' },
    url === undefined ? {} : { url },
  );
  desks.push(desk);
  return desk;
};

const submitting = async (desk: TestDesk) => {
  const token = await desk.key('admin');
  return (path: string, body: object) =>
    desk.http
      .post(path)
      .set({ Authorization: `Bearer ${token}` })
      .send(body)
      .expect(201);
};

describe('the stream of changes', () => {
  test('tells what happens while one is on the line', async () => {
    const desk = await started();
    const post = await submitting(desk);
    const line = await open(`${desk.origin}/v1/changes/stream`);
    expect(line.response.headers['content-type']).toBe('text/event-stream');
    expect(line.response.headers['cache-control']).toBe('no-store');
    await post('/v1/articles', ARTICLES.first);
    const first = await line.next();
    expect(first).toMatchObject({ event: 'incident.appeared', data: { incident: { id: 'harrods-2025-09' } } });
    await post('/v1/articles', ARTICLES.second);
    expect(await line.next()).toMatchObject({
      event: 'incident.changed',
      data: { incident: { id: 'harrods-2025-09' } },
    });
    line.hangUp();
  });

  test('goes on after the last event that came, on another server too, and leaves nothing out', async () => {
    const desk = await started();
    const post = await submitting(desk);
    const line = await open(`${desk.origin}/v1/changes/stream`);
    await post('/v1/articles', ARTICLES.first);
    const { id } = await line.next();
    line.hangUp();
    await post('/v1/articles', ARTICLES.second);
    await post('/v1/articles', ARTICLES.other);
    const other = await started(desk.url);
    const again = await open(`${other.origin}/v1/changes/stream`, { 'Last-Event-ID': id });
    const told = [await again.next(), await again.next()];
    expect(told.map(({ event, data }) => [event, data.incident.id])).toEqual([
      ['incident.changed', 'harrods-2025-09'],
      ['incident.appeared', expect.stringMatching(/^co-op/)],
    ]);
    again.hangUp();
    const third = await open(`${other.origin}/v1/changes/stream?lastEventId=${told[0]?.id}`);
    expect((await third.next()).id).toBe(told[1]?.id);
    third.hangUp();
  });

  test('of a filter tells of what fits, and when it goes', async () => {
    const desk = await started();
    const post = await submitting(desk);
    const line = await open(`${desk.origin}/v1/changes/stream?retailer=harrods&dataType=names`);
    await post('/v1/articles', ARTICLES.other);
    const { body } = await post('/v1/articles', ARTICLES.first);
    expect((await line.next()).data.incident.id).toBe('harrods-2025-09');
    const article = body.articleId;
    await post('/v1/corrections', { kind: 'takedown', article, note: 'Taken down.', why: 'A court asked.' });
    const gone = await line.next();
    expect(gone).toMatchObject({ event: 'incident.gone', data: { incident: { id: 'harrods-2025-09' }, events: [] } });
    line.hangUp();
  });

  test('says nothing any more of what was taken down', async () => {
    const desk = await started();
    const post = await submitting(desk);
    const { body } = await post('/v1/articles', ARTICLES.first);
    const article = body.articleId;
    await post('/v1/corrections', { kind: 'takedown', article, note: 'Taken down.', why: 'A court asked.' });
    const start = Buffer.from('news:0').toString('base64url');
    const line = await open(`${desk.origin}/v1/changes/stream`, { 'Last-Event-ID': start });
    expect(JSON.stringify([await line.next(), await line.next()])).not.toContain('passwords');
    line.hangUp();
  });

  test('names the cause of a change', async () => {
    const desk = await started();
    const post = await submitting(desk);
    await post('/v1/articles', ARTICLES.first);
    const line = await open(`${desk.origin}/v1/changes/stream`);
    const claims = (await desk.http.get('/v1/incidents/harrods-2025-09/claims?kind=data')).body.items;
    // Decided after the document was written.
    desk.pass(5);
    await post('/v1/corrections', { kind: 'dismiss', claim: claims[0].id, why: 'Misread.' });
    const { event, data } = await line.next();
    expect(event).toBe('incident.changed');
    expect(data.events.length).toBeGreaterThan(0);
    for (const { causes } of data.events) expect(causes).toEqual(['decided']);
    line.hangUp();
  });

  test('refuses an id that is none of its own', async () => {
    const desk = await started();
    const answer = await desk.http.get('/v1/changes/stream').set('Last-Event-ID', 'nonsense');
    expect(answer).toMatchObject({ status: 400, body: { parameter: 'lastEventId' } });
  });

  test('lets its readers go when the server stops', async () => {
    const desk = await started();
    const line = await open(`${desk.origin}/v1/changes/stream`);
    await desk.close();
    await line.ended;
    desks.length = 0;
  });
});

test('changes of many retailers at once are numbered in the order in which they can be read', async () => {
  const desk = await started();
  const { push } = desk.desk;
  const { store } = desk.program;
  const victims = Array.from({ length: 40 }, (_, index) => `shop-${index}`);
  const { articleSave } = await import('../db/samples.ts');
  for (const victim of victims)
    await store.saveArticle(articleSave({ canonicalUrl: `https://till.example/${victim}`, victim }));
  const { linkOne } = await import('#pipeline');
  const seen: number[] = [];
  let finished = false;
  const reading = (async () => {
    for (let last = 0; !finished || last < (await push.lastNews()); ) {
      const news = await push.newsAfter(last, 7);
      seen.push(...news.map(({ seq }) => seq));
      last = news.at(-1)?.seq ?? last;
    }
  })();
  await Promise.all(victims.map(victim => linkOne(desk.program.stages, victim)));
  finished = true;
  await reading;
  const all = (await push.newsAfter(0, 1000)).map(({ seq }) => seq);
  expect(all).toEqual(all.map((_, index) => index + 1));
  expect(all.length).toBeGreaterThanOrEqual(victims.length);
  expect(seen).toEqual(all);
});
