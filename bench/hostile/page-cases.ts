import type { Case } from './feed-cases.ts';
import { anything, articleWith, type Expectation, either, refused, says } from './judge.ts';

const WORDS = 'The grocer said that its tills were closed for most of the day, and that staff took cash only. ';
const STORY = `<p>${WORDS}</p>`.repeat(6);
const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Tills closed</title>${head}</head><body>${body}</body></html>`;
const story = articleWith('tills were closed');
const read = (name: string, body: Case['body'], expect: Expectation = anything): Case => ({
  name,
  kind: 'page',
  body,
  expect,
});
const unread = refused('extraction-failed');
const pages = (name: string, counts: readonly number[], body: (count: number) => string, expect: Expectation): Case[] =>
  counts.map(count => read(`${name} × ${count.toLocaleString('en')}`, () => body(count), expect));

/** Pages on which Readability and DOMs block for seconds to minutes, or fall over. */
const SHAPES: readonly Case[] = [
  ...pages('M1 nested <div>', [100, 240], count => page(`${'<div>'.repeat(count)}${STORY}`), either(story, unread)),
  ...pages(
    'M1, M2 nested <div>',
    [500, 750, 1_000, 5_000, 20_000, 1_000_000],
    count => page(`${'<div>'.repeat(count)}${STORY}`),
    unread,
  ),
  ...pages('M2 crossed <b><i>x', [5_000, 20_000], count => page(`${'<b><i>x'.repeat(count)}${STORY}`), unread),
  ...pages('M2 <div>a, b', [20_000], count => page('<div>a, b'.repeat(count)), unread),
  ...pages(
    'M3 a<br><br>',
    [300, 1_400],
    count => page(`<div>${'a<br><br>'.repeat(count)}</div>${STORY}`),
    either(story, unread),
  ),
  ...pages('M3 a<br><br>', [10_000, 20_000], count => page('a<br><br>'.repeat(count)), unread),
  read('M4 1,004 elements', () => page(`${'<i>x</i>'.repeat(1_000)}<article>${STORY}</article>`), story),
  read('M5 what passes the scan and takes half a minute', () => page('<a href="x">y</a> '.repeat(24_000)), unread),
  ...pages(
    'paragraphs',
    [1_000, 6_000, 24_000],
    count => page(`<article>${`<p>${WORDS}</p>`.repeat(count)}</article>`),
    either(story, unread),
  ),
  ...pages(
    'list items',
    [5_000, 24_000, 50_000],
    count => page(`<ul>${'<li>x, y, z'.repeat(count)}</ul>${STORY}`),
    either(story, unread),
  ),
  ...pages(
    'nested tables',
    [60, 1_000],
    count => page(`${'<table><tr><td>'.repeat(count)}${STORY}`),
    either(story, unread),
  ),
  ...pages('nested lists', [120, 1_000], count => page(`${'<ul><li>'.repeat(count)}${STORY}`), either(story, unread)),
  ...pages('forms and selects', [20_000], count => page(`${'<select><option>x'.repeat(count)}${STORY}`), anything),
  ...pages(
    'formatting that stays open',
    [200, 2_000],
    count => page(`${'<a><b><font><u>'.repeat(count)}${'<p>x'.repeat(count)}${STORY}`),
    anything,
  ),
  ...pages('tables that hold no cells', [2_000], count => page(`<table>${'<div>x'.repeat(count)}`), anything),
  read(
    'names of attributes that are none',
    () => page(`<p "=''  <x='  a&b=1 \ud800="x">${STORY}`),
    either(story, unread),
  ),
  read(
    '100,000 attributes',
    () => page(`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}`).join(' ')}>${STORY}`),
    either(story, unread),
  ),
  read('an attribute of 5 MB', () => page(`<p class="${'x '.repeat(2_500_000)}">${STORY}`), either(story, unread)),
  read('a word of 5 MB', () => page(`<p>${'x'.repeat(5_000_000)}</p>${STORY}`), anything),
  read('14 MB of text', () => page(`<article><p>${WORDS.repeat(145_000)}</p></article>`), anything),
  read('5 MB of commas', () => page(`<article><p>${', '.repeat(2_500_000)}</p></article>`), anything),
  read('5 MB of line ends', () => page(`<pre>${'\n'.repeat(5_000_000)}</pre>${STORY}`), anything),
  read('a script without an end', () => page(`<script>${'if (a < b) '.repeat(500_000)}`), unread),
  read('a style of 5 MB', () => page(`<style>${'a{b:c}'.repeat(800_000)}</style>${STORY}`), either(story, unread)),
  read('comments without an end', () => page('<!--'.repeat(1_000_000)), unread),
  read('4,000,000 brackets', () => page('<'.repeat(4_000_000)), anything),
  read('4,000,000 ampersands', () => page(`<p>${'&'.repeat(4_000_000)}</p>`), anything),
  read('1,000,000 entities', () => page(`<p>${'&amp;&#x20ac;'.repeat(500_000)}</p>`), anything),
  read('svg within svg', () => page(`${'<svg><foreignObject>'.repeat(200)}${STORY}`), anything),
  read('a template within a template', () => page(`${'<template>'.repeat(240)}${STORY}`), anything),
  read(
    '10,000 frames within a page',
    () => page(`${'<iframe src="about:blank"></iframe>'.repeat(10_000)}<p>x`),
    anything,
  ),
  read('framesets', () => `<frameset>${'<frame src="x">'.repeat(10_000)}</frameset>`, unread),
];

/** What pages say of themselves, made up to harm whoever believes it. */
const METADATA: readonly Case[] = [
  read(
    'JSON-LD of 100,000 nested lists',
    () => page(STORY, `<script type="application/ld+json">${'['.repeat(100_000)}</script>`),
    story,
  ),
  read(
    'JSON-LD that nests @graph 5,000 times',
    () =>
      page(STORY, `<script type="application/ld+json">${'{"@graph":['.repeat(5_000)}${']}'.repeat(5_000)}</script>`),
    story,
  ),
  read(
    'JSON-LD of the wrong types',
    () =>
      page(
        STORY,
        '<script type="application/ld+json">{"@type":["NewsArticle",{}],"headline":{"x":1},"datePublished":[1],"author":[[{"name":{}}]],"publisher":7,"inLanguage":{}}</script>',
      ),
    story,
  ),
  read(
    'JSON-LD with members of objects',
    () =>
      page(
        STORY,
        '<script type="application/ld+json">{"@type":"NewsArticle","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}</script>',
      ),
    story,
  ),
  read('100,000 metas', () => page(STORY, '<meta name="author" content="x">'.repeat(90_000)), either(story, unread)),
  read(
    'dates that are none',
    () => page(STORY, '<meta property="article:published_time" content="2999-99-99"><meta name="date" content="0000">'),
    story,
  ),
  read(
    'dates to come',
    () => page(STORY, '<meta property="article:published_time" content="2999-01-01T00:00:00Z">'),
    story,
  ),
  read(
    'a canonical address that is a script',
    () => page(STORY, '<link rel="canonical" href="javascript:alert(1)">'),
    story,
  ),
  read('a base that is no address', () => page(STORY, '<base href="http://[">'), story),
  read(
    'a canonical address on another site',
    () => page(STORY, '<link rel="canonical" href="https://other.example/x">'),
    story,
  ),
  read('a title of 5 MB', () => page(STORY, '').replace('Tills closed', 'x'.repeat(5_000_000)), either(story, unread)),
  read('nothing', () => '', unread),
  read('zero bytes', () => new Uint8Array(1_000_000), unread),
  read('UTF-16 that says UTF-8', () => Buffer.from(page(STORY), 'utf16le'), anything),
  read('bytes that are no text', () => Buffer.from(Array.from({ length: 500_000 }, (_, i) => (i * 31) % 256)), unread),
];

const sitemap = (name: string, body: Case['body'], expect: Expectation): Case => ({
  name: `sitemap: ${name}`,
  kind: 'sitemap',
  body,
  expect,
});
const robots = (name: string, body: Case['body'], expect: Expectation): Case => ({
  name: `robots.txt: ${name}`,
  kind: 'robots',
  body,
  expect,
});
const urlset = (entries: string): string =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries}</urlset>`;

/** Files that crawlers read besides. */
const ROUND_ABOUT: readonly Case[] = [
  sitemap(
    '80,000 entries',
    () => urlset('<url><loc>https://n.example/a</loc></url>'.repeat(80_000)),
    says('50000 entries'),
  ),
  sitemap('100,000 nested elements', () => urlset('<a>'.repeat(100_000)), says('0 entries')),
  sitemap(
    'entities that multiply',
    () =>
      `<!DOCTYPE urlset [<!ENTITY a "${'x'.repeat(1_000)}"><!ENTITY b "${'&a;'.repeat(1_000)}">]>${urlset('<url><loc>https://n.example/&b;</loc></url>')}`,
    anything,
  ),
  sitemap(
    'an address of 5 MB',
    () => urlset(`<url><loc>https://n.example/${'x'.repeat(5_000_000)}</loc></url>`),
    anything,
  ),
  sitemap('a page', () => page(STORY), refused('feed-malformed')),
  robots(
    '20,000 names for 30,000 rules',
    () => `${'User-agent: a\n'.repeat(20_000)}${'Allow: /\n'.repeat(30_000)}`,
    says('true'),
  ),
  robots('rules of nothing but wildcards', () => `User-agent: *\nDisallow: /${'*a'.repeat(250_000)}$\n`, says('true')),
  robots(
    '10,000 rules of wildcards',
    () => `User-agent: *\n${`Disallow: /${'*a'.repeat(20)}b$\n`.repeat(10_000)}`,
    says('true'),
  ),
  robots('a line of 500 KB', () => `User-agent: *\nDisallow: /${'a'.repeat(500_000)}\n`, says('true')),
  robots('14 MB', () => `User-agent: *\nDisallow: /x\n${'# nothing\n'.repeat(1_400_000)}Disallow: /\n`, says('true')),
  robots(
    'bytes that are no text',
    () => Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 31) % 256)),
    says('true'),
  ),
  robots(
    'percent signs that are no codes',
    () => 'User-agent: *\nDisallow: /%\nDisallow: /%zz\nDisallow: /%e2%82\n',
    says('true'),
  ),
  robots('everything forbidden', () => 'User-agent: *\nDisallow: /\n', says('false')),
];

export const PAGE_CASES: readonly Case[] = [...SHAPES, ...METADATA, ...ROUND_ABOUT];
