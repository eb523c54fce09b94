import iconv from 'iconv-lite';
import { describe, expect, test, vi } from 'vitest';
import { extractArticle } from '../../ingest/extract.ts';

// What is hostile or waits for a deadline may take its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const url = 'https://www.news.example/business/till-closed-1';
const sentence =
  'The grocer said that its tills were closed for most of the day while its engineers worked on them, and that staff had been told to take cash only.';
const body = `<p>${sentence}</p><p>${sentence.replace('grocer', 'chain')}</p><p>${sentence.replace('grocer', 'shop')}</p>`;
const page = (head: string, content = body, attributes = ' lang="en-GB"') =>
  `<!doctype html><html${attributes}><head>${head}</head><body><nav><ul><li><a href="/">Home</a></li></ul></nav>
   <article><h1>Tills close at grocer</h1>${content}</article><footer>All rights reserved</footer></body></html>`;
const extract = (html: string, options: { url?: string; now?: string; contentType?: string } = {}) =>
  extractArticle(new TextEncoder().encode(html), { url, ...options });
const jsonLd = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('the text', () => {
  test('keeps paragraphs, headings, lists and quotations apart, and leaves scripts and captions out', async () => {
    const { text, method } = await extract(
      page(
        '',
        `<p>${sentence}</p><h2>What is known</h2><p>${sentence}</p><ul><li>Tills were closed for a day</li><li>Cash was taken all day</li></ul>
        <blockquote><p>We are sorry for what happened.</p></blockquote><figure><img src="x.jpg"><figcaption>A till, in a picture</figcaption></figure>
        <script>alert('x')</script><p>${sentence}</p>`,
      ),
    );
    expect(text.split('\n\n')).toEqual([
      sentence,
      '## What is known',
      sentence,
      '* Tills were closed for a day',
      '* Cash was taken all day',
      '> We are sorry for what happened.',
      sentence,
    ]);
    expect(method).toBe('readability');
  });

  test('of a fragment without the outer elements is read at once', async () => {
    expect(await extract(`<article>${body}</article>`)).toMatchObject({
      method: 'readability',
      text: expect.stringContaining(sentence),
    });
  });

  test('of a page that leaves out its body is read by the referee', async () => {
    const { text, method } = await extract(`<html><title>Tills</title><article>${body}</article>`);
    expect(text).toContain(sentence);
    expect(['linkedom', 'jsdom']).toContain(method);
  });

  test('does without links to other stories', async () => {
    const { text } = await extract(
      page(
        '',
        `${body}<p><a href="/other">Another shop was robbed of its passwords</a></p><p>Related: <a href="/x">A third shop</a></p>
        <h2>You may also like</h2><p>${sentence.replace('grocer', 'stranger')}</p>`,
      ),
    );
    expect(text).not.toMatch(/passwords|third|stranger/);
    expect(text).toContain('The shop said');
  });

  test('goes on after a box within the article', async () => {
    const { text } = await extract(
      page('', `<p>${sentence}</p><h3>Related stories</h3><ul><li><a href="/x">Elsewhere</a></li></ul>${body}${body}`),
    );
    expect(text).not.toContain('Elsewhere');
    expect(text.match(/The chain said/g)).toHaveLength(2);
  });

  test.each([
    ['declared in a meta', '<meta charset="iso-8859-1">', undefined],
    ['declared by the server', '', 'text/html; charset=ISO-8859-1'],
    ['declared by nobody', '', undefined],
  ])('has its letters in a charset %s', async (_, head, contentType) => {
    const bytes = new Uint8Array(iconv.encode(page(head, `<p>Café Genève. ${sentence}</p>${body}`), 'latin1'));
    const { text } = await extractArticle(bytes, { url, contentType });
    expect(text).toContain('Café Genève.');
  });
});

describe('title, byline and site', () => {
  test('the heading that the page declares, without the name of the site', async () => {
    const head =
      '<title>Tills close at grocer | News Example</title><meta property="og:site_name" content="News Example"><meta name="author" content="By Ann Writer">';
    expect(await extract(page(head))).toMatchObject({
      title: 'Tills close at grocer',
      siteName: 'News Example',
      byline: 'Ann Writer',
    });
  });

  test('a declared headline where the page has no heading of its own', async () => {
    const html = page(
      '<title>Tills - The News</title><meta property="og:site_name" content="News"><meta property="og:title" content="Grocer&#39;s tills close - The News">',
    );
    expect((await extract(html.replace(/<h1>.*<\/h1>/, ''))).title).toBe("Grocer's tills close");
  });

  test('JSON-LD in a graph, beside scripts that are no JSON', async () => {
    const graph = {
      '@graph': [
        { '@type': 'WebPage' },
        { '@type': ['NewsArticle'], headline: 'Tills close at grocer', author: [{ name: 'Ann' }, { name: 'Bob' }] },
      ],
    };
    const head = `<script type="application/ld+json">{ broken</script>${jsonLd(graph)}`;
    expect(await extract(page(head))).toMatchObject({ title: 'Tills close at grocer', byline: 'Ann, Bob' });
  });
});

describe('dates', () => {
  test.each([
    [
      'JSON-LD, in UTC',
      jsonLd({
        '@type': 'NewsArticle',
        datePublished: '2025-04-22T10:00:00+01:00',
        dateModified: '2025-04-23T08:00:00Z',
      }),
      '2025-04-22T09:00:00.000Z',
      '2025-04-23T08:00:00.000Z',
    ],
    [
      'metas',
      '<meta property="article:published_time" content="2025-04-22T10:00:00Z"><meta property="article:modified_time" content="2025-04-22T12:00:00Z">',
      '2025-04-22T10:00:00.000Z',
      '2025-04-22T12:00:00.000Z',
    ],
    ['a bare day, which stays one', '<meta name="date" content="2025-04-22">', '2025-04-22', undefined],
    [
      'a time without a zone, of which the day is sure',
      '<meta itemprop="datePublished" content="2025-04-22T23:30:00">',
      '2025-04-22',
      undefined,
    ],
    [
      'a modification at the time of publication, which is none',
      jsonLd({ '@type': 'NewsArticle', datePublished: '2025-04-22T10:00:00Z', dateModified: '2025-04-22T10:00:00Z' }),
      '2025-04-22T10:00:00.000Z',
      undefined,
    ],
    ['nonsense', '<meta name="date" content="yesterday">', undefined, undefined],
    ['the future', '<meta name="date" content="2036-04-22">', undefined, undefined],
  ])('%s', async (_, head, published, modified) => {
    const article = await extract(page(head), { now: '2025-05-01T00:00:00Z' });
    expect(article.publishedAt).toBe(published);
    expect(article.modifiedAt).toBe(modified);
  });

  test('a time element', async () => {
    const article = await extract(page('', `<time datetime="2025-04-22T10:00:00Z">22 April</time>${body}`));
    expect(article.publishedAt).toBe('2025-04-22T10:00:00.000Z');
  });

  test('the day in the address, where nothing else tells one', async () => {
    const article = await extract(page(''), { url: 'https://www.news.example/2025/apr/22/till' });
    expect(article.publishedAt).toBe('2025-04-22');
  });
});

describe('language and address', () => {
  test('the language that the page declares, else that of its words', async () => {
    expect((await extract(page(''))).language).toBe('en');
    const german =
      '<p>Der Händler teilte mit, dass die Kassen am Dienstag fast den ganzen Tag geschlossen blieben, während Techniker daran arbeiteten.</p>';
    expect((await extract(page('', german.repeat(4), ''))).language).toBe('de');
  });

  test.each([
    [
      'of the same site',
      '<link rel="canonical" href="/business/till-closed?utm_source=x">',
      'https://www.news.example/business/till-closed',
    ],
    ['of a sister host', '<link rel="canonical" href="https://m.news.example/a-1">', 'https://m.news.example/a-1'],
    ['of another site, which is not believed', '<link rel="canonical" href="https://evil.example.com/a">', undefined],
    ['of the front page, which is not believed', '<link rel="canonical" href="https://www.news.example/">', undefined],
    ['that is a script', '<link rel="canonical" href="javascript:alert(1)">', undefined],
    [
      'told by og:url',
      '<meta property="og:url" content="https://www.news.example/og-1">',
      'https://www.news.example/og-1',
    ],
  ])('a canonical address %s', async (_, head, expected) => {
    expect((await extract(page(head))).canonicalUrl).toBe(expected);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['an empty page', '', /the page is empty/],
    [
      'a page without words',
      '<html><body><div id="app"></div><script>start()</script></body></html>',
      /no text of an article/,
    ],
    ['1,000 nested elements', `${'<div>'.repeat(1_000)}<p>x`, /nests more than 250/],
    ['25,001 elements', '<b></b>'.repeat(25_001), /more than 25000 elements/],
    ['a million characters of text', `<p>${'word '.repeat(200_000)}`, /more than 600000 characters of text/],
    ['four million characters', `<style>${'a{b:c}'.repeat(700_000)}</style><p>x`, /more than 3000000 characters/],
    ['20,000 line breaks', 'a<br><br>'.repeat(20_000), /line breaks/],
  ])('%s is refused, with the reason', async (_, html, message) => {
    await expect(extract(html)).rejects.toMatchObject({
      code: 'extraction-failed',
      subject: url,
      message: expect.stringMatching(message),
    });
  });
});
