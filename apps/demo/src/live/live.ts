import type { CallbackEvent, ChangeFeed } from '@wecom-kit/core'
import type { Logger } from 'pino'
import { openBroadcast } from './broadcast.ts'
import { ChangeNotices, readEverything } from './change-notices.ts'
import { newsOf } from './news-of.ts'
import { LivePages } from './live-pages.ts'

/** From a change in WeCom to the pages that show it, in every process. */
export interface Live {
  readonly pages: LivePages
  /** Takes a callback of WeCom's. */
  onEvent(event: CallbackEvent): void
  /** A session of this member ended. */
  onSignedOut(userId: string): void
  /** Everything the pages show may be different now. */
  onForgotten(): void
  close(): void
}

/** Wires callbacks → open pages of all processes. `onChange` is called in each of them before its pages are told. */
export function goLive(feed: ChangeFeed | undefined, logger: Logger, onChange: () => void): Live {
  const pages = new LivePages()
  const notices = new ChangeNotices((notice) => pages.send('change', notice))
  const broadcast = openBroadcast(feed, logger, (message) => {
    if (message.kind !== 'session') onChange()
    notices.add(message)
    // Whoever changed may be gone, or may see more or less: their pages look again who they are.
    if (message.kind !== 'department') pages.endFor(message.userId)
  })
  return {
    pages,
    onEvent: (event) => {
      const news = newsOf(event)
      if (news !== undefined) broadcast.send(news)
    },
    onSignedOut: (userId) => broadcast.send({ kind: 'session', userId }),
    onForgotten: () => pages.send('change', readEverything),
    close: () => {
      notices.close()
      pages.close()
    },
  }
}
