import { execFile, spawnSync } from 'node:child_process';
import { mkdir, open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A disk of its own that can be filled. */
export interface SmallDisk extends AsyncDisposable {
  readonly folder: string;
  /** Takes room away until only so many bytes are left. */
  fill(left: number): Promise<void>;
  /** Gives the room back. */
  clear(): Promise<void>;
  /** Forbids or allows to write. */
  setWritable(isWritable: boolean): Promise<void>;
}

/** Why there can be no small disk here; undefined where there can. */
export const noSmallDisk = (): string | undefined =>
  process.platform === 'linux' && process.getuid?.() === 0
    ? undefined
    : 'a disk to fill needs root on Linux (a tmpfs is mounted)';

/** Mounts a disk of so many bytes in memory on a folder. */
export const mountSmallDisk = async (folder: string, bytes: number): Promise<SmallDisk> => {
  await mkdir(folder, { recursive: true });
  await run('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=755`, 'receipts-faults', folder]);
  const drop = () => void spawnSync('umount', ['-l', folder]);
  process.once('exit', drop);
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: async left => {
      const file = await open(ballast, 'a');
      const block = Buffer.alloc(2 ** 16);
      try {
        for (;;) {
          const { bavail, bsize } = await statfs(folder);
          const excess = bavail * bsize - left;
          if (excess <= 0) return;
          await file.write(block, 0, Math.min(block.length, excess));
        }
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        await file.close();
      }
    },
    clear: () => rm(ballast, { force: true }),
    setWritable: async isWritable => {
      await run('mount', ['-o', `remount,${isWritable ? 'rw' : 'ro'}`, folder]);
    },
    [Symbol.asyncDispose]: async () => {
      process.off('exit', drop);
      await run('umount', [folder]).catch(drop);
    },
  };
};
