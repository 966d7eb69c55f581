import type { App } from '../world/app.ts'
import type { TokenRecord } from '../world/token-book.ts'
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
  if (token === null || token === '')
    throw new Refusal(41001, 'token', 'there is no access_token in the query, where alone it is looked for')
  const record = world.tokens.find(token)
  if (record === undefined)
    throw new Refusal(
      40014,
      'token',
      'this access_token was never handed out here: of an earlier start or of another corp',
    )
  const dead = world.tokens.answerFor(record)
  if (dead !== undefined) throw new Refusal(dead, 'token', howItDied(record))
  const app = world.app(record.appName)
  if (app === undefined) throw new Refusal(40014, 'token', `the app ${record.appName} of this token is gone`)
  if (app.enabled === false) throw new Refusal(50003, 'token', `${app.name} is switched off`)
  return app
}

function howItDied({ appName, expiresAt, revoked, serial }: TokenRecord): string {
  const which = `token #${serial} of ${appName}`
  if (revoked !== undefined) return `${which} was revoked`
  return `${which} expired at ${new Date(expiresAt).toISOString()}`
}
