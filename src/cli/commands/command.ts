import type { Command } from 'commander';
import type { Config } from '#config';

/** Runs what a command does, with the settings, and keeps its exit code. */
export type Run = (task: (config: Config) => Promise<number> | number) => Promise<void>;

/** Adds commands to the program. Each loads what it needs only when it is called, so that help and Tab are quick. */
export type AddCommands = (program: Command, run: Run) => void;

/** Adds lines of the form `receipts …  what that does` below a command's help. */
export const withExamples = (
  command: Command,
  ...examples: readonly (readonly [line: string, does: string])[]
): Command => {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, does]) => `  $ receipts ${line.padEnd(width)}   ${does}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
};

export const JSON_OPTION = ['--json', 'print data as JSON'] as const;
export const DRY_RUN = ['--dry-run', 'say what would be done, and write nothing'] as const;

/** Of an option that may be given several times. */
export const several = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
];
