import { createHash } from 'node:crypto'
import type { Call } from '../rules/call.ts'
import { Refusal } from '../wire/refusal.ts'
import { randomText } from '../world/random-text.ts'
import type { SentMessage } from '../world/sent-message.ts'

const minuteMs = 60_000
const hourMs = 3_600_000
const dayMs = 86_400_000
/** Documented: per member 30 a minute and 1000 an hour, the excess dropped without a word. */
const perMinute = 30
const perHour = 1000
/** Documented: person-sends per app and day, for each seat of the corp. */
const perSeat = 200
const defaultQuota = 200
const listed = 1000

/** A message that passed its checks. */
export interface Outgoing {
  msgtype: string
  content: unknown
  userids: readonly string[]
}

/** Sends a message to whoever may still get one, and keeps it for `GET /__simulator/messages`. */
export function deliverMessage(call: Call, agentid: number, outgoing: Outgoing): SentMessage {
  const { limits, seed } = call.world
  const duplicate = isDuplicate(call, outgoing)
  const wanted = duplicate ? [] : outgoing.userids
  const tooMany = new Set(wanted.filter((userid) => isOverLimit(call, userid)))
  const reached = wanted.filter((userid) => !tooMany.has(userid))
  const quota = (seed.corp.memberQuota ?? defaultQuota) * perSeat
  if (limits.tally(`person-sends of ${call.app.name}`, dayMs, reached.length) > quota)
    throw new Refusal(
      45009,
      'frequency',
      `more than ${quota} members reached in a day: ${perSeat} for each seat`,
    )
  return call.world.keepMessage({
    at: call.world.clock.now(),
    app: call.app.name,
    agentid,
    msgid: `sim${randomText(60)}`,
    msgtype: outgoing.msgtype,
    content: outgoing.content,
    recipients: reached.length,
    delivered: reached.slice(0, listed),
    dropped: [...tooMany].slice(0, listed),
    duplicate,
  })
}

function isOverLimit(call: Call, userid: string): boolean {
  const { limits } = call.world
  const key = `messages of ${call.app.name} to ${userid}`
  const inMinute = limits.tally(`${key} per minute`, minuteMs)
  const inHour = limits.tally(`${key} per hour`, hourMs)
  return inMinute > perMinute || inHour > perHour
}

const defaultInterval = 1800
const maxInterval = 14_400

/** The same message to the same people within the interval, when the caller asked for the check. */
function isDuplicate(call: Call, outgoing: Outgoing): boolean {
  if (call.body['enable_duplicate_check'] !== 1) return false
  const asked = call.body['duplicate_check_interval']
  const seconds = Math.min(typeof asked === 'number' ? asked : defaultInterval, maxInterval)
  const digest = createHash('sha256').update(JSON.stringify(outgoing)).digest('base64')
  return call.world.limits.tally(`duplicates of ${call.app.name} ${digest}`, seconds * 1000) > 1
}
