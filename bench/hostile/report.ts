import { writeSection } from '../section.ts';
import { machine } from './machine.ts';

/** What a run came to. */
export interface Figures {
  readonly groups: ReadonlyMap<
    string,
    { readonly cases: number; readonly refused: number; readonly slowestMs: number; readonly slowest: string }
  >;
  readonly failures: readonly string[];
  readonly seconds: number;
  readonly peakMb: number;
  readonly delayP99Ms: number;
  readonly delayMaxMs: number;
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const shareTable = async (folder: string): Promise<string> => {
  // Loaded after everything was measured: the parsers are no part of the main thread otherwise.
  const { feedparserShare } = await import('./feedparser.ts');
  const shares = await feedparserShare(folder);
  if (shares.length === 0) return '';
  const rows = shares.map(({ name, met, expected }) =>
    row([`\`${name}\``, expected, met, `${((100 * met) / expected).toFixed(1)} %`]),
  );
  return [
    '',
    'Of the tests of feedparser whose expectation is a plain equality on title, link, id, date, summary or author of the first entry or of the feed (as far as Receipts keeps it), those that are met:',
    '',
    '| folder | expectations | met | share |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
};

/** Prints the figures of a run and, unless `dry`, writes them into the page of reliability. */
export const writeFigures = async (figures: Figures, folder: string, dry: boolean): Promise<void> => {
  const { groups, failures, seconds, peakMb, delayP99Ms, delayMaxMs } = figures;
  const cases = [...groups.values()].reduce((sum, group) => sum + group.cases, 0);
  const text = [
    '## Hostile input',
    '',
    `\`npm run hostile\`, ${machine()}. A second process serves every input; the product's own fetcher and parsers fetch and read it, files two at a time. Each must come to a named error or to the right, perhaps partial, result within 2 s.`,
    '',
    '| input | cases | refused with a named error | slowest |',
    '|---|---|---|---|',
    ...[...groups].map(([name, group]) => row([name, group.cases, group.refused, `${Math.round(group.slowestMs)} ms`])),
    '',
    `**${cases} cases, ${failures.length} failures**, ${seconds.toFixed(0)} s. Peak memory of the process ${Math.round(peakMb)} MB (at most 512). Delay of the main thread's event loop meanwhile: p99 ${delayP99Ms.toFixed(1)} ms (at most 50), worst ${delayMaxMs.toFixed(0)} ms.`,
    ...(dry ? [] : [await shareTable(folder)]),
  ].join('\n');
  console.log(text);
  for (const [name, { slowest }] of groups) console.error(`Slowest of ${name}: ${slowest}`);
  for (const failure of failures) console.error(`FAILED  ${failure}`);
  if (!dry) await writeSection(new URL('../../docs/reliability.md', import.meta.url), 'hostile', text);
};
