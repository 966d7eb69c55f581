import { readArgument, wrongOption } from '../options/config-option.ts'
import { withMethods } from '../options/option-row.ts'
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
  readArgument('encryptedStore', 'store', anyStore, store)
  if (current === undefined)
    throw wrongOption({
      owner: 'encryptedStore',
      option: 'key',
      wanted: 'a key or a list of them',
      came: 'an empty list',
    })
  return {
    get: async (name) => openValue(await store.get(name), name, keys),
    set: (name, value, ttlMs) => store.set(name, sealValue(value, name, current), ttlMs),
    delete: (name) => store.delete(name),
    ...errorEvents(store),
  }
}

const anyStore = withMethods('a store with get, set and delete', ['get', 'set', 'delete'], {
  how: 'Pass new Keyv(…) or createFileStore(path)',
})

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
