import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extractArticle } from '../ingest/extract.ts';

/**
 * Measures article extraction on a folder with `ground-truth.json` (`{id: {articleBody, url}}`) and `html/<id>.html.gz`:
 * multisets of 4-token shingles, precision and recall averaged over the pages, then combined.
 * `node bench/extraction.ts [FOLDER] [--worst N]`
 */
const FOLDER = process.argv[2]?.startsWith('--') === false ? process.argv[2] : '../shared/corpora/extraction';
const WORST = Number(process.argv[process.argv.indexOf('--worst') + 1] ?? 0) || 0;
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

interface Row {
  readonly id: string;
  readonly url: string;
  readonly precision: number;
  readonly recall: number;
  readonly method: string;
}

const measure = async (): Promise<void> => {
  const truthFile = join(FOLDER, 'ground-truth.json');
  if (!existsSync(truthFile)) {
    console.error(`No corpus at ${truthFile}: nothing was measured. Name its folder as the first argument.`);
    process.exitCode = 1;
    return;
  }
  const truth: Record<string, { articleBody: string; url: string }> = JSON.parse(readFileSync(truthFile, 'utf8'));
  const rows: Row[] = [];
  const cpu = process.cpuUsage();
  const began = performance.now();
  for (const [id, { articleBody, url }] of Object.entries(truth)) {
    const body = gunzipSync(readFileSync(join(FOLDER, 'html', `${id}.html.gz`)));
    const article = await extractArticle(body, { url }).catch((error: Error) => ({ text: '', method: error.message }));
    const plain = article.text.replace(/(^|\n)(?:> )?(?:#{1,2} |\* )?/g, '$1');
    rows.push({ id, url, ...compare(articleBody, plain), method: article.method });
  }
  const seconds = (performance.now() - began) / 1000;
  const used = process.cpuUsage(cpu);
  const mean = (pick: (row: Row) => number) => rows.reduce((sum, row) => sum + pick(row), 0) / rows.length;
  const [precision, recall] = [mean(row => row.precision), mean(row => row.recall)];
  const byMethod = Map.groupBy(rows, row => row.method);
  console.log(`pages ${rows.length}`);
  console.log(
    `precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  F1 ${((2 * precision * recall) / (precision + recall)).toFixed(4)}`,
  );
  for (const [method, list] of byMethod) console.log(`read by ${method}: ${list.length}`);
  console.log(
    `${seconds.toFixed(1)} s, CPU ${((used.user + used.system) / 1000 / rows.length).toFixed(1)} ms per page`,
  );
  const harm = (row: Row) => 2 - row.precision - row.recall;
  for (const row of rows.toSorted((a, b) => harm(b) - harm(a)).slice(0, WORST)) {
    console.log(`${row.precision.toFixed(2)} ${row.recall.toFixed(2)} ${row.method} ${row.id.slice(0, 12)} ${row.url}`);
  }
};

await measure();
