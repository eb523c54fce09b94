import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Commands that make a network of one machine to which every address there is belongs: whatever is sent anywhere arrives
 * at whoever listens here.
 */
const WHOLE_INTERNET = 'ip link set lo up && ip route add local 0.0.0.0/0 dev lo && ip -6 route add local ::/0 dev lo';

/** Whether this system lets its users make networks of their own (Linux, with util-linux and iproute2). */
export const canHaveNamespace = (): boolean =>
  process.platform === 'linux' && spawnSync('unshare', ['-rn', 'sh', '-c', WHOLE_INTERNET]).status === 0;

/** Runs this script again within such a network; returns its exit code. */
export const runInNamespace = (args: readonly string[]): number =>
  spawnSync('unshare', ['-rn', 'sh', '-c', `${WHOLE_INTERNET} && exec "$@"`, 'sh', process.execPath, ...args], {
    stdio: 'inherit',
  }).status ?? 1;

/** How many TCP connections the kernel has begun in this network so far (`ActiveOpens`). */
export const kernelConnects = (): number => {
  const [names, values] = readFileSync('/proc/self/net/snmp', 'utf8')
    .split('\n')
    .filter(line => line.startsWith('Tcp:'))
    .map(line => line.split(' '));
  return Number(values?.[names?.indexOf('ActiveOpens') ?? -1]);
};
