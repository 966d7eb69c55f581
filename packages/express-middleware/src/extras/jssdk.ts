import { flag, type OptionRows, readOptions, withDefault } from '@wecom-kit/core/foundation'
import { WecomSSOError } from '../errors/sso-error.ts'
import { memberOf } from '../guard/require-wecom-user.ts'
import { handler } from '../http/handler.ts'
import { queryText } from '../http/read-request.ts'
import { sendJson } from '../http/respond.ts'
import type { Next, SsoHandler } from '../http/types.ts'
import { mapUpstreamError } from '../member/upstream-error.ts'
import { placeOf } from '../options/option-rows.ts'
import type { WecomSSO } from '../sso/members.ts'
import { instanceOf } from '../visit/instance.ts'
import { answerProblem } from '../visit/problem.ts'
import { identify, type Visit, visitAt } from '../visit/visit.ts'

export interface JssdkOptions {
  /** Signs for visitors who are not signed in as well. @default false */
  anonymous?: boolean | undefined
}

const rows = { anonymous: withDefault(false, flag()) } satisfies OptionRows<JssdkOptions>

/**
 * Signatures for `@wecom/jssdk`: `GET …?url=` the page's address answers `{ corpId, agentId, config, agentConfig }`,
 * each signature as `{ timestamp, nonceStr, signature }`. Only pages of this app (and `trustedOrigins`) are signed
 * for.
 *
 * @throws TypeError for wrong options
 * @example
 * ```ts
 * app.get('/wecom/jssdk', wecomJssdk(sso))
 * ```
 * @see https://developer.work.weixin.qq.com/document/path/90506
 */
export function wecomJssdk(sso: WecomSSO, options: JssdkOptions = {}): SsoHandler {
  const instance = instanceOf(sso, 'wecomJssdk')
  const { anonymous } = readOptions<JssdkOptions, typeof rows>(placeOf('wecomJssdk'), rows, options)
  return handler('wecomJssdk', (request, response, next) =>
    run(visitAt(instance, request, response), next, anonymous),
  )
}

async function run(visit: Visit, next: Next, anonymous: boolean): Promise<void> {
  try {
    if (!anonymous) {
      await identify(visit)
      await memberOf(visit)
    }
    await answer(visit)
  } catch (error) {
    await answerProblem(visit, next, error)
  }
}

async function answer(visit: Visit): Promise<void> {
  const { client, agentId } = visit.instance.settings
  const url = queryText(visit.query, 'url') ?? ''
  const origin = URL.parse(url)?.origin
  if (origin === undefined || !visit.isTrustedOrigin(origin)) {
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
    sendJson(visit.response, 200, { corpId: client.corpId, agentId, config, agentConfig })
  } catch (error) {
    throw mapUpstreamError(error)
  }
}
