import { hash, timingSafeEqual } from 'node:crypto'

/** SHA-256 in base64url: what stands for a code, a state or a session id where the thing itself must not be. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url')
}

/** Compares two strings without telling, by the time it takes, how much of them agrees. Never throws. */
export function safeEqual(left: string, right: string): boolean {
  const leftBytes = Buffer.from(left)
  const rightBytes = Buffer.from(right)
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes)
}
