import type { Visitor } from '../world/code-book.ts'
import type { World } from '../world/world.ts'
import { rememberedConsent } from './consent.ts'
import { LoginLinkError, type LoginRequest } from './login-request.ts'

/**
 * Who logs in, when the query says so: `simulate_user`, `simulate_external`, or a pick that needs no more questions.
 * Undefined leads to a page.
 */
export function chooseVisitor(
  world: World,
  query: URLSearchParams,
  request: LoginRequest,
): Visitor | undefined {
  const external = query.get('simulate_external')
  if (external !== null && external !== '0') return outsider(world, external, request)
  const userid = query.get('simulate_user')
  if (userid !== null && userid !== '') return visitorByUserid(world, userid, request)
  const picked = query.get('simulate_pick')
  if (picked === null || picked === '') return undefined
  const visitor = visitorByUserid(world, picked, request)
  return request.asksConsent && !consentedBefore(world, request, visitor) ? undefined : visitor
}

function consentedBefore(world: World, { app }: LoginRequest, visitor: Visitor): boolean {
  return (
    app !== undefined &&
    visitor.kind === 'member' &&
    rememberedConsent(world, app, visitor.userid) !== undefined
  )
}

/** `1` is the first outsider of the seed, anything else an openid. */
function outsider(world: World, wanted: string, request: LoginRequest): Visitor {
  if (request.asksConsent) throw notVisible()
  const found = wanted === '1' ? world.seed.outsiders?.[0] : world.outsider(wanted)
  if (found === undefined) throw new LoginLinkError('the seed has no such outsider', '没有这个外部访客')
  return { kind: 'outsider', openid: found.openid }
}

/** Documented: with snsapi_privateinfo somebody outside the visible range sees an error page. */
function visitorByUserid(world: World, userid: string, request: LoginRequest): Visitor {
  const linked = world.linkedMember(userid)
  if (linked !== undefined) {
    if (request.asksConsent) throw notVisible()
    return { kind: 'linked', userid: linked.userid }
  }
  const member = world.directory.member(userid)
  if (member === undefined)
    throw new LoginLinkError('simulate_user names nobody in this corp', '企业中没有这个成员')
  if (member.status === 2 || member.status === 5)
    throw new LoginLinkError('this member is disabled', '该成员已被禁用')
  const outside = request.app !== undefined && !world.visibility(request.app).seesMember(member)
  if (request.asksConsent && outside) throw notVisible()
  if (request.flow === 'web' && outside) throw refusedAtScan()
  return { kind: 'member', userid: member.userid }
}

function notVisible(): LoginLinkError {
  return new LoginLinkError(
    'snsapi_privateinfo is only for members in the visible range of the app',
    '你不在该应用的可见范围内',
  )
}

/** Documented for the web login: the scan itself says that there is no permission, and no redirect follows. */
function refusedAtScan(): LoginLinkError {
  return new LoginLinkError(
    'no permission: the member is outside the visible range of the app',
    '无权限：你不在该应用的可见范围内',
  )
}
