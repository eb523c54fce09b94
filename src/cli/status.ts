import { compose } from '#compose';
import type { Config } from '#config';
import type { SourceStatus } from '#db';
import { print, say, table } from './terminal.ts';

const when = (time: string | undefined): string => (time === undefined ? 'never' : time.slice(0, 16).replace('T', ' '));

/** Of the feed's last error and that of a page the later one: what may need somebody's attention. */
const lastError = ({ lastErrorAt, lastError, lastPageErrorAt, lastPageError }: SourceStatus): string => {
  const [at, error] =
    (lastPageErrorAt ?? '') > (lastErrorAt ?? '') ? [lastPageErrorAt, lastPageError] : [lastErrorAt, lastError];
  return error === undefined ? '' : `${when(at)} ${error}`;
};

/** `receipts status`: per source the last success, the last error and counts; then what is held. */
export const showStatus = async (config: Config, options: { json?: boolean }): Promise<number> => {
  const program = await compose(config, { log: say });
  try {
    const status = await program.store.status();
    if (options.json) {
      print(JSON.stringify(status, null, 2));
      return 0;
    }
    print(
      table([
        ['SOURCE', 'LAST SUCCESS', 'ITEMS', 'ARTICLES', 'FEED ONLY', 'PENDING', 'FAILED', 'LAST ERROR'],
        ...status.sources.map(source => [
          source.id,
          when(source.lastSuccessAt),
          String(source.items),
          String(source.articles),
          String(source.articlesFromFeed),
          String(source.pendingItems),
          String(source.failedItems),
          lastError(source),
        ]),
      ]),
    );
    print(
      `\n${status.articles} articles in ${status.revisions} revisions, ${status.claims} claims, ${status.incidents} incidents; ` +
        `${status.pendingItems} items pending, ${status.failedItems} failed, ${status.relinkMarks} retailers to be linked anew.`,
    );
    return 0;
  } finally {
    await program.close();
  }
};
