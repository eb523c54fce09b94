// Takes the pictures of the README from the demo: npm run screenshots (needs a Chromium).
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../test/support/chromium.ts';
import { run, start } from '../test/support/command.ts';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly width?: number;
  readonly height: number;
  readonly scheme?: 'light' | 'dark';
}

const INCIDENT = '/incidents/co-op-2025-04';
const PICTURES: readonly Picture[] = [
  { name: 'home', path: '/', height: 1000 },
  { name: 'timeline', path: INCIDENT, height: 1400 },
  { name: 'timeline-dark', path: `${INCIDENT}#timeline`, height: 1000, scheme: 'dark' },
  { name: 'as-of', path: `${INCIDENT}?asOf=2025-05-01`, height: 900 },
  { name: 'compare', path: '/compare?incidents=co-op-2025-04,marks-and-spencer-2025-04', height: 1200 },
  { name: 'phone', path: INCIDENT, width: 390, height: 844 },
];
const WIDTH = 1100;

const take = async (browser: Browser, origin: string, picture: Picture): Promise<void> => {
  const { name, path, width = WIDTH, height, scheme = 'light' } = picture;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' });
  await page.goto(origin + path);
  await page.screenshot({ path: `docs/images/${name}.png` });
  await page.close();
  console.log(`docs/images/${name}.png`);
};

/** The desk opens with a key, which the command line makes in the demo's own database. */
const takeDesk = async (browser: Browser, origin: string, dataDir: string): Promise<void> => {
  const made = await run(['keys', 'create', '--scope', 'write', 'The desk'], { RECEIPTS_DATA_DIR: dataDir });
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 1200 } });
  await page.goto(`${origin}/desk`);
  await page.getByLabel('API key').fill(/rcp_[\w-]+/.exec(made.stdout)?.[0] ?? '');
  await page.getByRole('button', { name: 'Open the desk' }).click();
  await page.getByRole('link', { name: 'Co-op, April 2025' }).first().click();
  await page.screenshot({ path: 'docs/images/desk.png' });
  await page.close();
  console.log('docs/images/desk.png');
};

const folder = mkdtempSync(join(tmpdir(), 'receipts-pictures-'));
const demo = start(['demo'], { PORT: '0', RECEIPTS_DEMO_PORT: '0', RECEIPTS_DEMO_DATA_DIR: folder });
try {
  const origin = (await demo.says(/Pages\s+(http:\/\/\S+)\//))[1] ?? '';
  const browser = await launchChromium();
  mkdirSync('docs/images', { recursive: true });
  for (const picture of PICTURES) await take(browser, origin, picture);
  await takeDesk(browser, origin, folder);
  await browser.close();
} finally {
  demo.process.kill('SIGTERM');
  await demo.finished;
  rmSync(folder, { recursive: true, force: true });
}
