import { documentedRoute } from '../documented/documented-routes.ts'
import { checkQuery, readBody } from '../documented/read-parameters.ts'
import type { Exchange } from '../http/exchange.ts'
import { checkRobotContent } from '../messages/robot-content.ts'
import type { Answer } from '../rules/call.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { Refusal } from '../wire/refusal.ts'
import type { Robot } from '../world/group-chat.ts'
import { randomText } from '../world/random-text.ts'
import type { World } from '../world/world.ts'
import { storeUpload } from './media.ts'

const messagesPerMinute = 20

/**
 * `POST /cgi-bin/webhook/send?key=`: a message of a group robot. Nobody's access_token is asked for.
 *
 * How sure: kinds, sizes and 20 a minute official; 93000 for an unknown key from the error table.
 * @see https://developer.work.weixin.qq.com/document/path/99110
 */
const webhookSend: Endpoint = {
  path: '/cgi-bin/webhook/send',
  open: true,
  answer(world, exchange, given) {
    const robot = robotOf(world, exchange)
    const body = checkParameters('/cgi-bin/webhook/send', exchange, given)
    const msgtype = String(body['msgtype'])
    const content = checkRobotContent(world, body, msgtype)
    // The key is a secret, and the name of what was counted stands in the journal.
    const number = world.robots.indexOf(robot) + 1
    world.limits.hit(`robot ${number}, ${robot.name}`, messagesPerMinute, 60_000)
    world.keepMessage({
      at: world.clock.now(),
      app: robot.name,
      agentid: 0,
      msgid: `sim${randomText(60)}`,
      msgtype,
      content,
      recipients: 0,
      delivered: [],
      dropped: [],
      duplicate: false,
    })
    return {}
  },
}

/**
 * `POST /cgi-bin/webhook/upload_media?key=&type=`: a file or a voice for a robot's message.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/99110
 */
const webhookUploadMedia: Endpoint = {
  path: '/cgi-bin/webhook/upload_media',
  open: true,
  answer(world, exchange) {
    robotOf(world, exchange)
    const type = exchange.query.get('type') ?? ''
    if (type !== 'file' && type !== 'voice')
      throw new Refusal(40004, 'parameters', `robots take file and voice, got ${type}`)
    return { type, ...storeUpload(world, exchange, type) }
  },
}

function robotOf(world: World, { query }: Exchange): Robot {
  const robot = world.robots.find(({ key }) => key === query.get('key'))
  if (robot === undefined) throw new Refusal(93000, 'secret', 'no robot of this corp has this key')
  return robot
}

function checkParameters(path: string, exchange: Exchange, body: Answer): Answer {
  const route = documentedRoute(path)
  if (route === undefined) return body
  checkQuery(route, exchange.query)
  return readBody(route, body)
}

/** Group robots, by their key. */
export const groupRobotEndpoints: readonly Endpoint[] = [webhookSend, webhookUploadMedia]
