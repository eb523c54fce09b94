import { access, constants, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Config } from '#config';
import { messageOf } from '#errors';
import { type Check, fail, ok, warn } from './check.ts';

const NODE = 24;
const GIB = 1024 ** 3;

export const checkNode = (version: string): Check => {
  const major = Number(version.split('.')[0]);
  if (major >= NODE) return ok('Node', version);
  return fail(
    'Node',
    `${version}, older than ${NODE}`,
    'Run `npm ci` in the folder of Receipts: it brings the right one.',
  );
};

/** The next folder above that is there. */
const standing = async (path: string): Promise<string> => {
  const there = await access(path).then(
    () => true,
    () => false,
  );
  return there || dirname(path) === path ? path : standing(dirname(path));
};

export const checkFolder = async ({ dataDir }: Pick<Config, 'dataDir'>): Promise<Check> => {
  const path = resolve(dataDir);
  const folder = await standing(path);
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    return ok('data directory', folder === path ? path : `${path}, not made yet`);
  } catch (cause) {
    const fix = 'Give this user the right to write there, or set RECEIPTS_DATA_DIR to another folder.';
    return fail('data directory', `${folder} cannot be written (${messageOf(cause)})`, fix);
  }
};

/** Says how the room on a disk is, in bytes. */
export const judgeRoom = (free: number, total: number): Check => {
  const found = `${(free / GIB).toFixed(1)} of ${(total / GIB).toFixed(1)} GiB free`;
  const fix = 'Make room, or set RECEIPTS_DATA_DIR to a folder on another disk (and move the data there, stopped).';
  if (free < GIB / 4) return fail('disk', found, fix);
  return free < GIB ? warn('disk', found, fix) : ok('disk', found);
};

export const checkDisk = async ({ dataDir }: Pick<Config, 'dataDir'>): Promise<Check> => {
  const { bavail, bsize, blocks } = await statfs(await standing(resolve(dataDir)));
  return judgeRoom(bavail * bsize, blocks * bsize);
};

/** The hour in London at noon UTC on 1 July 2025, by this machine. */
const londonHour = (): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' }).format(
      new Date('2025-07-01T12:00:00Z'),
    ),
  );

export const checkZones = (hour: () => number = londonHour): Check => {
  const fix = 'Use a Node with full ICU data (those of nodejs.org and `npm ci` have it), and unset NODE_ICU_DATA.';
  try {
    const found = hour();
    if (found === 13) return ok('time zones (Node)', `tzdata ${process.versions['tz'] ?? 'unknown'}`);
    return fail('time zones (Node)', `noon UTC in July is ${found} o'clock in London, not 13`, fix);
  } catch (cause) {
    return fail('time zones (Node)', `Europe/London is not known (${messageOf(cause)})`, fix);
  }
};
