import type { WecomLogger } from '@wecom-kit/core'
import { setupGuide, type SetupCode } from '../errors/setup-error.ts'

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
    else logger.warn({ code }, message)
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
