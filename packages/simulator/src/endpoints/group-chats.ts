import { checkContent } from '../messages/check-content.ts'
import type { Call } from '../rules/call.ts'
import { type Endpoint, selfBuilt } from '../rules/endpoint.ts'
import { bodyText, bodyTexts, queryText } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'
import type { GroupChat } from '../world/group-chat.ts'
import { useridKey } from '../world/member.ts'
import { randomText } from '../world/random-text.ts'

const minMembers = 2
const maxMembers = 2000
const maxName = 50
const rootId = 1

/**
 * `POST /cgi-bin/appchat/create`: a group chat of an app that sees the whole corp.
 *
 * How sure: official; which code of the error table answers which mistake is our reading, 60011 for a narrower app too.
 * @see https://developer.work.weixin.qq.com/document/path/90245
 */
const appchatCreate: Endpoint = {
  path: '/cgi-bin/appchat/create',
  kinds: selfBuilt,
  answer(call) {
    const { app, world } = call
    needWholeCorp(call)
    const chatid = bodyText(call, 'chatid') ?? randomText(32).replaceAll(/[_-]/g, '0')
    if (!/^[0-9a-zA-Z]{1,32}$/.test(chatid))
      throw new Refusal(86001, 'parameters', 'chatid must have 1 to 32 letters and digits')
    if (world.chats.has(chatid)) throw new Refusal(86215, 'state', 'this chatid is taken')
    const userlist = checkMembers(call, bodyTexts(call, 'userlist', 86204), minMembers)
    const owner = bodyText(call, 'owner') ?? userlist[0] ?? ''
    world.chats.set(chatid, checkOwner({ chatid, name: nameOf(call) ?? '', owner, userlist, app: app.name }))
    return { chatid }
  },
}

/**
 * `POST /cgi-bin/appchat/update`, for the app that made the chat.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/98913
 */
const appchatUpdate: Endpoint = {
  path: '/cgi-bin/appchat/update',
  kinds: selfBuilt,
  answer(call) {
    const chat = ownChat(call, bodyText(call, 'chatid'))
    const gone = new Set(bodyTexts(call, 'del_user_list', 86007, []).map(useridKey))
    const staying = chat.userlist.filter((userid) => !gone.has(useridKey(userid)))
    const userlist = checkMembers(call, [...staying, ...bodyTexts(call, 'add_user_list', 86007, [])], 1)
    const owner = bodyText(call, 'owner') ?? chat.owner
    call.world.chats.set(
      chat.chatid,
      checkOwner({ ...chat, name: nameOf(call) ?? chat.name, owner, userlist }),
    )
    return {}
  },
}

/**
 * `GET /cgi-bin/appchat/get`, for the app that made the chat.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/98914
 */
const appchatGet: Endpoint = {
  path: '/cgi-bin/appchat/get',
  kinds: selfBuilt,
  answer(call) {
    const { chatid, name, owner, userlist } = ownChat(call, queryText(call, 'chatid'))
    return { chat_info: { chatid, name, owner, userlist, chat_type: 0 } }
  },
}

/**
 * `POST /cgi-bin/appchat/send`: the same kinds of messages as message/send, to everybody in the chat.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/90248
 */
const appchatSend: Endpoint = {
  path: '/cgi-bin/appchat/send',
  kinds: selfBuilt,
  answer(call) {
    const { app, world } = call
    const chat = ownChat(call, bodyText(call, 'chatid'))
    const msgtype = bodyText(call, 'msgtype') ?? ''
    world.keepMessage({
      at: world.clock.now(),
      app: app.name,
      agentid: app.agentId ?? 0,
      chatid: chat.chatid,
      msgid: `sim${randomText(60)}`,
      msgtype,
      content: checkContent(call, msgtype),
      recipients: chat.userlist.length,
      delivered: chat.userlist.slice(0, 1000),
      dropped: [],
      duplicate: false,
    })
    return {}
  },
}

function needWholeCorp({ visibility }: Call): void {
  if (!visibility.seesDepartment(rootId))
    throw new Refusal(60011, 'visible range', 'group chats need an app that sees the whole corp')
}

function ownChat({ app, world }: Call, chatid: string | undefined): GroupChat {
  const chat = world.chats.get(chatid ?? '')
  if (chat === undefined) throw new Refusal(86003, 'parameters', 'there is no group chat of this chatid')
  if (chat.app !== app.name)
    throw new Refusal(86008, 'owner', `the group chat belongs to ${chat.app}, and ${app.name} asked`)
  return chat
}

/** Userids as the corp spells them, each once. */
function checkMembers({ world }: Call, userids: readonly string[], least: number): string[] {
  const members = userids.map((userid) => world.directory.member(userid))
  if (members.includes(undefined))
    throw new Refusal(86216, 'parameters', 'userlist names somebody who does not exist')
  const found = [...new Set(members.flatMap((member) => member?.userid ?? []))]
  if (found.length < least || found.length > maxMembers)
    throw new Refusal(
      86006,
      'parameters',
      `a group chat has ${least} to ${maxMembers} members, got ${found.length}`,
    )
  return found
}

function checkOwner(chat: GroupChat): GroupChat {
  const owner = chat.userlist.find((userid) => useridKey(userid) === useridKey(chat.owner))
  if (owner === undefined)
    throw new Refusal(86207, 'parameters', `the owner ${chat.owner} is not among the members`)
  return { ...chat, owner }
}

/** Longer names are cut. */
function nameOf(call: Call): string | undefined {
  const name = bodyText(call, 'name')
  return name === undefined ? undefined : Array.from(name).slice(0, maxName).join('')
}

/** Group chats of apps. */
export const groupChatEndpoints: readonly Endpoint[] = [appchatCreate, appchatUpdate, appchatGet, appchatSend]
