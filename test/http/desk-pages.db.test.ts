import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TestDesk, testDesk } from '../support/desk.ts';
import { seed } from './seed.ts';

const INCIDENT = 'lanternby-2031-03';
const SAYING = {
  message: 'The figure is that of another shop: see its notice of 5 March.',
  contact: 'ada@shop.example',
};

describe('the desk in a browser', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await testDesk();
    await seed(desk.program.store);
  });
  afterAll(() => desk?.close());

  /** Opens the desk with a key; returns the cookie and the proof that forms need. */
  const open = async (token: string) => {
    const { status, headers } = await desk.http.post('/desk/sign-in').type('form').send({ key: token });
    expect(status).toBe(303);
    const [cookie = ''] = headers['set-cookie'] as unknown as string[];
    const { text } = await desk.http.get('/desk').set('Cookie', cookie.split(';')[0]!);
    return {
      cookie: cookie.split(';')[0]!,
      attributes: cookie,
      csrf: /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '',
      text,
    };
  };

  test('a reader asks for a correction; it lies on the desk until it is settled, and never in public', async () => {
    const asked = await desk.http.post(`/incidents/${INCIDENT}/correction-requests`).type('form').send(SAYING);
    expect(asked.status).toBe(201);
    expect(asked.text).toContain('Thank you');
    const { cookie, csrf, text } = await open(await desk.key('write'));
    expect(text).toContain(SAYING.message);
    expect(text).toContain(SAYING.contact);
    expect((await desk.http.get(`/incidents/${INCIDENT}`)).text).not.toContain(SAYING.message);
    const id = /req_[0-9a-f]{20}/.exec(text)?.[0];
    const settled = await desk.http
      .post(`/desk/requests/${id}/settle`)
      .set('Cookie', cookie)
      .type('form')
      .send({ csrf });
    expect(settled.status).toBe(303);
    expect((await desk.http.get('/desk').set('Cookie', cookie)).text).not.toContain(SAYING.message);
  });

  test('what a robot fills in is answered alike and kept nowhere; what is too short, or about nothing, is refused', async () => {
    const send = (path: string, fields: object) => desk.http.post(path).type('form').send(fields);
    const path = `/incidents/${INCIDENT}/correction-requests`;
    expect((await send(path, { message: 'Buy cheap watches here.', website: 'https://spam.example' })).status).toBe(
      201,
    );
    expect((await send(path, { message: 'wrong' })).status).toBe(400);
    expect((await send('/incidents/nobody-2031-03/correction-requests', SAYING)).status).toBe(404);
    expect((await desk.desk.requests.listOpen({ limit: 100 })).items.map(({ message }) => message)).not.toContain(
      'Buy cheap watches here.',
    );
  });

  test('who asks again and again is asked to wait', async () => {
    const ask = () => desk.http.post(`/incidents/${INCIDENT}/correction-requests`).type('form').send(SAYING);
    const answers = [];
    for (let time = 0; time < 4; time++) answers.push(await ask());
    const last = answers.at(-1)!;
    expect(last.status).toBe(429);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect(last.text).toContain('Wait a minute');
  });

  test('a decision is made in a form, stands publicly under the name of the key, and is taken back', async () => {
    const { cookie, csrf } = await open(await desk.key('write', { name: 'Ida Press' }));
    const decide = (fields: object) =>
      desk.http
        .post('/desk/decisions')
        .set('Cookie', cookie)
        .type('form')
        .send({ csrf, ...fields });
    const title = 'Lanternby, the spring attack';
    const made = await decide({
      kind: 'retitle',
      incident: INCIDENT,
      title,
      why: 'It has a name now.',
      back: `/desk/incidents/${INCIDENT}`,
    });
    expect([made.status, made.headers['location']]).toEqual([303, `/desk/incidents/${INCIDENT}`]);
    const page = await desk.http.get(`/incidents/${INCIDENT}`);
    expect(page.text).toContain(`<h1>${title}</h1>`);
    expect(page.text).toMatch(/Given another title[\s\S]*It has a name now\. — Ida Press/);
    const log = (await desk.http.get('/desk').set('Cookie', cookie)).text;
    const decision = /id="(dec_[0-9a-f]{20})">\s*<p>[^\n]*the spring attack/.exec(log)?.[1];
    expect((await decide({ kind: 'undo', decision, why: 'It has not.' })).status).toBe(303);
    expect((await desk.http.get(`/incidents/${INCIDENT}`)).text).not.toContain(`<h1>${title}</h1>`);
    const writes = await desk.desk.access.listWrites({ limit: 2 });
    expect(writes.items.map(({ who, action, status }) => [who, action, status])).toEqual([
      ['Ida Press', 'POST /desk/decisions', 201],
      ['Ida Press', 'POST /desk/decisions', 201],
    ]);
  });

  test('every claim of an incident stands on the desk with its words, and one that was misread is set aside', async () => {
    const { cookie, csrf } = await open(await desk.key('write'));
    const back = `/desk/incidents/${INCIDENT}`;
    const before = await desk.http.get(back).set('Cookie', cookie);
    const [claim] = /clm_[0-9a-f]{20}/.exec(before.text) ?? [];
    const fields = { csrf, kind: 'dismiss', claim, incident: INCIDENT, why: 'It says the reverse.', back };
    expect((await desk.http.post('/desk/decisions').set('Cookie', cookie).type('form').send(fields)).status).toBe(303);
    expect((await desk.http.get(back).set('Cookie', cookie)).text).not.toContain(`id="${claim}"`);
  });

  test('opens for no key that may only read, and none that is made up or revoked', async () => {
    const reader = await desk.key('read');
    for (const key of [reader, 'rcp_000000000000_x', `${reader.slice(0, -1)}0`]) {
      const { status, headers } = await desk.http.post('/desk/sign-in').type('form').send({ key });
      expect([status, headers['set-cookie']]).toEqual([401, undefined]);
    }
    const { cookie, csrf } = await open(await desk.key('write', { name: 'Gone Soon' }));
    const keys = await desk.desk.access.listKeys();
    await desk.desk.access.revokeKey(keys.find(({ name }) => name === 'Gone Soon')?.id ?? '', desk.now().toISOString());
    expect((await desk.http.get('/desk').set('Cookie', cookie)).text).toContain('API key');
    const { status } = await desk.http.post('/desk/sign-out').set('Cookie', cookie).type('form').send({ csrf });
    expect(status).toBe(401);
  });

  test('takes no form from another site or session, sends nobody away, and keeps its cookie to itself', async () => {
    const first = await open(await desk.key('write'));
    const second = await open(await desk.key('write'));
    expect(first.attributes).toMatch(/; Path=\/desk; HttpOnly; SameSite=Strict/);
    const send = (csrf: string, site: string) =>
      desk.http.post('/desk/decisions').set('Cookie', first.cookie).set('Sec-Fetch-Site', site).type('form').send({
        csrf,
        kind: 'retitle',
        incident: INCIDENT,
        title: 'x',
        why: 'y',
        back: 'https://elsewhere.example/',
      });
    expect((await send(second.csrf, 'same-origin')).status).toBe(403);
    expect((await send('', 'same-origin')).status).toBe(403);
    expect((await send(first.csrf, 'cross-site')).status).toBe(403);
    expect((await send(first.csrf, 'same-origin')).headers['location']).toBe('/desk');
  });

  test('a takedown, and the keys, are for admins', async () => {
    const { cookie, csrf, text } = await open(await desk.key('write'));
    expect(text).not.toContain('/desk/keys');
    const page = (await desk.http.get(`/desk/incidents/${INCIDENT}`).set('Cookie', cookie)).text;
    const [articles] = /art_[0-9a-f]{20}/.exec(page) ?? [];
    const send = (path: string, fields: object = {}) =>
      desk.http
        .post(path)
        .set('Cookie', cookie)
        .type('form')
        .send({ csrf, ...fields });
    const takedown = { kind: 'takedown', articles, note: 'Asked for.', why: 'Asked for.' };
    expect((await send('/desk/decisions', takedown)).status).toBe(403);
    const { id } = (await desk.desk.access.listKeys())[0]!;
    expect((await send(`/desk/keys/${id}/revoke`)).status).toBe(403);
    expect((await send('/desk/keys', { name: 'Self', scope: 'admin' })).status).toBe(403);
    expect((await desk.http.get('/desk/keys').set('Cookie', cookie)).status).toBe(403);
  });

  test('an admin gives a key, which is shown once and works, and revokes it', async () => {
    const { cookie, csrf } = await open(await desk.key('admin'));
    const send = (path: string, fields: object = {}) =>
      desk.http
        .post(path)
        .set('Cookie', cookie)
        .type('form')
        .send({ csrf, back: '/desk/keys', ...fields });
    expect((await send('/desk/keys', { name: 'Nobody', scope: 'owner' })).status).toBe(400);
    const given = await send('/desk/keys', { name: 'Bo Reader', scope: 'write' });
    expect([given.status, given.headers['cache-control']]).toEqual([201, 'no-store']);
    const token = /rcp_[0-9a-f]{12}_[\w-]{43}/.exec(given.text)?.[0] ?? '';
    const asked = () => desk.http.get('/v1/webhooks').set('Authorization', `Bearer ${token}`);
    expect((await asked()).status).toBe(200);
    const list = (await desk.http.get('/desk/keys').set('Cookie', cookie)).text;
    expect(list).toContain('Bo Reader');
    expect(list).not.toContain(token);
    const { id } = (await desk.desk.access.listKeys()).find(({ name }) => name === 'Bo Reader')!;
    expect((await send(`/desk/keys/${id}/revoke`)).headers['location']).toBe('/desk/keys');
    expect((await asked()).status).toBe(401);
  });

  test('a webhook is added for what fits a list, tested, switched off and on, and removed', async () => {
    const { cookie, csrf } = await open(await desk.key('write', { name: 'Hook Holder' }));
    const send = (path: string, fields: object) =>
      desk.http
        .post(path)
        .set('Cookie', cookie)
        .type('form')
        .send({ csrf, back: '/desk/webhooks', ...fields });
    const page = async (): Promise<string> => (await desk.http.get('/desk/webhooks').set('Cookie', cookie)).text;
    const url = 'https://receiver.example/hook';
    expect((await send('/desk/webhooks', { url, filter: 'lanternby' })).status).toBe(400);
    const added = await send('/desk/webhooks', { url, filter: `${desk.origin}/?retailer=lanternby` });
    const secret = /whsec_[\w+/=]+/.exec(added.text)?.[0];
    expect([added.status, secret !== undefined]).toEqual([201, true]);
    const before = await page();
    expect(before).toContain('retailer=lanternby');
    expect(before).not.toContain(secret);
    const id = /whk_[0-9a-f]{20}/.exec(before)?.[0];
    const change = (action: string) => send(`/desk/webhooks/${id}`, { action });
    expect((await change('test')).headers['location']).toBe('/desk/webhooks');
    expect(await page()).toContain('(test): waits');
    await change('off');
    expect(await page()).toContain('Switch on');
    await change('on');
    expect(await page()).toContain('Switch off');
    expect((await change('dance')).status).toBe(400);
    await change('remove');
    expect(await page()).not.toContain(url);
  });

  test('nobody touches the webhook of another', async () => {
    const owner = await open(await desk.key('write'));
    const other = await open(await desk.key('write'));
    const send = ({ cookie, csrf }: typeof owner, path: string, fields: object) =>
      desk.http
        .post(path)
        .set('Cookie', cookie)
        .type('form')
        .send({ csrf, ...fields });
    await send(owner, '/desk/webhooks', { url: 'https://mine.example/hook' });
    const id = /whk_[0-9a-f]{20}/.exec((await desk.http.get('/desk/webhooks').set('Cookie', owner.cookie)).text)?.[0];
    expect((await desk.http.get('/desk/webhooks').set('Cookie', other.cookie)).text).not.toContain('mine.example');
    expect((await send(other, `/desk/webhooks/${id}`, { action: 'remove' })).status).toBe(404);
  });

  test('the cookie does not hold the key, and none is believed that was made up or ended', async () => {
    const token = await desk.key('admin');
    const { cookie } = await open(token);
    expect(cookie).not.toContain(token.slice(-20));
    const isOpen = async (sent: string): Promise<boolean> =>
      !(await desk.http.get('/desk').set('Cookie', sent)).text.includes('Open the desk');
    expect(await isOpen(cookie)).toBe(true);
    const [, name, id, ends, signature] = /^(\w+)=(key_\w+)\.(\d+)\.(.+)$/.exec(cookie)!;
    expect(await isOpen(`${name}=${id}.${Number(ends) + 1}.${signature}`)).toBe(false);
    expect(await isOpen(`${name}=${id}.${ends}.${'A'.repeat(43)}`)).toBe(false);
    vi.useFakeTimers({ now: Date.now() + 13 * 3_600_000, toFake: ['Date'] });
    try {
      expect(await isOpen(cookie)).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  test('a source that was taken out is read again when that is taken back', async () => {
    const { cookie, csrf } = await open(await desk.key('write'));
    const send = (path: string, fields: object = {}) =>
      desk.http
        .post(path)
        .set('Cookie', cookie)
        .type('form')
        .send({ csrf, ...fields });
    expect((await send('/desk/sources', { feedUrl: 'https://quay-news.example/feed' })).status).toBe(303);
    const ids = async () => (await desk.program.store.listSources()).map(({ id }) => id);
    expect(await ids()).toContain('quay-news-example');
    await send('/desk/sources/quay-news-example/remove');
    expect(await ids()).not.toContain('quay-news-example');
    expect((await desk.http.get('/desk').set('Cookie', cookie)).text).toContain('Read it again');
    await send('/desk/sources/quay-news-example/restore');
    expect(await ids()).toContain('quay-news-example');
    expect((await send('/desk/sources/quay-news-example/restore')).status).toBe(404);
  });

  test('the review queue reaches every incident', async () => {
    const { cookie, text } = await open(await desk.key('write'));
    expect(text).toContain('id="review"');
    const queue = (await desk.http.get('/desk/review').set('Cookie', cookie)).text;
    expect(queue).toContain('To look at');
    expect((await desk.http.get('/desk/review?cursor=nonsense').set('Cookie', cookie)).status).toBe(400);
  });
});
