import { describe, expect, test, vi } from 'vitest';
import { createParsers } from '#ingest';
import { parseFeed } from '../../ingest/feed.ts';

// What is hostile or waits for a deadline may take its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const url = 'https://news.example/feed';
const read = (feed: string) => parseFeed(new TextEncoder().encode(feed), { url, now: '2025-05-01T12:00:00Z' });
const rss = (items: string) => `<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`;
const item = (title: string, rest = '') =>
  `<item><title>${title}</title><link>https://n.example/${title.length}</link>${rest}</item>`;

describe('a damaged feed is read as far as it goes', () => {
  test('one bad date in Atom costs the date, not the feed', async () => {
    const feed = await read(`<feed xmlns="http://www.w3.org/2005/Atom">
      <entry><id>1</id><title>a</title><updated>not a date</updated></entry>
      <entry><id>2</id><title>b</title><updated>2025-04-22T10:00:00Z</updated></entry></feed>`);
    expect(feed.items.map(entry => entry.updatedAt)).toEqual([undefined, '2025-04-22T10:00:00.000Z']);
  });

  test.each([
    ['a stray ampersand', rss(item('Marks & Spencer')), 'Marks & Spencer'],
    ['an entity of HTML', rss(item('Till&nbsp;closed')), 'Till closed'],
    ['junk before it', `Warning: mysql_connect() in /x\n${rss(item('Late'))}`, 'Late'],
    ['a blank line before the prolog', `\ufeff\n<?xml version="1.0"?>${rss(item('Blank'))}`, 'Blank'],
    ['markup in the title', rss(item('A <b>bold</b> claim')), 'A bold claim'],
    ['an unclosed element', rss('<item><title>Open</title><br><link>https://n.example/1</link></item>'), 'Open'],
    ['a feed within a page', `<html><body>${rss(item('Wrapped'))}</body></html>`, 'Wrapped'],
  ])('%s', async (_, xml, title) => {
    const feed = await read(xml);
    expect(feed.items.map(entry => entry.title)).toEqual([title]);
  });

  test('a cut feed keeps what was whole and drops the field that was cut', async () => {
    const feed = await read(
      `<rss version="2.0"><channel>${item('Whole')}<item><title>Second one</title><link>https://n.example/second-wh`,
    );
    expect(feed.items.map(entry => entry.title)).toEqual(['Whole', 'Second one']);
    expect(feed.items[1]?.url).not.toContain('second-wh');
    expect(feed.warnings).toContainEqual(expect.stringMatching(/ends in the middle of <link>/));
    expect(feed.isCut).toBe(true);
    expect((await read(rss(item('Whole')))).isCut).toBeUndefined();
  });

  test('elements where text belongs never come out as objects', async () => {
    const feed = await read(
      rss('<item><title><b>x</b></title><guid isPermaLink="false"/><link><a/></link><author><x/></author></item>'),
    );
    for (const value of Object.values(feed.items[0] ?? {})) expect(typeof value).toBe('string');
    expect(feed.items[0]?.title).toBe('x');
  });
});

describe('a hostile feed', () => {
  test('of 100,000 escaped brackets is read by the worker within its deadline', async () => {
    const parsers = createParsers({ workers: 1 });
    try {
      const body = new TextEncoder().encode(
        rss(item('Brackets', `<description>${'&lt;'.repeat(100_000)}</description>`)),
      );
      const feed = await parsers.parseFeed(body, { url, now: '2025-05-01T12:00:00Z' });
      expect(feed.items[0]?.title).toBe('Brackets');
    } finally {
      await parsers.close();
    }
  });

  test('that multiplies entities gains nothing', async () => {
    const entities = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
    ).join('');
    const feed = await read(`<!DOCTYPE rss [<!ENTITY e0 "lol">${entities}]>${rss(item('&e9;'))}`);
    expect(feed.items[0]?.title.length).toBeLessThan(50);
  });

  test('that declares short texts gets them, a bounded number of times', async () => {
    const declared = `<!DOCTYPE rss [<!ENTITY shop "Harrods"><!ENTITY twice "&shop;&shop;">]>`;
    const feed = await read(`${declared}${rss(item('&shop; &twice;', `<guid>${'&shop;'.repeat(300)}</guid>`))}`);
    expect(feed.items[0]?.title).toBe('Harrods &twice;');
    expect(feed.items[0]?.key.length).toBeLessThan(3_000);
  });

  test('that names a file of this machine does not get it', async () => {
    const feed = await read(`<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(item('see &x;'))}`);
    expect(JSON.stringify(feed)).not.toContain('root:');
    expect(feed.items).toHaveLength(1);
  });

  test('that names members of objects changes none', async () => {
    const feed = await read(
      rss(`${item('Plain', '<__proto__><polluted>yes</polluted></__proto__><constructor>x</constructor>')}`),
    );
    expect(feed.items).toHaveLength(1);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('of 100,000 nested elements is read up to where it nests too deeply, and says so', async () => {
    const feed = await read(
      rss(
        item('Before') +
          item('Deep', `<description>${'<a>'.repeat(100_000)}text${'</a>'.repeat(100_000)}</description>`),
      ),
    );
    expect(feed.items.map(entry => entry.title)).toEqual(['Before', 'Deep']);
    expect(feed.warnings).toContainEqual(expect.stringMatching(/nests more than 1000 elements/));
    expect(feed.isCut).toBe(true);
  });

  test.each([
    ['in an element', `<description>${'&lt;b&gt;'.repeat(60_000)}deep`],
    ['of ampersands', `<description>${'&'.repeat(4_100_000)}`],
    ['of empty elements', '<x/>'.repeat(300_000)],
    ['of attributes', `<guid ${Array.from({ length: 20_000 }, (_, index) => `a${index}="1"`).join(' ')}>1</guid>`],
  ])('that is large because %s keeps its title and stays small', async (_, rest) => {
    const feed = await read(rss(item('Large', rest)));
    expect(feed.items[0]?.title).toBe('Large');
    expect(feed.items[0]?.text.length ?? 0).toBeLessThanOrEqual(200_000);
  });

  test('of very many items is read up to 2,000, and says so', async () => {
    const items = Array.from(
      { length: 5_000 },
      (_, index) => `<item><guid>${index}</guid><title>t${index}</title></item>`,
    );
    const feed = await read(rss(items.join('')));
    expect(feed.items).toHaveLength(2_000);
    expect(feed.warnings).toContainEqual(expect.stringMatching(/5000 items; the first 2000/));
  });
});
