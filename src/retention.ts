import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '#db';
import { messageOf } from '#errors';
import type { Tell } from '#observe';
import type { Config } from './config.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** A process that has just started has better things to do. */
const FIRST_MS = 60_000;

/** Before which instants texts and taken-down articles end, by the settings. */
export const retentionEnds = ({ textDays, takedownDays }: Pick<Config, 'textDays' | 'takedownDays'>, now: Date) => {
  const daysAgo = (days: number): string => new Date(now.getTime() - days * DAY_MS).toISOString();
  return { takedowns: daysAgo(takedownDays), ...(textDays === 0 ? {} : { texts: daysAgo(textDays) }) };
};

/** What was deleted. */
interface Purged {
  readonly texts: number;
  readonly takedowns: number;
}

/** Deletes what is no longer to be held. Done twice, it is done once. */
export const purge = async (
  { retention }: Pick<Database, 'retention'>,
  { takedowns, texts }: ReturnType<typeof retentionEnds>,
): Promise<Purged> => ({
  takedowns: await retention.purgeTakenDown(takedowns),
  texts: texts === undefined ? 0 : await retention.dropTexts(texts),
});

/** Deletes it every hour, until it is stopped. */
export const startRetention = (
  {
    database,
    stages,
  }: { readonly database: Pick<Database, 'retention'>; readonly stages: { readonly now: () => Date } },
  config: Config,
  tell: Tell,
): { stop(): Promise<void> } => {
  const stopping = new AbortController();
  const loop = async (): Promise<void> => {
    for (let wait = FIRST_MS; ; wait = HOUR_MS) {
      await delay(wait, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        const { texts, takedowns } = await purge(database, retentionEnds(config, stages.now()));
        if (texts + takedowns > 0)
          tell(`Deleted: ${texts} texts whose time was over, the words of ${takedowns} articles taken down.`);
      } catch (error) {
        tell(`Deleting what is no longer to be held failed: ${messageOf(error)}`);
      }
    }
  };
  const running = loop();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
};
