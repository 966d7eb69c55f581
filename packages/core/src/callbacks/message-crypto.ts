import { createCipheriv, randomBytes, createDecipheriv } from 'node:crypto'

// WeCom pads to 32 bytes although AES has blocks of 16, so Node's own padding does not fit.
const padBlock = 32

/** Encrypts as WeCom does: 16 random bytes, 4-byte big-endian length, message, receiver, padding; then base64. */
export function encryptMessage(message: string, receiveId: string, aesKey: Buffer): string {
  const body = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const plain = Buffer.concat([randomBytes(16), length, body, Buffer.from(receiveId)])
  const pad = padBlock - (plain.length % padBlock)
  const cipher = createCipheriv('aes-256-cbc', aesKey, aesKey.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([
    cipher.update(plain),
    cipher.update(Buffer.alloc(pad, pad)),
    cipher.final(),
  ]).toString('base64')
}

/** A decrypted payload. */
export interface DecryptedMessage {
  message: string
  /** Whom it is for: must be compared. */
  receiveId: string
}

const base64 = /^[A-Za-z0-9+/]+={0,2}$/
const headerLength = 20

/**
 * Undoes `encryptMessage`. Every failure is the same undefined: telling bad padding from a bad length would be a
 * padding oracle for whoever can sign.
 */
export function decryptMessage(encrypt: string, aesKey: Buffer): DecryptedMessage | undefined {
  if (encrypt.length % 4 !== 0 || !base64.test(encrypt)) return undefined
  const cipherText = Buffer.from(encrypt, 'base64')
  if (cipherText.length === 0 || cipherText.length % 16 !== 0) return undefined
  const decipher = createDecipheriv('aes-256-cbc', aesKey, aesKey.subarray(0, 16)).setAutoPadding(false)
  const plain = unpad(Buffer.concat([decipher.update(cipherText), decipher.final()]))
  if (plain === undefined || plain.length < headerLength) return undefined
  const end = headerLength + plain.readUInt32BE(16)
  if (end > plain.length) return undefined
  const message = utf8(plain.subarray(headerLength, end))
  const receiveId = utf8(plain.subarray(end))
  return message === undefined || receiveId === undefined ? undefined : { message, receiveId }
}

/** PKCS#7 with blocks of 32: 1 to 32 bytes, where Node's own unpadding refuses more than 16. */
function unpad(padded: Buffer): Buffer | undefined {
  const pad = padded.at(-1) ?? 0
  if (pad < 1 || pad > 32 || pad > padded.length) return undefined
  const start = padded.length - pad
  return padded.subarray(start).every((byte) => byte === pad) ? padded.subarray(0, start) : undefined
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
