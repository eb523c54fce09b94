import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { noHistory, pageStore } from '../support/store.ts';
import { sampleTimeline } from './sample-timeline.ts';

const { incident } = sampleTimeline;
const app = createApp({
  store: pageStore(sampleTimeline),
  history: noHistory,
  contract: '',
  demo: false,
  version: '0.1.0',
  publicUrl: 'https://receipts.example',
});
const page = `https://receipts.example/incidents/${incident.id}`;
const ask = (query: Readonly<Record<string, string>>) => request(app).get(`/oembed?${new URLSearchParams(query)}`);

describe('an editorial system that embeds a timeline', () => {
  test('finds how in the head of the page', async () => {
    const { text } = await request(app).get(`/incidents/${incident.id}`);
    const [, href = ''] = /type="application\/json\+oembed"[^>]* href="([^"]+)"/.exec(text) ?? [];
    const address = new URL(href.replaceAll('&amp;', '&'));
    expect(address.searchParams.get('url')).toBe(page);
    expect((await request(app).get(`${address.pathname}${address.search}`)).body).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: incident.title,
    });
  });

  test('gets a frame within its limits that shows the timeline', async () => {
    const { body } = await ask({ url: page, maxwidth: '400', maxheight: '2000' });
    expect([body.width, body.height]).toEqual([400, 600]);
    const [, src = ''] = /<iframe src="([^"]+)"/.exec(body.html) ?? [];
    const { text, status } = await request(app).get(new URL(src).pathname);
    expect(status).toBe(200);
    expect(text).toContain('Lanternby &amp; Daughters, March 2031');
    expect(text).not.toContain('<script');
  });

  test('is told where there is nothing to embed', async () => {
    expect((await ask({ url: 'https://elsewhere.example/incidents/x' })).status).toBe(400);
    expect((await ask({ url: 'https://receipts.example/about' })).status).toBe(404);
    expect((await ask({ url: page, format: 'xml' })).status).toBe(501);
    expect((await ask({ url: page, maxwidth: '0' })).status).toBe(400);
  });
});

describe('what machines read in the head of an incident’s page', () => {
  test('is a data set on its articles, with one address, whatever was asked for with it', async () => {
    const { text } = await request(app).get(`/incidents/${incident.id}?kind=data&utm_source=mail`);
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text) ?? [];
    const data = JSON.parse(json) as { '@type': string; url: string; isBasedOn: { url: string }[] };
    expect([data['@type'], data.url]).toEqual(['Dataset', page]);
    expect(data.isBasedOn.length).toBe(sampleTimeline.articles.length - 1);
    expect(text).toContain(`<link rel="canonical" href="${page}">`);
    expect(text).toContain(`<meta property="og:title" content="${incident.title.replace('&', '&amp;')}">`);
  });

  test('cannot be broken out of by a headline', async () => {
    const [first, ...rest] = sampleTimeline.articles;
    const hostile = { ...sampleTimeline, articles: [{ ...first!, title: '</script><b>x' }, ...rest] };
    const other = createApp({ store: pageStore(hostile), history: noHistory, contract: '', demo: false, version: '0' });
    expect((await request(other).get(`/incidents/${incident.id}`)).text).not.toContain('</script><b>');
  });
});
