import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'

/**
 * The address a request came from, to share what is scarce between clients; it proves nothing.
 *
 * What Express makes of `trust proxy` wins. Without it every request behind a proxy comes from the proxy, and one client
 * could take the places of all. A peer on this machine or in a private network is a proxy as a rule, and the last entry
 * of `X-Forwarded-For` is what that proxy saw itself; a visitor inside the network, without a proxy, can write one, and
 * then the total is the only bound.
 */
export function clientAddress(request: IncomingMessage & { ip?: unknown }): string {
  const peer = request.socket.remoteAddress ?? ''
  if (typeof request.ip === 'string' && request.ip !== peer) return request.ip
  const seen = request.headers['x-forwarded-for']
  if (seen === undefined || !isInside(peer)) return peer
  return String(seen).slice(-64).split(',').at(-1)?.trim() ?? peer
}

const inside = new BlockList()
inside.addSubnet('127.0.0.0', 8)
inside.addSubnet('10.0.0.0', 8)
inside.addSubnet('172.16.0.0', 12)
inside.addSubnet('192.168.0.0', 16)
inside.addAddress('::1', 'ipv6')
inside.addSubnet('fc00::', 7, 'ipv6')

// An IPv4 address of a socket that listens on both comes as ::ffff:10.0.0.1, and the list knows that.
function isInside(address: string): boolean {
  return inside.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
