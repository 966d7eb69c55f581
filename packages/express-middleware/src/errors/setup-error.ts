/**
 * Codes of set-up mistakes. Each has a heading in `docs/sso/setup-mistakes.md`.
 *
 * The first five are thrown at construction on the `TypeError`; the others are process warnings, once each.
 */
export type SetupCode =
  | 'WECOM_SETUP_OPTION'
  | 'WECOM_SETUP_SHORT_SECRET'
  | 'WECOM_SETUP_PRINTED_SECRET'
  | 'WECOM_SETUP_SECURE_COOKIE_ON_HTTP'
  | 'WECOM_SETUP_COOKIE_PREFIX'
  | 'WECOM_SETUP_INSECURE_BASE_URL'
  | 'WECOM_SETUP_TRUST_PROXY'
  | 'WECOM_SETUP_HOST_MISMATCH'
  | 'WECOM_SETUP_ASYNC_HOOK'

/** The page that explains every set-up code. */
export const setupGuide = 'https://github.com/wecom-kit/wecom-kit/blob/main/docs/sso/setup-mistakes.md'

/** A TypeError that carries the code and the address of its explanation. */
export function setupError(code: SetupCode, message: string): TypeError & { code: SetupCode } {
  const text = `wecomSSO: ${message} (${code}, ${setupGuide}#${code.toLowerCase()})`
  return Object.assign(new TypeError(text), { code })
}
