import type { WecomEvent } from '../telemetry/telemetry.ts'
import type { ChatBody } from '../wecom/messages/message-body.ts'
import { checkObject, checkText } from './checks.ts'
import type { CallOptions, RequestFunction, RouteAnswer } from './request.ts'
import { warnOfCuts } from './messages.ts'

/** A group chat to make. */
export interface NewAppchat {
  /** 2 to 2000 userids; the app must see the whole corp. */
  userlist: readonly string[]
  /** Cut at 50 characters. */
  name?: string | undefined
  /** Userid. @default one of the members, by chance */
  owner?: string | undefined
  /** 1 to 32 letters and digits. @default made by WeCom */
  chatid?: string | undefined
}

/** What changes of a group chat. */
export interface AppchatChange {
  /** Cut at 50 characters. */
  name?: string | undefined
  owner?: string | undefined
  add_user_list?: readonly string[] | undefined
  del_user_list?: readonly string[] | undefined
}

/** A group chat. */
export type Appchat = RouteAnswer<'GET /cgi-bin/appchat/get'>['chat_info']

/** A message to a group chat. */
export type AppchatMessage = ChatBody & {
  /** 1 marks the message confidential. @default 0 */
  safe?: 0 | 1 | undefined
}

/** Group chats that the app made. Only an app that sees the whole corp may. */
export interface AppchatsApi {
  /**
   * Makes a group chat. Members see it once something is sent to it.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90245
   * @example
   * ```ts
   * const { chatid } = await wecom.appchats.create({ name: '值班', userlist: ['zhangsan', 'lisi'] })
   * await wecom.appchats.send(chatid, { msgtype: 'text', text: { content: '今天张三值班' } })
   * ```
   */
  create(chat: NewAppchat, options?: CallOptions): Promise<{ chatid: string }>
  /**
   * Renames a group chat, changes its owner, adds or removes members.
   *
   * @see https://developer.work.weixin.qq.com/document/path/98913
   */
  update(chatid: string, change: AppchatChange, options?: CallOptions): Promise<void>
  /**
   * A group chat that this app made.
   *
   * @see https://developer.work.weixin.qq.com/document/path/98914
   */
  get(chatid: string, options?: CallOptions): Promise<Appchat>
  /**
   * Sends a message to a group chat. What WeCom will cut is told by the event `message-too-long`.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90248
   */
  send(chatid: string, message: AppchatMessage, options?: CallOptions): Promise<void>
}

/** Binds the endpoints of group chats to a client's `request`. `emit` hears of texts that WeCom will cut. */
export function createAppchatsApi(request: RequestFunction, emit: (event: WecomEvent) => void): AppchatsApi {
  return {
    async create(chat, options) {
      const json = checkObject(chat, 'appchats.create')
      return (await request<{ chatid: string }>('POST /cgi-bin/appchat/create', { ...options, json })).data
    },
    async update(chatid, change, options) {
      const json = { ...checkObject(change, 'appchats.update'), chatid: checkText(chatid, 'chatid') }
      await request('POST /cgi-bin/appchat/update', { ...options, json })
    },
    async get(chatid, options) {
      const query = { chatid: checkText(chatid, 'chatid') }
      const route = 'GET /cgi-bin/appchat/get'
      return (await request<{ chat_info: Appchat }>(route, { ...options, query })).data.chat_info
    },
    async send(chatid, message, options) {
      const path = '/cgi-bin/appchat/send'
      const json = { ...checkObject(message, 'appchats.send'), chatid: checkText(chatid, 'chatid') }
      warnOfCuts(json, path, emit)
      await request(`POST ${path}`, { ...options, json })
    },
  }
}
