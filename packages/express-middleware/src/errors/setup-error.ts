import { isWecomError, type WecomLogger } from '@wecom-kit/core'
import { describe, optionMessage } from '@wecom-kit/core/foundation'
import { report } from './report.ts'

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
const setupGuide = 'https://github.com/wecom-kit/wecom-kit/blob/main/docs/sso/setup-mistakes.md'

/** A TypeError that carries the code and the address of its explanation. */
export function setupError(code: SetupCode, message: string): TypeError & { code: SetupCode } {
  const text = `${message} (${code}, ${setupGuide}#${code.toLowerCase()})`
  return Object.assign(new TypeError(text), { code })
}

/** The error for a wrong option, in the words all packages of ours use; never the value of a secret. */
export function optionError(
  option: string,
  wanted: string,
  received: unknown,
  owner = 'wecomSSO',
): TypeError {
  return setupError('WECOM_SETUP_OPTION', optionMessage({ owner, option, wanted, came: describe(received) }))
}

/** Runs a part of core's construction: what it calls a configuration error is a TypeError here, like all our own. */
export function asTypeError<Value>(construct: () => Value): Value {
  try {
    return construct()
  } catch (error) {
    if (!isWecomError(error) || error.code !== 'ERR_WECOM_CONFIG') throw error
    throw setupError('WECOM_SETUP_OPTION', error.message)
  }
}

/** Set-up mistakes that only show once requests come; each is explained once. */
export interface SetupWarnings {
  insecureBaseUrl(origin: string): void
  trustProxy(): void
  hostMismatch(asked: string, publicHost: string): void
  asyncHook(option: string): void
}

/** Warns through the logger, or as a process warning with a code (`node --disable-warning=CODE` silences it). */
export function createSetupWarnings(logger: WecomLogger | undefined): SetupWarnings {
  const told = new Set<SetupCode>()
  const warn = (code: SetupCode, text: string) => {
    if (told.has(code)) return
    told.add(code)
    const message = `wecomSSO: ${text} (${setupGuide}#${code.toLowerCase()})`
    if (logger === undefined) process.emitWarning(message, { type: 'WecomSSOWarning', code })
    else report(logger, 'warn', message, { code })
  }
  return {
    insecureBaseUrl(origin) {
      warn(
        'WECOM_SETUP_INSECURE_BASE_URL',
        `baseUrl ${origin} is plain http, so cookies are not Secure and can be read on the way. Use https outside your own machine`,
      )
    },
    trustProxy() {
      warn(
        'WECOM_SETUP_TRUST_PROXY',
        "X-Forwarded-Proto says https, but 'trust proxy' is off (a WebSocket handshake has none), so it is not believed. Set baseUrl, or app.set('trust proxy', 1) behind one proxy",
      )
    },
    asyncHook(option) {
      warn(
        'WECOM_SETUP_ASYNC_HOOK',
        `${option} answered a promise, and nobody waits for one there: it counts as no answer. Make the function synchronous`,
      )
    },
    hostMismatch(asked, publicHost) {
      warn(
        'WECOM_SETUP_HOST_MISMATCH',
        `a sign-in began on ${asked}, but WeCom will come back to ${publicHost}: cookies of one are not sent to the other. Open the app at its baseUrl`,
      )
    },
  }
}
