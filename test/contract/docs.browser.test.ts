import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppDependencies } from '../../src/http/app.ts';
import { createApp } from '../../src/http/app.ts';
import { chromiumPath, launchChromium, sayBrowserSkipped } from '../support/chromium.ts';
import { contract, contractText, operations } from '../support/contract.ts';
import { serve, type TestServer } from '../support/http-server.ts';

const nothing = {} as never;
const dependencies: AppDependencies = {
  store: nothing,
  history: nothing,
  contract: contractText,
  demo: false,
  version: '0.1.0',
};

if (chromiumPath === undefined) sayBrowserSkipped('/docs in a browser');

describe.skipIf(chromiumPath === undefined)('/docs', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    server = await serve(createApp(dependencies));
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('request', request => {
      asked.push(request.url());
    });
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', error => {
      complaints.push(error.message);
    });
    await page.goto(`${server.origin}/docs`);
    await page.waitForSelector('#viewer .opblock');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('shows every operation and webhook of the contract', async () => {
    const webhooks = Object.keys(contract.webhooks).length;
    expect(await page.locator('#viewer .opblock').count()).toBe(operations.length + webhooks);
  });

  test('unfolds an operation with its parameters and answers', async () => {
    await page.locator('#operations-Incidents-listIncidents button').first().click();
    const shown = page.locator('#operations-Incidents-listIncidents');
    await shown.locator('.responses-wrapper').waitFor();
    expect(await shown.textContent()).toContain('polarity');
  });

  test('asks nobody but its own server', () => {
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter(url => !url.startsWith(`${server.origin}/`) && !url.startsWith('data:'))).toEqual([]);
  });

  test('does nothing that its policy forbids', () => {
    expect(complaints).toEqual([]);
  });

  test('has first steps that ask this server', async () => {
    expect(await page.locator('#quick-start').textContent()).toContain(`${server.origin}/v1/incidents`);
  });
});
