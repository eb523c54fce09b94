import { Command } from 'commander';
import { VERSION } from '../version.ts';
import { addAccess } from './commands/access.ts';
import type { AddCommands, Run } from './commands/command.ts';
import { addDeciding } from './commands/deciding.ts';
import { addOperating } from './commands/operating.ts';
import { addReading } from './commands/reading.ts';
import { addRunning } from './commands/running.ts';
import { addTakingIn } from './commands/taking-in.ts';

/** The groups of commands, as the help lists them. */
const GROUPS: readonly (readonly [title: string, add: AddCommands])[] = [
  ['Running:', addRunning],
  ['Articles:', addTakingIn],
  ['Reading:', addReading],
  ['Deciding:', addDeciding],
  ['Sources and keys:', addAccess],
  ['Operating:', addOperating],
];

const EXIT_CODES = `
Data goes to standard output, words to standard error. Exit codes: 0 done; 1 not done, or only in part;
2 the command line is wrong; 130 stopped by Ctrl-C (what was done stays). Settings are environment
variables: receipts config. NO_COLOR is obeyed. More: docs/cli.md`;

/** The command line: every command with its help; what they do runs through `run`. */
export const createProgram = (run: Run): Command => {
  const program = new Command('receipts')
    .description('Who said what, and when, about every cyber incident at a retailer.')
    .version(VERSION)
    .showHelpAfterError('(receipts --help lists the commands)')
    .configureHelp({ showGlobalOptions: false, sortSubcommands: false })
    .addHelpText('after', EXIT_CODES)
    .exitOverride();
  for (const [title, add] of GROUPS) {
    program.commandsGroup(title);
    add(program, run);
  }
  return program;
};
