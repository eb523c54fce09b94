import { isIPv6 } from 'node:net';
import type { ResolveAll } from '../../ingest/connect.ts';
import type { Fetcher } from '../../ingest/index.ts';
import { BLOCKED, SPELLINGS } from './table.ts';

/** A way to lead the fetcher to an address. */
export interface Way {
  readonly name: string;
  /** Connects to public addresses on its way, which only a network that ends on this machine may be asked to. */
  readonly needsNamespace?: true;
  readonly go: (tools: Tools, address: string) => Promise<unknown>;
}

/** What the ways use. */
export interface Tools {
  readonly fetcher: Fetcher;
  /** The same, through a proxy. */
  readonly proxied: Fetcher;
  /** Where the witness listens, on every address. */
  readonly port: number;
  /** `http://host:port` of a server that may be reached, and redirects. */
  readonly redirector: string;
  /** Gives a new name that resolves to these answers, one after the other; the last one stays. */
  name(...answers: readonly (readonly string[])[]): string;
}

/** The address of a server that is public: a stranger's who answers with something else the second time. */
const STRANGER = '8.8.4.4';

const hostOf = (address: string): string => (isIPv6(address) ? `[${address}]` : address);
const page = { kind: 'page' } as const;
const posting = { body: '{}', headers: {} };
const to = (target: string): string => `/to?${encodeURIComponent(target)}`;

/** The ways to an address that is known as such. */
export const WAYS: readonly Way[] = [
  { name: 'direct', go: ({ fetcher, port }, address) => fetcher.fetch(`http://${hostOf(address)}:${port}/`, page) },
  {
    name: 'direct, https',
    go: ({ fetcher, port }, address) => fetcher.fetch(`https://${hostOf(address)}:${port}/`, page),
  },
  {
    name: 'direct, webhook',
    go: ({ fetcher, port }, address) => fetcher.post(`http://${hostOf(address)}:${port}/`, posting),
  },
  {
    name: 'redirect',
    go: ({ fetcher, port, redirector }, address) =>
      fetcher.fetch(redirector + to(`http://${hostOf(address)}:${port}/`), page),
  },
  { name: 'name', go: ({ fetcher, port, name }, address) => fetcher.fetch(`http://${name([address])}:${port}/`, page) },
  {
    name: 'name, webhook',
    go: ({ fetcher, port, name }, address) => fetcher.post(`http://${name([address])}:${port}/`, posting),
  },
  {
    name: 'redirect to a name',
    go: ({ fetcher, port, name, redirector }, address) =>
      fetcher.fetch(redirector + to(`http://${name([address])}:${port}/`), page),
  },
  {
    name: 'proxy, direct',
    go: ({ proxied, port }, address) => proxied.fetch(`http://${hostOf(address)}:${port}/`, page),
  },
  {
    name: 'proxy, name',
    go: ({ proxied, port, name }, address) => proxied.fetch(`https://${name([address])}:${port}/`, page),
  },
  {
    name: 'name, public then blocked',
    needsNamespace: true,
    go: async ({ fetcher, port, name }, address) => {
      const host = name([STRANGER], [address]);
      return fetcher.fetch(`http://${host}:${port}${to(`http://${host}:${port}/`)}`, page);
    },
  },
  {
    name: 'name, public and blocked',
    needsNamespace: true,
    go: ({ fetcher, port, name }, address) => fetcher.fetch(`http://${name([STRANGER, address])}:${port}/`, page),
  },
  {
    name: 'name, blocked and public',
    needsNamespace: true,
    go: ({ fetcher, port, name }, address) => fetcher.fetch(`http://${name([address, STRANGER])}:${port}/`, page),
  },
];

/** The ways to an address that is spelt as something else. */
export const SPELT_WAYS: readonly Way[] = [
  { name: 'odd spelling, direct', go: ({ fetcher, port }, host) => fetcher.fetch(`http://${host}:${port}/`, page) },
  {
    name: 'odd spelling, redirect',
    go: ({ fetcher, port, redirector }, host) => fetcher.fetch(redirector + to(`http://${host}:${port}/`), page),
  },
  { name: 'odd spelling, webhook', go: ({ fetcher, port }, host) => fetcher.post(`http://${host}:${port}/`, posting) },
];

/** Every way with every target of its table. */
export const attempts = (hasNamespace: boolean): readonly { readonly way: Way; readonly target: string }[] => [
  ...WAYS.filter(way => hasNamespace || !way.needsNamespace).flatMap(way =>
    BLOCKED.map(([target]) => ({ way, target })),
  ),
  ...SPELT_WAYS.flatMap(way => SPELLINGS.map(target => ({ way, target }))),
];

/** Names of our own, and the system's for all others. */
export const createNames = (system: ResolveAll): { readonly name: Tools['name']; readonly resolve: ResolveAll } => {
  const names = new Map<string, (readonly string[])[]>();
  return {
    name: (...answers) => {
      const host = `n${names.size}.ssrf.test`;
      names.set(host, [...answers]);
      return host;
    },
    resolve: (host, callback) => {
      const answers = names.get(host);
      if (answers === undefined) return system(host, callback);
      const addresses = (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
      queueMicrotask(() =>
        callback(
          null,
          addresses.map(address => ({ address, family: isIPv6(address) ? 6 : 4 })),
        ),
      );
    },
  };
};
