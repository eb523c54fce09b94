import request from 'supertest';
import { describe, expect, test } from 'vitest';
import type { Point } from '#domain/ledger.ts';
import { createApp } from '../../src/http/app.ts';
import { GONE_INCIDENT, noHistory, pageStore, SHOWN_ARTICLE } from '../support/store.ts';
import { sampleTimeline } from './sample-timeline.ts';

const { incident, events } = sampleTimeline;
/** Scripts that would run and are not a file of ours. JSON-LD is data. */
const scriptsIn = (text: string): string[] =>
  [...text.matchAll(/<script[^>]*>/g)]
    .map(([tag]) => tag)
    .filter(
      tag => !/^<script (?:defer src="\/assets\/[a-z]+\.[0-9a-f]{12}\.js"|type="application\/ld\+json")>$/.test(tag),
    );

const page = (path: string, demo = false) =>
  request(createApp({ store: pageStore(sampleTimeline), history: noHistory, contract: '', demo, version: '0.1.0' }))
    .get(path)
    .redirects(0);

describe('the page of an incident', () => {
  test('shows every event with its quotes and where they stand', async () => {
    const { text, status, headers } = await page(`/incidents/${incident.id}`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    for (const event of events) expect(text).toContain(`id="${event.id}"`);
    expect(text).toContain('we have paused orders on our website and app while we look into this');
    expect(text).toContain('Ada Quill (the company)');
    expect(text).toContain('https://outlet-1.example/lanternby/story?id=1#:~:text=');
  });

  test('escapes the words of others', async () => {
    const { text } = await page(`/incidents/${incident.id}`);
    expect(text).toContain('&lt;b&gt;addresses&lt;/b&gt;');
    expect(text).not.toContain('<b>');
    expect(text).not.toContain('javascript:');
    expect(scriptsIn(text)).toEqual([]);
  });

  test('tells taken from said not to be taken, and points at contradictions', async () => {
    const { text } = await page(`/incidents/${incident.id}`);
    expect(text).toMatch(/Data said to be taken<\/h3>[\s\S]*E-mail addresses/);
    expect(text).toMatch(/<em>not<\/em> to be taken<\/h3>\s*<ul><li>Passwords/);
    expect(text).toContain('<a href="#evt_not_taken">');
    expect(text).toContain('<a href="#evt_taken">');
  });

  test('says in words how precise a date is and how many reports there are', async () => {
    const { text } = await page(`/incidents/${incident.id}`);
    expect(text).toContain('about 27 February 2031');
    expect(text).toContain('in April 2031');
    expect(text).toMatch(/reported by 3 articles, 2 independent, first by /);
    expect(text).toContain('words from the outlet’s feed, not its page');
    expect(text).toContain('Said jointly of several companies');
  });

  test('tells in the head what is known, and how the incident stands', async () => {
    const { text } = await page(`/incidents/${incident.id}`);
    expect(text).toContain(`<p class="deck">${incident.summary.replace('&', '&amp;')}</p>`);
    expect(text).toContain('As it stands: <a href="#evt_orders">ongoing since 1 March 2031</a>.');
    expect(text).toContain('The 5 events that matter most');
  });

  test('says what is disputed, what was taken back, and by what', async () => {
    const { text } = await page(`/incidents/${incident.id}`);
    expect(text).toContain('class="badge disputed"');
    expect(text).toMatch(
      /class="badge superseded"[\s\S]*Taken back later by who said so:<\/strong> <a href="#evt_taken">/,
    );
    expect(text).toMatch(/Others say otherwise<\/strong>[\s\S]*?class="sides"[\s\S]*?<a href="#evt_ransomware">/);
    expect(text).toMatch(/Takes back:<\/strong> <a href="#evt_not_taken">/);
  });

  test('shows intervals, other figures, copies, silent edits and values that a person fixed', async () => {
    const { text } = await page(`/incidents/${incident.id}`);
    expect(text).toMatch(/from <time datetime="2031-03-01">1 March 2031<\/time> to <time datetime="2031-03-06">/);
    expect(text).toContain('Also told as: EUR 2 million to EUR 4 million (2 reports)');
    expect(text).toContain('a copy of another report');
    expect(text).toContain('the article was changed later, without saying so');
    expect(text).toContain('Value fixed by the desk');
  });

  test('offers its data', async () => {
    const { text } = await page(`/incidents/${incident.id}`);
    for (const part of ['', '/timeline', '/claims', '/articles'])
      expect(text).toContain(`href="/v1/incidents/${incident.id}${part}"`);
  });

  test('has an ETag of its own', async () => {
    const first = await page(`/incidents/${incident.id}`).set('Host', 'receipts.example');
    const second = await page(`/incidents/${incident.id}`)
      .set('Host', 'receipts.example')
      .set('If-None-Match', String(first.headers['etag']));
    expect(second.status).toBe(304);
  });

  test('leads on from a former id', async () => {
    const { status, headers } = await page('/incidents/former-2031-03');
    expect(status).toBe(308);
    expect(headers['location']).toBe(`/incidents/${incident.id}`);
  });

  test('helps where the id is unknown', async () => {
    const { status, text, headers } = await page('/incidents/nobody-2031-03');
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('The list of all incidents');
  });
});

describe('the list of incidents', () => {
  test('leads to each incident and names what is not mentioned as such', async () => {
    const { text } = await page('/');
    expect(text).toContain(`<a href="/incidents/${incident.id}">`);
    expect(text).toMatch(/Said <em>not<\/em> to be taken<\/dt><dd>passwords, names \(possible\)/);
  });

  test('overlooks parameters that it does not know, and empty ones', async () => {
    expect((await page('/?utm_source=mail&q=')).status).toBe(200);
  });

  test('says what is allowed where a filter is wrong', async () => {
    const { status, text } = await page('/?dataType=shoe-sizes');
    expect(status).toBe(400);
    expect(text).toContain('email-addresses');
  });

  test('says which filters are in force, and how to be rid of them', async () => {
    const { text } = await page('/?retailer=lanternby&polarity=not-taken');
    expect(text).toMatch(/<a href="\/\?polarity=not-taken">retailer: lanternby ×/);
    expect(text).toMatch(/<a href="\/\?retailer=lanternby">said to be: not taken ×/);
    expect(text).toContain('<a href="/">Show all</a>');
    expect(text).toContain('href="/v1/incidents?retailer=lanternby&amp;polarity=not-taken"');
    expect(text).toMatch(/aria-current="true" href="\/\?polarity=not-taken"/);
  });

  test('escapes the search', async () => {
    const { text } = await page('/?q=%22%3E%3Cscript%3E');
    expect(scriptsIn(text)).toEqual([]);
    expect(text).toContain('No incident matches');
  });
});

describe('every page', () => {
  const paths = [
    '/',
    `/incidents/${incident.id}`,
    '/incidents/nobody-2031-03',
    `/incidents/${GONE_INCIDENT}`,
    '/compare',
    '/retailers',
    '/retailers/lanternby',
    '/actors/paperwasp',
    `/articles/${SHOWN_ARTICLE}`,
    '/sources',
    '/about',
  ];

  test.each(paths)('%s has one main heading, landmarks, a language and a skip link', async path => {
    const { text } = await page(path);
    expect(text).toMatch(/^<!doctype html>\s*<html lang="en">/);
    expect(text.match(/<h1/g)).toHaveLength(1);
    for (const landmark of ['<header class="masthead">', '<main id="content"', '<footer', 'href="#content"'])
      expect(text).toContain(landmark);
    expect(text).toContain('A claim is what an article says, not what is true.');
  });

  test.each(paths)('%s goes down its headings one level at a time', async path => {
    const levels = [...(await page(path)).text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test.each(paths)('%s says DEMO where it is one, and only there', async path => {
    expect((await page(path, true)).text).toContain('<strong>DEMO.</strong>');
    expect((await page(path)).text).not.toContain('DEMO');
  });

  test.each(paths)('%s loads nothing but the own stylesheet and icon, which are there', async path => {
    const { text } = await page(path);
    const loaded = [...text.matchAll(/<link rel="(?:stylesheet|icon)"[^>]*href="([^"]+)"/g)].map(([, href]) => href!);
    expect(loaded).toHaveLength(2);
    expect(text).not.toMatch(/<(img|iframe|style)|style="/);
    expect(scriptsIn(text)).toEqual([]);
    const scripts = [...text.matchAll(/<script defer src="([^"]+)"/g)].map(([, href]) => href!);
    for (const href of [...loaded, ...scripts]) {
      const { status, headers } = await page(href);
      expect(status).toBe(200);
      expect(headers['cache-control']).toContain('immutable');
    }
  });
});

test('an asset of an older version is served as it is today, and not for good', async () => {
  const { status, headers } = await page('/assets/receipts.000000000000.css');
  expect(status).toBe(200);
  expect(headers['cache-control']).not.toContain('immutable');
});

test.each(['/assets/nothing.css', '/assets/..%2f..%2fpackage.json'])('%s is not found', async path => {
  expect((await page(path)).status).toBe(404);
});

describe('the page of the past', () => {
  const asked: Point[] = [];
  const history = {
    ...noHistory,
    timelineAt: async (_id: string, point: Point) => {
      asked.push(point);
      return { found: sampleTimeline };
    },
  };
  const past = (query: string) =>
    request(createApp({ store: pageStore(sampleTimeline), history, contract: '', demo: false, version: '0.1.0' })).get(
      `/incidents/${incident.id}${query}`,
    );

  test('says of which day it tells, and leads to the present', async () => {
    const { text, status } = await past('?asOf=2031-03-05&utm_source=mail');
    expect(status).toBe(200);
    expect(text).toContain('as the public could read it on 5 March 2031');
    expect(text).toContain('To the present');
    expect(asked).toEqual([{ asOf: '2031-03-05' }]);
  });

  test('is the present where the form is sent empty, and a problem where there is no such day', async () => {
    expect((await past('?asOf=')).text).not.toContain('This is the past');
    expect((await past('?asOf=2031-02-30')).status).toBe(400);
  });
});
