import { type AddCommands, DRY_RUN, JSON_OPTION, withExamples } from './command.ts';

/** What goes on running, or does once what that does. */
export const addRunning: AddCommands = (program, run) => {
  withExamples(
    program
      .command('serve')
      .description('migrate, poll the sources, analyse, and serve API and pages on one port')
      .action(() => run(async config => (await import('../serve.ts')).serve(config))),
    ['serve', 'on http://127.0.0.1:3000, with the own database'],
  ).addHelpText('after', '  $ PORT=8080 DATABASE_URL=postgres://me@db/receipts receipts serve');
  withExamples(
    program
      .command('worker')
      .description('poll, analyse, link and tell subscribers, without serving; any number beside each other')
      .action(() => run(async config => (await import('../worker.ts')).worker(config))),
    ['worker', 'more hands for a `serve` with RECEIPTS_POLL=false and the same DATABASE_URL'],
  );
  withExamples(
    program
      .command('poll')
      .description('poll feeds now, read what they bring, derive the incidents, and end')
      .argument('[sources...]', 'short names; default: all')
      .option('--due', 'only those whose turn has come')
      .option(...DRY_RUN)
      .option(...JSON_OPTION)
      .action((ids, options) => run(async config => (await import('../poll.ts')).poll(config, ids, options))),
    ['poll --due', 'for a cron job in place of a running server'],
    ['poll bleepingcomputer', 'one feed, now'],
  );
  withExamples(
    program
      .command('demo')
      .description('serve a bundled newsroom, offline, in a data directory of its own')
      .action(() => run(async config => (await import('../demo.ts')).demo(config))),
    ['demo', 'a first look, without a network'],
  );
};
