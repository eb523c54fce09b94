import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Keeps the browser off the network: whatever it asks for then comes from our pages. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where this machine has a Chromium, if it has one. */
export const chromiumPath: string | undefined = PLACES.find(
  path => path !== undefined && path !== '' && existsSync(path),
);

/** Says on the terminal, loudly, that the tests of a subject are skipped. */
export const sayBrowserSkipped = (subject: string): void => {
  process.stderr.write(
    `\n*** SKIPPED: ${subject}. No Chromium was found. ***\n` +
      '*** Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH. ***\n\n',
  );
};

/** Starts it. Throws where there is none. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath ?? '', args: ARGUMENTS });
