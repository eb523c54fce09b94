import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { formatOf } from '#export/registry.ts';
import { createApp } from '../../src/http/app.ts';
import { noHistory, pageStore } from '../support/store.ts';
import { sampleTimeline } from './sample-timeline.ts';

const app = createApp({
  store: pageStore(sampleTimeline),
  history: noHistory,
  contract: '',
  demo: false,
  version: '0.1.0',
});
const linksIn = (text: string) =>
  [...text.matchAll(/href="(\/v1\/[^"]+)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter(href => /^\/v1\/incidents[^/?]*(\/[^/?.]+)?\./.test(href));

describe('what a page shows can be taken along', () => {
  test.each(['/', '/?q=Lanternby', `/incidents/${sampleTimeline.incident.id}`])('%s', async path => {
    const { text } = await request(app).get(path);
    const links = linksIn(text);
    expect(links.length).toBeGreaterThan(8);
    for (const href of new Set(links)) {
      const suffix = new URL(href, 'https://receipts.example').pathname.replace(/^[^.]+\./, '');
      expect(formatOf(suffix), href).toBeDefined();
      expect(href.includes('q=Lanternby')).toBe(path.includes('q=Lanternby'));
      expect((await request(app).get(href)).status).toBe(200);
    }
    expect(text).toMatch(/<link rel="alternate" type="application\/atom\+xml"[^>]* href="\/v1\/incidents[^"]*\.atom/);
  });
});
