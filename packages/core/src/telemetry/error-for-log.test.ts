import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { WecomConfigError } from '../errors/errors.ts'
import { errorForLog } from './error-for-log.ts'

const canary = 'CANARY0123456789'
const shown = (error: unknown) => inspect(errorForLog(error), { depth: 10, showHidden: true })
const trap = () => {
  throw new Error('trapped')
}
const quoting = () => new Error(`fetch https://wecom.example/x?access_token=${canary} failed`)

describe('errorForLog', () => {
  it.each([
    ['a text', `code=${canary}`],
    ['a message and its stack', quoting()],
    ['a cause', new TypeError('failed', { cause: quoting() })],
    ['a cause of an error of ours', new WecomConfigError('failed', quoting())],
    ['the parts of several', new AggregateError([quoting(), quoting()], 'all failed')],
    ['a property', Object.assign(new Error('failed'), { secret: canary, url: `/x?ticket=${canary}` })],
    [
      'an object beside it',
      Object.assign(new Error('failed'), { command: { args: ['SET', 'key', canary] } }),
    ],
    ['an object instead of an error', { reason: 'failed', access_token: canary }],
    ['what hangs on such an object', { reason: 'failed', config: { headers: { cookie: canary } } }],
    ['a list instead of an error', ['failed', `code=${canary}`]],
  ])('blanks secrets in %s', (_where, error) => {
    expect(shown(error)).not.toContain(canary)
    expect(shown(error)).toMatch(/failed|REDACTED/)
  })

  it('keeps what hides in an object of another class out', () => {
    expect(shown(Response.json({}, { headers: { 'set-cookie': canary } }))).not.toContain(canary)
  })

  it('keeps the name, the code and the numbers of what it blanks', () => {
    const error = Object.assign(quoting(), {
      name: 'ReplyError',
      code: 'ECONNRESET',
      errno: -104,
      isFatal: false,
    })
    expect(errorForLog(error)).toMatchObject({
      name: 'ReplyError',
      message: 'fetch https://wecom.example/x?access_token=REDACTED failed',
      code: 'ECONNRESET',
      errno: -104,
      isFatal: false,
    })
  })

  it.each([
    new RangeError('failed'),
    new WecomConfigError('corpId is missing'),
    new Error('failed', { cause: new Error('below') }),
    Object.assign(new Error('failed'), { code: 'EPIPE', errno: 1, at: null }),
    { reason: 'no error' },
    undefined,
    7,
  ])('returns what holds none as it is: %s', (error) => {
    expect(errorForLog(error)).toBe(error)
  })

  it.each([
    ['a message that is no text', Object.assign(new Error('x'), { message: { is: 'an object' } })],
    ['a stack that is no text', Object.assign(quoting(), { stack: 5 })],
    ['a property that throws', Object.defineProperty(quoting(), 'body', { enumerable: true, get: trap })],
    ['a trap in everything', new Proxy(quoting(), { get: trap })],
  ])('shows an error with %s', (_what, error) => {
    expect(shown(error)).toMatch(/Error/)
    expect(shown(error)).not.toContain(canary)
  })

  it('ends with causes that go round', () => {
    const error = quoting()
    error.cause = error
    expect(shown(error)).not.toContain(canary)
  })
})
