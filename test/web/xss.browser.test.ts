import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkAll } from '#pipeline';
import { readCsv } from '../export/read-csv.ts';
import { chromiumPath, launchChromium, sayBrowserSkipped } from '../support/chromium.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';
import { plant } from '../support/xss/plant.ts';
import { HOSTILE_STRINGS } from '../support/xss/strings.ts';
import { visitAll, type XssReport } from '../support/xss/visit.ts';

if (chromiumPath === undefined) sayBrowserSkipped('the tests of hostile words in a browser');

describe.skipIf(chromiumPath === undefined)('hostile words', () => {
  let desk: TestDesk;
  let browser: Browser;
  let report: XssReport;

  beforeAll(async () => {
    desk = await testDesk({ RECEIPTS_RATE_LIMIT: '0', RECEIPTS_KEY_RATE_LIMIT: '0' });
    await plant(desk.program.store, HOSTILE_STRINGS);
    await linkAll(desk.program.stages);
    browser = await launchChromium();
    const token = await desk.key('admin');
    report = await visitAll(browser, { origin: desk.origin, token, strings: HOSTILE_STRINGS });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  test('run no script, ask nobody and make no element, on any page and in any export, without a policy to hold them', () => {
    expect(report.faults).toEqual([]);
  });

  test('were there to be seen', async () => {
    expect(report.pages).toBeGreaterThan(2 * HOSTILE_STRINGS.length);
    const { text } = await desk.http.get('/incidents/shop-0-2031-03');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('are no formulas in a spreadsheet', async () => {
    const { text } = await desk.http.get('/v1/incidents.csv').buffer(true);
    const cells = readCsv(text).flat();
    expect(cells.filter(cell => /^[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d.]+$/.test(cell))).toEqual([]);
    expect(cells.some(cell => cell.includes('HYPERLINK'))).toBe(true);
  });

  test('are no HTML in Markdown', async () => {
    const { text } = await desk.http.get('/v1/incidents/shop-0-2031-03.md').buffer(true);
    expect(text.match(/(?<!\\)<(?!https?:\/\/[^\s<>]*>)[a-z!/?]/gi)).toBeNull();
    expect(text).not.toMatch(/\]\(\s*<?javascript:/i);
  });

  test('that a page is watched for are noticed where they do run', async () => {
    const page = await browser.newPage();
    await page.setContent('<p>harmless</p>');
    const dialog = page.waitForEvent('dialog');
    void page.setContent('<img src=x onerror=alert(1)>');
    await (await dialog).dismiss();
    await page.close();
  });
});
