import type { Command } from 'commander';
import type { Origin } from '../backfill/sources.ts';
import type { BackfillOptions } from '../backfill.ts';
import { type AddCommands, DRY_RUN, JSON_OPTION, type Run, several, withExamples } from './command.ts';

/** The options that every kind of backfill has. */
const common = (command: Command): Command =>
  command
    .option('--from <day>', 'nothing older, e.g. 2025-04-01')
    .option('--to <day>', 'nothing newer')
    .option('--match <word>', 'only pages with this in address or title; may be given several times', several)
    .option('--limit <number>', 'this many pages at most')
    .option('--delay <seconds>', 'between two requests to one site; a longer Crawl-delay of the site counts', '1')
    .option('--fresh', 'forget what was noted of earlier runs; what is held is still not fetched')
    .option('--dry-run', 'list what would be fetched, and write nothing')
    .option(...JSON_OPTION);

const runner =
  (run: Run) =>
  (origin: Origin, options: BackfillOptions): Promise<void> =>
    run(async config => (await import('../backfill.ts')).backfill(config, origin, options));

const addBackfill: AddCommands = (program, run) => {
  const take = runner(run);
  const backfill = program
    .command('backfill')
    .description('take history in, politely; interrupted in whatever way, the same command goes on');
  withExamples(
    common(
      backfill.command('list').description('the pages of a list, an address a line').argument('<file>', 'the list'),
    ).action((file, options) => take({ kind: 'list', file }, options)),
    ['backfill list urls.txt', 'each page once, one a second and site'],
  );
  withExamples(
    common(
      backfill
        .command('sitemap')
        .description("the pages of a site's sitemaps: sitemap.xml, indexes, gzip, news sitemaps")
        .argument('<url>', 'a sitemap; or a home page: its robots.txt says where they are'),
    ).action((url, options) => take({ kind: 'sitemap', url }, options)),
    ['backfill sitemap https://news.example/ --from 2025-04-01 --match cyber --dry-run', 'what would be fetched'],
    ['backfill sitemap https://news.example/ --from 2025-04-01 --match cyber', 'fetch it'],
  );
  withExamples(
    common(
      backfill
        .command('feed')
        .description('the articles of a feed and of its older pages')
        .argument('<url>', 'the feed')
        .option('--pages <number>', 'pages of the feed at most', '50'),
    ).action(async (url, { pages, ...options }) => {
      const { countIn } = await import('../backfill/options.ts');
      await take({ kind: 'feed', url, pages: countIn('--pages', pages) ?? 50 }, options);
    }),
    ['backfill feed https://blog.example/feed/ --pages 20', '?paged=2 … or what the feed itself names'],
  );
  withExamples(
    common(
      backfill
        .command('gdelt')
        .description('the articles that the GDELT DOC 2.0 API finds; it goes back about three months')
        .argument('<query>', 'in the language of that API'),
    ).action((query, options) => take({ kind: 'gdelt', query }, options)),
    [
      `backfill gdelt '(cyberattack OR ransomware) retailer sourcelang:english' --from 2026-10-01 --dry-run`,
      'list them',
    ],
  );
  withExamples(
    common(
      backfill.command('dump').description('a dump: JSON Lines as `import` takes them').argument('<file>', 'the dump'),
    ).action((file, options) => take({ kind: 'dump', file }, options)),
    ['backfill dump archive.jsonl --from 2024-01-01', 'goes on where it was interrupted'],
  );
};

/** What brings articles in. */
export const addTakingIn: AddCommands = (program, run) => {
  withExamples(
    program
      .command('import')
      .description('take in articles, or the archive of another installation')
      .argument(
        '<path>',
        'JSON Lines of {id?, url, source, title, published, text | html}, a list of URLs, or a folder of `export move`',
      )
      .option('--dry-run', 'check every line (or checksum), and write nothing')
      .option(...JSON_OPTION)
      .action((file, options) => run(async config => (await import('../import.ts')).importFile(config, file, options))),
    ['import articles.jsonl', 'run again, it changes nothing'],
    ['import ./house', 'everything that `receipts export move --out ./house` wrote elsewhere'],
  );
  addBackfill(program, run);
  withExamples(
    program
      .command('reanalyse')
      .description("read every text that is held with today's rules, beside what older rules read in it")
      .option(...DRY_RUN)
      .option(...JSON_OPTION)
      .action(options => run(async config => (await import('../reanalyse.ts')).reanalyseCommand(config, options))),
    ['reanalyse', 'at once what `serve` does in the background'],
  );
  withExamples(
    program
      .command('rebuild')
      .description('derive incidents and timelines anew from what is held, and list those that came out otherwise')
      .option(...DRY_RUN)
      .option(...JSON_OPTION)
      .action(options => run(async config => (await import('../rebuild.ts')).rebuildCommand(config, options))),
    ['rebuild', 'with the same rules nothing is listed'],
  );
};
