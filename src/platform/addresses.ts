/** Which network addresses are other people's servers, and which are inside: ours, this machine's, the cloud's own. */
import { BlockList, isIP } from 'node:net';

/** IANA's special-purpose registries for IPv4: everything that is not the public internet. */
const INSIDE_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local; 169.254.169.254 tells a cloud machine its own secrets.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Only 2000::/3 is the public internet; inside it, the ways to write an IPv4 address and other special blocks. */
const SPECIAL_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const inside4 = new BlockList();
for (const [net, bits] of INSIDE_4) inside4.addSubnet(net, bits, 'ipv4');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const special6 = new BlockList();
for (const [net, bits] of SPECIAL_6) special6.addSubnet(net, bits, 'ipv6');
const mapped6 = new BlockList();
mapped6.addSubnet('::ffff:0:0', 96, 'ipv6');

/**
 * True for an address of the public internet. IPv4 written as IPv6 (`::ffff:10.0.0.1`) is judged as IPv4; anything
 * that is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '');
  const family = isIP(bare);
  if (family === 4) return !inside4.check(bare, 'ipv4');
  if (family !== 6) return false;
  if (mapped6.check(bare, 'ipv6')) return !inside4.check(bare, 'ipv6');
  return global6.check(bare, 'ipv6') && !special6.check(bare, 'ipv6');
}
