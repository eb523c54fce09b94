import { anything, type Expectation, feedWhere, refused } from './judge.ts';

/** One hostile input: what is served, as what it is read, and what must come of it. */
export interface Case {
  readonly name: string;
  readonly kind: 'feed' | 'page' | 'sitemap' | 'robots';
  /** Called where it is served, not where it is read. */
  readonly body: () => string | Uint8Array;
  readonly contentType?: string;
  readonly expect: Expectation;
}

const rss = (items: string, head = ''): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>${head}${items}</channel></rss>`;
const item = (title: string, rest = '', link = 'https://n.example/1'): string =>
  `<item><title>${title}</title><link>${link}</link>${rest}</item>`;
const atom = (entries: string): string => `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>${entries}</feed>`;
const entry = (id: string, rest = ''): string => `<entry><id>${id}</id><title>e${id}</title>${rest}</entry>`;
const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('');
const gather = (count: number) => feedWhere(feed => feed.items.length === count);
const titled = (title: string) => feedWhere(feed => feed.items[0]?.title === title);
const feedCase = (name: string, body: Case['body'], expect: Expectation, contentType?: string): Case => ({
  name,
  kind: 'feed',
  body,
  expect,
  ...(contentType === undefined ? {} : { contentType }),
});

const bombEntities = (levels: number): string =>
  times(levels, level => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`);

/** What broke feed readers, and ours before it was mended. */
const DAMAGED: readonly Case[] = [
  feedCase(
    'M7 Atom with one date that is none',
    () => atom(entry('1', '<updated>not a date</updated>') + entry('2', '<updated>2025-04-22T10:00:00Z</updated>')),
    feedWhere(({ items: [first, second] }) => first?.updatedAt === undefined && second?.updatedAt !== undefined),
  ),
  feedCase('M8 a stray ampersand', () => rss(item('Marks & Spencer')), titled('Marks & Spencer')),
  feedCase('M8 an entity of HTML', () => rss(item('Till&nbsp;closed')), titled('Till closed')),
  feedCase('M8 a truncated feed', () => rss(item('Whole') + item('Cut')).slice(0, -60), titled('Whole')),
  feedCase('M8 junk before the feed', () => `PHP Warning: x\n${rss(item('Late'))}`, titled('Late')),
  feedCase('M8 a mark and a line before the prolog', () => `\ufeff\n${rss(item('Blank'))}`, titled('Blank')),
  feedCase(
    'M9 elements where text belongs',
    () => rss('<item><title><b>x</b></title><guid isPermaLink="false"/><link><a/></link><author><x/></author></item>'),
    titled('x'),
  ),
  feedCase(
    'M12 a charset that only the prolog declares',
    () =>
      Buffer.from(
        '<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><title>caf\xe9</title></item></channel></rss>',
        'latin1',
      ),
    titled('café'),
    'application/rss+xml',
  ),
  feedCase(
    'M14 entities that multiply',
    () => `<!DOCTYPE rss [<!ENTITY e0 "lol">${bombEntities(12)}]>${rss(item('&e12;')).slice(21)}`,
    feedWhere(feed => (feed.items[0]?.title.length ?? 0) < 100),
  ),
  feedCase(
    'M14 an entity that is a file',
    () => `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(item('see &x;')).slice(21)}`,
    feedWhere(feed => feed.items.length === 1 && !JSON.stringify(feed).includes('root:')),
  ),
  feedCase(
    'M14 members of objects',
    () => rss(item('Plain', '<__proto__><polluted>yes</polluted></__proto__><constructor>x</constructor>')),
    feedWhere(feed => feed.items.length === 1 && !('polluted' in {})),
  ),
  feedCase(
    'M15 a link that is a script',
    () => rss(item('Script', '', 'javascript:alert(1)')),
    feedWhere(feed => feed.items[0]?.url.startsWith('http') === true),
  ),
  feedCase('nothing', () => '', refused('feed-malformed')),
  feedCase('blanks', () => ' \n\t'.repeat(100_000), refused('feed-malformed')),
  feedCase('zero bytes', () => new Uint8Array(1_000_000), refused('feed-malformed')),
  feedCase(
    'random bytes',
    () =>
      Buffer.from(
        times(20_000, i => String.fromCharCode((i * 7919) % 256)),
        'latin1',
      ),
    refused('feed-malformed'),
  ),
  feedCase(
    'a web page',
    () => '<!doctype html><html><body><p>hello</p></body></html>',
    refused('feed-malformed'),
    'text/html',
  ),
  feedCase(
    'a challenge page',
    () => '<!doctype html><title>Just a moment...</title><script>1</script>',
    refused('feed-malformed'),
    'text/html',
  ),
  feedCase('UTF-16 without a mark', () => Buffer.from(rss(item('Wide')), 'utf16le'), anything),
  feedCase(
    'half a pair of surrogates',
    () =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 't',
        items: [{ id: '1', title: '\ud800x' }],
      }),
    gather(1),
  ),
  feedCase('zero characters in a title', () => rss(item('a\0b')), gather(1)),
];

/** Sizes and shapes on which parsers take quadratic time, recursions or memory. */
const LARGE: readonly Case[] = [
  feedCase(
    'M6 100,000 escaped brackets',
    () => rss(item('Brackets', `<description>${'&lt;'.repeat(100_000)}</description>`)),
    titled('Brackets'),
  ),
  feedCase(
    'M6 3,000,000 escaped brackets',
    () => rss(item('Brackets', `<description>${'&lt;'.repeat(3_000_000)}</description>`)),
    titled('Brackets'),
  ),
  feedCase(
    'M15 100,000 nested elements',
    () => rss(item('Deep', `<description>${'<a>'.repeat(100_000)}text${'</a>'.repeat(100_000)}</description>`)),
    titled('Deep'),
  ),
  feedCase('1,000,000 nested elements', () => rss(item('Deep', `<description>${'<a>'.repeat(1_000_000)}`)), anything),
  feedCase(
    'M15 100,000 items',
    () => rss(times(100_000, i => item(`t${i}`, `<guid>${i}</guid>`, `https://n.example/${i}`))),
    gather(2_000),
  ),
  feedCase('1,000,000 empty items', () => rss('<item/>'.repeat(1_000_000)), anything),
  feedCase('3,000,000 empty elements in one item', () => rss(item('Many', '<x/>'.repeat(3_000_000))), titled('Many')),
  feedCase(
    'a title of 10 MB',
    () => rss(item('x'.repeat(10_000_000))),
    feedWhere(feed => feed.items[0]?.title.length === 1_000),
  ),
  feedCase(
    'a text of 14 MB',
    () => rss(item('Long', `<description>${'many words '.repeat(1_270_000)}</description>`)),
    titled('Long'),
  ),
  feedCase(
    '14 MB of three-byte letters',
    () => rss(item('Long', `<description>${'\u20ac'.repeat(4_700_000)}</description>`)),
    titled('Long'),
  ),
  feedCase(
    '2,000 texts of 7 KB',
    () =>
      rss(
        times(2_000, i =>
          item(`t${i}`, `<description>${'words '.repeat(1_150)}</description>`, `https://n.example/${i}`),
        ),
      ),
    gather(2_000),
  ),
  feedCase(
    'a GUID of 5 MB',
    () => rss(item('Guid', `<guid>${'g'.repeat(5_000_000)}</guid>`)),
    feedWhere(feed => (feed.items[0]?.key.length ?? 0) < 500),
  ),
  feedCase(
    'a link of 5 MB',
    () => rss(item('Link', '', `https://n.example/${'l'.repeat(5_000_000)}`)),
    feedWhere(feed => (feed.items[0]?.url.length ?? 0) <= 2_000),
  ),
  feedCase(
    'an attribute of 5 MB',
    () => rss(item('Attribute', `<guid a="${'g'.repeat(5_000_000)}">1</guid>`)),
    titled('Attribute'),
  ),
  feedCase(
    '200,000 attributes',
    () => rss(item('Attributes', `<guid ${times(200_000, i => `a${i}="1" `)}>1</guid>`)),
    titled('Attributes'),
  ),
  feedCase(
    '20,000 names of namespaces',
    () => rss(item('Names', `<description ${times(20_000, i => `xmlns:a${i}="urn:${i}" `)}>x</description>`)),
    titled('Names'),
  ),
  feedCase(
    '5,000 nested names of namespaces',
    () => rss(item('Names', `<description>${times(5_000, i => `<a${i}:b xmlns:a${i}="urn:${i}">`)}</description>`)),
    anything,
  ),
  feedCase(
    '5,000 nested bases',
    () => rss(item('Bases', `<description>${times(5_000, i => `<b xml:base="/${i}/">`)}</description>`)),
    anything,
  ),
  feedCase('a comment without an end', () => rss(`${item('Before')}<!--${'x'.repeat(5_000_000)}`), anything),
  feedCase('1,000,000 beginnings of comments', () => rss(item('Comments', '<!--'.repeat(1_000_000))), anything),
  feedCase(
    '1,000,000 beginnings of CDATA',
    () => rss(item('Cdata', `<description>${'<![CDATA['.repeat(1_000_000)}</description>`)),
    anything,
  ),
  feedCase(
    '4,000,000 ampersands',
    () => rss(item('And', `<description>${'&'.repeat(4_000_000)}</description>`)),
    anything,
  ),
  feedCase(
    '4,000,000 brackets',
    () => rss(item('Less', `<description>${'<'.repeat(4_000_000)}</description>`)),
    anything,
  ),
  feedCase('2,000,000 ends without a beginning', () => rss(item('Ends', '</x>'.repeat(2_000_000))), anything),
  feedCase(
    'a doctype of 5 MB',
    () => `<!DOCTYPE rss [${'<!ENTITY a "b">'.repeat(330_000)}]>${rss(item('Doctype')).slice(21)}`,
    anything,
  ),
  feedCase(
    '50,000 links before the items',
    () => rss(item('Links'), `<link ${' '.repeat(200)}`.repeat(50_000)),
    anything,
  ),
  feedCase(
    '50,000 tags that never close',
    () => rss(item('Tags', `<description>${`<a href="`.repeat(500_000)}</description>`)),
    anything,
  ),
  feedCase('JSON of 100,000 nested lists', () => '['.repeat(100_000), refused('feed-malformed')),
  feedCase('JSON of 5,000,000 nested lists', () => '['.repeat(5_000_000), refused('feed-malformed')),
  feedCase(
    'JSON Feed of 150,000 items',
    () =>
      `{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[${times(150_000, i => `${i > 0 ? ',' : ''}{"id":${i},"title":"t"}`)}]}`,
    gather(2_000),
  ),
  feedCase(
    'JSON Feed of the wrong types',
    () =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: {},
        items: [{ id: {}, url: [], title: 7, authors: 'x', date_published: {} }, null, 3, 'x'],
      }),
    gather(1),
  ),
  feedCase(
    'a page that only looks like a feed',
    () => `<html>${'<link type="application/rss+xml" '.repeat(100_000)}`,
    refused('feed-malformed'),
  ),
];

/** Items by whose ids readers lost or doubled them. */
const IDENTITY: readonly Case[] = [
  feedCase(
    'the same GUID three times',
    () => rss(times(3, i => item(`t${i}`, '<guid>same</guid>', `https://n.example/${i}`))),
    gather(3),
  ),
  feedCase('an item twice', () => rss(item('Twice', '<guid>1</guid>').repeat(2)), gather(1)),
  feedCase(
    'empty GUIDs',
    () => rss(times(3, i => item(`t${i}`, '<guid></guid>', `https://n.example/${i}`))),
    gather(3),
  ),
  feedCase(
    'GUIDs that are false',
    () =>
      rss(
        ['0', 'false', 'null', 'undefined']
          .map((id, i) => item(`t${i}`, `<guid>${id}</guid>`, `https://n.example/${i}`))
          .join(''),
      ),
    feedWhere(feed => feed.items.length === 4 && feed.items[0]?.key === '0'),
  ),
  feedCase(
    'GUIDs that differ in case only',
    () =>
      rss(item('a', '<guid>Ab</guid>', 'https://n.example/1') + item('b', '<guid>aB</guid>', 'https://n.example/2')),
    gather(2),
  ),
  feedCase(
    'neither GUID nor link nor date',
    () => rss('<item><title>one</title></item><item><title>two</title></item>'),
    gather(2),
  ),
  feedCase(
    'dates that are none or to come',
    () =>
      rss(
        [
          'yesterday',
          '31 Feb 2025',
          '2999-01-01',
          '0000-00-00',
          '-1',
          '99999999999999999999',
          'Thu, 01 Jan 1970 00:00:00 GMT',
        ]
          .map((date, i) => item(`t${i}`, `<pubDate>${date}</pubDate>`, `https://n.example/${i}`))
          .join(''),
      ),
    feedWhere(feed => feed.items.length === 7 && feed.items.every(one => one.publishedAt === undefined)),
  ),
  feedCase(
    'links into other worlds',
    () =>
      rss(
        [
          'file:///etc/passwd',
          'data:text/html,x',
          'ftp://x.example/',
          'http://',
          'http://[',
          '//',
          'https://user:pw@n.example/x',
        ]
          .map((link, i) => item(`t${i}`, '', link))
          .join(''),
      ),
    feedWhere(feed => feed.items.every(one => /^https?:\/\/(?!user)/.test(one.url))),
  ),
];

export const FEED_CASES: readonly Case[] = [...DAMAGED, ...LARGE, ...IDENTITY];
