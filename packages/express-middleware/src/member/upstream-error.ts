import { isWecomError } from '@wecom-kit/core'
import { failedAs } from '@wecom-kit/core/foundation'
import { WecomSSOError, type WecomSSOErrorCode } from '../errors/sso-error.ts'

const messages: Partial<Record<WecomSSOErrorCode, string>> = {
  WECOM_CODE_INVALID: 'WeCom refused the login code: it is invalid, expired or already used',
  WECOM_NOT_VISIBLE: 'the member is not in the visible range (可见范围) of the app',
  WECOM_APP_DISABLED: 'the app is disabled in the WeCom admin console',
  WECOM_UPSTREAM: 'WeCom failed or answered something unexpected',
  WECOM_UPSTREAM_TIMEOUT: 'WeCom did not answer in time',
}

/**
 * Says what a failed call means for a sign-in. Only core's errors are kept as the cause: they promise to hold no code
 * or token, anybody else's may quote the URL.
 */
export function mapUpstreamError(error: unknown): WecomSSOError {
  if (error instanceof WecomSSOError) return error
  const code = codeOf(error)
  const cause = isWecomError(error) ? error : undefined
  return new WecomSSOError(code, messages[code] ?? setupMessage(error), cause)
}

function codeOf(error: unknown): WecomSSOErrorCode {
  if (isTimeout(error)) return 'WECOM_UPSTREAM_TIMEOUT'
  if (!isWecomError(error)) return 'WECOM_UPSTREAM'
  // A token refused as soon as it was given says nothing of the app: so it is while tokens are being revoked.
  if (error.code === 'ERR_WECOM_AUTH')
    return error.reason === 'token-rejected' ? 'WECOM_UPSTREAM' : 'WECOM_APP_SETUP'
  if (error.code === 'ERR_WECOM_CONFIG') return 'WECOM_APP_SETUP'
  if (error.code !== 'ERR_WECOM_API') return 'WECOM_UPSTREAM'
  if (failedAs(error, 'login-code')) return 'WECOM_CODE_INVALID'
  if (failedAs(error, 'redirect-domain')) return 'WECOM_APP_SETUP'
  if (failedAs(error, 'app-disabled')) return 'WECOM_APP_DISABLED'
  return failedAs(error, 'hidden') ? 'WECOM_NOT_VISIBLE' : 'WECOM_UPSTREAM'
}

function isTimeout(error: unknown): boolean {
  if (isWecomError(error)) return error.code === 'ERR_WECOM_TIMEOUT'
  return error instanceof Error && error.name === 'TimeoutError'
}

function setupMessage(error: unknown): string {
  const { errcode, fromIp, advice } = upstreamFacts(error)
  const detail = errcode === undefined ? '' : ` (errcode ${errcode})`
  const address = fromIp === undefined ? '' : `; WeCom saw the address ${fromIp}`
  return `WeCom refuses this server${detail}${address}; check trusted domain, trusted IP and secret of the app${advice === undefined ? '' : `: ${advice}`}`
}

/** What WeCom said, for whoever can mend it. */
export interface UpstreamFacts {
  readonly errcode?: number
  readonly errmsg?: string
  readonly hint?: string
  readonly fromIp?: string
  readonly advice?: string
}

/** The facts an error of core carries; none for other errors. */
export function upstreamFacts(error: unknown): UpstreamFacts {
  if (!isWecomError(error)) return {}
  return {
    ...('errcode' in error ? { errcode: error.errcode, errmsg: error.errmsg } : {}),
    ...('hint' in error && error.hint !== undefined ? { hint: error.hint } : {}),
    ...('fromIp' in error && error.fromIp !== undefined ? { fromIp: error.fromIp } : {}),
    ...('advice' in error && error.advice !== undefined ? { advice: error.advice } : {}),
  }
}
