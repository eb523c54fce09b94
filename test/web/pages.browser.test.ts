import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { axeViolations } from '../support/axe.ts';
import { chromiumPath, launchChromium, sayBrowserSkipped } from '../support/chromium.ts';
import { GONE_INCIDENT, noHistory, pageStore, SHOWN_ARTICLE } from '../support/store.ts';
import { otherTimeline, sampleTimeline } from './sample-timeline.ts';

if (chromiumPath === undefined) sayBrowserSkipped('the tests of the pages in a browser');

const { incident, events, articles } = sampleTimeline;
const INCIDENT = `/incidents/${incident.id}`;
const COMPARISON = `/compare?incidents=${incident.id},${otherTimeline.incident.id}&align=day0`;
/** Each kind of page, also those of problems. */
const PATHS = [
  '/',
  '/?polarity=taken&q=nothing',
  INCIDENT,
  `${INCIDENT}?kind=data&important=true`,
  COMPARISON,
  '/compare',
  '/retailers',
  '/retailers/lanternby',
  '/actors',
  '/actors/paperwasp',
  `/articles/${SHOWN_ARTICLE}`,
  '/sources',
  '/about',
  `/embed/${incident.id}`,
  '/incidents/nobody-2031-03',
  `/incidents/${GONE_INCIDENT}`,
  '/?dataType=shoe-sizes',
];
const FAILING = /nobody|lost-|shoe-sizes/;
/** What a first visit to the page of an incident may weigh, compressed: HTML, stylesheet and script. */
const BUDGET = 100 * 1024;

describe.skipIf(chromiumPath === undefined)('in a browser', () => {
  let server: Server;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    const app = createApp({
      store: pageStore(sampleTimeline, otherTimeline),
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
      await page.getByRole('heading').getByRole('link', { name: incident.title }).click();
      expect(new URL(page.url()).pathname).toBe(`/incidents/${incident.id}`);
      for (const event of events)
        expect(await page.getByRole('heading', { name: event.summary }).isVisible()).toBe(true);
      expect(await page.getByText('we have paused orders on our website and app').first().isVisible()).toBe(true);
      for (const article of articles) expect(await page.locator(`#${article.articleId}`).isVisible()).toBe(true);
    });
  });

  test('a report that is folded away unfolds without JavaScript', async () => {
    await visit(`/incidents/${incident.id}`, { javaScriptEnabled: false }, async page => {
      const folded = page.locator('#evt_orders details blockquote');
      expect(await folded.isVisible()).toBe(false);
      await page.locator('#evt_orders .quotes summary').click();
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
    const expected = FAILING.test(path) ? [expect.stringMatching(/status of 4\d\d/)] : [];
    expect(complaints).toEqual(expected);
    expect(foreign).toEqual([]);
  });

  test.each(PATHS.flatMap(path => [320, 768, 1920].map(width => [path, width] as const)))(
    '%s does not overflow at %i pixels',
    async (path, width) => {
      await visit(path, { viewport: { width, height: 800 } }, async page => {
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(width);
      });
    },
  );

  test.each(PATHS.flatMap(path => (['light', 'dark'] as const).map(scheme => [path, scheme] as const)))(
    '%s has nothing that axe complains of: %s',
    async (path, colorScheme) => {
      await visit(path, { colorScheme, viewport: { width: 1000, height: 900 } }, async page => {
        expect(await axeViolations(page)).toEqual([]);
        expect(await page.evaluate(tooFaint)).toEqual([]);
      });
    },
  );

  test('the keyboard alone reaches the search, an incident, its filter and the way to cite a line', async () => {
    await visit('/', {}, async page => {
      await tabTo(page, 'q');
      await page.keyboard.type('Lanternby');
      await page.keyboard.press('Enter');
      await page.waitForURL(/q=Lanternby/);
      await tabTo(page, incident.title);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${INCIDENT}`);
      await tabTo(page, 'kind');
      await page.keyboard.press('D');
      await tabTo(page, 'Filter');
      await page.keyboard.press('Enter');
      await page.waitForURL(/kind=data/);
      await tabTo(page, 'Cite the source');
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
      expect(outline).toBe('solid');
    });
  });

  test('the filter of a timeline works without JavaScript, and stands in the address', async () => {
    await visit(INCIDENT, { javaScriptEnabled: false }, async page => {
      await page.getByLabel('Kind').selectOption('data');
      await page.getByRole('button', { name: 'Filter' }).click();
      expect(new URL(page.url()).searchParams.get('kind')).toBe('data');
      expect(await page.locator('#evt_taken').isVisible()).toBe(true);
      expect(await page.locator('#evt_orders').count()).toBe(0);
    });
  });

  test('a line that was taken back is folded, and opens for who follows a link to it', async () => {
    await visit(`${INCIDENT}#evt_not_taken`, { javaScriptEnabled: false }, async page => {
      const words = page.locator('#evt_not_taken blockquote').first();
      expect(await words.isVisible()).toBe(false);
      await page.locator('#evt_not_taken > details > summary').click();
      expect(await words.isVisible()).toBe(true);
    });
  });

  test('one click copies how to cite the source', async () => {
    await visit(INCIDENT, { permissions: ['clipboard-read', 'clipboard-write'] }, async page => {
      await page.locator('#evt_orders').getByRole('button', { name: 'Cite the source' }).click();
      await page.locator('#evt_orders').getByRole('button', { name: 'Copied' }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(
        'Outlet 1, “Story 1 about Lanternby”, 1 March 2031, https://outlet-1.example/lanternby/story?id=1',
      );
    });
  });

  test('the days slide where a script runs, and are a form where none does', async () => {
    await visit(INCIDENT, {}, async page => {
      const slider = page.getByRole('slider');
      await slider.focus();
      await page.keyboard.press('ArrowLeft');
      await page.waitForURL(/asOf=\d{4}-\d{2}-\d{2}/);
    });
    await visit(INCIDENT, { javaScriptEnabled: false }, async page => {
      expect(await page.getByRole('slider').count()).toBe(0);
      await page.getByLabel('As it could be read on').fill('2031-03-05');
      await page.getByRole('button', { name: 'Look back' }).click();
      expect(page.url()).toContain('asOf=2031-03-05');
    });
  });

  test('two incidents are chosen and compared without JavaScript', async () => {
    await visit('/compare', { javaScriptEnabled: false }, async page => {
      for (const box of await page.getByRole('checkbox').all()) await box.check();
      await page.getByRole('button', { name: 'Compare' }).click();
      expect(await page.getByText('not reported').first().isVisible()).toBe(true);
      await page.getByRole('link', { name: 'days from the first report' }).click();
      expect(page.url()).toContain('align=day0');
      expect(await page.getByText('Day 0').first().isVisible()).toBe(true);
    });
  });

  test('nothing moves while the page of an incident loads', async () => {
    await visit(INCIDENT, { viewport: { width: 390, height: 800 } }, async page => {
      expect(await page.evaluate(layoutShift)).toBe(0);
    });
  });

  test('the page of an incident weighs less than its budget, compressed, with all that it loads', async () => {
    const weights = await visit(INCIDENT, {}, async page => {
      const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      const bodies = await Promise.all([page.url(), ...loaded].map(async url => (await fetch(url)).text()));
      return bodies.map(body => brotliCompressSync(body).length);
    });
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(BUDGET);
  });

  test('a frame on another site shows the timeline; the page itself refuses to be framed', async () => {
    const framed = async (path: string) => (await fetch(origin + path)).headers.get('content-security-policy');
    expect(await framed(`/embed/${incident.id}`)).toContain('frame-ancestors *');
    expect(await framed(INCIDENT)).toContain("frame-ancestors 'none'");
  });
});

/** Presses Tab until what has the focus is called so, by its text, name or label. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let stop = 0; stop < 200; stop++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const focused = document.activeElement;
      return [focused?.textContent?.trim(), focused?.getAttribute('name')];
    });
    if (at.includes(name)) return;
  }
  throw new Error(`No stop of the keyboard is called "${name}".`);
};

/** Runs in the page: the sum of layout shifts so far (Cumulative Layout Shift). */
const layoutShift = (): Promise<number> =>
  new Promise(resolve => {
    new PerformanceObserver((list, observer) => {
      observer.disconnect();
      resolve(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0));
    }).observe({ type: 'layout-shift', buffered: true });
    // Without any shift nothing is ever reported: the frame after the next is late enough.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
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
