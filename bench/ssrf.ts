import { lookup } from 'node:dns';
import { connect, isIPv6 } from 'node:net';
import { createFetcher } from '../ingest/index.ts';
import { AppError } from '../src/errors.ts';
import { machine } from './hostile/machine.ts';
import { writeSection } from './section.ts';
import { canHaveNamespace, kernelConnects, runInNamespace } from './ssrf/namespace.ts';
import { BLOCKED, PUBLIC } from './ssrf/table.ts';
import { attempts, createNames, type Tools } from './ssrf/ways.ts';
import { countConnects, plain, startWitness } from './ssrf/witness.ts';

/**
 * Leads the fetcher to addresses that must not be reached, in every way, and counts what leaves it: a witness listens on
 * all addresses of this machine, and a hook below all libraries counts the connections that Node asks the system for.
 * On a Linux that lets its users have networks of their own it runs in one to which every address of the world belongs,
 * so that the witness hears whatever is sent anywhere, and the kernel's count of connections is a third evidence.
 * Writes its figures into docs/reliability.md. `node bench/ssrf.ts [--here] [--dry]`
 */
const ARGUMENTS = process.argv.slice(2);
const INSIDE = ARGUMENTS.includes('--inside');
const DRY = ARGUMENTS.includes('--dry');

/** Connects as the fetcher must not, to see that the witness would have heard it. */
const isHeard = (address: string, port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect({ host: address, port, timeout: 1_000 });
    const end = (heard: boolean) => () => {
      socket.destroy();
      resolve(heard);
    };
    socket.on('connect', end(true)).on('error', end(false)).on('timeout', end(false));
  });

interface Tally {
  attempts: number;
  refused: number;
  public: number;
  blocked: number;
}

const measure = async (): Promise<void> => {
  const [witness, redirector, proxy] = [
    await startWitness(),
    await startWitness('127.0.0.1'),
    await startWitness('127.0.0.1'),
  ];
  const hook = countConnects();
  const origin = `http://127.0.0.1:${redirector.port}`;
  const { name, resolve } = createNames((host, callback) =>
    lookup(host, { all: true }, (error, found) => callback(error, found ?? [])),
  );
  const options = {
    userAgent: 'Receipts/test (blocked addresses)',
    gapMs: 0,
    timeoutMs: 3_000,
    resolve,
    allowOrigins: [origin],
  };
  const fetcher = createFetcher(options);
  const proxied = createFetcher({ ...options, proxy: `http://127.0.0.1:${proxy.port}` });
  const tools: Tools = { fetcher, proxied, port: witness.port, redirector: origin, name };
  const allowed = new Set([...PUBLIC, '8.8.4.4'].map(plain));
  const tallies = new Map<string, Tally>();
  const failures: string[] = [];
  const startCount = INSIDE ? kernelConnects() : 0;
  let hooked = 0;

  for (const { way, target } of attempts(INSIDE)) {
    const code = await way.go(tools, target).then(
      () => 'reached',
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );
    const [arrived, asked, redirects, proxies] = [witness.take(), hook.take(), redirector.take(), proxy.take()];
    hooked += asked.length;
    // The redirector is asked first where there is one; it listens at a loopback address that is allowed for this.
    const strange = [...asked.slice(redirects.length), ...arrived].filter(address => !allowed.has(address));
    const tally = tallies.get(way.name) ?? { attempts: 0, refused: 0, public: 0, blocked: 0 };
    tally.attempts++;
    if (code !== 'reached') tally.refused++;
    tally.public += arrived.length - strange.length;
    tally.blocked += strange.length;
    tallies.set(way.name, tally);
    if (strange.length > 0 || proxies.length > 0)
      failures.push(`${way.name} ${target}: connected to ${strange} (${proxies.length} at the proxy)`);
    if (code === 'reached' && arrived.length === 0)
      failures.push(`${way.name} ${target}: an answer came, but not from the witness`);
  }
  const kernel = INSIDE ? kernelConnects() - startCount : undefined;
  if (kernel !== undefined && kernel !== hooked)
    failures.push(`the kernel began ${kernel} connections, Node asked for ${hooked}`);

  let publicReached = 0;
  if (INSIDE)
    for (const address of PUBLIC) {
      const host = isIPv6(address) ? `[${address}]` : address;
      await fetcher.fetch(`http://${host}:${witness.port}/`, { kind: 'page' }).then(
        () => publicReached++,
        error => failures.push(`${address} is public and was not reached: ${error}`),
      );
    }
  let heard = 0;
  for (const [address] of BLOCKED) if (await isHeard(address, witness.port)) heard++;
  await Promise.all([fetcher.close(), proxied.close(), witness.close(), redirector.close(), proxy.close()]);
  await report({ tallies, failures, kernel, hooked, publicReached, heard });
};

interface Result {
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly failures: readonly string[];
  readonly kernel: number | undefined;
  readonly hooked: number;
  readonly publicReached: number;
  readonly heard: number;
}

const report = async ({ tallies, failures, kernel, hooked, publicReached, heard }: Result): Promise<void> => {
  const rows = [...tallies].map(
    ([way, tally]) => `| ${way} | ${tally.attempts} | ${tally.refused} | ${tally.public} | ${tally.blocked} |`,
  );
  const all = [...tallies.values()].reduce((sum, tally) => sum + tally.attempts, 0);
  const evidence =
    kernel === undefined
      ? 'This system has no networks of its own for users: ways that connect to public addresses were left out.'
      : `The kernel began ${kernel} connections in that network, Node asked for ${hooked}: to the redirecting server and the public stranger. Of ${PUBLIC.length} public neighbours ${publicReached} were reached.`;
  const text = [
    '## Blocked addresses',
    '',
    `\`npm run ssrf\`, ${machine()}. ${BLOCKED.length} addresses that are not of the public Internet, and odd spellings of such, in every way; ${INSIDE ? 'in a network of one machine to which every address of the world belongs' : 'on this machine'}, with a witness that listens on all of its addresses.`,
    '',
    '| way | attempts | refused | connections to public addresses | connections to blocked addresses |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    `**${all} attempts, ${failures.length} failures.** ${evidence} Connected to plainly, without the check, the witness hears ${heard} of the ${BLOCKED.length} addresses; the system itself refuses the others.`,
  ].join('\n');
  console.log(text);
  for (const failure of failures) console.error(`FAILED  ${failure}`);
  if (!DRY) await writeSection(new URL('../docs/reliability.md', import.meta.url), 'ssrf', text);
  process.exitCode = failures.length > 0 ? 1 : 0;
};

if (INSIDE || ARGUMENTS.includes('--here') || !canHaveNamespace()) await measure();
else process.exitCode = runInNamespace([process.argv[1] ?? '', '--inside', ...ARGUMENTS]);
