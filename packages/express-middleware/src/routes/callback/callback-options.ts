import type { CallbackEvent, Directory, WecomLogger } from '@wecom-kit/core'
import type { WecomSessionStore } from '../../session/shared-store.ts'
import type { WecomSSO } from '../../sso/wecom-sso-handler.ts'

/** Options of `wecomCallback`. */
export interface WecomCallbackOptions {
  /** Token of the admin console's callback settings. */
  token: string
  /** EncodingAESKey beside it: 43 characters. */
  encodingAesKey: string
  /** The corpid, for apps of your own. */
  receiveId: string
  /**
   * Called once per event. A returned string is encrypted and answered as a passive reply. When it throws, WeCom is
   * told to send the event again (three times in all). After 4 s WeCom gets its answer and the handler goes on.
   */
  onEvent?: (event: CallbackEvent) => unknown
  /** Members who left or were disabled are signed out of these at once. */
  sso?: WecomSSO | readonly WecomSSO[]
  /** Forgets what an event changed; with `sso` also asked whether a changed member was disabled. */
  directory?: Pick<Directory, 'invalidate' | 'user'>
  /** Recognises repeats for several processes. Any Keyv. @default this process only */
  store?: WecomSessionStore
  /** Pino-shaped logger for handlers that fail after their answer. */
  logger?: WecomLogger
  /** Milliseconds since 1970, for tests. @default Date.now */
  now?: () => number
}
