import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  flag,
  integer,
  oneOf,
  row,
  section,
  withDefault,
  withMethods,
  type OptionRows,
} from './option-row.ts'
import { readOptions, type OptionsOwner } from './read-options.ts'

interface Options {
  corpId: string
  secret?: string | undefined
  timeout?: number | undefined
  mode?: 'optional' | 'required' | undefined
  verbose?: boolean | undefined
  store?: { get(key: string): unknown } | undefined
  session?: object | undefined
}

const text = (value: unknown): value is string => typeof value === 'string' && value !== ''

const rows: OptionRows<Options, 'timeout' | 'mode'> = {
  corpId: row('the CorpID', text, {
    required: true,
    how: 'It stands under 我的企业 → 企业信息',
    alias: ['corpid'],
  }),
  secret: row('the Secret of the app', text, { secret: true }),
  timeout: withDefault(5000, integer(1)),
  mode: withDefault('optional', oneOf(['optional', 'required'])),
  verbose: flag(),
  store: withMethods<{ get(key: string): unknown }>('a store with get', ['get']),
  session: section(),
}

const place: OptionsOwner = { owner: 'createThing', refuse: (message) => new TypeError(message) }
/** What JavaScript callers hand over. */
const given = (json: string): Options => JSON.parse(json)
const read = (json: string) => readOptions<Options, typeof rows>(place, rows, given(json))

describe('readOptions', () => {
  it('fills in the defaults, and types say that they are there', () => {
    const options = read('{"corpId":"ww1"}')
    expect(options).toMatchObject({ corpId: 'ww1', timeout: 5000, mode: 'optional', verbose: undefined })
    expectTypeOf(options.timeout).toEqualTypeOf<number>()
    expectTypeOf(options.corpId).toEqualTypeOf<string>()
    expectTypeOf(options.verbose).toEqualTypeOf<boolean | undefined>()
  })

  it('takes undefined for left out', () => {
    expect(
      readOptions<Options, typeof rows>(place, rows, { corpId: 'ww1', timeout: undefined }).timeout,
    ).toBe(5000)
  })

  it.each([
    ['{}', 'createThing: corpId must be the CorpID; got undefined. It stands under 我的企业 → 企业信息'],
    [
      '{"corpId":"ww1","timeout":"5s"}',
      'createThing: timeout must be a whole number of at least 1; got "5s"',
    ],
    ['{"corpId":"ww1","timeout":0}', 'createThing: timeout must be a whole number of at least 1; got 0'],
    ['{"corpId":"ww1","mode":"on"}', `createThing: mode must be 'optional' or 'required'; got "on"`],
    ['{"corpId":"ww1","verbose":"false"}', 'createThing: verbose must be true or false; got "false"'],
    ['{"corpId":"ww1","verbose":null}', 'createThing: verbose must be true or false; got null'],
    ['{"corpId":"ww1","store":{}}', 'createThing: store must be a store with get; got an object'],
    [
      '{"corpId":"ww1","session":[]}',
      'createThing: session must be an object of options; got an empty array',
    ],
    ['{"corpid":"ww1"}', 'createThing: there is no option corpid; did you mean corpId?'],
    ['{"corpId":"ww1","Timeout":1}', 'createThing: there is no option Timeout; did you mean timeout?'],
    ['[]', 'createThing: its argument must be an object of options; got an empty array'],
  ])('%s is refused', (json, message) => {
    expect(() => read(json)).toThrow(new TypeError(message))
  })

  it('never shows a secret', () => {
    expect(() => read('{"corpId":"ww1","secret":123456}')).toThrow(/got an object|got a number/)
    expect(() => read('{"corpId":"ww1","secret":""}')).toThrow('got an empty string')
    expect(() => read('{"corpId":"ww1","secret":123456}')).not.toThrow(/123456/)
  })

  it('is no way to the prototype', () => {
    expect(() => read('{"corpId":"ww1","constructor":1}')).toThrow('there is no option constructor')
    expect(() => read('{"corpId":"ww1","__proto__":1}')).toThrow('there is no option __proto__')
  })

  it('names the section', () => {
    const nested = { ...place, section: 'session' }
    expect(() =>
      readOptions<Options, typeof rows>(nested, rows, given('{"corpId":"ww1","timeout":-1}')),
    ).toThrow('createThing: session.timeout must be')
  })
})

// A table that disagrees with its type does not compile.
type Two = Pick<Options, 'timeout' | 'verbose'>
const timeout = withDefault(5000, integer(1))
void ({ timeout, verbose: flag() } satisfies OptionRows<Two, 'timeout'>)
// @ts-expect-error a missing row
void ({ timeout } satisfies OptionRows<Two, 'timeout'>)
// @ts-expect-error a row too many
void ({ timeout, verbose: flag(), other: flag() } satisfies OptionRows<Two, 'timeout'>)
// @ts-expect-error a row of another type
void ({ timeout: withDefault(true, flag()), verbose: flag() } satisfies OptionRows<Two, 'timeout'>)
// @ts-expect-error a default that is promised and not there
void ({ timeout: integer(1), verbose: flag() } satisfies OptionRows<Two, 'timeout'>)
