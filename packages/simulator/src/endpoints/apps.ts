import type { Answer, Call } from '../rules/call.ts'
import { type Endpoint, selfBuilt } from '../rules/endpoint.ts'
import { bodyNumber, bodyText, queryId } from '../rules/parameters.ts'
import { isRecord } from '../shape/shape.ts'
import { Refusal } from '../wire/refusal.ts'
import type { App } from '../world/app.ts'
import { patched } from '../shape/patched.ts'

const rootId = 1

/**
 * `GET /cgi-bin/agent/get`: the app of the token, with its visible range.
 *
 * How sure: official; the whole corp as its root department is our reading.
 * @see https://developer.work.weixin.qq.com/document/path/90227
 */
const agentGet: Endpoint = {
  path: '/cgi-bin/agent/get',
  kinds: [...selfBuilt, 'basic'],
  answer(call) {
    const app = ownApp(call, queryId(call, 'agentid', 40056))
    const visible = app.visible === 'all' ? { departments: [rootId] } : app.visible
    const { departments = [], tags = [], users = [] } = visible
    return {
      ...summaryOf(app),
      description: app.description ?? '',
      allow_userinfos: { user: users.map((userid) => ({ userid })) },
      allow_partys: { partyid: departments },
      allow_tags: { tagid: tags },
      close: app.enabled === false ? 1 : 0,
      redirect_domain: app.trustedDomains?.[0] ?? '',
      report_location_flag: app.reportsLocation === true ? 1 : 0,
      isreportenter: app.reportsEntering === true ? 1 : 0,
      home_url: app.homeUrl ?? '',
      customized_publish_status: 1,
    }
  },
}

/**
 * `GET /cgi-bin/agent/list`: the app of the token alone, as for every self-built app.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/90227
 */
const agentList: Endpoint = {
  path: '/cgi-bin/agent/list',
  kinds: [...selfBuilt, 'basic'],
  answer: ({ app }) => ({ agentlist: [summaryOf(app)] }),
}

function summaryOf({ agentId, name, title }: App): Answer {
  return {
    agentid: agentId,
    name: title ?? name,
    square_logo_url: `https://wework.qpic.example/logo/${agentId}/0`,
  }
}

/**
 * `POST /cgi-bin/agent/set`: name, texts, trusted domain and home page of the app of the token.
 *
 * How sure: official; a domain that is not verified cannot be told from one that is here.
 * @see https://developer.work.weixin.qq.com/document/path/90228
 */
const agentSet: Endpoint = {
  path: '/cgi-bin/agent/set',
  kinds: selfBuilt,
  answer(call) {
    const app = ownApp(call, bodyNumber(call, 'agentid'))
    const home = bodyText(call, 'home_url')
    if (home !== undefined && !/^https?:\/\//.test(home))
      throw new Refusal(40094, 'parameters', 'home_url must begin with http:// or https://')
    const domain = bodyText(call, 'redirect_domain')
    const next = patched(app, {
      title: bodyText(call, 'name'),
      description: bodyText(call, 'description'),
      trustedDomains: domain === undefined ? undefined : [domain],
      homeUrl: home,
      reportsLocation: bodyFlag(call, 'report_location_flag'),
      reportsEntering: bodyFlag(call, 'isreportenter'),
    })
    call.world.putApp(next)
    return {}
  },
}

/** Numbers from 1 on say yes. */
function bodyFlag(call: Call, name: string): boolean | undefined {
  const value = bodyNumber(call, name)
  return value === undefined ? undefined : value > 0
}

const maxButtons = 3
const maxSubButtons = 5
const maxNameBytes = 16

/**
 * `POST /cgi-bin/menu/create?agentid=`: up to three buttons with up to five below each.
 *
 * How sure: official; sizes and codes from the error table.
 * @see https://developer.work.weixin.qq.com/document/path/90231
 */
const menuCreate: Endpoint = {
  path: '/cgi-bin/menu/create',
  kinds: selfBuilt,
  answer(call) {
    const { agentId = 0 } = ownApp(call, queryId(call, 'agentid', 40056))
    const { button } = call.body
    if (!Array.isArray(button) || button.length === 0 || button.length > maxButtons)
      throw new Refusal(40016, 'parameters', `a menu has 1 to ${maxButtons} buttons`)
    for (const each of button) checkButton(each, true)
    call.world.menus.set(agentId, button)
    return {}
  },
}

function checkButton(button: unknown, top: boolean): void {
  if (!isRecord(button)) throw new Refusal(40016, 'parameters', 'a button must be an object')
  const { key, name, sub_button: below, type, url } = button
  if (typeof name !== 'string' || name === '') throw new Refusal(41102, 'parameters', 'a button has no name')
  if (Buffer.byteLength(name) > maxNameBytes * (top ? 1 : 2))
    throw new Refusal(
      top ? 40018 : 40025,
      'parameters',
      `the name of a button has more than ${maxNameBytes * (top ? 1 : 2)} bytes`,
    )
  if (Array.isArray(below) && below.length > 0) {
    if (!top) throw new Refusal(40022, 'parameters', 'a button below a button has buttons')
    if (below.length > maxSubButtons)
      throw new Refusal(40023, 'parameters', `more than ${maxSubButtons} buttons below one`)
    for (const each of below) checkButton(each, false)
    return
  }
  if (type === 'view' && !(typeof url === 'string' && /^https?:\/\//.test(url)))
    throw new Refusal(
      top ? 40055 : 40054,
      'parameters',
      'a button of type view needs a url with http:// or https://',
    )
  if (type === 'click' && (typeof key !== 'string' || key === ''))
    throw new Refusal(40019, 'parameters', 'a button of type click needs a key')
  if (!buttonTypes.has(type))
    throw new Refusal(40017, 'parameters', `there is no type ${String(type)} of button`)
}

const buttonTypes: ReadonlySet<unknown> = new Set([
  'click',
  'view',
  'scancode_push',
  'scancode_waitmsg',
  'pic_sysphoto',
  'pic_photo_or_album',
  'pic_weixin',
  'location_select',
  'view_miniprogram',
])

/**
 * `GET /cgi-bin/menu/get?agentid=`.
 *
 * How sure: official; 46003 without a menu from the error table.
 * @see https://developer.work.weixin.qq.com/document/path/90232
 */
const menuGet: Endpoint = {
  path: '/cgi-bin/menu/get',
  kinds: selfBuilt,
  answer(call) {
    const { agentId = 0 } = ownApp(call, queryId(call, 'agentid', 40056))
    const button = call.world.menus.get(agentId)
    if (button === undefined) throw new Refusal(46003, 'state', `${call.app.name} has no menu`)
    return { button }
  },
}

/**
 * `GET /cgi-bin/menu/delete?agentid=`.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/90233
 */
const menuDelete: Endpoint = {
  path: '/cgi-bin/menu/delete',
  kinds: selfBuilt,
  answer(call) {
    call.world.menus.delete(ownApp(call, queryId(call, 'agentid', 40056)).agentId ?? 0)
    return {}
  },
}

function ownApp({ app }: Call, agentid: number | undefined): App {
  if (agentid !== app.agentId)
    throw new Refusal(
      301002,
      'owner',
      `agentid ${String(agentid)} is not that of ${app.name}, whose token came`,
    )
  return app
}

/** The app itself and its menu. */
export const appEndpoints: readonly Endpoint[] = [
  agentGet,
  agentList,
  agentSet,
  menuCreate,
  menuGet,
  menuDelete,
]
