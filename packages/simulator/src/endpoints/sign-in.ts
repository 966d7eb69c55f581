import type { Answer, Call } from '../rules/call.ts'
import { type Endpoint, type TokenEndpoint, selfBuilt } from '../rules/endpoint.ts'
import { exchangeCode } from '../rules/exchange-code.ts'
import { bodyText, queryText, requiredBodyText, requiredQuery } from '../rules/parameters.ts'
import { visibleMember } from '../rules/visible-range.ts'
import { Refusal } from '../wire/refusal.ts'
import { sensitiveFields } from '../world/app.ts'
import type { CodeRecord } from '../world/code-book.ts'
import { type Member, useridKey } from '../world/member.ts'
import type { UserTicket } from '../world/world.ts'

/**
 * `GET /cgi-bin/auth/getuserinfo`: who stands behind a code.
 *
 * How sure: answer shapes, lives and the frequency exemption official; 40029 for a used or expired code from the
 * page's own sample, 42022 and 42003 by the setting `codeErrors`; that contacts-sync gets 50001 for
 * other codes than those of the second verification from the help text.
 * @see https://developer.work.weixin.qq.com/document/path/91023
 */
const authGetuserinfo: TokenEndpoint = {
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
function describeVisitor(call: Call): VisitorAnswer {
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
  throw new Refusal(
    50001,
    'code',
    `${app.name} (${app.kind}) may exchange codes of the second verification only`,
  )
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

/** Documented for this path: the ticket's life stands beside it. */
const ticketSeconds = 1800

/**
 * `GET /cgi-bin/user/getuserinfo`, the form of auth/getuserinfo before 2022: other spelling, and a DeviceId.
 *
 * How sure: spelling from two SDKs and a mirror of the old page.
 * @see https://developer.work.weixin.qq.com/document/path/91023
 */
const userGetuserinfo: Endpoint = {
  ...authGetuserinfo,
  path: '/cgi-bin/user/getuserinfo',
  answer(call) {
    const { openid, user_ticket: ticket, userid } = describeVisitor(call)
    if (openid !== undefined) return { OpenId: openid, DeviceId: '' }
    return {
      UserId: userid,
      DeviceId: '',
      ...(ticket === undefined ? {} : { user_ticket: ticket, expires_in: ticketSeconds }),
    }
  },
}

/**
 * `POST /cgi-bin/auth/getuserdetail`: the fields a member consented to hand out. No name, department or position here.
 *
 * How sure: fields, gender as text and the ticket codes official; 60021 for a member outside the range is one of two
 * documented codes (the other is 92000).
 * @see https://developer.work.weixin.qq.com/document/path/95833
 */
const authGetuserdetail: Endpoint = {
  path: '/cgi-bin/auth/getuserdetail',
  kinds: selfBuilt,
  answer(call) {
    const ticket = checkTicket(call)
    if (call.app.sensitiveFields?.length === 0)
      throw new Refusal(
        92001,
        'state',
        `${call.app.name} may read none of the personal fields: its sensitiveFields are empty`,
      )
    const member = call.world.directory.member(ticket.userid)
    if (member === undefined || !call.visibility.seesMember(member))
      throw new Refusal(
        60021,
        'visible range',
        `${ticket.userid} is gone, or outside of what ${call.app.name} sees`,
      )
    return detail(call, member, ticket)
  },
}

function checkTicket(call: Call): UserTicket {
  const found = call.world.userTickets.find(requiredBodyText(call, 'user_ticket', 84090))
  if (found === undefined || found.value.agentId !== call.app.agentId)
    throw new Refusal(84015, 'code', `this user_ticket was not handed out to ${call.app.name}`)
  if (found.expired) throw new Refusal(84014, 'code', 'this user_ticket expired')
  return found.value
}

/** Without consent the avatar is a default picture and gender "0"; every other field is absent. */
function detail(call: Call, member: Member, ticket: UserTicket): Answer {
  const ticked = call.app.sensitiveFields ?? sensitiveFields
  const given = sensitiveFields.filter((field) => ticked.includes(field) && ticket.consented.includes(field))
  return {
    userid: member.userid,
    gender: '0',
    avatar: 'https://wework.qpic.example/avatar/default/0',
    ...Object.fromEntries(given.map((field) => [field, member[field]])),
  }
}

/**
 * `POST /cgi-bin/user/getuserdetail`, the older path of auth/getuserdetail that some SDKs still call.
 *
 * How sure: seen in one SDK; whether the real one still answers was not checked.
 * @see https://developer.work.weixin.qq.com/document/path/95833
 */
const userGetuserdetail: Endpoint = {
  ...authGetuserdetail,
  path: '/cgi-bin/user/getuserdetail',
  sameAs: '/cgi-bin/auth/getuserdetail',
}

/**
 * `POST /cgi-bin/auth/get_tfa_info`: who stands behind a code of the second-verification page.
 *
 * How sure: fields, lives, codes and the limit of 20 at once official.
 * @see https://developer.work.weixin.qq.com/document/path/99499
 */
const authGetTfaInfo: Endpoint = {
  path: '/cgi-bin/auth/get_tfa_info',
  concurrency: 20,
  answer(call) {
    const { corp } = call.world.seed
    if (corp.verificationUrl === undefined)
      throw new Refusal(40210, 'state', 'the corp has no second verification: verificationUrl of the seed')
    const { visitor } = exchangeCode(call, bodyText(call, 'code'), 'verify')
    if (visitor.kind !== 'member') throw new Refusal(40208, 'parameters', 'the code is not of a member')
    const { userid } = visitor
    const covered = corp.verificationUsers?.map(useridKey).includes(useridKey(userid)) ?? true
    if (!covered) throw new Refusal(40208, 'state', `${userid} is not among the corp's verificationUsers`)
    return { userid, tfa_code: call.world.tfaCodes.issue(userid) }
  },
}

/**
 * `POST /cgi-bin/user/tfa_succ`: the second verification at use time is done. The tfa_code works once.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/99500
 */
const userTfaSucc: Endpoint = {
  path: '/cgi-bin/user/tfa_succ',
  concurrency: 20,
  answer(call) {
    const member = visibleMember(call, requiredBodyText(call, 'userid', 41009))
    const code = requiredBodyText(call, 'tfa_code', 40207)
    const found = call.world.tfaCodes.find(code)
    const genuine =
      found !== undefined && !found.expired && useridKey(found.value) === useridKey(member.userid)
    if (!genuine)
      throw new Refusal(40207, 'code', `this tfa_code expired or was not handed out for ${member.userid}`)
    call.world.tfaCodes.use(code)
    return {}
  },
}

/**
 * `GET /cgi-bin/user/authsucc`: the second verification at login is done.
 *
 * How sure: official; only contacts-sync may call it.
 * @see https://developer.work.weixin.qq.com/document/path/99521
 */
const userAuthsucc: Endpoint = {
  path: '/cgi-bin/user/authsucc',
  kinds: ['contacts-sync'],
  answer(call) {
    visibleMember(call, requiredQuery(call, 'userid', 41009))
    return {}
  },
}

/** Who stands behind a code, and both second verifications. */
export const signInEndpoints: readonly Endpoint[] = [
  authGetuserinfo,
  userGetuserinfo,
  authGetuserdetail,
  userGetuserdetail,
  authGetTfaInfo,
  userTfaSucc,
  userAuthsucc,
]
