import { randomBytes } from 'node:crypto'

/** Unguessable text of letters, digits, `-` and `_`, as WeCom's tokens, codes and tickets are. */
export function randomText(length: number): string {
  return randomBytes(Math.ceil((length * 3) / 4))
    .toString('base64url')
    .slice(0, length)
}
