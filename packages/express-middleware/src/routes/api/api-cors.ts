import type { ServerResponse } from 'node:http'
import { WecomSSOError } from '../../errors/sso-error.ts'
import { vary } from '../../http/append-set-cookie.ts'
import type { SsoRequest } from '../../http/types.ts'
import type { SsoRuntime } from '../../runtime/runtime.ts'

/**
 * CORS with cookies for the origins that were named, and refusal of calls from pages of any other site.
 *
 * @returns whether the request was a preflight, answered with this
 */
export function applyCors(
  runtime: SsoRuntime,
  request: SsoRequest,
  response: ServerResponse,
  origins: readonly string[],
): boolean {
  const { origin } = request.headers
  vary(response, 'Origin')
  if (origin !== undefined && origins.includes(origin)) {
    response.setHeader('Access-Control-Allow-Origin', origin)
    response.setHeader('Access-Control-Allow-Credentials', 'true')
  } else if (origin !== undefined && origin !== runtime.address.of(request)?.origin) {
    if (request.method !== 'OPTIONS')
      throw new WecomSSOError('WECOM_CROSS_SITE', 'this origin is not allowed')
  }
  if (request.method !== 'OPTIONS') return false
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST')
  response.setHeader('Access-Control-Allow-Headers', 'Content-Type')
  response.setHeader('Access-Control-Max-Age', '600')
  response.statusCode = 204
  response.end()
  return true
}
