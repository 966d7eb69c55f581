/**
 * Remembers what the last cookies opened to, so that a visitor's next requests skip decryption and JSON. It saves the
 * opening only: end and revocation are judged anew on every request. What was used least lately goes first, whole halves
 * at a time: that costs a hit nothing, where moving every hit to the front would cost as much as it saves.
 *
 * @param limit entries in all; 0 remembers nothing
 */
export function remembering<Opened>(
  limit: number,
  open: (token: string) => Opened | undefined,
): (token: string) => Opened | undefined {
  if (limit === 0) return open
  const half = Math.ceil(limit / 2)
  // By the end, which is the authentication tag: a key costs its hash, and that of a whole cookie more than the rest of a
  // request's way through here.
  let recent = new Map<string, Known<Opened>>()
  let older: typeof recent = new Map()
  return (token) => {
    const end = token.slice(-tagLength)
    const known = recent.get(end)
    if (known?.token === token) return known.value
    const aged = older.get(end)
    const value = aged?.token === token ? aged.value : open(token)
    if (value === undefined) return undefined
    if (recent.size >= half) {
      older = recent
      recent = new Map()
    }
    recent.set(copyOf(end), { token: copyOf(token), value })
    return value
  }
}

interface Known<Opened> {
  readonly token: string
  readonly value: Opened
}

/** 16 bytes as base64url. */
const tagLength = 22

/** A piece of a request's Cookie header would keep the whole header in memory. */
function copyOf(token: string): string {
  return Buffer.from(token, 'latin1').toString('latin1')
}
