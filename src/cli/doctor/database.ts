import type { Config } from '#config';
import { type Inspection, inspectDatabase } from '#db';
import { AppError, messageOf } from '#errors';
import { type Check, fail, ok, skip, warn } from './check.ts';

const OLDEST_POSTGRES = 14;
const MIB = 1024 ** 2;

const checkServer = ({ where, postgres, bytes }: Inspection, isOwn: boolean): readonly Check[] => {
  const found = `Postgres ${postgres} at ${where}, ${Math.ceil(bytes / MIB)} MiB`;
  const old = `Postgres ${OLDEST_POSTGRES} or later is needed. Update the server, or unset DATABASE_URL to use the own one.`;
  return [
    Number.parseInt(postgres, 10) < OLDEST_POSTGRES ? fail('database', found, old) : ok('database', found),
    isOwn
      ? ok('embedded server', 'starts, and answers')
      : skip('embedded server', 'not used: DATABASE_URL names another'),
  ];
};

export const checkSchema = ({ schema: { found, known } }: Pick<Inspection, 'schema'>): Check => {
  if (found === known) return ok('schema', `version ${found}`);
  if (found > known)
    return fail(
      'schema',
      `version ${found}; this Receipts knows ${known}`,
      'Update Receipts: a newer one worked here.',
    );
  if (found === 0) return warn('schema', 'none yet', 'Run `receipts migrate`, or simply `receipts serve`.');
  return warn('schema', `version ${found} of ${known}`, 'Run `receipts migrate`; `receipts serve` does it, too.');
};

/** Ms by which clocks may differ without a word, and at all: times of what is done come from both. */
const NEAR_MS = 2_000;
const FAR_MS = 60_000;

export const checkClock = ({ clockMs }: Pick<Inspection, 'clockMs'>): Check => {
  const off = Math.abs(clockMs);
  const found = `the database is ${(off / 1000).toFixed(1)} s ${clockMs < 0 ? 'behind' : 'ahead of'} this machine`;
  const fix = 'Let both machines keep time by NTP (`timedatectl set-ntp true`): what was known when depends on it.';
  if (off > FAR_MS) return fail('clock', found, fix);
  return off > NEAR_MS ? warn('clock', found, fix) : ok('clock', found);
};

const checkDatabaseZones = ({ summerHour }: Inspection): Check =>
  summerHour === 13
    ? ok('time zones (database)', 'right')
    : fail(
        'time zones (database)',
        `noon UTC in July is ${summerHour} o'clock in London, not 13`,
        "Install the time zone data of the database's machine (package tzdata), and restart the server.",
      );

/** Looks at the database; where it cannot be had, says why. */
export const checkDatabase = async (config: Config): Promise<readonly Check[]> => {
  const isOwn = config.databaseUrl === undefined;
  try {
    const found = await inspectDatabase({
      dataDir: config.dataDir,
      ...(config.databaseUrl === undefined ? {} : { url: config.databaseUrl }),
    });
    return [...checkServer(found, isOwn), checkSchema(found), checkClock(found), checkDatabaseZones(found)];
  } catch (error) {
    const hint = error instanceof AppError ? error.hint : undefined;
    const fix = isOwn
      ? (hint ?? 'Look at postgres.log in the data directory, or set DATABASE_URL to another server.')
      : `Start that server, or correct DATABASE_URL, or unset it to use the own one.${hint === undefined ? '' : ` (${hint})`}`;
    const unseen = ['schema', 'clock', 'time zones (database)'].map(name => skip(name, 'not seen: no database'));
    return [fail(isOwn ? 'embedded server' : 'database', messageOf(error), fix), ...unseen];
  }
};
