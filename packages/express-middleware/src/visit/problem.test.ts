import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { WecomApiError } from '@wecom-kit/core'
import { describe, expect, it, vi } from 'vitest'
import { statusOfCode, WecomSSOError, type WecomSSOErrorCode } from '../errors/sso-error.ts'
import type { RequestKind } from '../http/classify-request.ts'
import { logFailure, sendFailure } from './problem.ts'

function requestWith(headers: Readonly<Record<string, string>> = {}, id?: unknown): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  return Object.assign(request, { headers }, id === undefined ? {} : { id })
}

/** What is answered to a request. */
function answerTo(
  request: IncomingMessage,
  error: WecomSSOError,
  kind: RequestKind = 'api',
  around?: Parameters<typeof sendFailure>[4],
) {
  const response = new ServerResponse(request)
  const end = vi.spyOn(response, 'end')
  sendFailure(request, response, error, kind, around)
  const body = String(end.mock.calls[0]?.[0])
  return { response, body, json: (): unknown => JSON.parse(body) }
}

const failure = (code: WecomSSOErrorCode, cause?: unknown) => new WecomSSOError(code, 'what happened', cause)
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

const refused = new WecomApiError('the words of the client', {
  errcode: 60020,
  errmsg: 'not allow to access from your ip',
  fromIp: '203.0.113.7',
  hint: 'hint1',
})

describe('a failure as JSON', () => {
  it.each([
    ['WECOM_BAD_REQUEST', 'bad_request'],
    ['WECOM_LOGIN_REQUIRED', 'unauthorized'],
    ['WECOM_FORBIDDEN', 'forbidden'],
    ['WECOM_METHOD_NOT_ALLOWED', 'method_not_allowed'],
  ] as const)('%s says what happened, and %s', (code, word) => {
    const { json, response } = answerTo(requestWith(), failure(code))
    expect(response.statusCode).toBe(statusOfCode[code])
    expect(json()).toEqual({ error: word, code, message: 'what happened' })
  })

  it.each(['WECOM_SESSION_TOO_LARGE', 'WECOM_APP_SETUP', 'WECOM_STORE'] as const)(
    '%s says nothing of what happened, and an id to ask with',
    (code) => {
      const { json } = answerTo(requestWith(), failure(code, refused))
      expect(json()).toEqual({
        error: 'server_error',
        code,
        message: 'the sign-in failed',
        requestId: expect.stringMatching(uuid),
      })
    },
  )

  it('says what it depends on', () => {
    const { response } = answerTo(requestWith(), failure('WECOM_FORBIDDEN'))
    expect(response.getHeader('vary')).toBe(
      'Accept, Accept-Language, Cookie, Sec-Fetch-Mode, X-Requested-With',
    )
  })
})

describe('what WeCom said', () => {
  it('is shown on the developer’s own machine', () => {
    const { json } = answerTo(requestWith(), failure('WECOM_APP_SETUP', refused), 'api', { isLocal: true })
    expect(json()).toMatchObject({
      diagnosis:
        'what happened · errcode 60020 · errmsg not allow to access from your ip · hint hint1 · fromIp 203.0.113.7',
    })
    expect(answerTo(requestWith(), failure('WECOM_STORE'), 'page', { isLocal: true }).body).toContain(
      '<pre lang="en">what happened</pre>',
    )
  })

  it('is shown nowhere else, and for nothing that is the visitor’s', () => {
    const error = failure('WECOM_APP_SETUP', refused)
    for (const kind of ['api', 'page', 'navigation'] as const) {
      expect(answerTo(requestWith(), error, kind).body).not.toMatch(/60020|203\.0\.113\.7|what happened/)
      const visitors = failure('WECOM_FORBIDDEN', refused)
      expect(answerTo(requestWith(), visitors, kind, { isLocal: true }).body).not.toContain('60020')
    }
  })
})

describe('the id of a request', () => {
  const idOf = (request: IncomingMessage) =>
    /WECOM_STORE · ([^<]*)</.exec(answerTo(request, failure('WECOM_STORE'), 'page').body)?.[1]

  it('is what the app’s logger or a proxy gave, as far as an id goes', () => {
    expect(idOf(requestWith({}, 'req-1'))).toBe('req-1')
    expect(idOf(requestWith({}, 5))).toBe('5')
    expect(idOf(requestWith({ 'x-request-id': 'a.b:c_d-9' }))).toBe('a.b:c_d-9')
    expect(idOf(requestWith({ 'x-request-id': 'of the header' }, 'of-the-logger'))).toBe('of-the-logger')
    expect(idOf(requestWith({ 'x-request-id': 'a'.repeat(64) }))).toBe('a'.repeat(64))
  })

  it.each<[unknown]>([['a'.repeat(65)], [''], ['a b'], ['a\nb'], ['<b>'], ['a"'], [NaN], [{}]])(
    'is one of our own instead of %j',
    (id) => {
      expect(idOf(requestWith({}, id))).toMatch(uuid)
    },
  )

  it('is the same in the log', () => {
    const request = requestWith()
    const error = vi.fn<(fields: object, message?: string) => void>()
    const logger = { debug: error, info: error, warn: error, error }
    logFailure(logger, request, failure('WECOM_STORE'))
    expect(error.mock.calls).toEqual([
      [expect.objectContaining({ requestId: idOf(request), code: 'WECOM_STORE' }), expect.any(String)],
    ])
  })

  it('stands on a page of a visitor’s failure only where somebody gave it', () => {
    expect(answerTo(requestWith(), failure('WECOM_FORBIDDEN'), 'page').body).toContain('>WECOM_FORBIDDEN<')
    expect(answerTo(requestWith({}, 'req-1'), failure('WECOM_FORBIDDEN'), 'page').body).toContain(
      'WECOM_FORBIDDEN · req-1',
    )
  })
})

describe('the log', () => {
  const logged = (...errors: readonly WecomSSOError[]) => {
    const error = vi.fn<(fields: object, message?: string) => void>()
    const logger = { debug: error, info: error, warn: error, error }
    for (const each of errors) logFailure(logger, requestWith(), each)
    return error.mock.calls
  }

  it('has a failure of ours once, with what WeCom said', () => {
    const error = failure('WECOM_APP_SETUP', refused)
    expect(logged(error, error)).toEqual([
      [
        expect.objectContaining({ code: 'WECOM_APP_SETUP', errcode: 60020, fromIp: '203.0.113.7' }),
        'wecomSSO: WECOM_APP_SETUP: what happened',
      ],
    ])
    expect(logged(failure('WECOM_SESSION_TOO_LARGE'))).toHaveLength(1)
  })

  it('has nothing of what visitors do', () => {
    expect(logged(failure('WECOM_FORBIDDEN'), failure('WECOM_METHOD_NOT_ALLOWED'))).toEqual([])
  })
})
