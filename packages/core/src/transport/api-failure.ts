import { adviceFor } from '../wecom/errcode-advice.ts'
import { errcodeInfo } from '../wecom/errcode-info.ts'
import { errcodeIs } from '../wecom/errcode-roles.ts'
import { parseErrmsg } from '../wecom/parse-errmsg.ts'
import { secretAdvice } from '../wecom/secret-advice.ts'
import { redacted, redactSecrets } from '../wecom/secrets.ts'
import { WecomApiError, type WecomApiErrorDetails } from '../errors/api-error.ts'
import { WecomAuthError, type AuthErrorReason } from '../errors/auth-error.ts'
import { WecomRateLimitError } from '../errors/rate-limit-error.ts'
import type { CallContext } from './call-context.ts'
import type { WecomAnswer } from './read-answer.ts'

/** Turns an errcode other than 0 into its error. `secrets` are replaced wherever WeCom quotes them back. */
export function apiFailure(
  answer: WecomAnswer,
  secrets: readonly string[],
  context: CallContext,
): WecomApiError {
  const { errcode } = answer
  const errmsg = hideSecrets(answer.errmsg, secrets)
  const { kind, retryable, meaning, docUrl } = errcodeInfo(errcode)
  const advice = secretAdvice(errcode, context.path) ?? adviceFor(errcode)
  const details: WecomApiErrorDetails = {
    ...context.details(),
    helpUrl: docUrl,
    ...parseErrmsg(errmsg),
    errcode,
    errmsg,
    retryable: retryable !== 'never',
    advice,
  }
  const message = `WeCom answered ${errcode} (${meaning}) to ${context.name}${advice === undefined ? '' : `. ${advice}`}`
  if (errcodeIs(errcode, 'throttled')) return new WecomRateLimitError(message, details)
  const reason = authReason(errcode, kind)
  return reason === undefined
    ? new WecomApiError(message, details)
    : new WecomAuthError(message, { ...details, reason })
}

function authReason(errcode: number, kind: string): AuthErrorReason | undefined {
  if (errcodeIs(errcode, 'token-rejected')) return 'token-rejected'
  if (errcodeIs(errcode, 'ip-not-allowed')) return 'ip-not-allowed'
  return kind === 'credential' ? 'credential' : undefined
}

/**
 * Blanks what this call sent, under whatever name WeCom quotes it, and what stands behind the name of a secret. Cuts the
 * text only after the first search: half a secret at the cut would not be found.
 */
function hideSecrets(text: string, secrets: readonly string[]): string {
  let hidden = text
  for (const secret of secrets) {
    if (secret.length < 4) continue
    const encoded = encodeURIComponent(secret.toWellFormed())
    hidden = hidden.replaceAll(secret, redacted).replaceAll(encoded, redacted)
  }
  return redactSecrets(hidden.slice(0, 1000))
}
