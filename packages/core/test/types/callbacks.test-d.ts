/** What users write with `@wecom-kit/core/callbacks`, read by `tsc`. */
import {
  createCallbackCrypto,
  parseCallbackEvent,
  verifyCallbackSignature,
  type CallbackCrypto,
  type CallbackEvent,
} from '@wecom-kit/core/callbacks'
import { expectTypeOf } from 'vitest'

const keys = { token: 't', encodingAesKey: 'k', receiveId: 'ww1' }
const crypto = createCallbackCrypto(keys)
expectTypeOf(crypto).toEqualTypeOf<CallbackCrypto>()
expectTypeOf(crypto.verifyUrl(new URLSearchParams())).toEqualTypeOf<string>()
expectTypeOf(verifyCallbackSignature).returns.toEqualTypeOf<boolean>()
// @ts-expect-error who receives it must be said
createCallbackCrypto({ token: 't', encodingAesKey: 'k' })

const event = parseCallbackEvent(crypto.decrypt(new URLSearchParams(), '').message)
expectTypeOf(event).toEqualTypeOf<CallbackEvent>()
// The type narrows to what an event carries.
if (event.type === 'create_user') expectTypeOf(event.userId).toEqualTypeOf<string>()
if (event.type === 'create_party') expectTypeOf(event.departmentId).toEqualTypeOf<number>()
if (event.type === 'delete_party') expectTypeOf(event).not.toHaveProperty('userId')
