import { timingSafeEqual } from 'node:crypto'

/** Compares two strings without telling, by the time it takes, how much of them agrees. Never throws. */
export function safeEqual(left: string, right: string): boolean {
  const leftBytes = Buffer.from(left)
  const rightBytes = Buffer.from(right)
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes)
}
