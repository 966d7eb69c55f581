import {
  createDirectory,
  createWecomClient,
  type Directory,
  type WecomClient,
  type WecomEvent,
} from '@wecom-kit/core'
import type { WecomAccount } from './config.ts'
import { searchTerms } from './directory/search-terms.ts'
import type { SharedStores } from './stores.ts'

/** What {@link connectWecom} needs. */
export interface ConnectOptions {
  readonly account: WecomAccount
  readonly stores: SharedStores | undefined
  /** Whether callbacks report every change: what is known is then good for longer. */
  readonly reported: boolean
  readonly onEvent: (event: WecomEvent) => void
}

/** Milliseconds that answers about members are good while callbacks report changes. */
const reportedTtl = 1_800_000

/** The client of the app and the directory over it. Nothing is asked of WeCom yet. */
export function connectWecom({ account, stores, reported, onEvent }: ConnectOptions): {
  client: WecomClient
  directory: Directory
} {
  const { contactsSecret } = account
  const client = createWecomClient({
    corpId: account.corpId,
    agentId: account.agentId,
    secret: account.secret,
    deployment: account.deployment,
    baseUrl: account.apiBaseUrl,
    authorizeBaseUrl: account.authorizeBaseUrl,
    loginBaseUrl: account.loginBaseUrl,
    store: stores?.tokens,
    lock: stores?.lock,
    onEvent,
  })
  const directory = createDirectory(client, {
    searchTerms,
    contactsClient: contactsSecret === undefined ? undefined : client.with({ secret: contactsSecret }),
    store: stores?.directory,
    lock: stores?.lock,
    changeFeed: stores?.changeFeed,
    ttl: reported ? { user: reportedTtl, list: reportedTtl } : undefined,
  })
  return { client, directory }
}
