import type { SentMessage } from '../world/sent-message.ts'
import { act, type ActsOf } from './act.ts'

/** What message/send delivered since the last reset; the newest 1,000 are kept. */
export interface MessagesApi {
  /** Oldest first. */
  list(): SentMessage[]
  /** Forgets them. */
  clear(): void
}

/** The acts behind {@link MessagesApi}. */
export const messageActs: ActsOf<MessagesApi> = {
  list: act({
    http: 'GET messages',
    input: [],
    run: ({ world }) => world.messages(),
    answer: (messages) => ({ count: messages.length, messages }),
  }),
  clear: act({ http: 'DELETE messages', input: [], run: ({ world }) => world.clearMessages() }),
}
