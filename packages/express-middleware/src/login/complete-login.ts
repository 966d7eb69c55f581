import { sameUser } from '@wecom-kit/core/foundation'
import { WecomSSOError } from '../errors/sso-error.ts'
import { clientAddress } from '../http/client-address.ts'
import { cookieValues } from '../http/read-request.ts'
import { isTrue } from '../internal/maybe-promise.ts'
import type { ConsentedFields } from '../options/options.ts'
import type { Session } from '../session/session.ts'
import type { WecomUser } from '../user.ts'
import type { Visit } from '../visit/visit.ts'

/** The proof a visitor brings back from WeCom; `state` has been checked against this browser's cookie. */
export interface LoginProof {
  readonly state: string
  readonly code: string
}

/**
 * Exchanges the code, checks the member and begins a fresh session; false when this state was used before. The order is
 * the contract of the hooks: `authorize`, the session, `onLogin`. A session is kept before its cookie is written, so that
 * a failing store leaves nothing half open, and both are there before `onLogin` runs, which may answer by itself.
 */
export async function completeLogin(visit: Visit, proof: LoginProof): Promise<boolean> {
  const { instance } = visit
  checkTries(visit)
  const before = visit.session
  let isUndone = false
  const session = await instance.once.run(proof.state, async () => {
    const { user, consented } = await instance.exchange(proof.code, clientAddress(visit.request))
    await admit(visit, user)
    const fresh = instance.sessions.create(user, dataToKeep(before, user))
    instance.standing.admitted(fresh)
    await begin(visit, fresh, before)
    await greet(visit, fresh, consented)
    isUndone = visit.session === undefined
    return visit.session ?? fresh
  })
  // `onLogin` signed the member out again: that is its last word.
  if (isUndone) return true
  if (session === undefined || (await instance.revocations.isRevoked(session))) {
    visit.forget()
    return false
  }
  if (visit.session?.id !== session.id) await repeat(visit, session, before)
  return true
}

/**
 * The same callback for the second time: the session is there, this answer needs its cookie. It may have come to another
 * instance the first time, whose rules are not ours.
 */
async function repeat(visit: Visit, session: Session, before: Session | undefined): Promise<void> {
  const refusal = await visit.instance.standing.judge(session, visit.request)
  if (refusal !== undefined) throw refusal
  await begin(visit, session, before)
}

async function begin(visit: Visit, session: Session, before: Session | undefined): Promise<void> {
  const { instance, cookies, jar } = visit
  const cookie = await instance.sessions.keep(session, cookies, visit.isInWecom)
  // A session id from before the sign-in may be known to somebody else (fixation): it ends here.
  if (before !== undefined && before.id !== session.id) await instance.sessions.end(before)
  visit.setCookies([
    cookie,
    cookies.write(cookies.tries, nextTry(visit, before), 60),
    ...(jar?.includes(cookies.signedOut) === true ? [cookies.remove(cookies.signedOut)] : []),
  ])
  visit.signIn(session)
  visit.attach()
}

/** The app's turn. What it throws undoes the sign-in. */
async function greet(visit: Visit, session: Session, consented: ConsentedFields): Promise<void> {
  const { onLogin } = visit.instance.settings.options
  try {
    await onLogin?.(session.user, visit.request, visit.response, consented)
  } catch (error) {
    visit.forget()
    visit.setCookies([visit.cookies.remove(visit.cookies.session)])
    await visit.instance.sessions.end(session)
    throw error
  }
}

async function admit({ instance, request }: Visit, user: WecomUser): Promise<void> {
  const { authorize } = instance.settings.options
  if (authorize === undefined || isTrue(await authorize(user, request))) return
  throw new WecomSSOError('WECOM_FORBIDDEN', 'the member may not sign in to this app')
}

/** The same member keeps what the app stored with the session; another one on this browser starts empty. */
function dataToKeep(before: Session | undefined, user: WecomUser): Session['data'] {
  const isSame = before?.user.corpId === user.corpId && sameUser(before.user.userId, user.userId)
  return isSame ? before.data : undefined
}

const maxTries = 3
const period = 60_000

/**
 * Stops the loop of a browser that keeps small cookies but not the session: every sign-in succeeds and leads straight
 * to the next. The count lives in that browser, so that one person's trouble is nobody else's.
 */
function checkTries(visit: Visit): void {
  if (visit.session !== undefined || triesOf(visit).count < maxTries) return
  throw new WecomSSOError(
    'WECOM_SESSION_NOT_KEPT',
    'this browser signed in three times within a minute and never sent the session cookie back',
  )
}

/** The cookie value that counts one more sign-in. */
function nextTry(visit: Visit, before: Session | undefined): string {
  const { count, since } = triesOf(visit)
  return before === undefined ? `${count + 1}.${since}` : `1.${visit.instance.settings.now()}`
}

function triesOf({ cookies, instance, jar }: Visit): { count: number; since: number } {
  const now = instance.settings.now()
  const [value] = cookieValues(jar, cookies.tries, 1)
  const [, count, since] = /^(\d)\.(\d{1,15})$/.exec(value ?? '') ?? []
  const isRecent = since !== undefined && Math.abs(now - Number(since)) < period
  return isRecent ? { count: Number(count), since: Number(since) } : { count: 0, since: now }
}
