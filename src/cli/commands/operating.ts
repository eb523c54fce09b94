import { type AddCommands, DRY_RUN, JSON_OPTION, withExamples } from './command.ts';

/** What an operator asks. */
export const addOperating: AddCommands = (program, run) => {
  withExamples(
    program
      .command('status')
      .description('per source the last success, the last error and counts; the queue; the last polls; what is held')
      .option('--watch [seconds]', 'drawn anew every so often (default: 2) until Ctrl-C')
      .option(...JSON_OPTION)
      .action(options => run(async config => (await import('../status.ts')).showStatus(config, options))),
    ['status --watch', 'a live table'],
    [`status --json | jq '.sources[] | select(.failures > 0)'`, 'feeds in trouble'],
  );
  withExamples(
    program
      .command('doctor')
      .description('look at database, schema, disk, clock, time zones and feeds, and say how to mend what is broken')
      .option('--no-feeds', 'ask no feed')
      .option(...JSON_OPTION)
      // It reads the settings itself: that they cannot be read is one of its findings.
      .action(async options => {
        process.exitCode = await (await import('../doctor.ts')).doctor(options);
      }),
    ['doctor', 'exit code 1 where something is broken'],
    ['doctor --no-feeds', 'without the network'],
  );
  withExamples(
    program
      .command('config')
      .description('every setting with its value, default and meaning')
      .option(...JSON_OPTION)
      .action(options => run(async () => (await import('../config.ts')).showConfig(options))),
    ['config', 'secrets are hidden'],
  );
  withExamples(
    program
      .command('migrate')
      .description('bring the database to the schema of this version')
      .option(...DRY_RUN)
      .action(options => run(async config => (await import('../migrate.ts')).migrate(config, options))),
    ['migrate --dry-run', 'which version it has, and which it would have'],
  );
  withExamples(
    program
      .command('backup')
      .description('everything that the database holds, into one file; also while it is in use')
      .requiredOption('--out <file>', 'the file; it gets its name when it is whole')
      .option(...JSON_OPTION)
      .action(options => run(async config => (await import('../backup.ts')).backup(config, options))),
    ['backup --out /backups/receipts-$(date +%F).ndjson.gz', 'for a nightly timer'],
  );
  withExamples(
    program
      .command('restore')
      .description('the state of a backup, into an empty database: all of it, or nothing')
      .argument('<file>', 'what `receipts backup` wrote')
      .option(...DRY_RUN)
      .option(...JSON_OPTION)
      .action((file, options) => run(async config => (await import('../backup.ts')).restore(config, file, options))),
    ['restore --dry-run receipts-2026-11-22.ndjson.gz', 'reads it to its end, and says whether it is whole'],
  );
  withExamples(
    program
      .command('purge')
      .description('delete texts whose time is over and the words of articles taken down; `serve` does it every hour')
      .option(...DRY_RUN)
      .option(...JSON_OPTION)
      .action(options => run(async config => (await import('../purge.ts')).purgeCommand(config, options))),
    ['purge --dry-run', 'how many there are; RECEIPTS_TEXT_DAYS and RECEIPTS_TAKEDOWN_DAYS say when'],
  );
  withExamples(
    program
      .command('eval')
      .description('score the rules against the labelled articles (in a checkout)')
      .argument('[arguments...]', 'go to scripts/eval.ts')
      .allowUnknownOption()
      .helpOption(false)
      .action(args => run(async () => (await import('../eval.ts')).evaluate(args))),
    ['eval', 'prints the figures of docs/quality.md'],
  );
  withExamples(
    program
      .command('completion')
      .description('a script with which the shell completes commands and options at Tab')
      .argument('<shell>', 'bash, zsh or fish')
      .action(async shell => {
        const { completionFor } = await import('../completion.ts');
        const { print } = await import('../terminal.ts');
        print(completionFor(shell, program));
      }),
    ['completion bash > ~/.local/share/bash-completion/completions/receipts', ''],
    ['completion zsh > ~/.zfunc/_receipts', 'with ~/.zfunc in fpath'],
    ['completion fish > ~/.config/fish/completions/receipts.fish', ''],
  );
};
