// Brings hostile words in as articles and claims, shows them in Chromium on every page and in every export, and counts what runs.
//   npm run xss -- [--no-write]     with the feeds in ../shared/corpora where they are there
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createParsers } from '#ingest';
import { linkAll } from '#pipeline';
import { chromiumPath, launchChromium, sayBrowserSkipped } from '../test/support/chromium.ts';
import { plant } from '../test/support/xss/plant.ts';
import { HOSTILE_STRINGS } from '../test/support/xss/strings.ts';
import { visitAll } from '../test/support/xss/visit.ts';
import { writeSection } from './section.ts';
import { openServing } from './serving.ts';

const PAGE = new URL('../docs/reliability.md', import.meta.url);
const FOLDER = new URL('../../shared/corpora/feeds/feedparser/wellformed/sanitize/', import.meta.url);
const { values } = parseArgs({ options: { 'no-write': { type: 'boolean', default: false } } });

const unescaped = (text: string): string =>
  text
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** The words of a feed's elements, as they stand in it and unescaped once: a parser that removes nothing would give these. */
const rawWords = (feed: string): readonly string[] =>
  [
    ...feed.matchAll(
      /<(?:content|description|summary|title|tagline|info|subtitle|rights)\b[^>]*>([\s\S]*?)<\/(?:content|description|summary|title|tagline|info|subtitle|rights)>/g,
    ),
  ]
    .flatMap(([, words = '']) => [words, unescaped(words)])
    .map(words => words.trim());

/** What our own parser makes of the same feeds. */
const parsedWords = async (files: readonly string[]): Promise<readonly string[]> => {
  const parsers = createParsers({ workers: 2 });
  const words: string[] = [];
  for (const file of files) {
    const context = {
      url: 'https://feeds.example/feed',
      contentType: 'application/xml',
      now: '2026-11-22T00:00:00Z',
    };
    const parsed = await parsers.parseFeed(readFileSync(new URL(file, FOLDER)), context).catch(() => undefined);
    for (const { title, text } of parsed?.items ?? []) words.push(title, text);
  }
  await parsers.close();
  return words;
};

if (chromiumPath === undefined) {
  sayBrowserSkipped('npm run xss');
  process.exit(1);
}
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter(name => name.endsWith('.xml')) : [];
const raw = files.flatMap(file => rawWords(readFileSync(new URL(file, FOLDER), 'utf8')));
const strings = [...new Set([...HOSTILE_STRINGS, ...raw, ...(await parsedWords(files))])].filter(
  text => text.trim() !== '',
);

await using serving = await openServing({ RECEIPTS_RATE_LIMIT: '0', RECEIPTS_KEY_RATE_LIMIT: '0' });
await plant(serving.program.store, strings);
await linkAll(serving.program.stages);
const browser = await launchChromium();
try {
  const begun = performance.now();
  const { origin } = serving;
  const token = await serving.key('admin');
  const report = await visitAll(browser, { origin, token, strings: HOSTILE_STRINGS, thorough: true });
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  const of = (pattern: RegExp): number => report.faults.filter(fault => pattern.test(fault)).length;
  const [ran, asked] = [of(/^a script ran/), of(/was asked for/)];
  const text = `## Scripts in the input

\`npm run xss\`, ${new Date().toISOString().slice(0, 10)}: ${strings.length} texts, out of ${HOSTILE_STRINGS.length} of our own and ${files.length} feeds that test sanitising, brought in as headlines, bylines,
publishers, retailers, quotes, speakers, attackers and sources. Chromium, **its content security policy switched off**, showed
${report.pages} pages (those of the desk and of errors among them) and ${report.exports} exports, and the HTML that feeds carry, in ${seconds} s.

| Scripts that ran | Requests to others | Elements or attributes that are not ours |
|---|---|---|
| ${ran} | ${asked} | ${report.faults.length - ran - asked} |

The same with our own list, and spreadsheets and Markdown besides, is part of \`npm test\`.`;
  if (!values['no-write']) await writeSection(PAGE, 'xss', text);
  for (const fault of report.faults.slice(0, 20)) console.log(`FAULT ${fault}`);
  console.log(
    `xss: ${strings.length} texts (${files.length} files), ${report.pages} pages, ${report.exports} exports: ${ran} scripts ran, ${asked} requests to others, ${report.faults.length - ran - asked} foreign elements`,
  );
  process.exitCode = report.faults.length === 0 ? 0 : 1;
} finally {
  await browser.close();
}
