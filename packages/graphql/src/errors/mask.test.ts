import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { createFormatError } from './mask.ts'

function formatter(options: Partial<Parameters<typeof createFormatError>[0]> = {}) {
  const log: object[] = []
  const format = createFormatError({
    logger: { error: (fields) => log.push(fields) },
    extraCodes: new Set(),
    suggestions: false,
    exposeErrors: false,
    ...options,
  })
  return { log, format: (error: GraphQLError) => format(error.toJSON(), error) }
}

const coded = (message: string, code: string, more: object = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...more } })

test('a known code passes, its HTTP part does not', () => {
  const { format, log } = formatter()
  const error = coded('no', 'BAD_USER_INPUT', { argument: 'id', http: { status: 400 } })
  expect(format(error)).toEqual({ message: 'no', extensions: { code: 'BAD_USER_INPUT', argument: 'id' } })
  expect(log).toEqual([])
})

test('an unknown code, or none, is masked and logged under one id', () => {
  const { format, log } = formatter()
  for (const error of [coded('secret', 'OTHER'), new GraphQLError('secret')]) {
    const { message, extensions } = format(error)
    expect(message).toBe('Internal server error')
    expect(extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) })
    expect(log.at(-1)).toMatchObject({ requestId: extensions?.['requestId'] })
  }
})

test('a plain Error with a code in its extensions is masked', () => {
  const { format } = formatter()
  const original = Object.assign(new Error('secret'), { extensions: { code: 'FORBIDDEN' } })
  expect(format(new GraphQLError('secret', { originalError: original })).message).toBe(
    'Internal server error',
  )
})

test('a plain Error passes with a code that the host allows', () => {
  const { format } = formatter({ extraCodes: new Set(['NOT_FOUND', 'FORBIDDEN']) })
  for (const code of ['NOT_FOUND', 'FORBIDDEN']) {
    const original = Object.assign(new Error('no such order'), { extensions: { code } })
    expect(format(new GraphQLError('no such order', { originalError: original })).message).toBe(
      'no such order',
    )
  }
})

test('what the host calls public passes, as it was thrown; a hook that throws masks', () => {
  class HttpException extends Error {}
  const publicErrors = (error: Error): boolean => error instanceof HttpException
  const thrown = (original: Error): GraphQLError =>
    new GraphQLError(original.message, { originalError: original })
  const { format } = formatter({ publicErrors })
  expect(format(thrown(new HttpException('No order 7.'))).message).toBe('No order 7.')
  expect(format(thrown(new Error('secret'))).message).toBe('Internal server error')
  const async = formatter({ publicErrors: async () => true })
  expect(async.format(thrown(new HttpException('secret'))).message).toBe('Internal server error')
})

test('an error of another copy of graphql passes by its name', () => {
  const { format } = formatter()
  const original = Object.assign(new Error('fine'), {
    name: 'GraphQLError',
    extensions: { code: 'FORBIDDEN' },
  })
  expect(format(new GraphQLError('fine', { originalError: original })).message).toBe('fine')
})

test('suggestions go and long messages are cut', () => {
  const { format } = formatter()
  expect(format(coded('No "nam". Did you mean "name"?', 'GRAPHQL_VALIDATION_FAILED')).message).toBe(
    'No "nam".',
  )
  expect(format(coded('x'.repeat(5000), 'BAD_USER_INPUT')).message).toHaveLength(401)
  const open = formatter({ suggestions: true })
  expect(open.format(coded('No "nam". Did you mean "name"?', 'GRAPHQL_VALIDATION_FAILED')).message).toContain(
    'Did',
  )
})

test('what a library throws is told, however odd its stack is', () => {
  const { format, log } = formatter()
  const originalError = Object.assign(new Error('/x?access_token=canary123456'), { stack: 5 })
  expect(format(new GraphQLError('failed', { originalError })).message).toBe('Internal server error')
  expect(log).toEqual([expect.objectContaining({ error: '/x?access_token=REDACTED' })])
})

test('exposed during development, but never a secret', () => {
  const { format } = formatter({ exposeErrors: true })
  expect(format(new GraphQLError('at ?access_token=T1')).message).toBe('at ?access_token=REDACTED')
})

test('an entry of the log has bounds, whatever a client sent', () => {
  const { format, log } = formatter()
  format(new GraphQLError('x'.repeat(1_000_000)))
  expect(JSON.stringify(log).length).toBeLessThan(20_000)
})
