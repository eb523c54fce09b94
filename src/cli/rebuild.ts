import { compose } from '#compose';
import type { Config } from '#config';
import { rebuild } from '#pipeline';
import { print, say } from './terminal.ts';

/** `receipts rebuild`: derives incidents and timelines anew from the ledger, and says which came out otherwise. */
export const rebuildCommand = async (config: Config, options: { json?: boolean }): Promise<number> => {
  const program = await compose(config, { log: say });
  try {
    const { victims, incidents, changed } = await rebuild(program.stages);
    if (options.json) print(JSON.stringify({ victims, incidents, changed }));
    else {
      say(`${incidents} incidents of ${victims} retailers derived anew; ${changed.length} came out otherwise.`);
      for (const id of changed) print(id);
    }
    return 0;
  } finally {
    await program.close();
  }
};
