import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { classifyRequest, isSubresource, wantsHtml } from './classify-request.ts'

function request(method: string, headers: Record<string, string>): IncomingMessage {
  const message = new IncomingMessage(new Socket())
  message.method = method
  Object.assign(message.headers, headers)
  return message
}

it.each<[string, Record<string, string>, string]>([
  ['GET', { accept: 'text/html' }, 'navigation'],
  ['GET', { accept: 'application/xml;q=0.9,text/html;q=0.8' }, 'navigation'],
  ['GET', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 'navigation'],
  ['GET', { 'sec-fetch-mode': 'navigate' }, 'navigation'],
  ['GET', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'object' }, 'api'],
  ['GET', { 'sec-fetch-mode': 'cors', accept: 'text/html' }, 'api'],
  ['GET', { accept: '*/*' }, 'api'],
  ['GET', {}, 'api'],
  ['GET', { accept: 'text/html', upgrade: 'websocket' }, 'api'],
  ['GET', { accept: 'text/html', 'x-requested-with': 'XMLHttpRequest' }, 'api'],
  ['HEAD', { accept: 'text/html' }, 'api'],
  ['POST', { accept: 'text/html', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 'page'],
  ['POST', { accept: 'text/html' }, 'page'],
  ['POST', { accept: '*/*' }, 'api'],
  ['PUT', { accept: 'text/html' }, 'api'],
  ['GET', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'empty' }, 'navigation'],
  ['GET', { accept: 'text/html', 'sec-fetch-mode': 'same-origin', 'sec-fetch-dest': 'empty' }, 'page'],
  ['GET', { accept: '*/*', 'sec-fetch-mode': 'same-origin', 'sec-fetch-dest': 'empty' }, 'api'],
  ['OPTIONS', { 'access-control-request-method': 'GET' }, 'preflight'],
  ['OPTIONS', {}, 'api'],
])('%s with %o is %s', (method, headers, kind) => {
  expect(classifyRequest(request(method, headers))).toBe(kind)
})

it('takes no other type for text/html', () => {
  for (const accept of ['text/htmlx', 'xtext/html', 'application/text/html']) {
    expect(wantsHtml(request('GET', { accept })), accept).toBe(false)
  }
})

it('knows what browsers load beside pages', () => {
  const destination = (value: string) => isSubresource(request('GET', { 'sec-fetch-dest': value }))
  expect(['image', 'script', 'worker', 'manifest'].every(destination)).toBe(true)
  expect(['document', 'iframe', 'frame', 'empty'].some(destination)).toBe(false)
  expect(isSubresource(request('GET', {}))).toBe(false)
})
