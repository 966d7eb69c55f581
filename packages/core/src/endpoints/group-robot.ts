import { checkObject, expectText } from './checks.ts'
import type { WecomEvent } from '../telemetry/telemetry.ts'
import type { RobotBody } from '../wecom/messages/message-body.ts'
import type { CallOptions, RequestFunction, RouteAnswer } from './request.ts'
import { uploadForm, type Upload } from './media.ts'
import { warnOfCuts } from './messages.ts'

/** What became of a robot's upload. */
export type RobotUpload = RouteAnswer<'POST /cgi-bin/webhook/upload_media'> & { media_id: string }

/** A robot of a group chat. */
export interface GroupRobot extends AsyncDisposable {
  /**
   * Says something in the group, at most 20 times a minute (45009 then). What WeCom will cut is told by the event
   * `message-too-long`.
   *
   * @see https://developer.work.weixin.qq.com/document/path/99110
   */
  send(message: RobotBody, options?: CallOptions): Promise<void>
  /**
   * Uploads a file (at most 20 MB) or a recording (2 MB) that this robot can send for three days.
   *
   * @see https://developer.work.weixin.qq.com/document/path/99110
   */
  upload(type: 'file' | 'voice', file: Upload, options?: CallOptions): Promise<RobotUpload>
  /** Closes the robot's own connections. */
  close(): Promise<void>
}

/** Binds a robot's endpoints to a `request` that sends no token. The key travels in the query and is shown nowhere. */
export function createGroupRobotApi(
  request: RequestFunction,
  key: string,
  emit: (event: WecomEvent) => void,
): Omit<GroupRobot, 'close' | typeof Symbol.asyncDispose> {
  return {
    async send(message, options) {
      checkObject(message, "a robot's send")
      const path = '/cgi-bin/webhook/send'
      // Of a robot's messages only these are cut; what else is too long is refused.
      if (message.msgtype === 'news') warnOfCuts(message, path, emit)
      await request(`POST ${path}`, { ...options, query: { key }, json: message })
    },
    async upload(type, file, options) {
      const path = '/cgi-bin/webhook/upload_media'
      const init = { ...options, query: { key, type }, body: uploadForm(file) }
      const { data } = await request<RouteAnswer<`POST ${typeof path}`>>(`POST ${path}`, init)
      return { ...data, media_id: expectText(data.media_id, 'media_id', path) }
    },
  }
}
