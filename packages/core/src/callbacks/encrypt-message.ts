import { createCipheriv, randomBytes } from 'node:crypto'

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
