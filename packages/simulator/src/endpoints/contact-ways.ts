import type { Answer, Call } from '../rules/call.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { bodyNumber, bodyText, bodyTexts } from '../rules/parameters.ts'
import { visibleMember } from '../rules/visible-range.ts'
import { Refusal } from '../wire/refusal.ts'
import { randomText } from '../world/random-text.ts'

/** Fields of a contact way that are kept as they come. */
const fields = [
  'style',
  'remark',
  'skip_verify',
  'state',
  'user',
  'party',
  'is_temp',
  'expires_in',
  'chat_expires_in',
  'unionid',
  'mark_source',
  'conclusions',
]

/**
 * `POST /cgi-bin/externalcontact/add_contact_way`: 联系我, a code by which customers come to a member. Its `state` comes
 * back in the event of a customer who used it.
 *
 * How sure: official; a code of type 1 is for one member, one of type 2 for several.
 * @see https://developer.work.weixin.qq.com/document/path/92228
 */
const addContactWay: Endpoint = {
  path: '/cgi-bin/externalcontact/add_contact_way',
  answer(call) {
    const type = bodyNumber(call, 'type')
    const scene = bodyNumber(call, 'scene')
    if (type !== 1 && type !== 2)
      throw new Refusal(41039, 'parameters', 'type is 1 (one member) or 2 (several)')
    if (scene !== 1 && scene !== 2)
      throw new Refusal(41040, 'parameters', 'scene is 1 (mini program) or 2 (QR code)')
    const users = bodyTexts(call, 'user', 40031, []).map((userid) => visibleMember(call, userid).userid)
    if (type === 1 && users.length !== 1)
      throw new Refusal(41041, 'parameters', `type 1 takes one member, got ${users.length}`)
    const id = randomText(32)
    const code = scene === 2 ? { qr_code: `https://wework.qpic.example/wwpic/${id}/0` } : {}
    call.world.contactWays.set(id, {
      config_id: id,
      type,
      scene,
      ...kept(call),
      ...code,
      app: call.app.name,
      at: call.world.clock.seconds(),
    })
    return { config_id: id, ...code }
  },
}

/**
 * `POST /cgi-bin/externalcontact/get_contact_way`.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/92228
 */
const getContactWay: Endpoint = {
  path: '/cgi-bin/externalcontact/get_contact_way',
  answer(call) {
    const { app: _app, at: _at, ...way } = ownWay(call)
    return { contact_way: way }
  },
}

/**
 * `POST /cgi-bin/externalcontact/list_contact_way`: those of the app, without the temporary ones.
 *
 * How sure: official; all on one page here.
 * @see https://developer.work.weixin.qq.com/document/path/92228
 */
const listContactWay: Endpoint = {
  path: '/cgi-bin/externalcontact/list_contact_way',
  answer({ app, body, world }) {
    const { end_time: end = Number.POSITIVE_INFINITY, start_time: start = 0 } = body
    const own = [...world.contactWays.values()].filter(
      (way) =>
        way['app'] === app.name &&
        way['is_temp'] !== true &&
        Number(way['at']) >= Number(start) &&
        Number(way['at']) <= Number(end),
    )
    return { contact_way: own.map(({ config_id: id }) => ({ config_id: id })), next_cursor: '' }
  },
}

/**
 * `POST /cgi-bin/externalcontact/update_contact_way`.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/92228
 */
const updateContactWay: Endpoint = {
  path: '/cgi-bin/externalcontact/update_contact_way',
  answer(call) {
    const way = ownWay(call)
    for (const userid of bodyTexts(call, 'user', 40031, [])) visibleMember(call, userid)
    call.world.contactWays.set(String(way['config_id']), { ...way, ...kept(call) })
    return {}
  },
}

/**
 * `POST /cgi-bin/externalcontact/del_contact_way`.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/92228
 */
const delContactWay: Endpoint = {
  path: '/cgi-bin/externalcontact/del_contact_way',
  answer(call) {
    call.world.contactWays.delete(String(ownWay(call)['config_id']))
    return {}
  },
}

function kept({ body }: Call): Answer {
  return Object.fromEntries(fields.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])))
}

function ownWay(call: Call): Answer {
  const way = call.world.contactWays.get(bodyText(call, 'config_id') ?? '')
  if (way === undefined || way['app'] !== call.app.name)
    throw new Refusal(41044, 'owner', `${call.app.name} has no contact way of this config_id`)
  return way
}

/** 联系我: codes by which customers come. */
export const contactWayEndpoints: readonly Endpoint[] = [
  addContactWay,
  getContactWay,
  listContactWay,
  updateContactWay,
  delContactWay,
]
