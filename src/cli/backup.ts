import type { Config } from '#config';
import { openVault } from '#db';
import { AppError } from '#errors';
import { VERSION } from '../version.ts';
import { checkBackup, readBackup, rowCount, writeBackup } from './backup-file.ts';
import { createProgress } from './progress.ts';
import { EXIT } from './stopping.ts';
import { print, say } from './terminal.ts';

interface JsonOption {
  readonly json?: boolean;
}

const vaultOf = ({ dataDir, databaseUrl: url }: Config) =>
  openVault({ dataDir, log: say, ...(url === undefined ? {} : { url }) });

/**
 * `receipts backup --out FILE`: everything that the database holds, as it stands at one moment, also while it is in use.
 *
 * @throws AppError `config` where there is nothing to back up, or the file cannot be written
 */
export const backup = async (config: Config, { out, json }: JsonOption & { readonly out: string }): Promise<number> => {
  const vault = await vaultOf(config);
  const progress = createProgress('backup', undefined);
  try {
    const schema = await vault.schema();
    if (schema === 0)
      throw new AppError('config', `There is nothing to back up: no Receipts has worked with ${vault.where}.`, {
        subject: vault.where,
        hint: 'Set DATABASE_URL or RECEIPTS_DATA_DIR as for `receipts serve`.',
      });
    const at = new Date().toISOString();
    const end = await writeBackup(out, {
      head: { version: VERSION, schema, at },
      rows: vault.rows(),
      sequences: vault.sequences,
      onRows: progress.at,
    }).finally(progress.end);
    const rows = rowCount(end);
    if (json) print(JSON.stringify({ out, at, schema, rows }));
    else print(`${out}: ${rows} rows of ${Object.keys(end.rows).length} tables.`);
    say('It holds full texts, hashes of keys and secrets of webhooks: keep it to yourself.');
    return EXIT.done;
  } finally {
    progress.end();
    await vault.close();
  }
};

/**
 * `receipts restore FILE`: the state of a backup in an empty database, all or nothing. The file is read to its end before
 * anything is written.
 *
 * @throws AppError `config` where the file is damaged, `conflict` where the database is not empty
 */
export const restore = async (
  config: Config,
  path: string,
  { json, dryRun }: JsonOption & { readonly dryRun?: boolean },
): Promise<number> => {
  const { head, end } = await checkBackup(path);
  const rows = rowCount(end);
  say(`${path}: ${rows} rows of ${head.at}, schema version ${head.schema}, whole.`);
  if (dryRun) {
    if (json) print(JSON.stringify({ rows, at: head.at, schema: head.schema }));
    say('Nothing was written.');
    return EXIT.done;
  }
  const vault = await vaultOf(config);
  const progress = createProgress('restore', rows);
  try {
    const content = { schema: head.schema, sequences: end.sequences, rows: readBackup(path, progress.at) };
    await vault.restore(content).finally(progress.end);
    if (json) print(JSON.stringify({ rows, at: head.at, schema: await vault.schema() }));
    else print(`${rows} rows are in ${vault.where}, as they stood at ${head.at}.`);
    return EXIT.done;
  } finally {
    progress.end();
    await vault.close();
  }
};
