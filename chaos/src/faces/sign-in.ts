import { isRecord } from '@wecom-kit/core/foundation'
import type { Outcome } from '../tally.ts'
import type { Target } from '../target.ts'
import { Browser } from './browser.ts'
import type { Face, FaceTools } from './face.ts'
import { members } from './known-corp.ts'
import { type Answer, excerpt, jsonOf, judged } from './send.ts'

/** Where a session lives. */
export type Keeping = 'sealed' | 'stored'

/** A whole sign-in from the first click to `/me`, with sessions in cookies and in Redis. */
export const signInFace: Face = {
  name: 'sign-in',
  call: (target, tools) =>
    judged(target, () => {
      const keeping = tools.random.next() < 0.5 ? 'sealed' : 'stored'
      const userId = tools.random.pick(members)
      return signIn(new Browser(tools.secrets), target, { keeping, userId }, tools)
    }),
}

const longestWay = 12

/** Signs a browser in and judges the way there. */
export async function signIn(
  browser: Browser,
  target: Target,
  { keeping, userId }: { keeping: Keeping; userId: string },
  { secrets }: Pick<FaceTools, 'secrets'>,
): Promise<Outcome> {
  const home = target.origins[keeping]
  let url = new URL('/wecom/login?returnTo=/', home)
  for (let hop = 0; hop < longestWay; hop += 1) {
    const answer = await browser.open(url.href)
    if (answer.status >= 400) return refusalOf(answer)
    if (answer.location === undefined) return judgeMe(await browser.open(`${home}/me`, json), userId)
    url = new URL(answer.location, url)
    const code = url.searchParams.get('code')
    if (code !== null) secrets.add('a login code', code)
    if (url.pathname === '/wwlogin/sso/login') url.searchParams.set('simulate_user', userId)
  }
  return { kind: 'lost', detail: `redirected in a circle: ${url.pathname}` }
}

const json = 'application/json'

/** Judges an answer of `/me`, to somebody who should be signed in. */
export function judgeMe(answer: Answer, userId: string): Outcome {
  if (answer.status >= 400) return refusalOf(answer)
  const body = jsonOf(answer)
  const user = isRecord(body) && isRecord(body['user']) ? body['user'] : body
  if (isRecord(user) && user['userId'] === userId) return { kind: 'answer' }
  return { kind: 'lost', detail: `expected ${userId}: ${excerpt(answer)}` }
}

/** What WeCom's or Redis's trouble may do to a visitor. */
const excused = new Set([
  'WECOM_UPSTREAM',
  'WECOM_UPSTREAM_TIMEOUT',
  'WECOM_STORE',
  'WECOM_BUSY',
  // A code that an earlier try has used up, or a token that WeCom refused: the visitor may try again.
  'WECOM_CODE_INVALID',
  'WECOM_APP_SETUP',
  // Only where clocks are wrong.
  'WECOM_LOGIN_EXPIRED',
])

function refusalOf(answer: Answer): Outcome {
  const code = /\bWECOM_[A-Z_]+/.exec(answer.text)?.[0]
  if (code === undefined) return { kind: 'untyped', detail: excerpt(answer) }
  return excused.has(code) ? { kind: 'typed', code } : { kind: 'lost', detail: code }
}
