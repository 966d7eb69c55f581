import type { ServerResponse } from 'node:http'
import { WecomSSOError } from '../errors/sso-error.ts'
import { appendSetCookie } from '../http/append-set-cookie.ts'
import type { SsoRequest } from '../http/types.ts'
import { isTrue } from '../internal/is-true.ts'
import type { RequestContext } from '../runtime/request-context.ts'
import type { Session } from '../session/session.ts'
import type { WecomUser } from '../user/wecom-user.ts'
import { checkTries, nextTry } from './login-tries.ts'

/** The proof a visitor brings back from WeCom; `state` has been checked against this browser's cookie. */
export interface LoginProof {
  readonly state: string
  readonly code: string
}

/**
 * Exchanges the code, checks the member and begins a fresh session; false when this state was used before. The cookie
 * is written only after the session is kept, so that a failing store leaves nothing half open.
 */
export async function completeLogin(
  context: RequestContext,
  request: SsoRequest,
  response: ServerResponse,
  proof: LoginProof,
): Promise<boolean> {
  const { runtime, cookies } = context
  checkTries(context, request)
  const before = context.session
  const session = await runtime.results.once(proof.state, async () => {
    const user = await runtime.exchange(proof.code)
    await admit(context, request, user)
    await runtime.config.options.onLogin?.(user, request, response)
    return runtime.sessions.create(user, dataToKeep(before, user))
  })
  if (session === undefined || (await runtime.revocations.isRevoked(session))) return false
  // A session id from before the sign-in may be known to somebody else (fixation): it ends here.
  if (before !== undefined && before.id !== session.id) await runtime.sessions.end(before)
  await runtime.sessions.write(response, cookies, session)
  appendSetCookie(response, [
    cookies.write(cookies.tries, nextTry(context, request), 60),
    ...(request.headers.cookie?.includes(cookies.signedOut) === true
      ? [cookies.remove(cookies.signedOut)]
      : []),
  ])
  context.session = session
  context.user = session.user
  return true
}

async function admit(context: RequestContext, request: SsoRequest, user: WecomUser): Promise<void> {
  const { authorize } = context.runtime.config.options
  if (authorize === undefined || isTrue(await authorize(user, request))) return
  throw new WecomSSOError('WECOM_FORBIDDEN', 'the member may not sign in to this app')
}

/** The same member keeps what the app stored with the session; another one on this browser starts empty. */
function dataToKeep(before: Session | undefined, user: WecomUser): Session['data'] {
  const isSame =
    before?.user.corpId === user.corpId && before.user.userId.toLowerCase() === user.userId.toLowerCase()
  return isSame ? before.data : undefined
}
