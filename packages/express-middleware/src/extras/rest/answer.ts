import type { ServerResponse } from 'node:http'
import { errcodeOf } from '@wecom-kit/core/foundation'
import { WecomSSOError } from '../../errors/sso-error.ts'
import { sendJson, vary } from '../../http/respond.ts'
import { upstreamFacts } from '../../member/upstream-error.ts'
import { isOnThisMachine } from '../../options/check-base-url.ts'
import { otherText, pageTexts } from '../../pages/page-texts.ts'
import type { Visit } from '../../visit/visit.ts'

/** A success, in the shape front ends of this kind expect. */
export function sendData(response: ServerResponse, data: unknown): void {
  sendJson(response, 200, { code: 0, message: 'success', data })
}

/** A failure in the same shape: WeCom's errcode where there is one, else -1. */
export function sendApiFailure({ response, request, instance }: Visit, error: WecomSSOError): void {
  const [title] = (pageTexts[error.code] ?? otherText).zh
  const isLocal = isOnThisMachine(instance.address.of(request))
  const { errmsg, hint, fromIp } = isLocal ? upstreamFacts(error.cause) : {}
  const detail = error.expose || isLocal ? `${error.code}: ${error.message}` : error.code
  const facts = [detail, errmsg, hint, fromIp].filter((fact) => fact !== undefined).join('; ')
  const code = errcodeOf(error.cause) ?? -1
  sendJson(response, error.status, { code, message: `${title} (${facts})`, data: null })
}

/**
 * CORS with cookies for the origins that were named, and refusal of calls from pages of any other site.
 *
 * @returns whether the request was a preflight, answered with this
 */
export function applyCors(visit: Visit, origins: readonly string[]): boolean {
  const { request, response, instance } = visit
  const { origin } = request.headers
  vary(response, 'Origin')
  if (origin !== undefined && origins.includes(origin)) {
    response.setHeader('Access-Control-Allow-Origin', origin)
    response.setHeader('Access-Control-Allow-Credentials', 'true')
  } else if (origin !== undefined && origin !== instance.address.of(request)?.origin) {
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
