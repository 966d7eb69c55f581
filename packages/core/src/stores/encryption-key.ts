import { createHash } from 'node:crypto'
import { wrongOption } from '../options/config-option.ts'
import { describeKind } from '../options/option-error.ts'

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
export function resolveEncryptionKey(key: EncryptionKey): NamedKey {
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
