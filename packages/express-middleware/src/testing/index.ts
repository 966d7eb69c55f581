import { isRecord } from '@wecom-kit/core/foundation'
import { optionError } from '../errors/setup-error.ts'
import { parseUser, type WecomUser } from '../user.ts'
import type { WecomSSO } from '../sso/members.ts'
import { instanceOf, latestInstance } from '../visit/instance.ts'

/** Who to be in a test: a userid is enough. */
export type TestUser = Partial<Omit<WecomUser, 'userId'>> & Pick<WecomUser, 'userId'>

/** A session that never went through WeCom. */
export interface TestSession {
  readonly user: WecomUser
  /** Value of the `Cookie` header. */
  readonly cookie: string
  /** The same as an object, for fetch and inject. */
  readonly headers: { readonly cookie: string }
  /** Settles once the session is in the store; with sealed cookies there is nothing to wait for. */
  readonly ready: Promise<void>
}

/**
 * Makes a signed-in visitor for tests of your own routes. For https apps give the request the scheme it would have
 * (`baseUrl` decides when there is one).
 *
 * @param sso which middleware; the one made last when left out
 * @throws TypeError when there is none
 * @example
 * ```ts
 * const { cookie } = createTestSession({ userId: 'zhangsan', departmentIds: [7] })
 * await request(app).get('/admin').set('Cookie', cookie).expect(200)
 * ```
 */
export function createTestSession(user: TestUser, sso?: WecomSSO): TestSession {
  const { settings, sessions } = sso === undefined ? latestInstance() : instanceOf(sso, 'createTestSession')
  const given: Partial<WecomUser> = isRecord(user) ? user : {}
  const { corpId = settings.client.corpId, agentId = settings.agentId, loginAt = settings.now() } = given
  const complete = parseUser({ ...given, corpId, agentId, loginAt })
  if (complete === undefined)
    throw optionError(
      'user',
      "{ userId: 'zhangsan' }, with other fields of a member",
      user,
      'createTestSession',
    )
  const cookies = settings.cookies(settings.baseUrl?.secure ?? false)
  const { token, saved } = sessions.issue(sessions.create(complete, undefined))
  const cookie = `${cookies.session}=${token}`
  return { user: complete, cookie, headers: { cookie }, ready: saved }
}
