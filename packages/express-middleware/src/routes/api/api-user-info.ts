import type { ServerResponse } from 'node:http'
import { WecomSSOError } from '../../errors/sso-error.ts'
import { completeLogin } from '../../flow/complete-login.ts'
import { appendSetCookie } from '../../http/append-set-cookie.ts'
import { readBody } from '../../http/read-body.ts'
import type { SsoRequest } from '../../http/types.ts'
import { isRecord } from '../../internal/is-record.ts'
import type { GenuineState } from '../../login/login-states.ts'
import type { RequestContext } from '../../runtime/request-context.ts'
import { parseJson } from '../../session/session-codec.ts'
import type { WecomUser } from '../../user/wecom-user.ts'
import { sendData } from './api-answer.ts'

const maxBodyBytes = 4096

/**
 * `POST getUserInfo` with `{ code, state }`: what the callback does, for a page that reads `?code=&state=` itself. A
 * code without the state this browser was given is refused: otherwise anybody could sign a visitor in as themselves.
 */
export async function answerUserInfo(
  context: RequestContext,
  request: SsoRequest,
  response: ServerResponse,
  allowStateless: boolean,
): Promise<void> {
  const { code, state } = await readProof(request)
  if (state === undefined) {
    if (!allowStateless)
      throw new WecomSSOError('WECOM_STATE_MISSING', 'state is missing: get one from loginUrl')
    await exchange(context, request, response, { code, state: `stateless:${code}` })
  } else {
    const genuine = context.runtime.states.read(state)
    if (genuine === undefined)
      throw new WecomSSOError('WECOM_STATE_INVALID', 'state was not issued by this app')
    if (!isDone(context, genuine)) await exchangeBound(context, request, response, genuine, code)
  }
  if (context.user !== undefined) sendData(response, await publicFields(context, context.user))
}

/** The page posted twice: it is signed in already. */
function isDone({ session }: RequestContext, state: GenuineState): boolean {
  return session !== undefined && state.issuedAt <= session.user.loginAt
}

async function exchangeBound(
  context: RequestContext,
  request: SsoRequest,
  response: ServerResponse,
  state: GenuineState,
  code: string,
): Promise<void> {
  const { runtime, cookies } = context
  if (runtime.transactions.find(state, cookies, request.headers.cookie) === undefined) {
    throw new WecomSSOError(
      'WECOM_COOKIES_BLOCKED',
      'the cookie that loginUrl set did not come with this request',
    )
  }
  appendSetCookie(response, [runtime.transactions.end(state, cookies)])
  if (runtime.config.now() - state.issuedAt > runtime.config.transactionTtl) {
    throw new WecomSSOError('WECOM_LOGIN_EXPIRED', 'the sign-in took too long; start again from loginUrl')
  }
  await exchange(context, request, response, { code, state: state.text })
}

async function exchange(
  context: RequestContext,
  request: SsoRequest,
  response: ServerResponse,
  proof: { code: string; state: string },
): Promise<void> {
  if (await completeLogin(context, request, response, proof)) return
  throw new WecomSSOError('WECOM_CODE_INVALID', 'this sign-in was already used; start again from loginUrl')
}

async function readProof(request: SsoRequest): Promise<{ code: string; state: string | undefined }> {
  // A form on another site can post text/plain without asking; only JSON needs a preflight.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw badRequest('the body must be JSON')
  // Whatever a body parser made of it stands: the stream behind it is gone.
  const parsed = typeof request.body === 'object' && request.body !== null
  const body: unknown = parsed ? request.body : parseJson(String(await readBody(request, maxBodyBytes)))
  if (!isRecord(body)) throw badRequest('the body must be a JSON object with code and state')
  const { code, state } = body
  if (typeof code !== 'string' || !/^[\x21-\x7e]{1,512}$/.test(code)) throw badRequest('缺少授权码 code')
  if (state !== undefined && typeof state !== 'string') throw badRequest('state must be a string')
  return { code, state }
}

function badRequest(message: string): WecomSSOError {
  return new WecomSSOError('WECOM_BAD_REQUEST', message)
}

/** The fields front ends of this kind expect, `''` for what is unknown or withheld. */
async function publicFields({ runtime }: RequestContext, user: WecomUser): Promise<object> {
  const { directory } = runtime.config.options
  const id = user.mainDepartmentId ?? user.departmentIds?.[0]
  const department = id === undefined ? undefined : await directory?.department(id).catch(() => undefined)
  return {
    userid: user.userId,
    name: user.name ?? '',
    mobile: user.mobile ?? '',
    email: user.email ?? user.businessEmail ?? '',
    department: department?.name ?? '',
    position: user.position ?? '',
    departmentIds: user.departmentIds ?? [],
  }
}
