// Takes out of node_modules what a server never reads: source maps, type declarations, read-mes, builds for browsers.
// For an image or a small disk, after `npm ci --omit=dev`: node scripts/trim.ts
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const IDLE_FILE = /\.(?:map|d\.[cm]?ts|flow)$|^(?!.*licen[cs]e).*\.(?:md|markdown)$/i;
/** Builds and pages that the packages bring beside what we load. */
const IDLE_PATH = [/\/tinyld\/playground\//, /\/swagger-ui-dist\/swagger-ui(?:-es-bundle.*|-standalone-preset)?\.js$/];

/** Whether a file of node_modules is never read by a running Receipts. `path`: with `/` between its folders. */
export const isIdle = (path: string): boolean =>
  IDLE_FILE.test(path.slice(path.lastIndexOf('/') + 1)) || IDLE_PATH.some(one => one.test(path));

const trim = (folder: string): number => {
  let freed = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !isIdle(path.replaceAll('\\', '/'))) continue;
    freed += statSync(path).size;
    rmSync(path);
  }
  return freed;
};

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
  if (existsSync(join(modules, 'typescript'))) {
    console.error('These packages are for development too; trim is for what `npm ci --omit=dev` installs.');
    process.exitCode = 1;
  } else console.log(`${Math.round(trim(modules) / 2 ** 20)} MB taken out of ${modules}.`);
}
