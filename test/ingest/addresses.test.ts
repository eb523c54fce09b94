import { describe, expect, test } from 'vitest';
import { BLOCKED, PUBLIC } from '../../bench/ssrf/table.ts';
import { isPublicAddress } from '../../ingest/addresses.ts';

describe('an address', () => {
  test.each([
    ['loopback', '127.0.0.1'],
    ['the rest of loopback', '127.255.255.254'],
    ['IPv6 loopback', '::1'],
    ['unspecified', '0.0.0.0'],
    ['IPv6 unspecified', '::'],
    ['this network', '0.1.2.3'],
    ['private, class A', '10.1.2.3'],
    ['private, class B', '172.31.255.255'],
    ['private, class C', '192.168.0.1'],
    ['cloud metadata', '169.254.169.254'],
    ['carrier-grade NAT, first', '100.64.0.0'],
    ['carrier-grade NAT, last', '100.127.255.255'],
    ['broadcast', '255.255.255.255'],
    ['multicast', '224.0.0.1'],
    ['documentation', '203.0.113.7'],
    ['benchmarking', '198.18.0.1'],
    ['reserved', '240.0.0.1'],
    ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
    ['IPv4-mapped private, in hex', '::ffff:a00:1'],
    ['IPv4-compatible loopback', '::127.0.0.1'],
    ['NAT64 of loopback', '64:ff9b::7f00:1'],
    ['local-use NAT64', '64:ff9b:1::7f00:1'],
    ['6to4 of a private address', '2002:c0a8:1::1'],
    ['Teredo', '2001:0:4136:e378::1'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['unique local', 'fd00::1'],
    ['site-local', 'fec0::1'],
    ['IPv6 multicast', 'ff02::1'],
    ['IPv6 documentation', '2001:db8::1'],
    ['outside of what is handed out', '4000::1'],
    ['a name', 'localhost'],
    ['nothing', ''],
  ])('that is %s (%s) is not public', (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(BLOCKED)('%s (%s), of the table of `npm run ssrf`, is not public', address => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(PUBLIC)('%s, of the table of `npm run ssrf`, is public', address => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    '8.8.8.8',
    '100.63.255.254',
    '100.128.0.1',
    '172.32.0.1',
    '2606:4700::1111',
    '2a00:1450:4009::200e',
    '::ffff:8.8.8.8',
  ])('%s is public', address => {
    expect(isPublicAddress(address)).toBe(true);
  });
});
