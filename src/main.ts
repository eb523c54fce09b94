import './garbage.ts';
import { CommanderError } from 'commander';
import { createProgram } from './cli/program.ts';
import { EXIT } from './cli/stopping.ts';
import { complain } from './cli/terminal.ts';
import { readConfig } from './config.ts';

// Whoever reads our output may have seen enough (`receipts export links | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

const program = createProgram(async task => {
  process.exitCode = await task(readConfig());
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else {
    complain(error);
    process.exitCode = EXIT.failed;
  }
}
