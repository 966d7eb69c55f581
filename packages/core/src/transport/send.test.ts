import { Dispatcher } from 'undici'
import { describe, expect, it } from 'vitest'
import { CallContext } from './call-context.ts'
import { send } from './send.ts'

const context = new CallContext('GET', '/cgi-bin/user/get', () => 0, 30_000)

describe('send', () => {
  it('sends nothing for a caller who has already left', async () => {
    let dispatched = 0
    class CountingDispatcher extends Dispatcher {
      override dispatch(): boolean {
        dispatched += 1
        return true
      }
    }
    const reason = new Error('left')
    const request = {
      origin: 'http://127.0.0.1:1',
      pathAndQuery: '/',
      method: 'GET',
      headers: {},
      body: null,
      timeoutMs: 1000,
      isDeadline: false,
      maxBytes: 1000,
      signal: AbortSignal.abort(reason),
    } as const
    await expect(send(new CountingDispatcher(), request, context)).rejects.toBe(reason)
    expect(dispatched).toBe(0)
  })
})
