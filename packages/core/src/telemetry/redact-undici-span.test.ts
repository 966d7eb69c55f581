import { once } from 'node:events'
import { createServer } from 'node:http'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import * as fc from 'fast-check'
import { request } from 'undici'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isRecord } from '../internal/is-record.ts'
import { redactUndiciSpan } from './redact-undici-span.ts'

const origin = 'https://qyapi.weixin.qq.com'

describe('redactUndiciSpan', () => {
  test.each([
    'access_token',
    'corpsecret',
    'suite_access_token',
    'provider_access_token',
    'user_ticket',
    'ticket',
    'code',
    'auth_code',
    'permanent_code',
    'key',
    'msg_signature',
    'ACCESS_TOKEN',
  ])('hides %s on any host and path, together with everything beside it', (name) => {
    expect(redactUndiciSpan({ origin: 'https://example.com', path: `/a?x=CANARY&${name}=CANARY` })).toEqual({
      'url.full': `https://example.com/a?x=REDACTED&${name}=REDACTED`,
      'url.query': `x=REDACTED&${name}=REDACTED`,
    })
  })

  test('hides every value below /cgi-bin/, userids and mobiles too', () => {
    expect(redactUndiciSpan({ origin, path: '/cgi-bin/user/get?userid=zhangsan' })).toEqual({
      'url.full': `${origin}/cgi-bin/user/get?userid=REDACTED`,
      'url.query': 'userid=REDACTED',
    })
  })

  test('leaves other requests alone', () => {
    expect(redactUndiciSpan({ origin: 'https://example.com', path: '/search?q=token&page=2' })).toEqual({})
    expect(redactUndiciSpan({ origin, path: '/cgi-bin/gettoken' })).toEqual({})
  })

  test('is not led astray by encoding, absolute paths or a URL object', () => {
    expect(
      redactUndiciSpan({ origin: new URL('https://a.example'), path: '/x?access%5Ftoken=CANARY' }),
    ).toEqual({
      'url.full': 'https://a.example/x?access%5Ftoken=REDACTED',
      'url.query': 'access%5Ftoken=REDACTED',
    })
    const absolute = redactUndiciSpan({
      origin: 'http://proxy',
      path: `${origin}/cgi-bin/a?access_token=CANARY`,
    })
    expect(absolute['url.full']).toBe(`${origin}/cgi-bin/a?access_token=REDACTED`)
    expect(redactUndiciSpan({ origin, path: '/base/cgi-bin/a?CANARY' })['url.query']).toBe('REDACTED')
    expect(redactUndiciSpan({ origin, path: '/cgi-bin/a?%E0%A4%A=CANARY' })['url.query']).toBe(
      '%E0%A4%A=REDACTED',
    )
  })

  test('no value survives, whatever the query looks like', () => {
    const part = fc.constantFrom('access_token', 'CANARY', '=', '&', '?', '#', '%', '/', ';', '%3D')
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const query = `access_token=${parts.join('')}`
        const shown = Object.values(redactUndiciSpan({ origin, path: `/cgi-bin/a?${query}` })).join(' ')
        expect(shown.match(/=(?!REDACTED)/g)).toBeNull()
        expect(shown.match(/[?& ](?![^&=]*=)(?!REDACTED)/g)).toBeNull()
      }),
    )
  })

  test('takes what undici really publishes, and the secret is gone', async () => {
    const server = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const seen: Record<string, string>[] = []
    const look = (message: unknown): void => {
      if (!isRecord(message) || !isRecord(message['request'])) return
      const { origin: from, path } = message['request']
      if (typeof from === 'string' && typeof path === 'string')
        seen.push(redactUndiciSpan({ origin: from, path }))
    }
    subscribe('undici:request:create', look)
    onTestFinished(async () => {
      unsubscribe('undici:request:create', look)
      server.close()
      await once(server, 'close')
    })
    const { body } = await request(`http://127.0.0.1:${port}/cgi-bin/user/get`, {
      query: { access_token: 'CANARY', userid: 'a' },
      headers: { connection: 'close' },
    })
    await body.dump()
    expect(seen).toEqual([
      {
        'url.full': `http://127.0.0.1:${port}/cgi-bin/user/get?access_token=REDACTED&userid=REDACTED`,
        'url.query': 'access_token=REDACTED&userid=REDACTED',
      },
    ])
  })
})
