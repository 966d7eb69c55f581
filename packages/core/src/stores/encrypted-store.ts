import { WecomConfigError } from '../errors/config-error.ts'
import type { TokenStore } from './token-store.ts'
import { resolveEncryptionKey, type EncryptionKey } from './encryption-key.ts'
import { openValue, sealValue } from './seal-value.ts'

/**
 * Encrypts what a store keeps (AES-256-GCM), so that somebody who reads the Redis or the file gets no tokens. Each
 * value is bound to its key, and one that was changed, moved to another key or written by somebody else counts as
 * missing.
 *
 * To rotate, put the new key first and keep the old one behind it until what it encrypted has ended (2 h for tokens).
 *
 * @param store any TokenStore, a Keyv too
 * @param key 32 random bytes (a Buffer, 64 hex digits or base64), or a list of them: the first encrypts, all decrypt
 * @throws WecomConfigError for a key of another length, or no store
 * @example
 * ```ts
 * import { createFileStore, encryptedStore } from '@wecom-kit/core'
 * import { randomBytes } from 'node:crypto'
 *
 * const store = encryptedStore(createFileStore('.data/wecom-tokens.json'), randomBytes(32))
 * ```
 */
export function encryptedStore(store: TokenStore, key: EncryptionKey | readonly EncryptionKey[]): TokenStore {
  const keys = (isList(key) ? key : [key]).map(resolveEncryptionKey)
  const [current] = keys
  checkStore(store)
  if (current === undefined) throw new WecomConfigError('encryptedStore: key must not be an empty list')
  return {
    get: async (name) => openValue(await store.get(name), name, keys),
    set: (name, value, ttlMs) => store.set(name, sealValue(value, name, current), ttlMs),
    delete: (name) => store.delete(name),
    ...errorEvents(store),
  }
}

function checkStore(store: unknown): void {
  const isStore =
    typeof store === 'object' &&
    store !== null &&
    ['get', 'set', 'delete'].every((name) => typeof Reflect.get(store, name) === 'function')
  if (isStore) return
  throw new WecomConfigError(
    'encryptedStore: store lacks get, set or delete: pass new Keyv(…) or createFileStore(path)',
  )
}

/** The client listens to a Keyv's `error` event, without which a lost Redis would end the process: pass it through. */
function errorEvents(store: TokenStore): object {
  if (!('on' in store) || typeof store.on !== 'function') return {}
  const { on } = store
  return {
    on: (event: string, listener: (error: unknown) => void): unknown =>
      Reflect.apply(on, store, [event, listener]),
  }
}

function isList(key: EncryptionKey | readonly EncryptionKey[]): key is readonly EncryptionKey[] {
  return Array.isArray(key)
}
