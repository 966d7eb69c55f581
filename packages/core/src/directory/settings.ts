import { WecomConfigError } from '../errors/config-error.ts'
import type { DirectoryClient, DirectoryOptions, DirectoryTtl } from './options.ts'

/** The options with their defaults filled in. */
export interface DirectorySettings {
  readonly ttl: Readonly<Required<DirectoryTtl>>
  readonly maxUsers: number
  readonly maxConcurrency: number
  readonly wholeListUpTo: number
  readonly maxListSize: number
  readonly debounce: number
  readonly fetchChild: boolean
  readonly now: () => number
}

const defaultTtl: Required<DirectoryTtl> = {
  user: 300_000,
  list: 300_000,
  tree: 3_600_000,
  index: 3_600_000,
  missing: 30_000,
  stale: 600_000,
  staleIfError: 3_600_000,
}

/** Checks the options and fills in the defaults. */
export function settingsOf(client: DirectoryClient, options: DirectoryOptions): DirectorySettings {
  checkShape(client, options)
  const { fetchChild = false } = options
  if (fetchChild && client.request === undefined) {
    throw new WecomConfigError('fetchChild needs a client with request(): pass a WecomClient')
  }
  return {
    ttl: ttlOf(options.ttl ?? {}),
    maxUsers: count('maxUsers', options.maxUsers ?? 50_000, 1),
    maxConcurrency: count('maxConcurrency', options.maxConcurrency ?? 20, 1),
    wholeListUpTo: count('wholeListUpTo', options.wholeListUpTo ?? 200, 0),
    maxListSize: count('maxListSize', options.maxListSize ?? 5000, 1),
    debounce: count('debounce', options.debounce ?? 500, 0),
    fetchChild,
    now: options.now ?? Date.now,
  }
}

const optionNames: ReadonlySet<string> = new Set([
  'contactsClient',
  'store',
  'ttl',
  'maxUsers',
  'maxConcurrency',
  'wholeListUpTo',
  'maxListSize',
  'debounce',
  'fetchChild',
  'onEvent',
  'now',
])

function checkShape(client: unknown, options: unknown): void {
  if (!has(client, 'users') || !has(client, 'departments')) {
    throw new WecomConfigError('createDirectory needs a client: pass what createWecomClient(options) answers')
  }
  if (typeof options !== 'object' || options === null) {
    throw new WecomConfigError(`createDirectory takes an options object, got ${typeof options}`)
  }
  for (const [name, value] of Object.entries(options)) {
    if (!optionNames.has(name))
      throw new WecomConfigError(`Unknown option ${name}. Known: ${[...optionNames].join(', ')}`)
    if (value !== undefined) checkOption(name, value)
  }
}

function checkOption(name: string, value: unknown): void {
  if (name === 'contactsClient' && !has(value, 'users')) {
    throw new WecomConfigError(
      'contactsClient must be a client with the contacts-sync secret: client.with({ secret })',
    )
  }
  if (name === 'store' && !['get', 'set', 'delete'].every((method) => has(value, method))) {
    throw new WecomConfigError('store lacks get, set or delete: pass new Keyv(…) or createFileStore(path)')
  }
  if (name === 'ttl' && (typeof value !== 'object' || value === null)) {
    throw new WecomConfigError(`ttl must be an object of milliseconds, got ${typeof value}`)
  }
  if ((name === 'onEvent' || name === 'now') && typeof value !== 'function') {
    throw new WecomConfigError(`${name} must be a function, got ${typeof value}`)
  }
}

function has(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && name in value
}

function ttlOf(given: DirectoryTtl): Required<DirectoryTtl> {
  const known: Readonly<Record<string, number>> = { ...defaultTtl }
  const ttl = { ...defaultTtl, ...given }
  for (const [name, value] of Object.entries(given)) {
    if (!(name in known)) {
      throw new WecomConfigError(`ttl.${name} is unknown: use ${Object.keys(known).join(', ')}`)
    }
    count(`ttl.${name}`, value, 0)
  }
  return ttl
}

function count(name: string, value: number, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value
  throw new WecomConfigError(`${name} must be an integer of at least ${least}, got ${String(value)}`)
}
