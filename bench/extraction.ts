import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { extractArticle } from '../ingest/extract.ts';
import { htmlToText } from '../ingest/html-text.ts';
import { interleaved, median, table, tell } from './kit.ts';

/**
 * Measures article extraction against Readability on jsdom, on a folder with `ground-truth.json`
 * (`{id: {articleBody, url}}`) and `html/<id>.html.gz`.
 * `npm run bench extraction -- [--pages FOLDER] [--rounds N] [--worst N]`
 */
const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: '../shared/corpora/extraction' },
    rounds: { type: 'string', default: '3' },
    worst: { type: 'string', default: '0' },
  },
});
const FOLDER = options.pages;
const WARM_UP = 40;
const SHINGLE = 4;

const shingles = (text: string): Map<string, number> => {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const size = Math.min(SHINGLE, Math.max(tokens.length, 1));
  const counts = new Map<string, number>();
  for (let index = 0; index + size <= tokens.length; index++) {
    const shingle = tokens.slice(index, index + size).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
};

const total = (counts: Map<string, number>): number => counts.values().reduce((sum, count) => sum + count, 0);

const compare = (wanted: string, got: string): { precision: number; recall: number } => {
  const truth = shingles(wanted);
  const found = shingles(got);
  let common = 0;
  for (const [shingle, count] of found) common += Math.min(count, truth.get(shingle) ?? 0);
  const precision = total(found) === 0 ? (total(truth) === 0 ? 1 : 0) : common / total(found);
  const recall = total(truth) === 0 ? (total(found) === 0 ? 1 : 0) : common / total(truth);
  return { precision, recall };
};

interface Reading {
  readonly text: string;
  readonly method: string;
}
type Read = (body: Uint8Array, url: string) => Promise<Reading>;

const failed = (error: unknown): Reading => ({ text: '', method: `not read: ${String(error).slice(0, 60)}` });

/** What is compared: the whole of our extraction, metadata included, and what one would write first. */
const READERS: Readonly<Record<string, Read>> = {
  Receipts: (body, url) => extractArticle(body, { url }).catch(failed),
  'Readability on jsdom': async (body, url) => {
    try {
      const { document } = new JSDOM(body, { url, virtualConsole: new VirtualConsole() }).window;
      return { text: htmlToText(new Readability(document).parse()?.content ?? ''), method: 'jsdom' };
    } catch (error) {
      return failed(error);
    }
  },
};

interface Page {
  readonly id: string;
  readonly url: string;
  readonly body: Uint8Array;
  readonly wanted: string;
}

const readPages = (): readonly Page[] => {
  const truth: Record<string, { articleBody: string; url: string }> = JSON.parse(
    readFileSync(join(FOLDER, 'ground-truth.json'), 'utf8'),
  );
  return Object.entries(truth).map(([id, { articleBody, url }]) => ({
    id,
    url: /^https?:/.test(url) ? url : `https://${url}`,
    body: gunzipSync(readFileSync(join(FOLDER, 'html', `${id}.html.gz`))),
    wanted: articleBody,
  }));
};

interface Pass {
  /** CPU, user and system. */
  readonly msPerPage: number;
  readonly readings: readonly Reading[];
}

const passOver = async (pages: readonly Page[], read: Read): Promise<Pass> => {
  const before = process.cpuUsage();
  const readings: Reading[] = [];
  for (const { body, url } of pages) readings.push(await read(body, url));
  const { user, system } = process.cpuUsage(before);
  return { msPerPage: (user + system) / 1000 / pages.length, readings };
};

const scoresOf = (pages: readonly Page[], readings: readonly Reading[]) => {
  const rows = pages.map((page, index) => {
    const { text = '', method = '' } = readings[index] ?? {};
    return { ...page, method, ...compare(page.wanted, text.replace(/(^|\n)(?:> )?(?:#{1,2} |\* )?/g, '$1')) };
  });
  const mean = (pick: (row: (typeof rows)[number]) => number) =>
    rows.reduce((sum, row) => sum + pick(row), 0) / rows.length;
  const [precision, recall] = [mean(row => row.precision), mean(row => row.recall)];
  return { rows, precision, recall, f1: (2 * precision * recall) / (precision + recall) };
};

const measure = async (): Promise<void> => {
  const pages = readPages();
  // The engine compiles both alike before anything is measured.
  for (const read of Object.values(READERS)) await passOver(pages.slice(0, WARM_UP), read);
  const rounds = await interleaved(
    Number(options.rounds),
    Object.fromEntries(Object.entries(READERS).map(([name, read]) => [name, () => passOver(pages, read)])),
  );
  const measured = Object.entries(rounds).map(([name, passes]) => {
    const scores = scoresOf(pages, passes[0]?.readings ?? []);
    const methods = Map.groupBy(scores.rows, row => row.method);
    const read = [...methods].map(([method, list]) => `${method} ${list.length}`).join(', ');
    return { name, ms: median(passes.map(({ msPerPage }) => msPerPage)), ...scores, read };
  });
  const [ours, theirs] = measured;
  const ratio = (ours?.ms ?? Number.NaN) / (theirs?.ms ?? Number.NaN);
  await tell({
    part: 'extraction',
    title: 'Taking articles out of pages',
    command: `npm run bench extraction -- --rounds ${options.rounds}`,
    text: [
      `${pages.length} pages of news sites with their articles as people marked them (multisets of 4-token shingles, precision and recall averaged over the pages, then combined). Ours with decoding, bounds, dates and language; the other only decodes and parses. Medians of ${options.rounds} interleaved rounds in one process.`,
      table(
        ['', 'F1', 'precision', 'recall', 'CPU ms/page', 'read on'],
        measured.map(({ name, f1, precision, recall, ms, read }) => [
          name,
          ...[f1, precision, recall].map(figure => figure.toFixed(4)),
          ms.toFixed(1),
          read,
        ]),
      ),
      `${ratio.toFixed(3)} of the CPU of jsdom and Readability (asked for: at most 0.2, at an F1 of at least 0.950). Published for these pages: readability_js 0.947, trafilatura 0.958, go_trafilatura 0.960, rs_trafilatura 0.970.`,
    ],
    figures: measured.map(({ name, f1, precision, recall, ms, read }) => ({ name, f1, precision, recall, ms, read })),
  });
  const harm = (row: { precision: number; recall: number }) => 2 - row.precision - row.recall;
  for (const row of (ours?.rows ?? []).toSorted((a, b) => harm(b) - harm(a)).slice(0, Number(options.worst)))
    console.log(`${row.precision.toFixed(2)} ${row.recall.toFixed(2)} ${row.method} ${row.id.slice(0, 12)} ${row.url}`);
};

if (existsSync(join(FOLDER, 'ground-truth.json'))) await measure();
else console.error(`No corpus at ${FOLDER}: nothing was measured. Name its folder with --pages.`);
