import type { DepartmentsApi } from '../endpoints/departments.ts'
import type { UsersApi } from '../endpoints/users.ts'
import type { RequestFunction } from '../endpoints/request.ts'
import type { WecomEvent } from '../telemetry/event.ts'
import type { TokenStore } from '../stores/token-store.ts'

/** What a directory needs of a client; a `WecomClient` is one. */
export interface DirectoryClient {
  readonly corpId: string
  readonly agentId: number | undefined
  readonly users: Pick<UsersApi, 'get' | 'list' | 'simpleList'>
  readonly departments: Pick<DepartmentsApi, 'list' | 'simpleList'>
  /** Only for `fetchChild`. */
  readonly request?: RequestFunction
}

/** What a directory needs of a client with the contacts-sync secret. */
export interface DirectoryContactsClient {
  readonly users: Pick<UsersApi, 'listIds'>
}

/** How long answers are good, in milliseconds. */
export interface DirectoryTtl {
  /** Members. @default 300_000 (5 min) */
  user?: number
  /** Member lists of departments. @default 300_000 (5 min) */
  list?: number
  /** The department tree. @default 3_600_000 (60 min) */
  tree?: number
  /** The index from user/list_id. @default 3_600_000 (60 min) */
  index?: number
  /** Remembered absences of members and departments. @default 30_000 */
  missing?: number
  /** After its time an answer is still given this long, while it is refreshed behind the reader. @default 600_000 */
  stale?: number
  /** After its time an answer is still given this long while WeCom does not answer. @default 3_600_000 (60 min) */
  staleIfError?: number
}

/** Options of `createDirectory`. All have defaults. */
export interface DirectoryOptions {
  /**
   * A second client with the contacts-sync secret: its user/list_id tells which department a member is in, so that a
   * whole team costs one call. Used for routing only; nothing it says is ever shown.
   * @default none: departments are learned from answers
   */
  contactsClient?: DirectoryContactsClient
  /**
   * Shared between processes, behind the process's own cache; any Keyv is one. It then holds member data: use
   * `encryptedStore` if it must not be readable there. Trouble in it counts as a miss.
   * @default none
   */
  store?: TokenStore
  /** Lifetimes. */
  ttl?: DirectoryTtl
  /** Members kept in this process, the longest unused leave first. @default 50_000 */
  maxUsers?: number
  /** Calls under way at once, per API. @default 20 */
  maxConcurrency?: number
  /**
   * A department of at most this many members is fetched as a whole even for one of them: the same one call, and
   * the next questions about the team are free. Larger ones are, when it is cheaper.
   * @default 200
   */
  wholeListUpTo?: number
  /** A list of more members than this is fetched only when the list itself was asked for. @default 5_000 */
  maxListSize?: number
  /** Milliseconds within which further change_contact events about one department are one. @default 500 */
  debounce?: number
  /**
   * Asks for subtrees with `fetch_child=1`. Not in today's documents; private deployments still have it. Checked once
   * against an answer and given up if WeCom ignores it.
   * @default false
   */
  fetchChild?: boolean
  /** Called with trouble in the store. What it throws is ignored. */
  onEvent?: (event: WecomEvent) => void
  /** Wall clock in milliseconds, for tests and simulations. @default Date.now */
  now?: () => number
}
