import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** What a callback's ciphertext holds. */
export interface Decrypted {
  message: string
  /** The corp id it was made for. */
  receiveId: string
}

/** WeCom pads to 32 bytes, not to the cipher's 16: a library's own unpadding rejects the longer pads. */
const blockSize = 32
const randomLength = 16
const headLength = randomLength + 4

/** The 32 bytes behind the 43 characters of an EncodingAESKey. */
function keyOf(encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  if (encodingAesKey.length !== 43 || key.length !== 32)
    throw new TypeError('encodingAesKey: expected 43 characters of base64')
  return key
}

/**
 * AES-256-CBC over 16 random bytes, the length of the message (big-endian), the message and the corp id.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90968
 */
export function encrypt(encodingAesKey: string, message: string, receiveId: string): string {
  const key = keyOf(encodingAesKey)
  const body = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const plain = pad(Buffer.concat([randomBytes(randomLength), length, body, Buffer.from(receiveId)]))
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')
}

/** The reverse; throws when the text was not made with this key. */
export function decrypt(encodingAesKey: string, encrypted: string): Decrypted {
  const key = keyOf(encodingAesKey)
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const plain = unpad(Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]))
  const end = plain.length < headLength ? Infinity : headLength + plain.readUInt32BE(randomLength)
  if (end > plain.length) throw new TypeError('the decrypted text is shorter than it says')
  return { message: plain.toString('utf8', headLength, end), receiveId: plain.toString('utf8', end) }
}

/** SHA-1 over the sorted four texts. */
export function sign(token: string, timestamp: string, nonce: string, encrypted: string): string {
  return createHash('sha1').update([token, timestamp, nonce, encrypted].sort().join('')).digest('hex')
}

function pad(plain: Buffer): Buffer {
  const size = blockSize - (plain.length % blockSize)
  return Buffer.concat([plain, Buffer.alloc(size, size)])
}

function unpad(padded: Buffer): Buffer {
  const size = padded.at(-1) ?? 0
  if (size < 1 || size > blockSize || size > padded.length) throw new TypeError('the padding is wrong')
  return padded.subarray(0, padded.length - size)
}
