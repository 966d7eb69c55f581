/** What pages write with `@wecom-kit/express-middleware/browser`, read by `tsc`. */
import { createWecomFetch, wecomFetch, type WecomFetchOptions } from '@wecom-kit/express-middleware/browser'
import { expectTypeOf } from 'vitest'

// Wherever a `fetch` is taken.
expectTypeOf(wecomFetch).toExtend<typeof fetch>()
expectTypeOf(createWecomFetch({ appOrigin: undefined })).toEqualTypeOf(wecomFetch)
expectTypeOf<WecomFetchOptions['appOrigin']>().toEqualTypeOf<string | undefined>()
// @ts-expect-error an option that does not exist
createWecomFetch({ origin: 'https://app.example.com' })
