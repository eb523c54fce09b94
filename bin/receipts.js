#!/usr/bin/env node
// Plain JavaScript that any Node can read: finds a Node of version 24 or later and runs src/main.ts with it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const main = join(root, 'src', 'main.ts');

function majorOf(command) {
  const { stdout, status } = spawnSync(command, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return status === 0 ? Number(String(stdout).split('.')[0]) : 0;
}

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const local = join(root, 'node_modules', 'node', 'bin', name);
  return existsSync(local) && majorOf(local) >= NEEDED ? local : undefined;
}

const node = findNode();
if (node === undefined) {
  console.error(
    `Receipts needs Node ${NEEDED} or later; this is ${process.version}.\n` +
      `Run "npm ci" in ${root}, which brings the right Node along, or install Node ${NEEDED}.`,
  );
  process.exit(1);
}

const quiet = ['--disable-warning=ExperimentalWarning'];
const child = spawn(node, [...quiet, main, ...process.argv.slice(2)], { stdio: 'inherit' });
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
