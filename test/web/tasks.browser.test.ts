import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { chromiumPath, launchChromium, sayBrowserSkipped } from '../support/chromium.ts';
import { type RunningCommand, run, start } from '../support/command.ts';
import { missingIn, writtenAnswers } from '../support/written-answers.ts';

if (chromiumPath === undefined) sayBrowserSkipped('tasks of journalists and analysts in a browser');

/** Clicks and keystrokes that start something; scrolling and reading cost nothing. */
const MOST_CLICKS = 4;
const STARTING_MS = 90_000;

/** A reader who starts at the home page and whose clicks are counted. */
const readerOf = (page: Page) => {
  let clicks = 0;
  return {
    page,
    clicks: () => clicks,
    async follow(name: string | RegExp, within = 'main') {
      clicks++;
      await page.locator(within).getByRole('link', { name }).first().click();
    },
    async click(what: Locator) {
      clicks++;
      await what.first().click();
    },
    async press(name: string | RegExp) {
      clicks++;
      await page.getByRole('button', { name }).first().click();
    },
    async open(summary: string | RegExp) {
      clicks++;
      await page.locator('summary', { hasText: summary }).first().click();
    },
    async choose(label: string, option: string) {
      clicks++;
      await page.getByLabel(label).selectOption(option);
    },
    async tick(label: string) {
      clicks++;
      await page.getByLabel(label).check();
    },
  };
};
type Reader = ReturnType<typeof readerOf>;

interface Task {
  readonly who: 'journalist' | 'analyst';
  readonly task: string;
  readonly go: (reader: Reader) => Promise<void>;
}

const see = async ({ page }: Reader, words: string | RegExp): Promise<void> =>
  expect(await page.getByText(words).filter({ visible: true }).first().isVisible(), String(words)).toBe(true);

/** As `docs/tasks.md` tells them. */
const TASKS: readonly Task[] = [
  {
    who: 'journalist',
    task: 'Were passwords taken at the Co-op, and who says so?',
    async go(reader) {
      await reader.follow('Co-op, April 2025', '.incidents');
      await reader.choose('Kind', 'data');
      await reader.press('Filter');
      await see(reader, /passwords .*were not taken/i);
      await see(reader, /The company/);
    },
  },
  {
    who: 'journalist',
    task: 'What was known about the Co-op on 1 May 2025, and what has changed since?',
    async go(reader) {
      await reader.follow('Co-op, April 2025', '.incidents');
      await reader.page.getByLabel('As it could be read on').fill('2025-05-01');
      await reader.press('Look back');
      await see(reader, /This is the past: as the public could read it on 1 May 2025/);
      await reader.open(/What has changed since 1 May 2025/);
      await see(reader, 'New');
    },
  },
  {
    who: 'journalist',
    task: 'Cite the first source of what matters most at Marks & Spencer.',
    async go(reader) {
      await reader.follow('Marks & Spencer, April 2025', '.incidents');
      await reader.tick('only what matters most');
      await reader.press('Filter');
      await reader.press('Cite the source');
      await reader.page.getByRole('button', { name: 'Copied' }).waitFor();
      expect(await reader.page.evaluate(() => navigator.clipboard.readText())).toMatch(/^.+, “.+”, .*\d{4}, http/);
    },
  },
  {
    who: 'journalist',
    task: 'How many people does each side name at the Co-op?',
    async go(reader) {
      await reader.follow('Co-op, April 2025', '.incidents');
      await reader.follow(/20 million customers are affected/, '.facts');
      await see(reader, 'Others say otherwise');
      expect(await reader.page.locator('.event:target .side').count()).toBeGreaterThan(1);
    },
  },
  {
    who: 'journalist',
    task: 'Which article was changed without saying so, and how?',
    async go(reader) {
      await reader.follow('Co-op, April 2025', '.incidents');
      const changed = reader.page.locator('.articles li', { hasText: 'without saying so' });
      await reader.click(changed.getByRole('link', { name: /what it says/ }));
      await see(reader, 'the page does not say so');
      await see(reader, 'Before');
    },
  },
  {
    who: 'analyst',
    task: 'Compare the Co-op with Marks & Spencer, counted from each first report.',
    async go(reader) {
      await reader.follow('Co-op, April 2025', '.incidents');
      const related = reader.page.locator('.related li', { hasText: 'Marks & Spencer' });
      await reader.click(related.getByRole('link', { name: /Compare/ }));
      await reader.follow('days from the first report');
      await see(reader, 'Day 0');
      await see(reader, 'not reported');
    },
  },
  {
    who: 'analyst',
    task: 'Which incidents do reports put down to DragonForce?',
    async go(reader) {
      await reader.follow(/^DragonForce/, '.filters');
      expect(await reader.page.locator('.incidents > li').count()).toBe(2);
    },
  },
  {
    who: 'analyst',
    task: 'Take the incidents in which dates of birth are said to be taken along as a table.',
    async go(reader) {
      await reader.follow(/^Dates of birth/, '.filters');
      const [download] = await Promise.all([reader.page.waitForEvent('download'), reader.follow('CSV')]);
      expect(readFileSync(await download.path(), 'utf8')).toMatch(/co-op-2025-04/);
    },
  },
  {
    who: 'analyst',
    task: 'How long were services down at Marks & Spencer, and of which is no end reported?',
    async go(reader) {
      await reader.follow('Marks & Spencer, April 2025', '.incidents');
      await see(reader, /Services hit/);
      await see(reader, /no end is reported/);
    },
  },
  {
    who: 'analyst',
    task: 'How accurate is this, and which feeds is it made of?',
    async go(reader) {
      await reader.follow('About', '.sections');
      await see(reader, 'All kinds of facts together');
      await reader.follow('sources');
      await see(reader, 'Read last');
    },
  },
];

describe.skipIf(chromiumPath === undefined)('on the demo, from the home page', () => {
  let demo: RunningCommand;
  let browser: Browser;
  let origin = '';
  const folder = mkdtempSync(join(tmpdir(), 'receipts-tasks-'));

  beforeAll(async () => {
    demo = start(['demo'], { PORT: '0', RECEIPTS_DEMO_PORT: '0', RECEIPTS_DEMO_DATA_DIR: folder });
    origin = (await demo.says(/Pages\s+(http:\/\/\S+)\//))[1] ?? '';
    browser = await launchChromium();
  }, STARTING_MS);
  afterAll(async () => {
    await browser?.close();
    demo?.process.kill('SIGTERM');
    await demo?.finished;
    rmSync(folder, { recursive: true, force: true });
  }, STARTING_MS);

  const visit = async (look: (page: Page) => Promise<void>): Promise<void> => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    try {
      const page = await context.newPage();
      await page.goto(`${origin}/`);
      await look(page);
    } finally {
      await context.close();
    }
  };

  test.each(TASKS)(`a $who: $task`, { timeout: 30_000 }, async ({ go }) => {
    await visit(async page => {
      const reader = readerOf(page);
      await go(reader);
      expect(reader.clicks()).toBeLessThanOrEqual(MOST_CLICKS);
    });
  });

  const written = readFileSync(fileURLToPath(new URL('../../docs/tasks.md', import.meta.url)), 'utf8');

  test.each(writtenAnswers(written))('$path answers what is written', async ({ path, answer }) => {
    const real = await (await fetch(origin + path)).json();
    expect(missingIn(real, answer)).toBeUndefined();
  });

  test('an editor with a key corrects a title in a form, and axe has nothing against the desk', {
    timeout: 60_000,
  }, async () => {
    const made = await run(['keys', 'create', '--scope', 'admin', 'Ida Press'], { RECEIPTS_DATA_DIR: folder });
    await visit(async page => {
      await page.goto(`${origin}/desk`);
      expect(await axeViolations(page)).toEqual([]);
      await page.getByLabel('API key').fill(/rcp_[\w-]+/.exec(made.stdout)?.[0] ?? '');
      await page.getByRole('button', { name: 'Open the desk' }).click();
      expect(await axeViolations(page)).toEqual([]);
      for (const room of ['review', 'webhooks', 'keys']) {
        await page.goto(`${origin}/desk/${room}`);
        expect(await axeViolations(page)).toEqual([]);
      }
      await page.goto(`${origin}/desk`);
      await page.getByRole('link', { name: 'Co-op, April 2025' }).first().click();
      expect(await axeViolations(page)).toEqual([]);
      for (const width of [320, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
      await page.getByLabel('Title', { exact: true }).fill('Co-op, the spring of 2025');
      await page.getByLabel(/Why.*another title/).fill('The season is what people remember.');
      await page.getByRole('button', { name: 'Give it this title' }).click();
      await page.getByRole('heading', { level: 1, name: 'Co-op, the spring of 2025' }).waitFor();
    });
  });

  test('every task is written up', () => {
    for (const { task } of TASKS) expect(written).toContain(task);
  });
});
