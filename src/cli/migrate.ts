import { compose } from '#compose';
import type { Config } from '#config';
import { inspectDatabase } from '#db';
import { EXIT } from './stopping.ts';
import { say } from './terminal.ts';

/** `receipts migrate`: opening the database brings its schema up to date; then there is nothing left to do. */
export const migrate = async (config: Config, { dryRun }: { readonly dryRun?: boolean } = {}): Promise<number> => {
  if (dryRun) {
    const { dataDir, databaseUrl: url } = config;
    const { where, schema } = await inspectDatabase({ dataDir, ...(url === undefined ? {} : { url }) });
    say(
      `The database at ${where} has schema version ${schema.found}; this version brings ${schema.known}. Nothing was written.`,
    );
    return EXIT.done;
  }
  const program = await compose(config, { log: say });
  await program.close();
  say('The database has the schema of this version.');
  return EXIT.done;
};
