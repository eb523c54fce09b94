#!/usr/bin/env node
// Plain JavaScript that any Node can read: runs src/main.ts, with a Node of version 24 or later that it finds where
// this is an older one.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const main = join(root, 'src', 'main.ts');

function majorOf(command) {
  const { stdout, status } = spawnSync(command, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return status === 0 ? Number(String(stdout).split('.')[0]) : 0;
}

function findNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const local = join(root, 'node_modules', 'node', 'bin', name);
  return existsSync(local) && majorOf(local) >= NEEDED ? local : undefined;
}

/** In this process: another one would take 50 MB for nothing. */
async function run() {
  // Compiled code, and TypeScript without its types, are kept for the next start.
  module.enableCompileCache?.();
  const { emitWarning } = process;
  process.emitWarning = (warning, ...details) => {
    const type = warning?.name ?? details[0]?.type ?? details[0];
    if (type !== 'ExperimentalWarning') emitWarning.call(process, warning, ...details);
  };
  await import(pathToFileURL(main).href);
}

function runWith(node) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  // Ctrl-C reaches the whole process group: the child ends in its own time, and this launcher after it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  child.on('error', error => {
    console.error(`Receipts could not be started with ${node}: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal) process.kill(process.pid, signal);
    else process.exit(code ?? 1);
  });
}

if (Number(process.versions.node.split('.')[0]) >= NEEDED) await run();
else {
  const node = findNode();
  if (node !== undefined) runWith(node);
  else {
    console.error(
      `Receipts needs Node ${NEEDED} or later; this is ${process.version}.\n` +
        `Run "npm ci" in ${root}, which brings the right Node along, or install Node ${NEEDED}.`,
    );
    process.exitCode = 1;
  }
}
