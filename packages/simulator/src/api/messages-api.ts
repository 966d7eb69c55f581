import type { Simulation } from '../simulation/simulation.ts'
import type { SentMessage } from '../world/sent-message.ts'

/** What message/send delivered since the last reset; the newest 1,000 are kept. */
export interface MessagesApi {
  /** Oldest first. */
  list(): SentMessage[]
  /** Forgets them. */
  clear(): void
}

/** Builds the message part of a simulator. */
export function createMessagesApi(simulation: Simulation): MessagesApi {
  return {
    list: () => simulation.world.messages(),
    clear: () => simulation.world.clearMessages(),
  }
}
