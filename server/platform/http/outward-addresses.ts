/** Which addresses a shop's own words may send the server to: those of the public internet, and nothing of the house. */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

const closed4 = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8',
  '100.64.0.0/10', // carriers
  '127.0.0.0/8',
  '169.254.0.0/16', // link-local: the clouds' metadata
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3', // multicast, reserved, broadcast
  '168.63.129.16/32', // a cloud's own services under a public number
];
/** Of IPv6 only what is given out for the internet, without what carries an IPv4 address or is for writing about. */
const open6 = '2000::/3';
const closed6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

export function isOutward(address: string): boolean {
  const bare = address.split('%', 1)[0]!;
  if (isIPv4(bare)) return !closed.check(bare, 'ipv4');
  return isIPv6(bare) && open.check(bare, 'ipv6') && !closed.check(bare, 'ipv6');
}

const closed = listOf(closed4, 'ipv4');
for (const range of closed6) add(closed, range, 'ipv6');
const open = listOf([open6], 'ipv6');

function listOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) add(list, range, family);
  return list;
}

function add(list: BlockList, range: string, family: 'ipv4' | 'ipv6'): void {
  const [network, bits] = range.split('/') as [string, string];
  list.addSubnet(network, Number(bits), family);
}
