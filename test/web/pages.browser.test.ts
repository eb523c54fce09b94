import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { chromiumPath, launchChromium, sayBrowserSkipped } from '../support/chromium.ts';
import { noHistory, pageStore } from '../support/store.ts';
import { sampleTimeline } from './sample-timeline.ts';

if (chromiumPath === undefined) sayBrowserSkipped('the tests of the pages in a browser');

const { incident, events, articles } = sampleTimeline;
const PATHS = ['/', `/incidents/${incident.id}`, '/incidents/nobody-2031-03'];

describe.skipIf(chromiumPath === undefined)('in a browser', () => {
  let server: Server;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    const app = createApp({
      store: pageStore(sampleTimeline),
      history: noHistory,
      contract: '',
      demo: true,
      version: '0.1.0',
    });
    server = app.listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    await new Promise(resolve => server?.close(resolve));
  });

  /** Opens a page and closes everything again. */
  const visit = async <T>(
    path: string,
    options: NonNullable<Parameters<Browser['newContext']>[0]>,
    look: (page: Page, context: BrowserContext) => Promise<T>,
  ): Promise<T> => {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      await page.goto(origin + path);
      return await look(page, context);
    } finally {
      await context.close();
    }
  };

  test('the list leads to a timeline without JavaScript, and the timeline can be read', async () => {
    await visit('/', { javaScriptEnabled: false }, async page => {
      await page.getByRole('link', { name: incident.title }).click();
      expect(new URL(page.url()).pathname).toBe(`/incidents/${incident.id}`);
      for (const event of events)
        expect(await page.getByRole('heading', { name: event.summary }).isVisible()).toBe(true);
      expect(await page.getByText('no evidence that customer names were taken').isVisible()).toBe(true);
      for (const article of articles) expect(await page.locator(`#${article.articleId}`).isVisible()).toBe(true);
    });
  });

  test('a report that is folded away unfolds without JavaScript', async () => {
    await visit(`/incidents/${incident.id}`, { javaScriptEnabled: false }, async page => {
      const folded = page.locator('#evt_orders details blockquote');
      expect(await folded.isVisible()).toBe(false);
      await page.locator('#evt_orders summary').click();
      expect(await folded.isVisible()).toBe(true);
    });
  });

  test('a contradiction leads to the event that says otherwise', async () => {
    await visit(`/incidents/${incident.id}`, {}, async page => {
      await page.locator('#evt_taken .contradiction a[href="#evt_not_taken"]').click();
      expect(new URL(page.url()).hash).toBe('#evt_not_taken');
    });
  });

  test('the search works without JavaScript', async () => {
    await visit('/', { javaScriptEnabled: false }, async page => {
      await page.getByRole('searchbox').fill('nothing of the kind');
      await page.getByRole('button', { name: 'Search' }).click();
      expect(await page.getByText('No incident matches').isVisible()).toBe(true);
    });
  });

  test('the first stop of the keyboard leads past the head of the page', async () => {
    await visit('/', {}, async page => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    });
  });

  test.each(PATHS)('%s asks nothing of anybody else and has nothing to complain of', async path => {
    const context = await browser.newContext();
    const complaints: string[] = [];
    const foreign: string[] = [];
    const page = await context.newPage();
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    context.on('request', request => {
      if (!request.url().startsWith(origin)) foreign.push(request.url());
    });
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    await context.close();
    const expected = path.includes('nobody') ? [expect.stringContaining('404')] : [];
    expect(complaints).toEqual(expected);
    expect(foreign).toEqual([]);
  });

  test.each(PATHS.flatMap(path => [320, 768, 1280].map(width => [path, width] as const)))(
    '%s does not overflow at %i pixels',
    async (path, width) => {
      await visit(path, { viewport: { width, height: 800 } }, async page => {
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(width);
      });
    },
  );

  test.each(PATHS.flatMap(path => (['light', 'dark'] as const).map(scheme => [path, scheme] as const)))(
    '%s has enough contrast for all of its text: %s',
    async (path, colorScheme) => {
      await visit(path, { colorScheme }, async page => expect(await page.evaluate(tooFaint)).toEqual([]));
    },
  );
});

/**
 * Runs in the page. Texts whose contrast to their ground is below 4.5 to 1 (WCAG 2.2, 1.4.3; relative luminance as
 * defined there).
 */
const tooFaint = (): string[] => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (color: string): number[] => {
    if (canvas === null) return [0, 0, 0, 0];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const channel = (value: number): number => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r = 0, g = 0, b = 0]: number[]): number =>
    0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (element: Element | null): number[] => {
    if (element === null) return [255, 255, 255];
    const color = rgb(getComputedStyle(element).backgroundColor);
    return (color[3] ?? 0) > 0 ? color : ground(element.parentElement);
  };
  const ratio = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  return [...document.querySelectorAll('body *')].flatMap(element => {
    const text = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    if (text.every(({ textContent }) => textContent?.trim() === '')) return [];
    const contrast = ratio(luminance(rgb(getComputedStyle(element).color)), luminance(ground(element)));
    return contrast < 4.5 ? [`${element.tagName}.${element.className}: ${contrast.toFixed(2)}`] : [];
  });
};
