import { type AddCommands, DRY_RUN, JSON_OPTION, several, withExamples } from './command.ts';

const addExports: AddCommands = (program, run) => {
  const exports = program.command('export').description('write what is held in other forms');
  withExamples(
    exports
      .command('incidents')
      .description('a filtered list of incidents with their timelines, as the API exports it')
      .requiredOption(
        '--format <suffix>',
        'csv, json, ndjson, atom, rss, stix.json, misp.json, ics, md … as in the API',
      )
      .option('--filter <name=value>', "one of the API's parameters; may be given several times", several)
      .option('--limit <number>', 'incidents of a page: 1 to 100')
      .option('--out <file>', 'the file; default: standard output')
      .option(...DRY_RUN)
      .action(options => run(async config => (await import('../export-api.ts')).exportIncidents(config, options))),
    ['export incidents --format csv --out incidents.csv', 'for a spreadsheet'],
    ['export incidents --format stix.json --filter actor=scattered-spider', 'for a threat platform'],
  );
  withExamples(
    exports
      .command('incident')
      .description('one incident, as the API exports it')
      .argument('<id>', 'its id, present or former')
      .requiredOption(
        '--format <suffix>',
        'csv, json, stix.json, misp.json, timelinejs.json, ics, md, bib … as in the API',
      )
      .option('--filter <name=value>', 'asOf or knownAt; may be given several times', several)
      .option('--out <file>', 'the file; default: standard output')
      .option(...DRY_RUN)
      .action((id, options) =>
        run(async config => (await import('../export-api.ts')).exportIncident(config, id, options)),
      ),
    ['export incident co-op-2025-04 --format md', 'to read'],
    ['export incident co-op-2025-04 --format csv --filter asOf=2025-05-01', 'as the public could read it then'],
  );
  withExamples(
    exports
      .command('links')
      .description('which articles tell of which incidents: JSON Lines of {id, incidents}')
      .option('--out <file>', 'the file; default: standard output')
      .action(options => run(async config => (await import('../export.ts')).exportLinks(config, options))),
    ['export links --out links.jsonl', 'by the ids that an import gave'],
  );
  withExamples(
    exports
      .command('archive')
      .description('everything as a citable data set: NDJSON, CSV, data dictionary, licence; run again for the changes')
      .requiredOption('--out <dir>', 'the directory')
      .action(options => run(async config => (await import('../export-archive.ts')).exportArchive(config, options))),
    ['export archive --out ./dataset', 'to publish; quotes, no full texts'],
  );
  withExamples(
    exports
      .command('move')
      .description('everything with the full texts, for another installation of the same owner; CONFIDENTIAL')
      .requiredOption('--out <dir>', 'the directory; only this user can enter it')
      .option(...DRY_RUN)
      .option(...JSON_OPTION)
      .action(options => run(async config => (await import('../move-out.ts')).moveOut(config, options))),
    ['export move --out ./house', '`receipts import ./house` over there takes it'],
  );
};

/** What shows or writes out what is held. */
export const addReading: AddCommands = (program, run) => {
  withExamples(
    program
      .command('analyze')
      .description('what an article claims: for people on a terminal, else as JSON; the database is not touched')
      .argument('[input]', 'a URL, a text file, or - for standard input (first line: the headline)')
      .option('--jsonl <file>', 'JSON Lines of articles, one analysis a line')
      .option('--id <id>', 'of that file only this article')
      .option('--explain', 'sentence by sentence, with the rule, scope and speaker of each claim, for people')
      .option('--json', 'in the form of the codebook')
      .option('--published <date>', 'when the text was published, UTC')
      .action((input, options) =>
        run(async config => (await import('../analyze.ts')).analyzeCommand(config, input, options)),
      ),
    ['analyze https://news.example/article', 'fetches the page'],
    ['analyze - --published 2025-05-02 < article.txt', 'a text from standard input'],
    ['analyze --jsonl articles.jsonl > claims.jsonl', 'one analysis a line'],
  );
  addExports(program, run);
};
