import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { ARTICLES, type TestDesk, testDesk } from '../support/desk.ts';
import { serve, type TestServer } from '../support/http-server.ts';

interface Message {
  readonly headers: Record<string, string>;
  readonly body: string;
}

interface Receiver extends TestServer {
  readonly messages: Message[];
  /** How it answers from now on. */
  answer: (response: ServerResponse, message: Message) => void;
}

const ok = (response: ServerResponse): void => void response.writeHead(204).end();
const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(code, headers).end('nothing to be read');

/** A real receiver. */
const receive = async (): Promise<Receiver> => {
  const messages: Message[] = [];
  let answer: Receiver['answer'] = ok;
  const server = await serve((request: IncomingMessage, response: ServerResponse) => {
    void text(request).then(body => {
      const message = { headers: request.headers as Record<string, string>, body };
      messages.push(message);
      answer(response, message);
    });
  });
  onTestFinished(() => server.close());
  return {
    ...server,
    messages,
    get answer() {
      return answer;
    },
    set answer(next) {
      answer = next;
    },
  };
};

let desks: TestDesk[] = [];
afterEach(async () => {
  for (const desk of desks) await desk.close();
  desks = [];
});

const open = async (origin: string, url?: string): Promise<TestDesk> => {
  const desk = await testDesk(
    { RECEIPTS_WEBHOOK_ORIGINS: origin, RECEIPTS_RATE_LIMIT: '0', RECEIPTS_KEY_RATE_LIMIT: '0' },
    url === undefined ? {} : { url },
  );
  desks.push(desk);
  return desk;
};

/** A desk, a receiver and a webhook between them. */
const connected = async (filter: Record<string, string> = {}) => {
  const receiver = await receive();
  const desk = await open(receiver.origin);
  const auth = { Authorization: `Bearer ${await desk.key('write')}` };
  const made = await desk.http
    .post('/v1/webhooks')
    .set(auth)
    .send({ url: `${receiver.origin}/hook`, filter });
  const { id, secret } = made.body as { id: string; secret: string };
  const submit = (article: object) => desk.http.post('/v1/articles').set(auth).send(article).expect(201);
  const log = async () =>
    (await desk.http.get(`/v1/webhooks/${id}/deliveries`).set(auth)).body.items as {
      state: string;
      nextAt?: string;
      attempts: { status?: number; error?: string }[];
    }[];
  const shown = async () => (await desk.http.get(`/v1/webhooks/${id}`).set(auth)).body;
  /** One round, as the queue starts it while something is due. */
  const tell = () => desk.messenger.tell(id);
  return { desk, receiver, auth, id, secret, submit, log, shown, tell };
};

const parsed = ({ body }: Message) => JSON.parse(body);

describe('a webhook', () => {
  test('gets what is new, signed so that the library of Standard Webhooks accepts it', async () => {
    const { receiver, submit, tell, secret, log } = await connected();
    await submit(ARTICLES.first);
    await tell();
    expect(receiver.messages).toHaveLength(1);
    const [message] = receiver.messages as [Message];
    const verified = new Webhook(secret).verify(message.body, message.headers) as { type: string };
    expect(verified.type).toBe('incident.appeared');
    expect(() => new Webhook(secret).verify(`${message.body} `, message.headers)).toThrow();
    const { data } = parsed(message);
    expect(data.incident).toMatchObject({ id: 'harrods-2025-09', title: expect.stringContaining('Harrods') });
    const passwords = data.events.find((event: { summary: string }) => /passwords/i.test(event.summary));
    expect(passwords).toMatchObject({
      change: 'appeared',
      causes: ['published'],
      source: { publisher: 'outlet.example' },
    });
    expect(ARTICLES.first.text).toContain(passwords.source.quote);
    expect(await log()).toMatchObject([{ state: 'delivered', attempts: [{ status: 204 }] }]);
  });

  test('hears of changes with their cause, once each, in their order', async () => {
    const { receiver, submit, tell } = await connected();
    await submit(ARTICLES.first);
    await submit(ARTICLES.second);
    await tell();
    await tell();
    expect(receiver.messages.map(message => parsed(message).type)).toEqual(['incident.appeared', 'incident.changed']);
    expect(new Set(receiver.messages.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
    const { events } = parsed(receiver.messages[1] as Message).data;
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) expect(event.causes).toEqual(['published']);
  });

  test('for a filter hears of what fits it, and when that ends', async () => {
    const { desk, receiver, submit, tell, auth } = await connected({ retailer: 'harrods', dataType: 'names' });
    await submit(ARTICLES.other);
    await tell();
    expect(receiver.messages).toEqual([]);
    const { body } = await submit(ARTICLES.first);
    await tell();
    expect(receiver.messages).toHaveLength(1);
    const admin = { Authorization: `Bearer ${await desk.key('admin')}` };
    const takedown = { kind: 'takedown', article: body.articleId, note: 'Taken down.', why: 'A court asked.' };
    await desk.http.post('/v1/corrections').set(admin).send(takedown).expect(201);
    await tell();
    expect(receiver.messages.map(message => parsed(message).type)).toEqual(['incident.appeared', 'incident.gone']);
    expect(auth).toBeDefined();
  });

  test('is told nothing that was taken down before the message went out', async () => {
    const { desk, receiver, submit, tell } = await connected();
    receiver.answer = status(500);
    const { body } = await submit(ARTICLES.first);
    await tell();
    const admin = { Authorization: `Bearer ${await desk.key('admin')}` };
    const takedown = { kind: 'takedown', article: body.articleId, note: 'Taken down.', why: 'A court asked.' };
    await desk.http.post('/v1/corrections').set(admin).send(takedown).expect(201);
    receiver.answer = ok;
    desk.pass(10);
    await tell();
    const [first, again] = receiver.messages as [Message, Message];
    expect(again.headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(first.body).toContain('passwords');
    expect(again.body).not.toContain('passwords');
    expect(parsed(again).data.incident).not.toHaveProperty('title');
  });
});

describe('a receiver', () => {
  test('that fails is tried again, later each time, with the same id and a new signature', async () => {
    const { desk, receiver, submit, tell, log, secret, shown } = await connected();
    receiver.answer = status(503);
    await submit(ARTICLES.first);
    await tell();
    await tell();
    expect(receiver.messages).toHaveLength(1);
    expect(await log()).toMatchObject([{ state: 'pending', attempts: [{ status: 503 }] }]);
    expect((await shown()).failingSince).toBeDefined();
    for (const seconds of [6, 300, 1_800]) {
      desk.pass(seconds + 1);
      await tell();
    }
    expect(receiver.messages).toHaveLength(4);
    receiver.answer = ok;
    desk.pass(7_201);
    await tell();
    expect(await log()).toMatchObject([{ state: 'delivered' }]);
    expect((await log())[0]?.attempts.map(attempt => attempt.status)).toEqual([503, 503, 503, 503, 204]);
    expect(await shown()).not.toHaveProperty('failingSince');
    expect(new Set(receiver.messages.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const last = receiver.messages.at(-1) as Message;
    const sent = Number(last.headers['webhook-timestamp']) * 1000;
    expect(Math.abs(sent - desk.now().getTime())).toBeLessThan(60_000);
    // The library refuses times that are not now, so the signature is checked by making it.
    const signed = new Webhook(secret).sign(last.headers['webhook-id'] as string, new Date(sent), last.body);
    expect(last.headers['webhook-signature']).toBe(signed);
  });

  test('that fails for three days is disabled, and goes on where it stopped when it is switched on', async () => {
    const { desk, receiver, submit, tell, log, shown, id, auth } = await connected();
    receiver.answer = status(500);
    await submit(ARTICLES.first);
    let rounds = 0;
    while ((await shown()).state === 'active' && rounds++ < 20) {
      await tell();
      desk.pass(86_401);
    }
    expect(receiver.messages).toHaveLength(10);
    expect(await shown()).toMatchObject({
      state: 'disabled',
      reason: expect.stringContaining('Every delivery failed'),
    });
    expect(await log()).toMatchObject([{ state: 'failed' }]);
    await submit(ARTICLES.second);
    await tell();
    expect(receiver.messages).toHaveLength(10);
    receiver.answer = ok;
    await desk.http.patch(`/v1/webhooks/${id}`).set(auth).send({ active: true }).expect(200);
    await tell();
    expect(parsed(receiver.messages[10] as Message).type).toBe('incident.changed');
    expect(await shown()).toMatchObject({ state: 'active' });
    expect(await shown()).not.toHaveProperty('reason');
  });

  test('that answers 410 is never called again', async () => {
    const { desk, receiver, submit, tell, shown, log } = await connected();
    receiver.answer = status(410);
    await submit(ARTICLES.first);
    await tell();
    expect(await shown()).toMatchObject({ state: 'disabled', reason: expect.stringContaining('410') });
    expect(await log()).toMatchObject([{ state: 'failed', attempts: [{ status: 410 }] }]);
    await submit(ARTICLES.second);
    desk.pass(86_400);
    await tell();
    expect(receiver.messages).toHaveLength(1);
  });

  test('that asks for patience gets it', async () => {
    const { desk, receiver, submit, tell } = await connected();
    receiver.answer = status(429, { 'Retry-After': '3600' });
    await submit(ARTICLES.first);
    await tell();
    desk.pass(3_000);
    await tell();
    expect(receiver.messages).toHaveLength(1);
    desk.pass(601);
    receiver.answer = ok;
    await tell();
    expect(receiver.messages).toHaveLength(2);
  });

  test('that leads elsewhere is not followed', async () => {
    const { receiver, submit, tell, log } = await connected();
    receiver.answer = status(307, { Location: `${receiver.origin}/elsewhere` });
    await submit(ARTICLES.first);
    await tell();
    expect(receiver.messages).toHaveLength(1);
    expect(await log()).toMatchObject([{ state: 'pending', attempts: [{ status: 307 }] }]);
  });

  test('that is down, and comes back at the same address, misses nothing', async () => {
    const { desk, receiver, submit, tell, log } = await connected();
    await receiver.close();
    await submit(ARTICLES.first);
    await tell();
    expect((await log())[0]?.attempts[0]?.error).toContain('refuses the connection');
    const port = Number(new URL(receiver.origin).port);
    const messages: string[] = [];
    const { createServer } = await import('node:http');
    const back = createServer((request, response) => {
      messages.push(String(request.headers['webhook-id']));
      request.resume();
      ok(response);
    });
    await new Promise<void>(resolve => back.listen(port, '127.0.0.1', resolve));
    onTestFinished(() => void back.close());
    desk.pass(10);
    await tell();
    expect(messages).toHaveLength(1);
    expect(await log()).toMatchObject([{ state: 'delivered' }]);
  });

  test('on a network that is not public, and not allowed, is never reached', async () => {
    const receiver = await receive();
    const desk = await open('http://127.0.0.1:1');
    const auth = { Authorization: `Bearer ${await desk.key('write')}` };
    await desk.http.post('/v1/webhooks').set(auth).send({ url: receiver.origin }).expect(400);
    const url = receiver.origin.replace('http:', 'https:');
    const { body } = await desk.http.post('/v1/webhooks').set(auth).send({ url }).expect(201);
    await desk.http.post(`/v1/webhooks/${body.id}/test`).set(auth).expect(202);
    await desk.messenger.tell(body.id);
    const log = await desk.http.get(`/v1/webhooks/${body.id}/deliveries`).set(auth);
    expect(log.body.items[0].attempts[0].error).toContain('not an address of the public Internet');
    expect(receiver.messages).toEqual([]);
  });
});

describe('the queue', () => {
  test('tells subscribers on whichever server runs, and a message that was half sent when one died goes out again', async () => {
    const { startWork } = await import('../../src/work.ts');
    const receiver = await receive();
    const desk = await open(receiver.origin);
    const auth = { Authorization: `Bearer ${await desk.key('write')}` };
    const { body } = await desk.http.post('/v1/webhooks').set(auth).send({ url: receiver.origin }).expect(201);
    const taken = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    // Takes the first message and never answers: the sender breaks off.
    receiver.answer = () => taken.resolve();
    await desk.http.post('/v1/articles').set(auth).send(ARTICLES.first).expect(201);
    const dying = desk.messenger.tell(body.id).catch(() => {});
    await taken.promise;
    const other = await open(receiver.origin, desk.url);
    receiver.answer = response => {
      ok(response);
      arrived.resolve();
    };
    const work = await startWork(other.program, other.messenger, () => {}, { polls: false });
    await arrived.promise;
    await work.stop();
    expect(receiver.messages.length).toBeGreaterThanOrEqual(2);
    expect(new Set(receiver.messages.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    receiver.answer = ok;
    await receiver.close();
    await dying;
  });

  test('does not let a receiver that hangs hold up the others', async () => {
    const { startWork } = await import('../../src/work.ts');
    const [hanging, prompt] = [await receive(), await receive()];
    const desk = await open(`${hanging.origin},${prompt.origin}`);
    const auth = { Authorization: `Bearer ${await desk.key('write')}` };
    for (const { origin } of [hanging, prompt])
      await desk.http.post('/v1/webhooks').set(auth).send({ url: origin }).expect(201);
    hanging.answer = () => {};
    const arrived = Promise.withResolvers<void>();
    prompt.answer = response => {
      ok(response);
      arrived.resolve();
    };
    await desk.http.post('/v1/articles').set(auth).send(ARTICLES.first).expect(201);
    const work = await startWork(desk.program, desk.messenger, () => {}, { polls: false });
    await arrived.promise;
    await hanging.close();
    await work.stop();
    expect(prompt.messages).toHaveLength(1);
  });
});
