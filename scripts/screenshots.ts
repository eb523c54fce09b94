// Takes the pictures of the README from the demo: npm run screenshots (needs a Chromium).
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../test/support/chromium.ts';
import { start } from '../test/support/command.ts';

const PICTURES = [
  { name: 'incidents', path: '/', height: 900 },
  { name: 'timeline', path: '/incidents/co-op-2025-04', height: 1400 },
];

const folder = mkdtempSync(join(tmpdir(), 'receipts-pictures-'));
const demo = start(['demo'], { PORT: '0', RECEIPTS_DEMO_PORT: '0', RECEIPTS_DEMO_DATA_DIR: folder });
try {
  const origin = (await demo.says(/API\s+(http:\/\/\S+)\/v1\/incidents/))[1] ?? '';
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
  mkdirSync('docs/images', { recursive: true });
  for (const { name, path, height } of PICTURES) {
    await page.setViewportSize({ width: 1100, height });
    await page.goto(origin + path);
    await page.screenshot({ path: `docs/images/${name}.png` });
    console.log(`docs/images/${name}.png`);
  }
  await browser.close();
} finally {
  demo.process.kill('SIGTERM');
  await demo.finished;
  rmSync(folder, { recursive: true, force: true });
}
