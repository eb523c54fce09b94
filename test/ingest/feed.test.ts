import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../ingest/feed.ts';
import { feedItems } from '../../ingest/feed-items.ts';
import { readStrict } from '../../ingest/feed-strict.ts';
import { readTolerant } from '../../ingest/feed-tolerant.ts';

const url = 'https://news.example/feeds/all.xml';
const now = '2025-05-01T12:00:00Z';
const read = (feed: string | Uint8Array, contentType?: string) =>
  parseFeed(typeof feed === 'string' ? new TextEncoder().encode(feed) : feed, { url, contentType, now });
const rss = (items: string, channel = '') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Shop News</title>${channel}${items}</channel></rss>`;

describe('formats', () => {
  test('RSS 2.0', async () => {
    const feed = await read(
      rss(`<item><guid isPermaLink="false">Tag-7</guid><title>Till &amp;amp; basket</title><link>/2025/till?utm_source=rss</link>
        <pubDate>Tue, 22 Apr 2025 10:00:00 BST</pubDate><author>desk@news.example (Ann Writer)</author>
        <description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two &amp;eacute;.&lt;/p&gt;</description></item>`),
    );
    expect(feed).toEqual({
      format: 'rss',
      title: 'Shop News',
      warnings: [],
      items: [
        {
          key: 'Tag-7',
          url: 'https://news.example/2025/till',
          title: 'Till & basket',
          text: 'One.\n\nTwo é.',
          publishedAt: '2025-04-22T09:00:00.000Z',
          author: 'Ann Writer',
        },
      ],
    });
  });

  test('Atom, with the alternate link among several, and XHTML content in its order', async () => {
    const feed = await read(`<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry>
      <id>urn:1</id><title type="html">A &lt;b&gt;bold&lt;/b&gt; claim</title>
      <link rel="self" href="https://news.example/self"/><link rel="enclosure" href="https://news.example/a.mp3"/>
      <link rel="alternate" type="text/html" href="https://news.example/a"/>
      <author><name>Ann</name><email>a@news.example</email></author>
      <published>2025-04-22T10:00:00+01:00</published><updated>2025-04-23T10:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>No <b>passwords</b> were taken.</p></div></content>
      </entry></feed>`);
    expect(feed.format).toBe('atom');
    expect(feed.items).toEqual([
      {
        key: 'urn:1',
        url: 'https://news.example/a',
        title: 'A bold claim',
        text: 'No passwords were taken.',
        publishedAt: '2025-04-22T09:00:00.000Z',
        updatedAt: '2025-04-23T10:00:00.000Z',
        author: 'Ann',
      },
    ]);
  });

  test('RSS 1.0 (RDF), with the rhythm of its syndication module', async () => {
    const feed =
      await read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
      <channel rdf:about="https://news.example/"><title>R</title><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
      <item rdf:about="https://news.example/r1"><title>R1</title><link>https://news.example/r1</link><dc:date>2025-04-22T10:00:00Z</dc:date></item></rdf:RDF>`);
    expect(feed).toMatchObject({ format: 'rdf', title: 'R', ttlMinutes: 360 });
    expect(feed.items).toMatchObject([{ url: 'https://news.example/r1', publishedAt: '2025-04-22T10:00:00.000Z' }]);
  });

  test('JSON Feed, with a number for an id', async () => {
    const feed = await read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        items: [
          {
            id: 7,
            url: 'https://news.example/j',
            title: 'Till < basket',
            content_html: '<p>x &amp; y</p>',
            date_published: '2025-04-22T10:00:00Z',
            authors: [{ name: 'Ann' }],
          },
          'no object',
        ],
      }),
    );
    expect(feed).toMatchObject({ format: 'json', title: 'J', warnings: [expect.stringMatching(/no objects/)] });
    expect(feed.items).toEqual([
      {
        key: '7',
        url: 'https://news.example/j',
        title: 'Till < basket',
        text: 'x & y',
        publishedAt: '2025-04-22T10:00:00.000Z',
        author: 'Ann',
      },
    ]);
  });

  test('ttl in minutes', async () => {
    expect((await read(rss('<item><title>x</title></item>', '<ttl>45</ttl>'))).ttlMinutes).toBe(45);
    expect((await read(rss('<item><title>x</title></item>', '<ttl>soon</ttl>'))).ttlMinutes).toBeUndefined();
  });

  test('links against xml:base, and namespaces under other prefixes', async () => {
    const based = await read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/blog/"><entry>
      <id>1</id><title>b</title><link href="post/1"/></entry></feed>`);
    expect(based.items[0]?.url).toBe('https://other.example/blog/post/1');
    const prefixed = await read(
      `<rss version="2.0" xmlns:when="http://purl.org/dc/elements/1.1/"><channel><item><title>x</title><when:date>2025-04-22T10:00:00Z</when:date></item></channel></rss>`,
    );
    expect(prefixed.items[0]?.publishedAt).toBe('2025-04-22T10:00:00.000Z');
  });
});

test('a well-formed feed reads the same in either parser', async () => {
  const xml = `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Shop &amp; News</title><link>https://news.example/</link><ttl>15</ttl>
    <atom:link rel="self" href="https://news.example/feed"/>
    <item><title><![CDATA[Tills <b>closed</b>]]></title><link>https://news.example/1</link><guid isPermaLink="false">g1</guid>
      <dc:creator>Ann</dc:creator><pubDate>Tue, 22 Apr 2025 10:00:00 GMT</pubDate><atom:updated>2025-04-23T10:00:00Z</atom:updated>
      <description>Short &lt;i&gt;words&lt;/i&gt;.</description><content:encoded><![CDATA[<p>Longer words, of more than one.</p>]]></content:encoded></item>
    <item><title>Second</title><guid>https://news.example/2</guid></item></channel></rss>`;
  const strict = await readStrict(xml, 10);
  const tolerant = readTolerant(xml, 10);
  if (typeof strict === 'string' || tolerant === undefined) throw new Error('one of the parsers gave up');
  const context = { url, now };
  expect(feedItems(strict.items, context)).toEqual(feedItems(tolerant.items, context));
  expect(strict.ttl).toBe(tolerant.ttl);
  expect(strict.title).toEqual(tolerant.title);
  expect(feedItems(strict.items, context).items).toHaveLength(2);
});

describe('charsets', () => {
  const latin = rss('<item><title>Café à Genève</title></item>');
  test.each([
    ['declared only in the prolog', latin.replace('?>', ' encoding="ISO-8859-1"?>'), 'latin1', undefined],
    ['declared only by the server', latin, 'latin1', 'text/xml; charset=iso-8859-1'],
    ['UTF-16 with a byte order mark', latin, 'utf-16', undefined],
    [
      'UTF-8 with a byte order mark, whatever the server says',
      `\ufeff${latin}`,
      'utf-8',
      'text/xml; charset=iso-8859-1',
    ],
    ['windows-1252 that nobody declared', latin, 'win1252', undefined],
  ])('%s', async (_, xml, encoding, contentType) => {
    const feed = await read(new Uint8Array(iconv.encode(xml, encoding)), contentType);
    expect(feed.items[0]?.title).toBe('Café à Genève');
  });
});

describe('keys', () => {
  const keysOf = async (items: string) => (await read(rss(items))).items.map(item => item.key);

  test('are case-sensitive, and may be zero', async () => {
    expect(
      await keysOf(
        '<item><guid>Ab</guid><title>1</title></item><item><guid>aB</guid><title>2</title></item><item><guid>0</guid><title>3</title></item>',
      ),
    ).toEqual(['Ab', 'aB', '0']);
  });

  test('are the link where the GUID is empty, and a hash of the words where there is neither', async () => {
    const [first, second] = await keysOf(
      '<item><guid/><title>1</title><link>https://n.example/1</link></item><item><guid isPermaLink="false"/><title>2</title></item>',
    );
    expect(first).toBe('https://n.example/1');
    expect(second).toMatch(/^[0-9a-f]{16}$/);
  });

  test('of items that share a GUID differ, and do not depend on the order', async () => {
    const one = '<item><guid>same</guid><title>1</title><link>https://n.example/1</link></item>';
    const two = '<item><guid>same</guid><title>2</title><link>https://n.example/2</link></item>';
    const keys = await keysOf(one + two);
    expect(new Set(keys).size).toBe(2);
    expect((await keysOf(two + one)).toSorted()).toEqual(keys.toSorted());
  });

  test('an item that stands twice is taken once, and told of', async () => {
    const item = '<item><guid>g</guid><title>1</title><link>https://n.example/1</link></item>';
    const feed = await read(rss(item + item));
    expect(feed.items).toHaveLength(1);
    expect(feed.warnings).toEqual([expect.stringMatching(/twice/)]);
  });
});

describe('addresses', () => {
  test('a GUID that is a permalink serves as the link, one that is none does not', async () => {
    const feed = await read(
      rss(
        '<item><guid>https://n.example/p</guid><title>1</title></item><item><guid isPermaLink="false">https://n.example/q</guid><title>2</title></item>',
      ),
    );
    expect(feed.items[0]?.url).toBe('https://n.example/p');
    expect(feed.items[1]?.url).toMatch(/^https:\/\/news\.example\/feeds\/all\.xml#item-[0-9a-f]{16}$/);
  });

  test('a script is no link, and told of', async () => {
    const feed = await read(rss('<item><title>1</title><link>javascript:alert(1)</link></item>'));
    expect(feed.items[0]?.url).toMatch(/^https:\/\/news\.example\//);
    expect(feed.warnings).toEqual([expect.stringMatching(/no web address/)]);
  });
});

describe('dates', () => {
  test.each([
    ['cannot be read', 'last Tuesday', /cannot be read/],
    ['lies in the future', 'Tue, 22 Apr 2036 10:00:00 GMT', /in the future/],
  ])('one that %s is absent, never now', async (_, date, warning) => {
    const feed = await read(rss(`<item><title>1</title><pubDate>${date}</pubDate></item>`));
    expect(feed.items[0]).not.toHaveProperty('publishedAt');
    expect(feed.warnings).toEqual([expect.stringMatching(warning)]);
  });

  test('one of tomorrow stays: clocks and zones err', async () => {
    const feed = await read(rss('<item><title>1</title><pubDate>Fri, 02 May 2025 10:00:00 GMT</pubDate></item>'));
    expect(feed.items[0]?.publishedAt).toBe('2025-05-02T10:00:00.000Z');
  });
});

describe('what is no feed', () => {
  test.each([
    ['nothing', '', /it is empty/],
    ['white space', ' \n ', /it is empty/],
    ['text', 'Not found', /it is plain text/],
    ['a page', '<!DOCTYPE html><html><body><p>Hello</p></body></html>', /it is a web page/],
    ['XML of another kind', '<?xml version="1.0"?><svg/>', /XML of another kind/],
    ['JSON of another kind', '{"a":1}', /it is JSON, but not JSON Feed/],
    ['damaged JSON', '{"version":"https://jsonfeed.org/version/1","items":[', /JSON that is damaged/],
  ])('%s is named', async (_, body, message) => {
    await expect(read(body)).rejects.toMatchObject({
      code: 'feed-malformed',
      subject: url,
      message: expect.stringMatching(message),
    });
  });

  test('a page that names its feed gives the address as a hint', async () => {
    const page = '<html><head><link rel="alternate" type="application/rss+xml" href="/feed?a=1&amp;b=2"></head></html>';
    await expect(read(page)).rejects.toMatchObject({
      hint: expect.stringContaining('https://news.example/feed?a=1&b=2'),
    });
  });
});

describe('when a feed wants to be left alone', () => {
  const rest = async (head: string) => {
    const body = new TextEncoder().encode(
      `<rss version="2.0"><channel>${head}<item><title>x</title></item></channel></rss>`,
    );
    const { skipHours, skipDays } = await parseFeed(body, {
      url: 'https://n.example/feed',
      now: '2025-05-01T12:00:00Z',
    });
    return { skipHours, skipDays };
  };

  test('it says so in hours and days of UTC', async () => {
    expect(
      await rest(
        '<skipHours><hour>24</hour><hour> 3 </hour><hour>3</hour></skipHours><skipDays><day>Saturday</day><day>Sunday</day></skipDays>',
      ),
    ).toEqual({ skipHours: [0, 3], skipDays: [0, 6] });
  });

  test.each([
    ['nothing that is an hour', '<skipHours><hour>25</hour><hour>-1</hour><hour>noon</hour></skipHours>'],
    [
      'every hour',
      `<skipHours>${Array.from({ length: 24 }, (_, hour) => `<hour>${hour}</hour>`).join('')}</skipHours>`,
    ],
  ])('%s says nothing', async (_, head) => {
    expect(await rest(head)).toEqual({ skipHours: undefined, skipDays: undefined });
  });
});
