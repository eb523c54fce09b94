import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ARTICLES, type TestDesk, testDesk } from '../support/desk.ts';

/** A real mail server, as small as it gets (RFC 5321): takes every letter, or none. */
const startMailServer = async () => {
  const letters: string[] = [];
  let takes = true;
  const server = createServer(socket => {
    let text = '';
    let inLetter = false;
    socket.setEncoding('utf8').on('error', () => {});
    socket.write('220 mail.example ESMTP\r\n');
    socket.on('data', (chunk: string) => {
      text += chunk;
      for (;;) {
        const mark = inLetter ? '\r\n.\r\n' : '\r\n';
        const end = text.indexOf(mark);
        if (end === -1) return;
        const part = text.slice(0, end);
        text = text.slice(end + mark.length);
        if (inLetter) {
          letters.push(part);
          inLetter = false;
          socket.write('250 taken\r\n');
        } else if (/^DATA/i.test(part)) {
          inLetter = takes;
          socket.write(takes ? '354 go on\r\n' : '451 not now\r\n');
        } else if (/^QUIT/i.test(part)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    refuse: (refuses: boolean) => {
      takes = !refuses;
    },
    close: () => new Promise(resolve => server.close(resolve)),
  };
};

/** Header lines joined, quoted-printable undone. */
const readable = (letter: string): string =>
  letter
    .replace(/=\r\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, run => Buffer.from(run.replaceAll('=', ''), 'hex').toString())
    .replace(/\r\n[ \t]+/g, ' ');

let mail: Awaited<ReturnType<typeof startMailServer>>;
let desk: TestDesk;
let auth: Record<string, string>;

beforeAll(async () => {
  mail = await startMailServer();
  desk = await testDesk({
    RECEIPTS_SMTP_URL: mail.url,
    RECEIPTS_PUBLIC_URL: 'https://receipts.example',
    RECEIPTS_RATE_LIMIT: '0',
    RECEIPTS_KEY_RATE_LIMIT: '0',
  });
  auth = { Authorization: `Bearer ${await desk.key('write')}` };
});
afterAll(async () => {
  await desk?.close();
  await mail?.close();
});

const post = (path: string, body: object) => desk.http.post(path).set(auth).send(body).expect(201);
const lastLetter = (): string => readable(mail.letters.at(-1) ?? '');
const linkIn = (letter: string, kind: string): string =>
  new RegExp(`https://receipts\\.example(/mail/${kind}/[\\w-]+)`).exec(letter)?.[1] ?? 'none';
/** What the queue would take up now. */
const tellDue = async (): Promise<void> => {
  for (const id of await desk.desk.push.due(desk.now().toISOString(), 100))
    await desk.messenger.tell(id).catch(() => {});
};

const subscribe = async (cadence: string, filter: Record<string, string> = {}) => {
  const { body } = await post('/v1/emails', { address: 'ada@desk.example', cadence, filter });
  const confirm = linkIn(lastLetter(), 'confirm');
  return { id: body.id as string, confirm };
};

describe('an e-mail subscription', () => {
  test('is asked about first; looking at the link does nothing, the button does', async () => {
    const { id, confirm } = await subscribe('day', { retailer: 'harrods' });
    expect(lastLetter()).toContain('retailer=harrods');
    const state = async () => (await desk.http.get(`/v1/emails/${id}`).set(auth)).body.state;
    const page = await desk.http.get(confirm).expect(200);
    expect(page.text).toContain(`<form method="post" action="${confirm}">`);
    expect(await state()).toBe('pending');
    await desk.http.post(confirm).type('form').send({}).expect(200);
    expect(await state()).toBe('active');
    await desk.http.delete(`/v1/emails/${id}`).set(auth).expect(204);
    expect((await desk.http.get(confirm)).status).toBe(404);
  });

  test('that nobody confirmed gets nothing', async () => {
    await subscribe('alert');
    const before = mail.letters.length;
    await post('/v1/articles', ARTICLES.other);
    desk.pass(86_400 * 8);
    await tellDue();
    expect(mail.letters).toHaveLength(before);
  });

  test('gets one letter about all that is new, with the words and where they stand, and one click ends it', async () => {
    const { id, confirm } = await subscribe('day', { retailer: 'harrods' });
    await desk.http.post(confirm).expect(200);
    const before = mail.letters.length;
    await post('/v1/articles', ARTICLES.first);
    await post('/v1/articles', ARTICLES.second);
    await tellDue();
    expect(mail.letters).toHaveLength(before);
    desk.pass(86_401);
    await tellDue();
    expect(mail.letters).toHaveLength(before + 1);
    const letter = lastLetter();
    expect(letter).toMatch(/Subject: .*Harrods/);
    expect(letter).toMatch(/No passwords or payment card details were taken/);
    expect(letter).toContain('outlet.example');
    expect(letter).toContain('https://receipts.example/incidents/harrods-2025-09');
    expect(letter).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const unsubscribe = linkIn(/List-Unsubscribe: <(.*?)>/.exec(letter)?.[1] ?? '', 'unsubscribe');
    desk.pass(86_401);
    await tellDue();
    expect(mail.letters).toHaveLength(before + 1);
    await desk.http.get(unsubscribe).expect(200);
    await desk.http.get(`/v1/emails/${id}`).set(auth).expect(200);
    await desk.http.post(unsubscribe).type('form').send('List-Unsubscribe=One-Click').expect(200);
    await desk.http.get(`/v1/emails/${id}`).set(auth).expect(404);
  });

  test('loses nothing when the mail server does not take a letter', async () => {
    const { id, confirm } = await subscribe('alert', { retailer: 'co-op' });
    await desk.http.post(confirm).expect(200);
    const before = mail.letters.length;
    mail.refuse(true);
    await post('/v1/articles', { ...ARTICLES.other, url: 'https://another.example/coop' });
    desk.pass(301);
    await tellDue();
    expect(mail.letters).toHaveLength(before);
    mail.refuse(false);
    desk.pass(601);
    await tellDue();
    expect(mail.letters).toHaveLength(before + 1);
    await desk.http.delete(`/v1/emails/${id}`).set(auth).expect(204);
  });

  test('cannot be had by guessing', async () => {
    for (const path of ['/mail/confirm/none', `/mail/unsubscribe/${'A'.repeat(32)}`, '/mail/confirm/%00'])
      expect((await desk.http.post(path)).status).toBe(404);
  });
});
