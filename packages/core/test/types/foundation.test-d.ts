/** What our packages write with `@wecom-kit/core/foundation`, read by `tsc`. */
import {
  errcodeOf,
  flag,
  isRecord,
  readOptions,
  withDefault,
  type OptionRows,
} from '@wecom-kit/core/foundation'
import { expectTypeOf } from 'vitest'

interface Options {
  quiet?: boolean | undefined
}

declare const value: unknown
if (isRecord(value)) expectTypeOf(value['field']).toEqualTypeOf<unknown>()
expectTypeOf(errcodeOf(value)).toEqualTypeOf<number | undefined>()

const rows = { quiet: withDefault(false, flag()) } satisfies OptionRows<Options>
// A default takes the `undefined` away.
expectTypeOf(readOptions<Options, typeof rows>)
  .returns.toHaveProperty('quiet')
  .toEqualTypeOf<boolean>()
// @ts-expect-error an option without a row does not compile
const _missing = {} satisfies OptionRows<Options>
