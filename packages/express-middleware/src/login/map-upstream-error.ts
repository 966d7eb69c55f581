import { isWecomError } from '@wecom-kit/core'
import { WecomSSOError } from '../errors/sso-error.ts'
import type { WecomSSOErrorCode } from '../errors/sso-error-code.ts'

const byErrcode: ReadonlyMap<number, WecomSSOErrorCode> = new Map<number, WecomSSOErrorCode>([
  [40029, 'WECOM_CODE_INVALID'],
  [42003, 'WECOM_CODE_INVALID'],
  [42022, 'WECOM_CODE_INVALID'],
  [50001, 'WECOM_APP_SETUP'],
  [50002, 'WECOM_NOT_VISIBLE'],
  [50003, 'WECOM_APP_DISABLED'],
  [60021, 'WECOM_NOT_VISIBLE'],
])

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
  if (error.code === 'ERR_WECOM_AUTH' || error.code === 'ERR_WECOM_CONFIG') return 'WECOM_APP_SETUP'
  if (error.code !== 'ERR_WECOM_API') return 'WECOM_UPSTREAM'
  return byErrcode.get(error.errcode) ?? 'WECOM_UPSTREAM'
}

function isTimeout(error: unknown): boolean {
  if (isWecomError(error)) return error.code === 'ERR_WECOM_TIMEOUT'
  return error instanceof Error && error.name === 'TimeoutError'
}

function setupMessage(error: unknown): string {
  const detail = isWecomError(error) && 'errcode' in error ? ` (errcode ${error.errcode})` : ''
  const advice =
    isWecomError(error) && 'advice' in error && error.advice !== undefined ? `: ${error.advice}` : ''
  return `WeCom refuses this server${detail}; check trusted domain, trusted IP and secret of the app${advice}`
}
