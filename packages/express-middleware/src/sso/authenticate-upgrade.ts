import type { IncomingMessage } from 'node:http'
import { createContext } from '../runtime/request-context.ts'
import type { SsoRuntime } from '../runtime/runtime.ts'
import type { WecomUser } from '../user/wecom-user.ts'

/**
 * Who opens a WebSocket. Browsers send cookies with a handshake from any page (cross-site WebSocket hijacking), but
 * always say from which: only our own origin and the allowed ones count. Clients that are no browsers send none.
 */
export async function authenticateUpgrade(
  runtime: SsoRuntime,
  request: IncomingMessage,
): Promise<WecomUser | null> {
  const { origin } = request.headers
  const { returnOrigins } = runtime.config
  const ours = runtime.address.of(request)?.origin
  if (origin !== undefined && origin !== ours && !returnOrigins.includes(origin)) return null
  const { cookies } = createContext(runtime, request, '')
  return (await runtime.sessions.read(request, cookies))?.user ?? null
}
