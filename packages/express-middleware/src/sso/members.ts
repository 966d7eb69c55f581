import { type IncomingMessage, ServerResponse } from 'node:http'
import { isWecomSSOError, WecomSSOError } from '../errors/sso-error.ts'
import { memberOf } from '../guard/require-wecom-user.ts'
import type { SsoHandler, SsoRequest } from '../http/types.ts'
import { beginLogin } from '../login/begin-login.ts'
import { completeOwnLogin } from '../login/callback.ts'
import { signOut } from '../login/logout.ts'
import type { JsonObject } from '../session/session.ts'
import type { WecomUser } from '../user.ts'
import { identify, Visit, visitAt, visitOf } from '../visit/visit.ts'
import type { Instance } from '../visit/instance.ts'

/** What `wecomSSO()` gives: the middleware, and what can be done around it. */
export interface WecomSSO extends SsoHandler {
  /**
   * Who opens a WebSocket: null for strangers and for handshakes from pages of other sites. Call it in the server's
   * `upgrade` listener, which no middleware sees. Behind a TLS proxy it needs `baseUrl`: Express's `trust proxy` is not
   * known there. Rejects when a session store fails; an `async` listener would make that an unhandled rejection.
   *
   * @throws WecomSSOError `WECOM_STORE` when the session store fails
   * @example
   * ```ts
   * server.on('upgrade', (request, socket, head) => {
   *   sso.authenticateUpgrade(request).then(
   *     (user) => {
   *       if (user === null) socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
   *       else webSocketServer.handleUpgrade(request, socket, head, (ws) => ws.emit('user', user))
   *     },
   *     () => socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n'),
   *   )
   * })
   * ```
   */
  authenticateUpgrade(request: IncomingMessage): Promise<WecomUser | null>
  /**
   * Ends every session of a member that began until now; a later sign-in works. In this process with sealed cookies,
   * everywhere with a shared `store`.
   */
  revoke(userId: string): Promise<void>
  /** Ends the session of a request and takes the cookie away; for a logout button of your own. */
  logout(request: IncomingMessage, response: ServerResponse): Promise<void>
  /**
   * The page that starts a sign-in: WeCom's address, with the cookie that binds it to this browser already on the
   * response. `returnTo` is checked like everybody's. Where the middleware is mounted at a path, call it below that path:
   * elsewhere nothing says at which path our callback is.
   */
  loginUrl(
    request: IncomingMessage,
    response: ServerResponse,
    options?: { returnTo?: string | undefined; mode?: 'auto' | 'app' | 'web' | undefined },
  ): string
  /**
   * A `state` for Tencent's login panel (`ww.createWWLoginPanel`) and other pages that begin a sign-in by themselves,
   * bound to this browser by a cookie on the response, with the address WeCom has to come back to.
   *
   * @example
   * ```ts
   * app.get('/login-state', (request, response) => void response.json(sso.loginState(request, response)))
   * ```
   */
  loginState(
    request: IncomingMessage,
    response: ServerResponse,
    options?: { returnTo?: string | undefined; redirectUri?: string | undefined },
  ): { state: string; redirectUri: string }
  /**
   * Finishes a sign-in in a route of your own, with the `code` and `state` that WeCom gave your page: what our callback
   * does, hooks included. The session's cookie is on the response; answering is yours.
   *
   * @throws WecomSSOError `WECOM_STATE_INVALID`, `WECOM_COOKIES_BLOCKED` (no cookie of loginState, loginUrl or the REST face
   *   came along), `WECOM_LOGIN_EXPIRED`, `WECOM_CODE_INVALID`, `WECOM_NOT_MEMBER` and everything a sign-in can end with
   * @example
   * ```ts
   * app.post('/wechat/login', express.json(), (request, response, next) => {
   *   sso.completeLogin(request, response, request.body).then(({ userId }) => response.json({ userId }), next)
   * })
   * ```
   */
  completeLogin(
    request: IncomingMessage,
    response: ServerResponse,
    proof: { code: string; state: string },
  ): Promise<WecomUser>
  /** What the app keeps with the session; undefined for strangers and before anything was kept. */
  sessionData(request: IncomingMessage): JsonObject | undefined
  /**
   * Replaces what the app keeps with the session, also in `onLogin`. It stays when the same member signs in again. In a
   * sealed cookie about a kilobyte fits.
   *
   * @throws WecomSSOError `WECOM_LOGIN_REQUIRED` for strangers, `WECOM_SESSION_TOO_LARGE`, `WECOM_STORE`
   */
  setSessionData(request: IncomingMessage, response: ServerResponse, data: JsonObject): Promise<void>
}

type Members = { [Name in keyof WecomSSO]: WecomSSO[Name] }

/** The methods of one instance. */
export function membersOf(instance: Instance): Members {
  return {
    authenticateUpgrade: async (request) => await authenticateUpgrade(instance, request),
    revoke: async (userId) => {
      await instance.revocations.revokeUser(userId)
    },
    async logout(request, response) {
      await signOut(visitAt(instance, request, response))
    },
    loginUrl(request, response, { returnTo, mode = 'auto' } = {}) {
      const visit = visitAt(instance, request, response)
      return beginLogin(visit, { returnTo: visit.safePage(returnTo), mode }).url
    },
    loginState(request, response, { returnTo, redirectUri } = {}) {
      const visit = visitAt(instance, request, response)
      const begun = beginLogin(visit, { returnTo: visit.safePage(returnTo), redirectUri })
      return { state: begun.state, redirectUri: begun.redirectUri }
    },
    async completeLogin(request, response, proof) {
      return await completeOwnLogin(visitAt(instance, request, response), proof)
    },
    sessionData(request) {
      const visit = visitOf(request)
      return visit?.instance === instance && visit.user !== undefined ? visit.session?.data : undefined
    },
    async setSessionData(request, response, data) {
      const visit = visitAt(instance, request, response)
      const session = { ...signedIn(visit), data }
      visit.setCookies([await instance.sessions.keep(session, visit.cookies, visit.isInWecom)])
      visit.session = session
    },
  }
}

/**
 * Browsers send cookies with a handshake from any page (cross-site WebSocket hijacking), but always say from which: only
 * our own origin and the trusted ones count. Clients that are no browsers send none.
 */
async function authenticateUpgrade(instance: Instance, request: SsoRequest): Promise<WecomUser | null> {
  const visit = new Visit(instance, request, new ServerResponse(request), '')
  const { origin } = request.headers
  const ours = instance.address.of(request)?.origin
  const { trustedOrigins } = instance.settings.options
  if (origin !== undefined && origin !== ours && !trustedOrigins.includes(origin)) return null
  await identify(visit)
  if (visit.user === undefined && visit.session === undefined && visit.problem !== undefined)
    throw visit.problem
  return visit.user === undefined ? null : await memberOf(visit).catch(nobodyAnyMore)
}

/** Of `WECOM_FORBIDDEN` and its like a handshake can say nothing: whoever left or was disabled is a stranger there. */
function nobodyAnyMore(error: unknown): null {
  if (isWecomSSOError(error) && error.status === 403) return null
  throw error
}

function signedIn({ session, user, problem }: Visit) {
  if (session !== undefined && user !== undefined) return session
  throw problem ?? new WecomSSOError('WECOM_LOGIN_REQUIRED', 'session data needs somebody who is signed in')
}
