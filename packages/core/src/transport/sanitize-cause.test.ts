import { describe, expect, it } from 'vitest'
import { sanitizeCause } from './failures.ts'

describe('sanitizeCause', () => {
  it('keeps code and syscall and nothing that could hold a URL', () => {
    const error = Object.assign(new Error('connect https://x/?access_token=SECRET'), {
      code: 'ECONNRESET',
      syscall: 'read',
      input: 'SECRET',
      cause: new Error('SECRET'),
    })
    const cause = sanitizeCause(error)
    expect(cause).toMatchObject({ code: 'ECONNRESET', syscall: 'read', message: 'Error ECONNRESET' })
    expect(`${cause.stack} ${JSON.stringify(cause)} ${String(cause.cause)}`).not.toContain('SECRET')
  })

  it('looks into an AggregateError, and takes anything', () => {
    const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED' })
    expect(sanitizeCause(new AggregateError([refused])).code).toBe('ECONNREFUSED')
    expect(sanitizeCause(new AggregateError([])).message).toBe('AggregateError')
    for (const value of [undefined, null, 'SECRET', { message: 'SECRET' }, Symbol('SECRET')]) {
      expect(sanitizeCause(value).message).toBe('a value that is not an error was thrown')
    }
  })
})
