import type { ServerResponse } from 'node:http'
import { WecomSSOError } from '../errors/sso-error.ts'
import { queryText } from '../http/query-parameter.ts'
import { requestTarget } from '../http/request-target.ts'
import { sendJson } from '../http/send-json.ts'
import { handler } from '../http/handler.ts'
import type { Next, SsoHandler, SsoRequest } from '../http/types.ts'
import { checkKnownOptions } from '../options/check-known-options.ts'
import { checkFlag } from '../options/check-option.ts'
import { mapUpstreamError } from '../login/map-upstream-error.ts'
import { answerProblem } from '../runtime/answer-problem.ts'
import { addressOf, type RequestContext } from '../runtime/request-context.ts'
import { runtimeOf } from '../runtime/runtimes.ts'
import type { WecomSSO } from '../sso/wecom-sso-handler.ts'
import { identified } from './identified.ts'

/** Options of {@link wecomJssdk}. */
export interface JssdkOptions {
  /** Signs for visitors who are not signed in as well. @default false */
  anonymous?: boolean
}

/**
 * Signatures for `@wecom/jssdk`: `GET …?url=` the page's address answers `{ corpId, agentId, config, agentConfig }`,
 * each signature as `{ timestamp, nonceStr, signature }`. Only pages of this app (and `allowedReturnOrigins`) are
 * signed for.
 *
 * @throws TypeError for wrong options
 * @example
 * ```ts
 * app.get('/wecom/jssdk', wecomJssdk(sso))
 * ```
 * @see https://developer.work.weixin.qq.com/document/path/90506
 */
export function wecomJssdk(sso: WecomSSO, options: JssdkOptions = {}): SsoHandler {
  const runtime = runtimeOf(sso, 'wecomJssdk')
  checkKnownOptions(options, 'wecomJssdk')
  checkFlag(options.anonymous, 'anonymous')
  const anonymous = options.anonymous === true
  return handler('wecomJssdk', runtime.config.options.logger, (request, response, next) =>
    run(identified(runtime, request), request, response, next, anonymous),
  )
}

async function run(
  identifying: Promise<RequestContext>,
  request: SsoRequest,
  response: ServerResponse,
  next: Next,
  anonymous: boolean,
): Promise<void> {
  let context: RequestContext | undefined
  try {
    context = await identifying
    await answer(context, request, response, anonymous)
  } catch (error) {
    if (context === undefined) next(error)
    else await answerProblem(context, request, response, next, error)
  }
}

async function answer(
  context: RequestContext,
  request: SsoRequest,
  response: ServerResponse,
  anonymous: boolean,
): Promise<void> {
  if (context.user === undefined && !anonymous)
    throw new WecomSSOError('WECOM_LOGIN_REQUIRED', 'sign in first')
  const { client, agentId, returnOrigins } = context.runtime.config
  const url = queryText(requestTarget(request.url).query, 'url') ?? ''
  const origin = URL.parse(url)?.origin
  if (origin === undefined || ![addressOf(context, request).origin, ...returnOrigins].includes(origin)) {
    throw new WecomSSOError(
      'WECOM_BAD_REQUEST',
      "url must be the address of one of this app's pages (location.href)",
    )
  }
  try {
    const [config, agentConfig] = await Promise.all([
      client.jssdk.configSignature(url),
      client.jssdk.agentConfigSignature(url),
    ])
    sendJson(response, 200, { corpId: client.corpId, agentId, config, agentConfig })
  } catch (error) {
    throw mapUpstreamError(error)
  }
}
