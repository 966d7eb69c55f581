import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { NamedKey } from './encryption-key.ts'

/**
 * Encrypts a JSON value with AES-256-GCM into `v1.<key id>.<base64url of IV, tag and ciphertext>`. The entry's name is
 * authenticated with it, so that one app's token cannot be put in another's place.
 */
export function sealValue(value: unknown, name: string, key: NamedKey): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(boundTo(name))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return `v1.${key.id}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`
}

const format = /^v1\.([\da-f]{8})\.([\w-]{38,})$/

/** Undoes {@link sealValue} with the key that was used; undefined for anything else, changed or foreign. */
export function openValue(sealed: unknown, name: string, keys: readonly NamedKey[]): unknown {
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
