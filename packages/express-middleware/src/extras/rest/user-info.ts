import { isRecord } from '@wecom-kit/core/foundation'
import { WecomSSOError } from '../../errors/sso-error.ts'
import { inTime } from '../../internal/in-time.ts'
import { readJsonBody } from '../../http/read-body.ts'
import { checkCode, completeOwnLogin } from '../../login/callback.ts'
import { completeLogin } from '../../login/complete-login.ts'
import type { WecomUser } from '../../user.ts'
import type { Visit } from '../../visit/visit.ts'
import { sendData } from './answer.ts'

const maxBodyBytes = 4096

/**
 * `POST getUserInfo` with `{ code, state }`: what the callback does, for a page that reads `?code=&state=` itself. A
 * code without the state this browser was given is refused: otherwise anybody could sign a visitor in as themselves.
 */
export async function answerUserInfo(visit: Visit, allowStateless: boolean): Promise<void> {
  const { code, state } = await readProof(visit)
  const user =
    state === undefined && allowStateless
      ? await completeStateless(visit, code)
      : await completeOwnLogin(visit, { code, state: checkState(state) })
  sendData(visit.response, await publicFields(visit, user))
}

function checkState(state: unknown): string {
  if (typeof state === 'string') return state
  throw state === undefined
    ? new WecomSSOError(
        'WECOM_STATE_MISSING',
        'state is missing: GET loginUrl of this same router (with credentials) answers { url, state } and sets a cookie; send the visitor to url, and post the state that comes back beside code, with that cookie',
      )
    : new WecomSSOError('WECOM_BAD_REQUEST', 'state must be a string')
}

async function completeStateless(visit: Visit, code: string): Promise<WecomUser> {
  const isDone = await completeLogin(visit, { code, state: `stateless:${code}` })
  if (isDone && visit.user !== undefined) return visit.user
  throw new WecomSSOError('WECOM_CODE_INVALID', 'this code was already used')
}

async function readProof({ request }: Visit): Promise<{ code: string; state: unknown }> {
  // A form on another site can post text/plain without asking; only JSON needs a preflight.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new WecomSSOError('WECOM_BAD_REQUEST', 'the body must be JSON')
  const body = await readJsonBody(request, maxBodyBytes)
  if (!isRecord(body))
    throw new WecomSSOError('WECOM_BAD_REQUEST', 'the body must be a JSON object with code and state')
  return { code: checkCode(body['code']), state: body['state'] }
}

/** The fields front ends of this kind expect, `''` for what is unknown or withheld. */
async function publicFields({ instance }: Visit, user: WecomUser): Promise<object> {
  const { directory, timeout } = instance.settings.options
  const orNothing = async <Value>(look: () => Promise<Value | undefined> | undefined) =>
    await inTime(timeout, async () => await look()).catch(() => undefined)
  const listed = user.name === undefined ? await orNothing(() => directory?.user(user.userId)) : undefined
  const known = listed === undefined || listed.level === 'id' ? undefined : listed
  const departmentIds = user.departmentIds ?? known?.departmentIds ?? []
  const id = user.mainDepartmentId ?? departmentIds[0]
  const department = id === undefined ? undefined : await orNothing(() => directory?.department(id))
  return {
    userid: user.userId,
    name: user.name ?? known?.name ?? '',
    mobile: user.mobile ?? '',
    email: user.email ?? user.businessEmail ?? '',
    department: department?.name ?? '',
    position: user.position ?? '',
    departmentIds,
  }
}
