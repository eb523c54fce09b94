// Every commit since the last tag (or the first commit) must be a conventional one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const git = (...args) => spawnSync('git', args, { encoding: 'utf8' });

if (!existsSync('.git') || git('rev-parse', 'HEAD').status !== 0) {
  console.error('commits: no git history here, nothing checked');
  process.exit(0);
}
const tag = git('describe', '--tags', '--abbrev=0');
const start =
  tag.status === 0 ? tag.stdout.trim() : git('rev-list', '--max-parents=0', 'HEAD').stdout.trim().split('\n')[0];
const { status } = spawnSync('npx', ['--no', '--', 'commitlint', '--from', start, '--to', 'HEAD'], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
