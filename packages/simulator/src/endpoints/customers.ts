import type { Answer, Call } from '../rules/call.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { bodyNumber, bodyText, bodyTexts, queryText } from '../rules/parameters.ts'
import { visibleMember } from '../rules/visible-range.ts'
import { Refusal } from '../wire/refusal.ts'
import { type Customer, type Follow, likeExternalId } from '../world/customers.ts'

/**
 * `GET /cgi-bin/externalcontact/get_follow_user_list`: visible members who serve customers.
 *
 * How sure: official; that whoever has a customer may serve is ours.
 * @see https://developer.work.weixin.qq.com/document/path/92571
 */
const getFollowUserList: Endpoint = {
  path: '/cgi-bin/externalcontact/get_follow_user_list',
  answer(call) {
    const followers = call.world.customers.all().flatMap((customer) => visibleFollows(call, customer))
    return { follow_user: [...new Set(followers.map(({ userid }) => userid))] }
  },
}

/**
 * `GET /cgi-bin/externalcontact/list?userid=`: the customers of a member.
 *
 * How sure: official; 84061 for a member without any is seen in the field.
 * @see https://developer.work.weixin.qq.com/document/path/92113
 */
const list: Endpoint = {
  path: '/cgi-bin/externalcontact/list',
  answer(call) {
    const { userid } = visibleMember(call, queryText(call, 'userid') ?? '')
    const customers = call.world.customers.of(userid)
    if (customers.length === 0) throw new Refusal(84061, 'state', `${userid} has no customers`)
    return { external_userid: customers.map(({ externalUserid }) => externalUserid) }
  },
}

/**
 * `GET /cgi-bin/externalcontact/get?external_userid=`: a customer and the visible members who serve it.
 *
 * How sure: official; that 40096 answers an unknown id and 84061 one without a visible member is our reading.
 * @see https://developer.work.weixin.qq.com/document/path/92114
 */
const get: Endpoint = {
  path: '/cgi-bin/externalcontact/get',
  answer(call) {
    const customer = call.world.customers.find(queryText(call, 'external_userid') ?? '')
    if (customer === undefined)
      throw new Refusal(40096, 'parameters', 'there is no customer of this external_userid')
    const follows = visibleFollows(call, customer)
    if (follows.length === 0)
      throw new Refusal(84061, 'visible range', `nobody whom ${call.app.name} sees knows this customer`)
    return {
      external_contact: contactOf(call, customer),
      follow_user: follows.map((follow) => followOf(follow, { tags: tagsOf(call, follow) })),
    }
  },
}

const maxMembers = 100
const maxPage = 100
const usualPage = 50

/**
 * `POST /cgi-bin/externalcontact/batch/get_by_user`: the customers of several members in pages.
 *
 * How sure: official; what a cursor looks like is ours.
 * @see https://developer.work.weixin.qq.com/document/path/92994
 */
const batchGetByUser: Endpoint = {
  path: '/cgi-bin/externalcontact/batch/get_by_user',
  answer(call) {
    const userids = bodyTexts(call, 'userid_list', 40031)
    if (userids.length === 0 || userids.length > maxMembers)
      throw new Refusal(40032, 'parameters', `userid_list must have 1 to ${maxMembers} members`)
    const rows = userids.flatMap((userid) => rowsOf(call, visibleMember(call, userid).userid))
    const limit = Math.min(bodyNumber(call, 'limit') ?? usualPage, maxPage)
    const start = readCursor(bodyText(call, 'cursor'))
    const end = start + limit
    return {
      external_contact_list: rows.slice(start, end),
      next_cursor: end < rows.length ? Buffer.from(`customers:${end}`).toString('base64url') : '',
    }
  },
}

function rowsOf(call: Call, userid: string): Answer[] {
  return call.world.customers.of(userid).flatMap((customer) => {
    const follow = call.world.customers.followOf(customer.externalUserid, userid)
    if (follow === undefined) return []
    return {
      external_contact: contactOf(call, customer),
      follow_info: followOf(follow, { tag_id: follow.tagIds }),
    }
  })
}

function readCursor(cursor = ''): number {
  if (cursor === '') return 0
  const match = /^customers:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))
  if (match === null) throw new Refusal(50100, 'parameters', 'this cursor was not handed out by this call')
  return Number(match[1])
}

function visibleFollows({ visibility, world }: Call, { follows }: Customer): Follow[] {
  return [...follows.values()].filter(({ userid }) => {
    const member = world.directory.member(userid)
    return member !== undefined && visibility.seesMember(member)
  })
}

/** Everybody here is a user of WeChat (type 1), whose gender and picture WeCom hands out. */
function contactOf({ world }: Call, { externalUserid, name }: Customer): Answer {
  return {
    external_userid: externalUserid,
    name,
    avatar: `https://wx.qlogo.example/${externalUserid}/0`,
    type: 1,
    gender: 0,
    unionid: likeExternalId('oz', `${world.corpId} ${externalUserid}`).slice(0, 28),
  }
}

function followOf(follow: Follow, tags: Answer): Answer {
  return {
    userid: follow.userid,
    remark: follow.remark,
    description: follow.description,
    createtime: follow.createtime,
    remark_corp_name: follow.remarkCompany,
    remark_mobiles: follow.remarkMobiles,
    add_way: follow.addWay,
    oper_userid: follow.userid,
    ...(follow.state === undefined ? {} : { state: follow.state }),
    ...tags,
  }
}

function tagsOf({ world }: Call, { tagIds }: Follow): Answer[] {
  return tagIds.flatMap((id) => {
    const found = world.customerTags.find(id)
    if (found === undefined) return []
    return { group_name: found.group.name, tag_name: found.tag.name, tag_id: id, type: 1 }
  })
}

/**
 * `POST /cgi-bin/externalcontact/remark`: what a member notes about a customer. Calls of the API cause no event.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/92115
 */
const remark: Endpoint = {
  path: '/cgi-bin/externalcontact/remark',
  answer(call) {
    const follow = ownFollow(call)
    const { remark_mobiles: mobiles } = call.body
    const texts = ['remark', 'description', 'remark_company', 'remark_pic_mediaid']
    if (mobiles === undefined && texts.every((name) => call.body[name] === undefined))
      throw new Refusal(40063, 'parameters', 'there is nothing to remark')
    follow.remark = bodyText(call, 'remark') ?? follow.remark
    follow.description = bodyText(call, 'description') ?? follow.description
    follow.remarkCompany = bodyText(call, 'remark_company') ?? follow.remarkCompany
    // One empty text clears them.
    if (mobiles !== undefined) follow.remarkMobiles = bodyTexts(call, 'remark_mobiles', 40058).filter(Boolean)
    return {}
  },
}

/**
 * `POST /cgi-bin/externalcontact/mark_tag`: puts corp tags on a member's customer and takes them off.
 *
 * How sure: official; 40068 for an unknown tag from the error table.
 * @see https://developer.work.weixin.qq.com/document/path/92118
 */
const markTag: Endpoint = {
  path: '/cgi-bin/externalcontact/mark_tag',
  answer(call) {
    const follow = ownFollow(call)
    const add = bodyTexts(call, 'add_tag', 40068, [])
    const remove = new Set(bodyTexts(call, 'remove_tag', 40068, []))
    if (add.length + remove.size === 0)
      throw new Refusal(40063, 'parameters', 'add_tag and remove_tag are both empty')
    if (add.some((id) => call.world.customerTags.find(id) === undefined))
      throw new Refusal(40068, 'parameters', 'add_tag has a tag that does not exist')
    follow.tagIds = [...new Set([...follow.tagIds, ...add])].filter((id) => !remove.has(id))
    return {}
  },
}

function ownFollow(call: Call): Follow {
  const { userid } = visibleMember(call, bodyText(call, 'userid') ?? '')
  const follow = call.world.customers.followOf(bodyText(call, 'external_userid') ?? '', userid)
  if (follow === undefined) throw new Refusal(84061, 'state', `${userid} does not know this customer`)
  return follow
}

/**
 * `POST /cgi-bin/externalcontact/send_welcome_msg`: greets a new customer, once, within 20 seconds of the event.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/92137
 */
const sendWelcomeMsg: Endpoint = {
  path: '/cgi-bin/externalcontact/send_welcome_msg',
  answer(call) {
    const { clock, customers } = call.world
    const code = bodyText(call, 'welcome_code') ?? ''
    const welcome = customers.welcomes.find(code)
    if (welcome === undefined || welcome.expired)
      throw new Refusal(
        41050,
        'code',
        'this welcome_code was used, expired after 20 seconds or was never handed out',
      )
    const { attachments, text } = call.body
    if (text === undefined && attachments === undefined)
      throw new Refusal(40063, 'parameters', 'text and attachments are both missing')
    customers.welcomes.use(code)
    call.world.keepMessage({
      at: clock.now(),
      app: call.app.name,
      agentid: call.app.agentId ?? 0,
      msgid: `sim${code}`,
      msgtype: 'welcome',
      content: { text, attachments },
      recipients: 1,
      delivered: [welcome.value.externalUserid],
      dropped: [],
      duplicate: false,
    })
    return {}
  },
}

/** Customers: external contacts and the members who serve them. */
export const customerEndpoints: readonly Endpoint[] = [
  getFollowUserList,
  list,
  get,
  batchGetByUser,
  remark,
  markTag,
  sendWelcomeMsg,
]
