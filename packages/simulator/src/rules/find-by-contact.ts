import { Refusal } from '../wire/refusal.ts'
import type { Member } from '../world/member.ts'
import type { Call } from './call.ts'

const dayMs = 86_400_000
/** Documented: failed look-ups above a fifth of the corp's seats block the API for a day. */
const missShare = 0.2
/** Seats of a corp whose seed names none. */
const defaultQuota = 200

/**
 * The member with a mobile or mail. A miss is counted, and too many of them block the API for a day.
 *
 * How sure: the 20 % rule official; 46004 is one of several documented codes for a miss; 60011 for an invisible member
 * is our choice.
 * @see https://developer.work.weixin.qq.com/document/path/95402
 */
export function findByContact(call: Call, api: string, matches: (member: Member) => boolean): Member {
  const { directory, limits, seed } = call.world
  const key = `misses of ${api}`
  limits.refuseIfBlocked(key)
  const found = directory.findMember(matches)
  if (found === undefined) {
    limits.hit(key, Math.floor((seed.corp.memberQuota ?? defaultQuota) * missShare), dayMs)
    throw new Refusal(46004, 'state', 'no member has this mobile or mail')
  }
  if (!call.visibility.seesMember(found))
    throw new Refusal(60011, 'visible range', `${found.userid} exists, outside of what ${call.app.name} sees`)
  return found
}
