import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { networkInterfaces } from 'node:os';
import { buildConnector } from 'undici';
import { AppError } from '#errors';
import { isPublicAddress } from './addresses.ts';

/** Resolves a host to all its addresses, as `dns.lookup` with `all: true` does. */
export type ResolveAll = (
  host: string,
  callback: (error: Error | null, addresses: readonly { readonly address: string; readonly family: number }[]) => void,
) => void;

const resolveBySystem: ResolveAll = (host, callback) =>
  systemLookup(host, { all: true }, (error, addresses) => callback(error, addresses ?? []));

/** An address of this very machine is not reached even where it is a public one: its services may trust it. */
const isOwn = (address: string): boolean => {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return Object.values(networkInterfaces()).some(entries => entries?.some(entry => entry.address === bare));
};

const isReachable = (address: string): boolean => isPublicAddress(address) && !isOwn(address);

const blocked = (host: string, address: string): AppError =>
  new AppError(
    'fetch-address-blocked',
    `${host} leads to ${address}, which is not an address of the public Internet outside of this machine.`,
    {
      subject: host,
      hint: 'Only public web servers are fetched. Check the address, or whether its name resolves to a machine of your own network.',
    },
  );

/** What may be reached. */
interface Reach {
  /** Exact origins that may be reached wherever they are. */
  readonly allowOrigins: ReadonlySet<string>;
  readonly timeoutMs: number;
  readonly resolve?: ResolveAll;
}

const literalOf = (host: string): string | undefined => {
  const literal = host.replace(/^\[|\]$/g, '');
  return isIP(literal) === 0 ? undefined : literal;
};

/**
 * For what goes through a proxy, which looks names up itself: refuses addresses that are not public, and names of which
 * all addresses, as seen from here, are not. A name that cannot be looked up here is left to the proxy. Throws AppError
 * `fetch-address-blocked`.
 */
export const createTargetCheck = ({ resolve = resolveBySystem }: Reach) => {
  const addressesOf = (host: string): Promise<readonly string[]> =>
    new Promise(found => resolve(host, (_, addresses) => found(addresses.map(entry => entry.address))));
  return async ({ hostname }: URL): Promise<void> => {
    const literal = literalOf(hostname);
    const addresses = literal === undefined ? await addressesOf(hostname) : [literal];
    if (addresses.length > 0 && !addresses.some(isReachable)) throw blocked(hostname, addresses.join(', '));
  };
};

/**
 * An undici connector that refuses every address that is not public. The check stands where the connection is made: on
 * the addresses that the look-up gave to this very connection, and once more on the peer that answered, so that a name
 * which resolves differently the second time (DNS rebinding) gains nothing. Exact origins in `allowOrigins` pass.
 */
export const createConnector = (options: Reach): buildConnector.connector => {
  const resolve = options.resolve ?? resolveBySystem;
  const checkedLookup: LookupFunction = (host, lookupOptions, callback) =>
    resolve(host, (error, addresses) => {
      if (error !== null) return callback(error as NodeJS.ErrnoException, []);
      const usable = addresses.filter(entry => isReachable(entry.address));
      const [first] = usable;
      if (first === undefined) {
        return callback(blocked(host, addresses.map(entry => entry.address).join(', ') || 'no address'), []);
      }
      if (lookupOptions.all === true)
        callback(
          null,
          usable.map(entry => ({ ...entry })),
        );
      else callback(null, first.address, first.family);
    });
  const shared = { timeout: options.timeoutMs, allowH2: false };
  const connectChecked = buildConnector({ ...shared, lookup: checkedLookup } as buildConnector.BuildOptions);
  const connectAllowed = buildConnector(shared);

  return (target, callback) => {
    if (options.allowOrigins.has(originOf(target))) return connectAllowed(target, callback);
    const literal = literalOf(target.hostname);
    if (literal !== undefined && !isReachable(literal)) return callback(blocked(target.hostname, literal), null);
    connectChecked(target, (error, socket) => {
      if (error !== null) return callback(error, null);
      const peer = socket.remoteAddress ?? 'an unknown address';
      if (isReachable(peer)) return callback(null, socket);
      socket.destroy();
      callback(blocked(target.hostname, peer), null);
    });
  };
};

const originOf = (target: buildConnector.Options): string => {
  const host = isIP(target.hostname) === 6 ? `[${target.hostname}]` : target.hostname;
  return new URL(`${target.protocol}//${host}${target.port === '' ? '' : `:${target.port}`}`).origin;
};
