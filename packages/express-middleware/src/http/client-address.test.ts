import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { clientAddress } from './read-request.ts'

function from(peer: string | undefined, forwarded?: string, ip?: string) {
  const socket = new Socket()
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
  ['a proxy in IPv6', from('fd00::1', '2001:db8::7'), '2001:db8::7'],
  ['a proxy that says nothing', from('127.0.0.1'), '127.0.0.1'],
  ['what Express trusts', from('10.0.0.1', '1.2.3.4, 5.6.7.8', '1.2.3.4'), '1.2.3.4'],
  ['Express without trust proxy', from('10.0.0.1', '1.2.3.4, 5.6.7.8', '10.0.0.1'), '5.6.7.8'],
  ['a header of a megabyte', from('10.0.0.1', 'x'.repeat(1_000_000)), 'x'.repeat(64)],
  ['a connection that is gone', from(undefined), ''],
])('%s', (_what, address, expected) => {
  expect(address).toBe(expected)
})
