import { Agent } from 'undici'
import { expect, it } from 'vitest'
import certificates from '../fixtures/tls-certificates.json' with { type: 'json' }
import { describeFaults, tokenPath } from '../support/fault-bench.ts'
import { startFaultServer } from '../support/fault-server.ts'

describeFaults('connecting', ({ open, failure }) => {
  it('F01 connection refused: every method is tried 3 times, nothing was sent', async () => {
    const { wecom, server, read, write, time } = await open()
    await wecom.auth.token()
    await server.close()
    for (const call of [read, write]) {
      const error = await failure(call())
      expect(error).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', sent: 'no', attempts: 3, retryable: true })
      expect(error.cause).toMatchObject({ code: 'ECONNREFUSED', syscall: 'connect' })
    }
    expect(time.sleeps).toEqual([100, 200, 100, 200])
  })

  it('F01 connection refused to gettoken: three tries, then one error for all waiters', async () => {
    const { wecom, server } = await open()
    await server.close()
    const errors = await Promise.all([1, 2, 3].map(() => failure(wecom.auth.token())))
    for (const error of errors) {
      expect(error).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', sent: 'no', attempts: 3, path: tokenPath })
    }
  })

  it.each(['ENOTFOUND', 'EAI_AGAIN'])('F02 DNS %s: three tries, no URL in the message', async (code) => {
    let lookups = 0
    const dispatcher = new Agent({
      connect: {
        lookup: (host, _options, callback) => {
          lookups += 1
          callback(Object.assign(new Error(`getaddrinfo ${code} ${host}`), { code }), '', 4)
        },
      },
    })
    const { wecom } = await open({ dispatcher, baseUrl: 'https://wecom.invalid' })
    const error = await failure(wecom.auth.token())
    expect(error).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', sent: 'no', attempts: 3 })
    expect(error.message).toBe(
      `No answer to GET /cgi-bin/gettoken: the host name could not be resolved (${code})`,
    )
    expect(lookups).toBe(3)
    await dispatcher.destroy()
  })

  it('F03 connect black hole: the attempt ends at timeout, is repeated, and the whole at deadline', async () => {
    let connects = 0
    const dispatcher = new Agent({
      connect: () => {
        connects += 1
      },
    })
    const { wecom, write } = await open({ dispatcher, timeout: 40, deadline: 2_000 })
    const startedAt = performance.now()
    const error = await failure(write())
    expect(error).toMatchObject({ code: 'ERR_WECOM_TIMEOUT', phase: 'connect', attempts: 3 })
    expect(performance.now() - startedAt).toBeLessThan(2_000)
    const late = await open({ dispatcher, timeout: 5_000, deadline: 80 })
    expect(await failure(late.wecom.auth.token())).toMatchObject({ code: 'ERR_WECOM_TIMEOUT' })
    expect(connects).toBeGreaterThan(0)
    expect(wecom.auth.state().status).toBe('empty')
    await dispatcher.destroy()
  })

  it.each([
    ['self-signed', certificates.valid, {}, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    [
      'for another host',
      certificates.otherHost,
      { ca: certificates.otherHost },
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
    ['expired', certificates.expired, { ca: certificates.expired }, 'CERT_HAS_EXPIRED'],
  ])(
    'F04 TLS certificate %s: one try, cause.code kept, advice about a private CA',
    async (_case, cert, connect, code) => {
      const server = await startFaultServer({ key: certificates.key, cert })
      const dispatcher = new Agent({ connect })
      const { wecom } = await open({ server, dispatcher })
      const error = await failure(wecom.auth.token())
      expect(error).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', sent: 'no', attempts: 1, retryable: false })
      expect(error.cause).toMatchObject({ code })
      expect(error.message).toContain('private CA')
      expect(server.requests).toEqual([])
      await dispatcher.destroy()
    },
  )

  it('F04 a certificate of a private CA is accepted when the dispatcher knows it', async () => {
    const server = await startFaultServer({ key: certificates.key, cert: certificates.valid })
    const dispatcher = new Agent({ connect: { ca: certificates.valid } })
    const { read, reads } = await open({ server, dispatcher })
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
    expect(reads()).toBe(1)
    await dispatcher.destroy()
  })

  it('F04 a peer that speaks plain HTTP where TLS is expected: one try', async () => {
    const server = await startFaultServer()
    const { wecom } = await open({ server, baseUrl: server.url.replace('http:', 'https:') })
    const error = await failure(wecom.auth.token())
    expect(error).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', sent: 'no', attempts: 1 })
    expect(error.cause).toMatchObject({ code: expect.stringMatching(/^(ERR_SSL_|EPROTO)/) })
  })
})
