import type { CallbackEvent, ChangeFeed } from '@wecom-kit/core'
import type { Logger } from 'pino'
import { openBroadcast } from './broadcast.ts'
import { ChangeNotices, readEverything } from './change-notices.ts'
import { newsOf } from './news-of.ts'
import { LivePages } from './live-pages.ts'

/** From a change in WeCom to the pages that show it, in every process. */
export interface Live {
  readonly pages: LivePages
  /** A change of the directory, repeats included; everything else is ignored. */
  onChange(change: CallbackEvent): void
  /** A callback of WeCom's, once, when whoever left is signed out: whom it is about may see more or less now, or nothing. */
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
    if (message.kind === 'session') return pages.endFor(message.userId)
    onChange()
    notices.add(message)
  })
  return {
    pages,
    onChange: (change) => {
      const news = newsOf(change)
      if (news !== undefined) broadcast.send(news)
    },
    onEvent: (event) => {
      const news = newsOf(event)
      if (news?.kind === 'member') broadcast.send({ kind: 'session', userId: news.userId })
    },
    onSignedOut: (userId) => broadcast.send({ kind: 'session', userId }),
    onForgotten: () => pages.send('change', readEverything),
    close: () => {
      notices.close()
      pages.close()
    },
  }
}
