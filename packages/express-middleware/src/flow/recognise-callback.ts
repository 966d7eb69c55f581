import { WecomSSOError } from '../errors/sso-error.ts'
import { queryParameter } from '../http/query-parameter.ts'
import type { GenuineState } from '../login/login-states.ts'
import type { SsoRuntime } from '../runtime/runtime.ts'

/** A visitor coming back from WeCom. */
export interface Callback {
  readonly state: GenuineState
  /** Undefined when the visitor refused: WeCom then sends the state alone. */
  readonly code: string | undefined
}

/** WeCom's codes are at most this long. */
const maxCodeBytes = 512

/**
 * Whether a GET is WeCom sending somebody back to us. On our own callback path everything else is an error; on any
 * other route only a state we issued counts, so that `?code=SALE` and other providers' callbacks pass untouched.
 *
 * @throws WecomSSOError for a callback that cannot be honoured
 */
export function recogniseCallback(runtime: SsoRuntime, path: string, query: string): Callback | undefined {
  const isOurPath = path === runtime.config.callbackPath
  if (!isOurPath && !query.includes('state=')) return undefined
  const state = queryParameter(query, 'state')
  const genuine = state.kind === 'one' ? runtime.states.read(state.value) : undefined
  if (genuine !== undefined) return { state: genuine, code: codeOf(query) }
  if (!isOurPath) return undefined
  throw state.kind === 'absent'
    ? new WecomSSOError('WECOM_STATE_MISSING', 'the callback has no state')
    : new WecomSSOError('WECOM_STATE_INVALID', 'the state of the callback was not issued by this app')
}

function codeOf(query: string): string | undefined {
  const code = queryParameter(query, 'code')
  if (code.kind === 'absent') return undefined
  if (code.kind === 'one' && isCode(code.value)) return code.value
  throw new WecomSSOError(
    'WECOM_BAD_REQUEST',
    `code must come once, with 1 to ${maxCodeBytes} visible characters`,
  )
}

function isCode(code: string): boolean {
  return code !== '' && code.length <= maxCodeBytes && /^[\x21-\x7e]+$/.test(code)
}
