import { type AddCommands, DRY_RUN, JSON_OPTION, withExamples } from './command.ts';

const addKeys: AddCommands = (program, run) => {
  const keys = program.command('keys').description('API keys: what lets callers write, and ask more often');
  withExamples(
    keys
      .command('create')
      .description('make a key and print it, this once')
      .argument('<name>', 'whose it is; stands publicly beside the corrections that are made with it')
      .option('--scope <scope>', 'what it allows: read, write or admin', 'read')
      .option('--per-minute <number>', 'requests that it may make in a minute')
      .action((name, options) => run(async config => (await import('../keys.ts')).createKey(config, name, options))),
    [`keys create 'City desk' --scope write`, 'the key goes to standard output, and nowhere else'],
  );
  withExamples(
    keys
      .command('list')
      .description('list them, without their secrets')
      .option(...JSON_OPTION)
      .action(options => run(async config => (await import('../keys.ts')).listKeys(config, options))),
    ['keys list', ''],
  );
  withExamples(
    keys
      .command('revoke')
      .description('let a key count no more')
      .argument('<id>', 'its id (key_…)')
      .action(id => run(async config => (await import('../keys.ts')).revokeKey(config, id))),
    ['keys revoke key_0123456789ab', ''],
  );
};

const addSources: AddCommands = (program, run) => {
  const sources = program.command('sources').description('the feeds that are polled');
  withExamples(
    sources
      .command('list')
      .description('list them')
      .option(...JSON_OPTION)
      .action(options => run(async config => (await import('../sources.ts')).listSources(config, options))),
    ['sources list --json', ''],
  );
  withExamples(
    sources
      .command('add')
      .description('add a feed')
      .argument('<url>', "the feed's URL")
      .option('--id <slug>', 'short name; default: the host')
      .option('--publisher <name>', 'who publishes it; default: the host')
      .option('--country <code>', 'ISO 3166-1 alpha-2')
      .option('--kind <kind>', 'news, trade-press, security-press, regulator or company')
      .option('--language <code>', 'ISO 639-1')
      .option('--why <text>', 'why it is there')
      .option(...DRY_RUN)
      .action((url, options) => run(async config => (await import('../sources.ts')).addSource(config, url, options))),
    [`sources add https://news.example/rss.xml --publisher 'Example News' --country GB`, ''],
  );
  withExamples(
    sources
      .command('remove')
      .description('stop polling a feed; what came from it stays')
      .argument('<id>', 'its short name')
      .option(...DRY_RUN)
      .action((id, options) => run(async config => (await import('../sources.ts')).removeSource(config, id, options))),
    ['sources remove news-example', ''],
  );
  withExamples(
    sources
      .command('import')
      .description('add the feeds of an OPML file')
      .argument('<file>', 'the OPML file')
      .option(...DRY_RUN)
      .action((file, options) =>
        run(async config => (await import('../sources.ts')).importSources(config, file, options)),
      ),
    ['sources import feeds.opml', 'those that are there already are left'],
  );
  withExamples(
    sources
      .command('export')
      .description('write the feeds as OPML, to standard output or a file')
      .argument('[file]', 'the file')
      .action(file => run(async config => (await import('../sources.ts')).exportSources(config, file))),
    ['sources export feeds.opml', 'for any feed reader'],
  );
};

/** Who may ask, and who is asked. */
export const addAccess: AddCommands = (program, run) => {
  addSources(program, run);
  addKeys(program, run);
};
