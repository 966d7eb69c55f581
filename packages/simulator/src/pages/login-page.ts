import type { Exchange } from '../http/exchange.ts'
import { htmlReply, type Reply } from '../http/reply.ts'
import type { SensitiveField } from '../world/app.ts'
import type { Visitor } from '../world/code-book.ts'
import type { World } from '../world/world.ts'
import { readAuthorizeLink } from './authorize.ts'
import { readConsent, rememberConsent, rememberedConsent } from './consent.ts'
import { consentPage } from './consent-page.ts'
import { errorPage } from './error-page.ts'
import { LoginLinkError, type LoginRequest } from './login-request.ts'
import { pickPage } from './pick-page.ts'
import { chooseVisitor } from './choose-visitor.ts'
import { readLanguage } from './page-query.ts'
import { deliver, failureScript } from './panel.ts'
import { readQrConnectLink, readWebLoginLink } from './web-login.ts'

type Reader = (world: World, exchange: Exchange) => LoginRequest

/** The login pages by path. */
export const loginPages: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['/connect/oauth2/authorize', readAuthorizeLink],
  ['/wwlogin/sso/login', readWebLoginLink],
  ['/wwopen/sso/qrConnect', readQrConnectLink],
  ['/wwopen/sso/v1/qrConnect', readQrConnectLink],
])

/** Answers a login page: the redirect when the query says who logs in, else a page to choose. */
export function answerLoginPage(world: World, reader: Reader, exchange: Exchange): Reply {
  try {
    return answer(world, reader(world, exchange), exchange)
  } catch (error) {
    if (!(error instanceof LoginLinkError)) throw error
    // The real page's status is not known; 400 lets scripts tell it from a page to choose on.
    const page = errorPage(readLanguage(exchange), error, failureScript(error, exchange))
    return { ...htmlReply(400, page), why: { rule: 'login link', reason: error.message } }
  }
}

function answer(world: World, request: LoginRequest, exchange: Exchange): Reply {
  const { query } = exchange
  if (query.get('simulate_refuse') === '1') return deliver(request, undefined)
  const visitor = chooseVisitor(world, query, request)
  if (visitor !== undefined) return deliver(request, issueCode(world, request, visitor, query))
  const asked = query.get('simulate_pick')
  if (asked !== null && request.asksConsent)
    return htmlReply(200, consentPage(world, request, exchange, asked))
  return htmlReply(200, pickPage(world, request, exchange))
}

function issueCode(world: World, request: LoginRequest, visitor: Visitor, query: URLSearchParams): string {
  return world.codes.issue({
    visitor,
    agentId: request.app?.agentId,
    host: request.redirectUri.host,
    consented: consentOf(world, request, visitor, query),
    purpose: 'login',
  })
}

function consentOf(
  world: World,
  { app, asksConsent }: LoginRequest,
  visitor: Visitor,
  query: URLSearchParams,
): readonly SensitiveField[] | undefined {
  if (!asksConsent || app === undefined || visitor.kind !== 'member') return undefined
  const earlier = query.has('simulate_pick') ? rememberedConsent(world, app, visitor.userid) : undefined
  if (earlier !== undefined) return earlier
  const fields = readConsent(app, query)
  rememberConsent(world, app, visitor.userid, fields)
  return fields
}
