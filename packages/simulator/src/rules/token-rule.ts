import type { App } from '../world/app.ts'
import type { World } from '../world/world.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * The access_token, taken from the query and nowhere else: a header or body field is the same as none.
 *
 * How sure: seen by live probes (41001, 40014 without a hint); 42001 by the official error table.
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export function checkToken(world: World, query: URLSearchParams): App {
  const token = query.get('access_token')
  if (token === null || token === '') throw new Refusal(41001)
  const record = world.tokens.find(token)
  if (record === undefined) throw new Refusal(40014)
  const dead = world.tokens.answerFor(record)
  if (dead !== undefined) throw new Refusal(dead)
  const app = world.app(record.appName)
  if (app === undefined) throw new Refusal(40014)
  if (app.enabled === false) throw new Refusal(50003)
  return app
}
