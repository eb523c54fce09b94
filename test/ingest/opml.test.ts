import { describe, expect, test } from 'vitest';
import type { Source } from '#domain/article.ts';
import { parseOpml, toOpml } from '#ingest';

const row: Source = {
  id: 'shop-news',
  publisher: 'Shop & <News> "Daily"',
  country: 'GB',
  kind: 'trade-press',
  feedUrl: 'https://shop.example/feed?a=1&b=2',
  language: 'en',
  why: 'It writes of shops.',
  confirmed: false,
};

const thrownBy = (xml: string) => {
  try {
    parseOpml(xml);
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('OPML', () => {
  test('that was written is read as the same sources', () => {
    const rows = [row, { ...row, id: 'other', feedUrl: 'https://other.example/rss', language: 'de', country: 'DE' }];
    expect(parseOpml(toOpml(rows))).toEqual({ sources: rows, warnings: [] });
  });

  test('of other programs is read, in folders, with stray ampersands and whatever case', () => {
    const { sources } = parseOpml(`<?xml version="1.0"?>
      <opml version="1.0"><head><title>x</title></head><body>
        <outline text="Folder">
          <outline type="rss" text="Q & A Weekly" XMLURL="https://qa.example/rss"></outline>
        </outline>
        <outline text="no feed"/>
      </body></opml>`);
    expect(sources).toEqual([
      expect.objectContaining({
        id: 'q-and-a-weekly',
        publisher: 'Q & A Weekly',
        feedUrl: 'https://qa.example/rss',
        kind: 'news',
      }),
    ]);
  });

  test('two sources of one name get ids of their own', () => {
    const { sources } = parseOpml(
      '<opml><body><outline text="A" xmlUrl="https://a.example/1"/><outline text="A" xmlUrl="https://a.example/2"/></body></opml>',
    );
    expect(sources.map(source => source.id)).toEqual(['a', 'a-2']);
  });

  test('with lines that are no feeds tells which', () => {
    const { sources, warnings } = parseOpml(
      '<opml><body>\n<outline text="a" xmlUrl="javascript:alert(1)"/>\n<outline text="b" xmlUrl="https://b.example/"/>\n<outline text="c" xmlUrl="https://b.example/"/>\n</body></opml>',
    );
    expect(sources).toHaveLength(1);
    expect(warnings).toEqual([
      expect.stringMatching(/^Line 2: "javascript/),
      expect.stringMatching(/^Line 4: .*twice/),
    ]);
  });

  test('without feeds says so', () => {
    expect(parseOpml('<opml><body/></opml>').warnings).toEqual(['The file names no feeds.']);
  });

  test.each([
    ['empty', '', /empty/, 1],
    ['plain text', 'hello', /no <opml>/, 1],
    ['of another kind', '\n<rss/>', /starts with <rss>/, 2],
    ['cut off', '<opml>\n<body>\n<outline text="a" xmlUrl="https://a.example/">\n', /<outline> is not closed/, 3],
  ])('that is %s is refused, with the line', (_, xml, message, line) => {
    expect(thrownBy(xml)).toMatchObject({
      code: 'opml-malformed',
      message: expect.stringMatching(message),
      data: { line },
    });
  });
});
