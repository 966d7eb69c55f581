import type { DepartmentsApi } from '../endpoints/departments.ts'
import type { UsersApi } from '../endpoints/users.ts'
import type { RequestFunction } from '../endpoints/request.ts'
import { isRecord } from '../internal/is-record.ts'
import { ownedBy, wrongOption } from '../options/config-option.ts'
import { describe } from '../options/option-error.ts'
import {
  callable,
  flag,
  integer,
  row,
  section,
  withDefault,
  withMethods,
  type OptionRows,
} from '../options/option-row.ts'
import { readOptions } from '../options/read-options.ts'
import type { TokenLock, TokenStore } from '../stores/ports.ts'
import type { WecomEvent } from '../telemetry/telemetry.ts'
import type { DirectoryUserFull } from './types.ts'

/** What a directory needs of a client; a `WecomClient` is one. */
export interface DirectoryClient {
  readonly corpId: string
  readonly agentId: number | undefined
  /** Host and port of WeCom's API; without one, the public WeCom. */
  readonly host?: string | undefined
  readonly users: Pick<UsersApi, 'get' | 'list' | 'simpleList'>
  readonly departments: Pick<DepartmentsApi, 'list' | 'simpleList'>
  /** Only for `fetchChild`. */
  readonly request?: RequestFunction
}

/** What a directory needs of a client with the contacts-sync secret. */
export interface DirectoryContactsClient {
  readonly users: Pick<UsersApi, 'listIds'>
}

/**
 * Carries short messages between processes. `createRedisChangeFeed` is one; any publish-and-subscribe will do. It may
 * lose messages: what is lost is seen when lifetimes end.
 */
export interface ChangeFeed {
  /** Sends a message to every subscriber of the topic, in this process and others. */
  publish(topic: string, message: string): Promise<unknown>
  /** Hands every message of the topic to the listener from the moment it resolves. */
  subscribe(topic: string, listener: (message: string) => void): Promise<unknown>
}

/** How long answers are good, in milliseconds. */
export interface DirectoryTtl {
  /** Members. @default 300_000 (5 min) */
  user?: number | undefined
  /** Member lists of departments. @default 300_000 (5 min) */
  list?: number | undefined
  /** The department tree. @default 3_600_000 (60 min) */
  tree?: number | undefined
  /** The index from user/list_id. @default 3_600_000 (60 min) */
  index?: number | undefined
  /** Remembered absences of members and departments. @default 30_000 */
  missing?: number | undefined
  /** After its time an answer is still given this long, while it is refreshed behind the reader. @default 600_000 */
  stale?: number | undefined
  /** After its time an answer is still given this long while WeCom does not answer. @default 3_600_000 (60 min) */
  staleIfError?: number | undefined
}

/** Options of `createDirectory`. All have defaults. */
export interface DirectoryOptions {
  /**
   * A second client with the contacts-sync secret: its user/list_id tells which department a member is in, so that a
   * whole team costs one call. Used for routing only; nothing it says is ever shown.
   * @default none: departments are learned from answers
   */
  contactsClient?: DirectoryContactsClient | undefined
  /**
   * Shared between processes, behind the process's own cache; any Keyv is one. It then holds member data: use
   * `encryptedStore` if it must not be readable there. Trouble in it counts as a miss.
   * @default none
   */
  store?: TokenStore | undefined
  /**
   * With `store`: lets processes that start together warm up in turns, so that one of them reads and the others find it
   * in the store. `createRedisLock` and `createFileLock` make one. Trouble in it counts as no lock.
   * @default none: every process warms up by itself
   */
  lock?: TokenLock | undefined
  /**
   * Tells the directories of other processes what `invalidate` forgot here, so that all of them see an edit at once.
   * `createRedisChangeFeed` makes one. Trouble in it fails nothing: what is lost is seen when lifetimes end.
   * @default none: `invalidate` concerns this process and the store
   */
  changeFeed?: ChangeFeed | undefined
  /** Lifetimes. */
  ttl?: DirectoryTtl | undefined
  /**
   * Memory that members and lists may occupy in this process, in 1,000,000 bytes. What was read least leaves first, but
   * all that search needs stays. The default holds about 150,000 members with all fields.
   * @default 256
   */
  maxMemory?: number | undefined
  /** Calls under way at once, per API. @default 20 */
  maxConcurrency?: number | undefined
  /**
   * A department of at most this many members is fetched as a whole even for one of them: the same one call, and
   * the next questions about the team are free. Larger ones are, when it is cheaper.
   * @default 1_000
   */
  wholeListUpTo?: number | undefined
  /** A list of more members than this is fetched only when the list itself was asked for. @default 5_000 */
  maxListSize?: number | undefined
  /** Milliseconds within which further change_contact events about one department are one. @default 500 */
  debounce?: number | undefined
  /**
   * Asks for subtrees with `fetch_child=1`. Not in today's documents; private deployments still have it. Checked once
   * against an answer and given up if WeCom ignores it.
   * @default false
   */
  fetchChild?: boolean | undefined
  /**
   * Texts a member is found by besides name, alias, English name and userid, such as pinyin and its initials; 50 at most.
   * Called once for every member and change of one, and must neither wait nor throw.
   */
  searchTerms?: ((user: DirectoryUserFull) => readonly string[]) | undefined
  /** Called with trouble in the store or the change feed, and when memory is full. What it throws is ignored. */
  onEvent?: ((event: WecomEvent) => void) | undefined
  /** Wall clock in milliseconds, for tests and simulations. @default Date.now */
  now?: (() => number) | undefined
}

const ms = integer(0)

const ttlRows = {
  user: withDefault(300_000, ms),
  list: withDefault(300_000, ms),
  tree: withDefault(3_600_000, ms),
  index: withDefault(3_600_000, ms),
  missing: withDefault(30_000, ms),
  stale: withDefault(600_000, ms),
  staleIfError: withDefault(3_600_000, ms),
} satisfies OptionRows<DirectoryTtl>

const isContactsClient = (value: unknown): value is DirectoryContactsClient =>
  isRecord(value) && isRecord(value['users'])

const rows = {
  contactsClient: row('a client with the contacts-sync secret', isContactsClient, {
    how: 'Pass client.with({ secret })',
  }),
  store: withMethods('a store with get, set and delete', ['get', 'set', 'delete'], {
    how: 'Pass new Keyv(…) or createFileStore(path)',
  }),
  lock: withMethods('a lock with acquire', ['acquire'], { how: 'Pass createRedisLock(redis)' }),
  changeFeed: withMethods('a feed with publish and subscribe', ['publish', 'subscribe'], {
    how: 'Pass createRedisChangeFeed(redis)',
  }),
  ttl: withDefault<DirectoryTtl>({}, section()),
  maxMemory: withDefault(256, integer(1, 1_000_000)),
  maxConcurrency: withDefault(20, integer(1)),
  wholeListUpTo: withDefault(1000, integer(0)),
  maxListSize: withDefault(5000, integer(1)),
  debounce: withDefault(500, integer(0)),
  fetchChild: withDefault(false, flag()),
  searchTerms: callable('(user) => [pinyin(user.name)]'),
  onEvent: callable('(event) => …'),
  now: callable('Date.now'),
} satisfies OptionRows<DirectoryOptions>

type WithDefault =
  | 'maxMemory'
  | 'maxConcurrency'
  | 'wholeListUpTo'
  | 'maxListSize'
  | 'debounce'
  | 'fetchChild'
  | 'ttl'
  | 'now'

/** The options with their defaults filled in. */
export interface DirectorySettings extends Readonly<Omit<DirectoryOptions, WithDefault>> {
  readonly maxMemory: number
  readonly maxConcurrency: number
  readonly wholeListUpTo: number
  readonly maxListSize: number
  readonly debounce: number
  readonly fetchChild: boolean
  readonly ttl: Readonly<Record<keyof DirectoryTtl, number>>
  readonly now: () => number
}

const place = ownedBy('createDirectory')

/** Checks the options and fills in the defaults. */
export function settingsOf(client: DirectoryClient, given: DirectoryOptions): DirectorySettings {
  checkClient(client)
  const options = readOptions<DirectoryOptions, typeof rows>(place, rows, given)
  if (options.fetchChild && client.request === undefined) {
    throw wrongOption({
      owner: place.owner,
      option: "the client's request",
      wanted: 'a function, for fetchChild',
      came: 'undefined',
      how: 'Pass what createWecomClient(options) answers',
    })
  }
  return {
    ...options,
    ttl: readOptions<DirectoryTtl, typeof ttlRows>({ ...place, section: 'ttl' }, ttlRows, options.ttl),
    // Looked up at every call, so that fake timers move it.
    now: options.now ?? (() => Date.now()),
  }
}

function checkClient(client: unknown): void {
  if (isRecord(client) && isRecord(client['users']) && isRecord(client['departments'])) return
  throw wrongOption({
    owner: place.owner,
    option: 'client',
    wanted: 'a client of WeCom',
    came: describe(client),
    how: 'Pass what createWecomClient(options) answers',
  })
}
