import ipaddr from 'ipaddr.js';

/** The only IPv6 space that is handed out for the public Internet (IANA: Global Unicast). */
const GLOBAL_UNICAST: readonly [string, number] = ['2000::', 3];

/**
 * Whether an IP address is one of the public Internet: not loopback, private, link-local, carrier-grade NAT, multicast,
 * reserved, unspecified, nor an IPv6 form that carries an IPv4 address past such a check (NAT64, 6to4, Teredo,
 * IPv4-compatible). An IPv4-mapped address is judged as the IPv4 address that it is.
 */
export const isPublicAddress = (address: string): boolean => {
  const bare = address.replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  const ip = ipaddr.process(bare);
  if (ip.range() !== 'unicast') return false;
  return ip.kind() === 'ipv4' || ip.match([ipaddr.parse(GLOBAL_UNICAST[0]), GLOBAL_UNICAST[1]]);
};
