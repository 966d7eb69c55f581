import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SsoHandler } from '../http/types.ts'
import type { JsonObject } from '../session/session.ts'
import type { WecomUser } from '../user/wecom-user.ts'

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
    options?: { returnTo?: string; mode?: 'auto' | 'app' | 'web' },
  ): string
  /** What the app keeps with the session; undefined for strangers and before anything was kept. */
  sessionData(request: IncomingMessage): JsonObject | undefined
  /** Replaces what the app keeps with the session. It stays when the same member signs in again. */
  setSessionData(request: IncomingMessage, response: ServerResponse, data: JsonObject): Promise<void>
}
