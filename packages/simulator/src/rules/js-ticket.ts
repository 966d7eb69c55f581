import type { Answer, Call } from './call.ts'

const hourMs = 3_600_000
const perCorpAndHour = 400
const perAppAndHour = 100
const lifeMs = 7_200_000

/**
 * A JS-SDK ticket: the same while it lives, 400 reads an hour per corp and 100 per app.
 *
 * How sure: life and limits official; that a repeated read answers the same ticket with the time left is our reading.
 * @see https://developer.work.weixin.qq.com/document/path/90506
 */
export function jsTicket(call: Call, owner: string): Answer {
  const { clock, limits } = call.world
  limits.hit('jsapi tickets of the corp', perCorpAndHour, hourMs)
  limits.hit(`jsapi tickets of ${call.app.name}`, perAppAndHour, hourMs)
  const { expiresAt, ticket } = call.world.jsTicket(owner, lifeMs)
  return { ticket, expires_in: Math.ceil((expiresAt - clock.now()) / 1000) }
}
