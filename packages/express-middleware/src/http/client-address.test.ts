import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'

function from(peer: string | undefined, forwarded?: string, ip?: string, socket: Socket = new Socket()) {
  Object.defineProperty(socket, 'remoteAddress', { value: peer })
  const request = new IncomingMessage(socket)
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded
  return clientAddress(Object.assign(request, ip === undefined ? {} : { ip }))
}

it.each([
  ['no proxy', from('203.0.113.7'), '203.0.113.7'],
  ['a header that a stranger wrote', from('203.0.113.7', '1.2.3.4'), '203.0.113.7'],
  ['a proxy on this machine', from('127.0.0.1', '203.0.113.7'), '203.0.113.7'],
  ['the same on a socket of both families', from('::ffff:127.0.0.1', '203.0.113.7'), '203.0.113.7'],
  ['a proxy in a container', from('172.18.0.3', '203.0.113.7'), '203.0.113.7'],
  ['what a stranger wrote in front of it', from('127.0.0.1', '1.2.3.4, 203.0.113.7'), '203.0.113.7'],
  ['a proxy in IPv6', from('fd00::1', '2001:db8:3:4567::8'), '2001:db8:3:45'],
  ['a load balancer in shared address space', from('100.127.0.9', '203.0.113.7'), '203.0.113.7'],
  ['a proxy at a Unix socket', from(undefined, '203.0.113.7'), '203.0.113.7'],
  ['a proxy that adds the port', from('10.0.0.1', '203.0.113.7:51234'), '203.0.113.7'],
  ['a proxy that adds the port in IPv6', from('10.0.0.1', '[2001:db8:3:4567::8]:51234'), '2001:db8:3:45'],
  [
    'Express with a proxy that adds the port',
    from('10.0.0.1', undefined, '203.0.113.7:51234'),
    '203.0.113.7',
  ],
  ['a proxy that says nothing', from('127.0.0.1'), '127.0.0.1'],
  ['what Express trusts', from('10.0.0.1', '1.2.3.4, 5.6.7.8', '1.2.3.4'), '1.2.3.4'],
  ['Express without trust proxy', from('10.0.0.1', '1.2.3.4, 5.6.7.8', '10.0.0.1'), '5.6.7.8'],
  ['a header of a megabyte', from('10.0.0.1', 'x'.repeat(1_000_000)), 'x'.repeat(64)],
  ['a connection that is gone', from(undefined), ''],
  [
    'the header of a connection that is gone',
    from(undefined, '1.2.3.4', undefined, new Socket().destroy()),
    '',
  ],
])('%s', (_what, address, expected) => {
  expect(address).toBe(expected)
})

it.each([
  ['2001:db8:0:12ff::1', '2001:db8:0:12'],
  ['2001:db8:0:1200:a:b:c:d', '2001:db8:0:12'],
  ['2001:db8:0:1300::1', '2001:db8:0:13'],
  ['2001:db8::1', '2001:db8:0:00'],
  ['2001:db8::', '2001:db8:0:00'],
  ['::1:2:3:4:5:6', '0:0:1:00'],
  ['::1', '0:0:0:00'],
  ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
])('%s counts as its network', (address, network) => {
  expect(from(address)).toBe(network)
  expect(from('10.0.0.1', undefined, address)).toBe(network)
})
