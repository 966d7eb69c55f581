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
