import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'

/** Whom a request comes from: its peer, `X-Forwarded-For` and what Express says. */
type Request = readonly [peer: string | undefined, forwarded?: string | undefined, ip?: string]

function from([peer, forwarded, ip]: Request, socket: Socket = new Socket()) {
  Object.defineProperty(socket, 'remoteAddress', { value: peer })
  const request = new IncomingMessage(socket)
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded
  return clientAddress(Object.assign(request, ip === undefined ? {} : { ip }))
}

it.each<[what: string, request: Request, address: string]>([
  ['no proxy', ['203.0.113.7'], '203.0.113.7'],
  ['a header that a stranger wrote', ['203.0.113.7', '1.2.3.4'], '203.0.113.7'],
  ['a proxy on this machine', ['127.0.0.1', '203.0.113.7'], '203.0.113.7'],
  ['the same on a socket of both families', ['::ffff:127.0.0.1', '203.0.113.7'], '203.0.113.7'],
  ['the same in IPv6', ['::1', '203.0.113.7'], '203.0.113.7'],
  ['a proxy in a large private network', ['10.1.2.3', '203.0.113.7'], '203.0.113.7'],
  ['a proxy in a small one', ['192.168.1.1', '203.0.113.7'], '203.0.113.7'],
  ['a proxy in a container', ['172.18.0.3', '203.0.113.7'], '203.0.113.7'],
  ['an address beside that of containers', ['172.32.0.3', '203.0.113.7'], '172.32.0.3'],
  ['what a stranger wrote in front of it', ['127.0.0.1', '1.2.3.4, 203.0.113.7'], '203.0.113.7'],
  ['a proxy in IPv6', ['fd00::1', '2001:db8:3:4567::8'], '2001:db8:3:45'],
  ['a load balancer in shared address space', ['100.127.0.9', '203.0.113.7'], '203.0.113.7'],
  ['a proxy at a Unix socket', [undefined, '203.0.113.7'], '203.0.113.7'],
  ['a proxy that adds the port', ['10.0.0.1', '203.0.113.7:51234'], '203.0.113.7'],
  ['a proxy that adds the port in IPv6', ['10.0.0.1', '[2001:db8:3:4567::8]:51234'], '2001:db8:3:45'],
  ['Express with such a proxy', ['10.0.0.1', undefined, '203.0.113.7:51234'], '203.0.113.7'],
  ['a proxy that says nothing', ['127.0.0.1'], '127.0.0.1'],
  ['what Express trusts', ['10.0.0.1', '1.2.3.4, 5.6.7.8', '1.2.3.4'], '1.2.3.4'],
  ['Express without trust proxy', ['10.0.0.1', '1.2.3.4, 5.6.7.8', '10.0.0.1'], '5.6.7.8'],
  ['a header of a megabyte', ['10.0.0.1', 'x'.repeat(1_000_000)], 'x'.repeat(64)],
  ['a connection that is gone', [undefined], ''],
])('%s', (_what, request, address) => {
  expect(from(request)).toBe(address)
})

it('believes no header of a connection that is gone', () => {
  expect(from([undefined, '1.2.3.4'], new Socket().destroy())).toBe('')
})

it.each([
  ['2001:db8:0:12ff::1', '2001:db8:0:12'],
  ['2001:db8:0:1200:a:b:c:d', '2001:db8:0:12'],
  ['2001:db8:0:1300::1', '2001:db8:0:13'],
  ['2001:db8::1', '2001:db8:0:00'],
  ['2001:db8::', '2001:db8:0:00'],
  ['::1:2:3:4:5:6', '0:0:1:00'],
  ['2001::a:b:c:d:e:f', '2001:0:a:00'],
  ['::1', '0:0:0:00'],
  ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
])('%s counts as its network', (address, network) => {
  expect(from([address])).toBe(network)
  expect(from(['10.0.0.1', undefined, address])).toBe(network)
})
