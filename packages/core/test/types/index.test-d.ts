/** What users write with the main entry, read by `tsc`. */
import {
  createWecomClient,
  errcodeInfo,
  isWecomError,
  type ErrcodeInfo,
  type User,
  type WecomClient,
  type WecomClientOptions,
  type WecomIdentity,
} from '@wecom-kit/core'
import { expectTypeOf } from 'vitest'

declare const environment: Readonly<Record<string, string | undefined>>
declare const failure: unknown

// An option may be a variable of the environment as it is.
const client = createWecomClient({ corpId: 'ww1', secret: 'x', baseUrl: environment['WECOM_API_BASE_URL'] })
expectTypeOf(client).toEqualTypeOf<WecomClient>()
// @ts-expect-error without a corp there is no client
createWecomClient({ secret: 'x' })
// @ts-expect-error an option that does not exist
createWecomClient({ corpId: 'ww1', secret: 'x', corpSecret: 'x' })
// @ts-expect-error null is no option value
const _wrong: WecomClientOptions = { corpId: 'ww1', secret: 'x', store: null }

expectTypeOf(client.users.get('zhangsan')).resolves.toEqualTypeOf<User>()
expectTypeOf(client.auth.token()).resolves.toEqualTypeOf<string>()
expectTypeOf(client.auth.identify('code')).resolves.toEqualTypeOf<WecomIdentity>()
expectTypeOf(client.with({ secret: 'contacts' })).toEqualTypeOf<WecomClient>()
expectTypeOf(errcodeInfo(40014)).toEqualTypeOf<ErrcodeInfo>()

if (isWecomError(failure)) {
  expectTypeOf(failure.retryable).toEqualTypeOf<boolean>()
  // The code narrows to the class.
  if (failure.code === 'ERR_WECOM_API') expectTypeOf(failure.errcode).toEqualTypeOf<number>()
  if (failure.code === 'ERR_WECOM_TIMEOUT') expectTypeOf(failure).not.toHaveProperty('errcode')
}

const found = await client.request<{ anything: string }>('GET /cgi-bin/of/tomorrow')
expectTypeOf(found.data.anything).toEqualTypeOf<string>()
