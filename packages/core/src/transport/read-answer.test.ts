import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWecomError } from '../errors/is-wecom-error.ts'
import { CallContext } from './call-context.ts'
import { isBinary, readAnswer } from './read-answer.ts'

const context = new CallContext('GET', '/cgi-bin/user/get', () => 0, 30_000)
const raw = (text: string, status = 200, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: Buffer.from(text),
})

function outcomeOf(action: () => number): unknown {
  try {
    return action()
  } catch (error) {
    return error
  }
}

describe('readAnswer', () => {
  it('takes errcode and errmsg out and keeps every other field', () => {
    expect(readAnswer(raw('{"errcode":0,"errmsg":"ok","a":1,"b":null}'), context)).toEqual({
      errcode: 0,
      errmsg: 'ok',
      data: { a: 1, b: null },
    })
    expect(readAnswer(raw('{"errcode":0,"errmsg":7}'), context)).toEqual({ errcode: 0, errmsg: '', data: {} })
  })

  it('whatever the body, it gives an answer or an error of ours that does not quote it', () => {
    const marked = fc
      .oneof(fc.json(), fc.string(), fc.string({ unit: 'binary' }))
      .map((text) => `${text}SECRETBODY`)
    fc.assert(
      fc.property(fc.oneof(marked, fc.json()), fc.constantFrom(200, 200, 204, 302, 500), (text, status) => {
        const outcome = outcomeOf(() => readAnswer(raw(text, status), context).errcode)
        expect(outcome).toSatisfy((value) => Number.isSafeInteger(value) || isWecomError(value))
        expect(String(outcome)).not.toContain('SECRETBODY')
      }),
    )
  })

  it.each([
    ['image/jpeg', 200, true],
    ['application/octet-stream', 200, true],
    ['application/json', 200, false],
    ['text/plain', 200, false],
    ['text/html', 200, false],
    ['image/jpeg', 500, false],
  ])('isBinary: %s with status %d is %s', (type, status, expected) => {
    expect(isBinary(raw('', status, { 'content-type': type }))).toBe(expected)
  })
})
