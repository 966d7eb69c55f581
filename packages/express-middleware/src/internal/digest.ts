import { createHash } from 'node:crypto'

/** SHA-256 in base64url: what stands for a code, a state or a session id where the thing itself must not be. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
