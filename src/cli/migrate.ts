import { compose } from '#compose';
import type { Config } from '#config';
import { say } from './terminal.ts';

/** `receipts migrate`: opening the database brings its schema up to date; then there is nothing left to do. */
export const migrate = async (config: Config): Promise<number> => {
  const program = await compose(config, { log: say });
  await program.close();
  say('The database has the schema of this version.');
  return 0;
};
