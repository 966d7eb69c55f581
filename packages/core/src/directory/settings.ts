import { WecomConfigError } from '../errors/errors.ts'
import { isRecord } from '../internal/is-record.ts'
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
import { readOptions, type OptionsOwner } from '../options/read-options.ts'
import type { DirectoryClient, DirectoryContactsClient, DirectoryOptions, DirectoryTtl } from './options.ts'

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

const place: OptionsOwner = {
  owner: 'createDirectory',
  refuse: (message) => new WecomConfigError(message),
}

/** Checks the options and fills in the defaults. */
export function settingsOf(client: DirectoryClient, given: DirectoryOptions): DirectorySettings {
  checkClient(client)
  const options = readOptions<DirectoryOptions, typeof rows>(place, rows, given)
  if (options.fetchChild && client.request === undefined) {
    throw new WecomConfigError('fetchChild needs a client with request(): pass a WecomClient')
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
  throw new WecomConfigError('createDirectory needs a client: pass what createWecomClient(options) answers')
}
