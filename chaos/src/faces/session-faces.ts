import { Browser } from './browser.ts'
import type { Face } from './face.ts'
import { members } from './known-corp.ts'
import { excerpt, judged, send } from './send.ts'
import { judgeMe, type Keeping, signIn } from './sign-in.ts'
import type { SecretSearch } from '../secrets.ts'
import type { Target } from '../target.ts'
import { type Recovering, untilAnswered } from '../until-answered.ts'

/** Visitors who signed in while nothing was wrong, and who have to stay signed in. */
export interface SessionFace extends Face {
  /** Signs its visitors in. Called in calm, and again when Redis has forgotten them. */
  open(world: Recovering & { readonly secrets: SecretSearch; readonly steady: Target }): Promise<void>
}

/** Sessions in cookies, which no trouble of Redis or WeCom may touch; and sessions in Redis. */
export function createSessionFace(keeping: Keeping, mayForget: () => boolean): SessionFace {
  const name = `sessions, ${keeping === 'sealed' ? 'in cookies' : 'in Redis'}`
  let visitors: { userId: string; browser: Browser }[] = []
  return {
    name,
    async open(world) {
      const { secrets, steady } = world
      const startedAt = performance.now()
      visitors = members.map((userId) => ({ userId, browser: new Browser(secrets) }))
      for (const { browser, userId } of visitors) {
        const call = () => signIn(browser, steady, { keeping, userId }, { secrets })
        await untilAnswered(world, () => judged(steady, call), name, startedAt)
      }
    },
    call: (target, { random, secrets }) =>
      judged(target, async () => {
        const origin = target.origins[keeping]
        if (random.next() < 0.25) return judgePublicPage(origin, secrets)
        const visitor = visitors[random.below(visitors.length)]
        if (visitor === undefined) return { kind: 'lost', detail: 'nobody is signed in' }
        const outcome = judgeMe(
          await visitor.browser.open(`${origin}/me`, 'application/json'),
          visitor.userId,
        )
        if (keeping === 'sealed' && outcome.kind === 'typed') return { kind: 'lost', detail: outcome.code }
        const isForgotten =
          outcome.kind === 'lost' && outcome.detail === 'WECOM_LOGIN_REQUIRED' && mayForget()
        return isForgotten ? { kind: 'typed', code: outcome.detail } : outcome
      }),
  }
}

async function judgePublicPage(origin: string, secrets: SecretSearch) {
  const answer = await send(origin, {}, secrets)
  if (answer.text === 'open to everybody') return { kind: 'answer' } as const
  return { kind: 'lost', detail: `a public page: ${excerpt(answer)}` } as const
}
