import { nothingThrown } from '../errors/report.ts'
import { isWecomSSOError } from '../errors/sso-error.ts'
import { chain, type MaybePromise } from '../internal/maybe-promise.ts'
import type { Session } from '../session/session.ts'
import type { Visit } from './visit.ts'

/**
 * Finds out who a request comes from. A store that does not answer, or a rule that fails, leaves it open: `problem` says
 * why, public pages are served, and only what needs to know (a guard) answers with it.
 */
export function identify(visit: Visit): MaybePromise<void> {
  const unknown = (error: unknown) => {
    visit.forget()
    visit.problem = error ?? nothingThrown()
  }
  try {
    const read = visit.instance.sessions.read(visit.jar, visit.cookies)
    const done = chain(read, (session) => (session === undefined ? undefined : judge(visit, session)))
    return done instanceof Promise ? done.catch(unknown) : done
  } catch (error) {
    unknown(error)
  }
}

/** The rules of this instance hold for every session of the app, whichever instance issued it. */
function judge(visit: Visit, session: Session): MaybePromise<void> {
  return chain(visit.instance.standing.judge(session, visit.request), (refusal) => {
    if (refusal === undefined) visit.signIn(session)
    else {
      visit.session = session
      visit.problem = refusal
    }
  })
}

/** Renews a session's idle time when it is due, and looks whether its member is still one. */
export function renew(visit: Visit): MaybePromise<void> {
  const { session, user, response, instance } = visit
  if (session === undefined || user === undefined || !instance.sessions.isDue(session)) return undefined
  return response.headersSent ? undefined : renewDue(visit, session)
}

async function renewDue(visit: Visit, session: Session): Promise<void> {
  const { sessions, standing, settings } = visit.instance
  try {
    // With a directory every guard asks for membership itself.
    if (settings.options.profile === 'none' && !(await standing.isStillMember(session))) {
      await endSession(visit, session)
      return
    }
    const fresh = sessions.renewed(session)
    visit.setCookies([await sessions.keep(fresh, visit.cookies, visit.isInWecom)])
    visit.session = fresh
  } catch (error) {
    // A store that cannot keep the renewal: the session stays as it is, and the next request tries again.
    if (!isWecomSSOError(error) || error.code !== 'WECOM_STORE') throw error
  }
}

/** Ends the session of somebody who left, was disabled, or is taken over by a new sign-in. */
export async function endSession(visit: Visit, session: Session): Promise<void> {
  visit.forget()
  visit.setCookies([visit.cookies.remove(visit.cookies.session)])
  await visit.instance.sessions.end(session)
}
