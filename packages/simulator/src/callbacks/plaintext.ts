import type { World } from '../world/world.ts'
import type { CallbackConfig } from './callback-config.ts'
import type { EventFields } from '../world/event.ts'
import { eventXml } from './event-xml.ts'

/** What is encrypted for a push: the common fields with the event's laid over them, or a raw text as it is. */
export function plaintextOf(config: CallbackConfig, event: EventFields | string, world: World): string {
  if (typeof event === 'string') return event
  const fields = {
    ToUserName: world.corpId,
    FromUserName: 'sys',
    CreateTime: world.clock.seconds(),
    MsgType: 'event',
    ...event,
    ...(config.agentId === undefined || 'AgentID' in event ? {} : { AgentID: config.agentId }),
  }
  return config.format === 'json' ? JSON.stringify(fields) : eventXml(fields)
}
