import { createGroupRobotApi, type GroupRobot } from '../endpoints/group-robot.ts'
import { WecomConfigError } from '../errors/errors.ts'
import { isRecord } from '../internal/is-record.ts'
import { readArgument } from '../options/config-option.ts'
import { matching } from '../options/option-row.ts'
import { createTelemetry } from '../telemetry/telemetry.ts'
import { createWecomClient } from './create-client.ts'
import type { WecomClientOptions } from './options.ts'

/** Options of {@link createGroupRobot}: the key, and those of the client that have to do with single calls. */
export interface GroupRobotOptions extends Pick<
  WecomClientOptions,
  | 'baseUrl'
  | 'dispatcher'
  | 'timeout'
  | 'deadline'
  | 'maxRetries'
  | 'limiter'
  | 'logger'
  | 'onEvent'
  | 'use'
  | 'now'
> {
  /** What stands behind `key=` in the webhook's address. Whoever has it can write into the group: it is a secret. */
  key: string
}

/**
 * Makes a robot of a group chat from its webhook's key. It belongs to no app and needs no secret; the key is in no error,
 * event or log line.
 *
 * @throws WecomConfigError when an option is missing or wrong
 * @example
 * ```ts
 * import { createGroupRobot } from '@wecom-kit/core'
 *
 * const robot = createGroupRobot({ key: 'the-key-of-the-webhook' })
 * await robot.send({ msgtype: 'text', text: { content: '构建失败', mentioned_list: ['@all'] } })
 * await robot.close()
 * ```
 * @see https://developer.work.weixin.qq.com/document/path/99110
 */
export function createGroupRobot(options: GroupRobotOptions): GroupRobot {
  const { key, ...clientOptions } = checkKey(options)
  const client = createWecomClient({ ...clientOptions, corpId: 'group-robot', tokenSource: noToken })
  const { emit } = createTelemetry(options.onEvent, options.logger)
  return {
    ...createGroupRobotApi(client.request, key, emit),
    close: () => client.close(),
    [Symbol.asyncDispose]: () => client.close(),
  }
}

/** The routes of robots carry no access_token, so nobody asks for one. */
const noToken = {
  id: 'group-robot',
  fetch: async (): Promise<never> => {
    throw new WecomConfigError('A group robot has no access_token')
  },
}

const webhookKey = matching("what stands behind key= in the webhook's address", /^[\w-]{1,128}$/, {
  secret: true,
  how: 'Pass { key } without the address around it',
})

function checkKey(options: GroupRobotOptions): GroupRobotOptions {
  readArgument('createGroupRobot', 'key', webhookKey, isRecord(options) ? options['key'] : undefined)
  return options
}
