import { expect, test } from 'vitest'
import { memoryDirectory } from '../test/memory-directory.ts'
import { smallCorp } from '../test/small-corp.ts'
import { apolloWecom } from './apollo/apollo-wecom.ts'
import { createWecomGraphQL } from './create-wecom-graphql.ts'
import { useWecom } from './yoga/use-wecom.ts'
import { wecomYoga } from './yoga/wecom-yoga.ts'

type Options = Parameters<typeof createWecomGraphQL>[0]

const makers: readonly [string, (options: Options) => unknown][] = [
  ['createWecomGraphQL', createWecomGraphQL],
  ['apolloWecom', apolloWecom],
  ['wecomYoga', wecomYoga],
]

/** What JavaScript callers hand over: one right option and one of these. */
const given = (json: string): Options =>
  Object.assign(JSON.parse(json), { directory: memoryDirectory(smallCorp()) })

test.each(makers)('%s refuses what nobody would read, and hooks that cannot be called', (name, make) => {
  expect(() => make(given('{"cansee":true}'))).toThrow(
    `${name}: there is no option cansee; did you mean canSee?`,
  )
  expect(() => make(given('{"canSee":1}'))).toThrow(`${name}: canSee must be a function; got 1`)
  expect(() => make(given('{"fieldPolicy":"allow"}'))).toThrow(`${name}: fieldPolicy must be a function`)
  expect(() => make(given('{"limits":"x"}'))).toThrow(`${name}: limits must be an object of options; got "x"`)
  expect(() => Reflect.apply(make, undefined, [null])).toThrow(TypeError)
})

test.each(makers)('%s refuses switches that are texts, and loggers that cannot log', (name, make) => {
  for (const option of ['allowAnonymous', 'suggestions', 'exposeErrors', 'introspection', 'requireViewer']) {
    expect(() => make(given(`{"${option}":"false"}`))).toThrow(TypeError)
  }
  const switched = `${name}: allowAnonymous must be true or false; got "false"`
  expect(() => make(given('{"allowAnonymous":"false"}'))).toThrow(switched)
  expect(() => make(given('{"logger":{}}'))).toThrow(`${name}: logger must be`)
  expect(() => make(given('{"errorCodes":"MINE"}'))).toThrow(`${name}: errorCodes must be a list of codes`)
})

test.each(makers)('%s takes undefined for left out', (_name, make) => {
  const limits = { depth: undefined, keysPerMinute: undefined }
  const options = { directory: memoryDirectory(smallCorp()), canSee: undefined, limits, loginUrl: undefined }
  expect(() => make(options)).not.toThrow()
})

test('useWecom refuses switches that are texts', () => {
  const wecom = createWecomGraphQL({ directory: memoryDirectory(smallCorp()) })
  expect(() => Reflect.apply(useWecom, undefined, [wecom, { introspection: 'false' }])).toThrow(TypeError)
})

test('a client must be one, plugins a list', () => {
  const client: Options = JSON.parse('{"client":{}}')
  expect(() => createWecomGraphQL(client)).toThrow(/client must be what createWecomClient\(options\) answers/)
  expect(() => apolloWecom(given('{"plugins":{}}'))).toThrow(/plugins must be a list of Apollo plugins/)
})
