import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6, SocketAddress } from 'node:net'

/**
 * Where a request came from, to share what is scarce between clients; it proves nothing.
 *
 * What Express makes of `trust proxy` wins. Without it every request behind a proxy comes from the proxy, and one client
 * could take the places of all. A peer on this machine or in a private network is a proxy as a rule, and the last entry
 * of `X-Forwarded-For` is what that proxy saw itself; a visitor inside the network, without a proxy, can write one, and
 * then the total is the only bound.
 */
export function clientAddress(request: IncomingMessage & { ip?: unknown }): string {
  const { remoteAddress: peer, destroyed } = request.socket
  if (typeof request.ip === 'string' && request.ip !== peer) return networkOf(request.ip)
  const seen = request.headers['x-forwarded-for']
  // A Unix socket has no addresses, and a connection that is gone has lost them.
  const isProxy = peer === undefined ? !destroyed : isInside(peer)
  if (seen === undefined || !isProxy) return networkOf(peer ?? '')
  return networkOf(String(seen).slice(-64).split(',').at(-1)?.trim() ?? '')
}

const inside = new BlockList()
inside.addSubnet('127.0.0.0', 8)
inside.addSubnet('10.0.0.0', 8)
inside.addSubnet('172.16.0.0', 12)
inside.addSubnet('192.168.0.0', 16)
// Shared address space (RFC 6598): load balancers of Alibaba Cloud speak from it.
inside.addSubnet('100.64.0.0', 10)
inside.addAddress('::1', 'ipv6')
inside.addSubnet('fc00::', 7, 'ipv6')

// An IPv4 address of a socket that listens on both comes as ::ffff:10.0.0.1, and the list knows that.
function isInside(address: string): boolean {
  return inside.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

/**
 * IPv4 as it is, IPv6 as the 56 bits that one customer is given: whoever has one address there has them all. Some proxies
 * append the port as well, which is another one for every connection.
 */
function networkOf(seen: string): string {
  const address = SocketAddress.parse(seen)?.address ?? seen
  if (!isIPv6(address) || address.includes('.')) return address
  const [front = [], back = []] = address
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''))
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0')
  const [first, second, third, fourth = ''] = [...front, ...zeros, ...back]
  return [first, second, third, fourth.padStart(4, '0').slice(0, 2)].join(':')
}
