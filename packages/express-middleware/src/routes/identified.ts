import type { SsoRequest } from '../http/types.ts'
import { contextOf, createContext, type RequestContext } from '../runtime/request-context.ts'
import type { SsoRuntime } from '../runtime/runtime.ts'

/** The context of a request, whether or not the middleware has seen it: routers may be mounted before it. */
export async function identified(runtime: SsoRuntime, request: SsoRequest): Promise<RequestContext> {
  const known = contextOf(request)
  if (known?.runtime === runtime) return known
  const context = createContext(runtime, request, '')
  context.session = await runtime.sessions.read(request, context.cookies)
  context.user = context.session?.user
  return context
}
