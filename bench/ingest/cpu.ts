import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Ticks of the clock per second in /proc; 100 on every Linux. */
const TICKS = 100;

const workingFolder = (pid: string): string => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
};

/** User, system, and those of children that ended; 0 for a process that is gone. */
const ticksOf = (pid: string): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  } catch {
    return 0;
  }
};

/** Seconds of CPU so far of all processes that work in a folder, as a Postgres does in its data directory. Linux only. */
export const cpuSecondsIn = (folder: string): number =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && workingFolder(name).startsWith(folder))
    .reduce((sum, pid) => sum + ticksOf(pid), 0) / TICKS;
