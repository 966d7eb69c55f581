import { exchangeCode } from '../rules/exchange-code.ts'
import type { Call } from '../rules/call.ts'
import { selfBuilt, type TokenEndpoint } from '../rules/endpoint.ts'
import { queryText } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'
import type { CodeRecord } from '../world/code-book.ts'

/**
 * `GET /cgi-bin/auth/getuserinfo`: who stands behind a code.
 *
 * How sure: answer shapes, lives and the frequency exemption official; 40029 for a used or expired code from the
 * page's own sample, 42022 and 42003 by the setting `codeErrors`; that contacts-sync gets 50001 for
 * other codes than those of the second verification from the help text.
 * @see https://developer.work.weixin.qq.com/document/path/91023
 */
export const authGetuserinfo: TokenEndpoint = {
  path: '/cgi-bin/auth/getuserinfo',
  exempt(call) {
    const { codes } = call.world
    const record = codes.find(queryText(call, 'code') ?? '')
    return record !== undefined && !record.used && !codes.expired(record)
  },
  answer: (call) => ({ ...describeVisitor(call) }),
}

/** Who stands behind a code, by the names of the answer. */
interface VisitorAnswer {
  userid?: string
  user_ticket?: string
  openid?: string
  external_userid?: string
}

/** Uses the code of the call up and says who stands behind it. */
export function describeVisitor(call: Call): VisitorAnswer {
  const record = exchangeCode(call, queryText(call, 'code'), purposeFor(call))
  const { visitor } = record
  if (visitor.kind === 'outsider') return outsider(call, visitor.openid)
  const ticket = visitor.kind === 'member' ? userTicket(call, visitor.userid, record) : undefined
  return { userid: visitor.userid, ...(ticket === undefined ? {} : { user_ticket: ticket }) }
}

/**
 * The code of the login's second verification is for contacts-sync, every other one for apps.
 *
 * @see https://developer.work.weixin.qq.com/document/path/99521
 */
function purposeFor({ app, exchange, world }: Call): CodeRecord['purpose'] {
  if (selfBuilt.includes(app.kind)) return 'login'
  const record = world.codes.find(exchange.query.get('code') ?? '')
  if (app.kind === 'contacts-sync' && record?.purpose === 'verify') return 'verify'
  throw new Refusal(50001)
}

function outsider(call: Call, openid: string): VisitorAnswer {
  const found = call.world.outsider(openid)
  if (found?.externalUserid === undefined || !call.world.seesOwner(call.app, found)) return { openid }
  return { openid, external_userid: found.externalUserid }
}

/** Only for snsapi_privateinfo, and only for a member in the visible range. */
function userTicket(call: Call, userid: string, record: CodeRecord): string | undefined {
  const member = call.world.directory.member(userid)
  if (record.consented === undefined || member === undefined || !call.visibility.seesMember(member))
    return undefined
  return call.world.userTickets.issue({ userid, agentId: call.app.agentId, consented: record.consented })
}
