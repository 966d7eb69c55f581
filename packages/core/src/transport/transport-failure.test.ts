import { describe, expect, it } from 'vitest'
import { CallContext } from './call-context.ts'
import { transportFailure } from './failures.ts'

const context = new CallContext('GET', '/cgi-bin/user/get', () => 0, 30_000)

describe('transportFailure', () => {
  it.each([
    ['ECONNREFUSED', true, 'no'],
    ['ECONNRESET', false, 'no'],
    ['ECONNRESET', true, 'maybe'],
    ['EHOSTUNREACH', true, 'maybe'],
    ['ENETUNREACH', true, 'maybe'],
    ['UND_ERR_DESTROYED', true, 'maybe'],
    ['UND_ERR_RES_EXCEEDED_MAX_SIZE', true, 'maybe'],
  ])('%s, started %s: sent %s', (code, started, sent) => {
    expect(transportFailure(Object.assign(new Error('x'), { code }), started, context).sent).toBe(sent)
  })
})
