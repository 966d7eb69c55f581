import { readArgument, wrongOption } from '../options/config-option.ts'
import { withMethods } from '../options/option-row.ts'
import type { TokenStore } from './ports.ts'
import { createHash, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { describeKind } from '../options/option-error.ts'

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

/** 32 bytes, as they are, or written as 64 hex digits or as base64. */
export type EncryptionKey = Uint8Array | string

/** A decoded key with the name that marks what it encrypted. */
export interface NamedKey {
  /** 8 hex digits of a hash; says nothing about the key. */
  id: string
  bytes: Buffer
}

/**
 * Decodes a key. A passphrase is refused: it would need a slow derivation to be worth anything, and a random key is
 * as easy to keep.
 *
 * @throws WecomConfigError without quoting the key
 */
function resolveEncryptionKey(key: EncryptionKey): NamedKey {
  const bytes = keyBytes(key)
  if (bytes?.length !== 32) {
    throw wrongOption({
      owner: 'encryptedStore',
      option: 'key',
      wanted: '32 bytes (a Buffer, 64 hex digits or base64)',
      came: describeKind(key),
      how: `Make one with: node -p "crypto.randomBytes(32).toString('base64')"`,
    })
  }
  const id = createHash('sha256').update('wecom-kit.store-key').update(bytes).digest('hex').slice(0, 8)
  return { id, bytes }
}

function keyBytes(key: unknown): Buffer | undefined {
  if (key instanceof Uint8Array) return Buffer.from(key)
  if (typeof key !== 'string') return undefined
  if (/^[\da-f]{64}$/i.test(key)) return Buffer.from(key, 'hex')
  return /^[\w+/-]{43}=?$/.test(key) ? Buffer.from(key, 'base64') : undefined
}

/**
 * Encrypts a JSON value with AES-256-GCM into `v1.<key id>.<base64url of IV, tag and ciphertext>`. The entry's name is
 * authenticated with it, so that one app's token cannot be put in another's place.
 */
function sealValue(value: unknown, name: string, key: NamedKey): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(boundTo(name))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return `v1.${key.id}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`
}

const format = /^v1\.([\da-f]{8})\.([\w-]{38,})$/

/** Undoes {@link sealValue} with the key that was used; undefined for anything else, changed or foreign. */
function openValue(sealed: unknown, name: string, keys: readonly NamedKey[]): unknown {
  const [, id, payload = ''] = (typeof sealed === 'string' && format.exec(sealed)) || []
  const key = keys.find((candidate) => candidate.id === id)
  if (key === undefined) return undefined
  const bytes = Buffer.from(payload, 'base64url')
  // One text per value: the last character may carry bits that decoding drops.
  if (bytes.toString('base64url') !== payload) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, 12), { authTagLength: 16 })
  try {
    decipher.setAAD(boundTo(name)).setAuthTag(bytes.subarray(12, 28))
    const json = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString()
    const value: unknown = JSON.parse(json)
    return value
  } catch {
    return undefined
  }
}

function boundTo(name: string): Buffer {
  return Buffer.from(`wecom-kit.v1:${name}`)
}
