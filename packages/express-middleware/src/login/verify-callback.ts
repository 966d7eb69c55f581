import { WecomSSOError } from '../errors/sso-error.ts'
import { queryParameter } from '../http/request-target.ts'
import type { GenuineState } from '../proof/states.ts'
import type { Transaction } from '../proof/transactions.ts'
import { clockSkew } from '../session/session.ts'
import type { Visit } from '../visit/visit.ts'

/** What a visitor brings back from WeCom, with a state that this app issued. */
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
export function recogniseCallback({ instance, place }: Visit, isOurPath: boolean): Callback | undefined {
  const { query } = place
  if (!isOurPath && !query.includes('state=')) return undefined
  const state = queryParameter(query, 'state')
  const genuine = state.kind === 'one' ? instance.states.read(state.value) : undefined
  if (genuine !== undefined) return { state: genuine, code: codeIn(query) }
  if (!isOurPath) return undefined
  throw state.kind === 'absent'
    ? new WecomSSOError('WECOM_STATE_MISSING', 'the callback has no state')
    : new WecomSSOError('WECOM_STATE_INVALID', 'the state of the callback was not issued by this app')
}

function codeIn(query: string): string | undefined {
  const code = queryParameter(query, 'code')
  if (code.kind === 'absent') return undefined
  return checkCode(code.kind === 'one' ? code.value : undefined)
}

/** A code as WeCom sends them. */
export function checkCode(code: unknown): string {
  if (typeof code === 'string' && /^[\x21-\x7e]+$/.test(code) && code.length <= maxCodeBytes) return code
  throw new WecomSSOError(
    'WECOM_BAD_REQUEST',
    `code must come once, with 1 to ${maxCodeBytes} visible characters (缺少授权码 code)`,
  )
}

/**
 * What a callback with a state of ours is worth: `genuine` (this browser began it, in time: worth a call to WeCom),
 * `signed-in` (the visitor is already: a second tab, Back, reload, or the webview's double request), `foreign` (this
 * browser did not begin it, or lost what it began it with) or `expired`.
 */
export type Verdict =
  | { readonly kind: 'genuine' | 'expired'; readonly begun: Transaction }
  | { readonly kind: 'signed-in'; readonly begun: Transaction | undefined }
  | { readonly kind: 'foreign'; readonly begun: undefined }

/** Decides whether a callback is genuine, the only place that does. */
export function verifyCallback(visit: Visit, { state, code }: Callback): Verdict {
  const { instance, session, cookies, jar } = visit
  const begun = instance.transactions.find(state, cookies, jar)
  // Only a sign-in begun in this browser after the session is a wish to change who is signed in.
  const isOld = begun === undefined || code === undefined || state.issuedAt <= (session?.user.loginAt ?? 0)
  if (session !== undefined && isOld) return { kind: 'signed-in', begun }
  if (begun === undefined) return { kind: 'foreign', begun }
  const { now, transactionTtl } = instance.settings
  const age = now() - state.issuedAt
  return { kind: age > transactionTtl || age < -clockSkew ? 'expired' : 'genuine', begun }
}
