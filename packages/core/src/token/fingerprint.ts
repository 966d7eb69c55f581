import { createHash } from 'node:crypto'

/** The first hex digits of a SHA-256: tells two secrets apart without holding either. */
export function fingerprint(secret: string, digits: number): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, digits)
}
