import { Command, CommanderError } from 'commander';
import { analyzeCommand } from './cli/analyze.ts';
import { showConfig } from './cli/config.ts';
import {
  dismissClaim,
  listCorrections,
  markNoIncident,
  mergeIncidents,
  pinClaim,
  retitleIncident,
  splitIncident,
  takeDown,
  undoDecision,
} from './cli/corrections.ts';
import { demo } from './cli/demo.ts';
import { exportLinks } from './cli/export.ts';
import { exportArchive } from './cli/export-archive.ts';
import { importFile } from './cli/import.ts';
import { createKey, listKeys, revokeKey } from './cli/keys.ts';
import { migrate } from './cli/migrate.ts';
import { reanalyseCommand } from './cli/reanalyse.ts';
import { rebuildCommand } from './cli/rebuild.ts';
import { serve } from './cli/serve.ts';
import { addSource, exportSources, importSources, listSources, removeSource } from './cli/sources.ts';
import { showStatus } from './cli/status.ts';
import { complain } from './cli/terminal.ts';
import { readConfig } from './config.ts';
import { VERSION } from './version.ts';

const done = async (code: Promise<number> | number): Promise<void> => {
  process.exitCode = await code;
};

const program = new Command('receipts')
  .description('Who said what, and when, about every cyber incident at a retailer.')
  .version(VERSION)
  .showHelpAfterError('(receipts --help lists the commands)')
  .exitOverride();

program
  .command('serve')
  .description('migrate, poll the sources, analyse, and serve API and pages on one port')
  .action(() => done(serve(readConfig())));
program
  .command('demo')
  .description('the same with a bundled newsroom, offline, in a data directory of its own')
  .action(() => done(demo(readConfig())));
program
  .command('import')
  .description('take in articles: JSON Lines of {id?, url, source, title, published, text | html}, or a list of URLs')
  .argument('<file>', 'the file')
  .option('--json', 'print the counts as JSON')
  .action((file, options) => done(importFile(readConfig(), file, options)));
program
  .command('analyze')
  .description('print what an article claims, as JSON in the form of the codebook; the database is not touched')
  .argument('[input]', 'a URL, a text file, or - for standard input (first line: the headline)')
  .option('--jsonl <file>', 'JSON Lines of articles, one analysis a line')
  .option('--id <id>', 'of that file only this article')
  .option('--explain', 'sentence by sentence, with the rule, scope and speaker of each claim, for people')
  .option('--published <date>', 'when the text was published, UTC')
  .action((input, options) => done(analyzeCommand(readConfig(), input, options)));
program
  .command('status')
  .description('per source the last success, the last error and counts')
  .option('--json', 'as JSON')
  .action(options => done(showStatus(readConfig(), options)));
program
  .command('config')
  .description('every setting with its value, default and meaning')
  .option('--json', 'as JSON')
  .action(options => done(showConfig(options)));
program
  .command('migrate')
  .description('bring the database to the schema of this version')
  .action(() => done(migrate(readConfig())));

const exports = program.command('export').description('write what is held in other forms');
exports
  .command('links')
  .description('which articles tell of which incidents: JSON Lines of {id, incidents}')
  .option('--out <file>', 'the file; default: standard output')
  .action(options => done(exportLinks(readConfig(), options)));
exports
  .command('archive')
  .description('everything as a citable data set: NDJSON, CSV, data dictionary, licence; run again for the changes')
  .requiredOption('--out <dir>', 'the directory')
  .action(options => done(exportArchive(readConfig(), options)));

program
  .command('rebuild')
  .description('derive incidents and timelines anew from what is held, and list those that came out otherwise')
  .option('--json', 'as JSON')
  .action(options => done(rebuildCommand(readConfig(), options)));
program
  .command('reanalyse')
  .description("read every text that is held with today's rules, beside what older rules read in it")
  .option('--json', 'print the counts as JSON')
  .action(options => done(reanalyseCommand(readConfig(), options)));

const corrections = program
  .command('corrections')
  .description('what people decided over the machine: listed publicly, kept for good, taken back by undo');
const correction = (usage: string, description: string): Command =>
  corrections
    .command(usage)
    .description(description)
    .requiredOption('--who <name>', 'who decides; listed publicly')
    .requiredOption('--why <text>', 'why; listed publicly');
corrections
  .command('list')
  .description('list them, newest first')
  .option('--incident <id>', 'only those about this incident and its articles')
  .option('--unmatched', 'only those that mean nothing that is held any more')
  .option('--json', 'as JSON')
  .action(options => done(listCorrections(readConfig(), options)));
correction('merge <from> <into>', 'two incidents are one; the first id leads to the second').action(
  (from, into, options) => done(mergeIncidents(readConfig(), from, into, options)),
);
correction('split <incident> <articles...>', 'these articles (ids or addresses) tell of another incident').action(
  (incident, articles, options) => done(splitIncident(readConfig(), incident, articles, options)),
);
correction('dismiss <claim>', 'a claim (clm_…) was misread').action((claim, options) =>
  done(dismissClaim(readConfig(), claim, options)),
);
correction('pin <incident> <claim>', 'of several values the one of this claim leads').action(
  (incident, claim, options) => done(pinClaim(readConfig(), incident, claim, options)),
);
correction('retitle <incident> <title>', 'give an incident another title').action((incident, title, options) =>
  done(retitleIncident(readConfig(), incident, title, options)),
);
correction('not-an-incident <article>', 'the article (id or address) tells of no incident at a retailer').action(
  (article, options) => done(markNoIncident(readConfig(), article, options)),
);
correction('takedown <article>', 'show nothing of the article (id or address) any more, at no time')
  .requiredOption('--note <text>', 'what stands in its place, publicly')
  .action((article, options) => done(takeDown(readConfig(), article, options)));
correction('undo <decision>', 'take a decision (dec_…) back').action((decision, options) =>
  done(undoDecision(readConfig(), decision, options)),
);

const keys = program.command('keys').description('API keys: what lets callers write, and ask more often');
keys
  .command('create')
  .description('make a key and print it, this once')
  .argument('<name>', 'whose it is; stands publicly beside the corrections that are made with it')
  .option('--scope <scope>', 'what it allows: read, write or admin', 'read')
  .option('--per-minute <number>', 'requests that it may make in a minute')
  .action((name, options) => done(createKey(readConfig(), name, options)));
keys
  .command('list')
  .description('list them, without their secrets')
  .option('--json', 'as JSON')
  .action(options => done(listKeys(readConfig(), options)));
keys
  .command('revoke')
  .description('let a key count no more')
  .argument('<id>', 'its id (key_…)')
  .action(id => done(revokeKey(readConfig(), id)));

const sources = program.command('sources').description('the feeds that are polled');
sources
  .command('list')
  .description('list them')
  .option('--json', 'as JSON')
  .action(options => done(listSources(readConfig(), options)));
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
  .action((url, options) => done(addSource(readConfig(), url, options)));
sources
  .command('remove')
  .description('stop polling a feed; what came from it stays')
  .argument('<id>', 'its short name')
  .action(id => done(removeSource(readConfig(), id)));
sources
  .command('import')
  .description('add the feeds of an OPML file')
  .argument('<file>', 'the OPML file')
  .action(file => done(importSources(readConfig(), file)));
sources
  .command('export')
  .description('write the feeds as OPML, to standard output or a file')
  .argument('[file]', 'the file')
  .action(file => done(exportSources(readConfig(), file)));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    complain(error);
    process.exitCode = 1;
  }
}
