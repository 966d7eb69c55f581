/** A token as it is kept, in the process and in the store. Times are wall-clock milliseconds. */
export interface TokenRecord {
  readonly v: 1
  readonly token: string
  readonly obtainedAt: number
  readonly expiresAt: number
  /** How long a token was trusted that came again after its time; doubles each time. */
  readonly leaseMs?: number
}

const longestLifeMs = 24 * 60 * 60_000
const shortestLeaseMs = 60_000
// Another host's clock may be ahead of ours; a record from further in the future is not believed.
const clockSkewMs = 60_000

/** Printable ASCII only, so that a token can never break out of a URL or a header. WeCom promises at most 512 bytes. */
export function isTokenText(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]{1,2048}$/.test(value)
}

/** Checks what a store returned: anything but a well-formed record counts as a miss. */
export function parseTokenRecord(value: unknown, now: number): TokenRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { v, token, obtainedAt, expiresAt, leaseMs }: Partial<Record<keyof TokenRecord, unknown>> = value
  if (v !== 1 || !isTokenText(token) || !isTime(obtainedAt) || !isTime(expiresAt)) return undefined
  if (obtainedAt > now + clockSkewMs || expiresAt - obtainedAt > longestLifeMs) return undefined
  return { v, token, obtainedAt, expiresAt, ...(isTime(leaseMs) && leaseMs > 0 ? { leaseMs } : {}) }
}

/**
 * Dates a token that was just issued. WeCom does not document what `expires_in` means when gettoken answers the same
 * token again (the rest, or 7200 once more), and field reports contradict each other, so a repeated token never gains
 * time: it keeps its first end, and one that comes again after that is trusted for a minute, then two, four …
 *
 * @param sentAt when gettoken was sent: the answer may have been under way for a while
 * @param previous the last known record, if any
 */
export function dateToken(
  token: string,
  expiresInSeconds: number,
  sentAt: number,
  previous: TokenRecord | undefined,
): TokenRecord {
  const lifeMs = Math.min(expiresInSeconds * 1000, longestLifeMs)
  const fresh = { v: 1, token, obtainedAt: sentAt, expiresAt: sentAt + lifeMs } as const
  if (previous?.token !== token) return fresh
  if (previous.expiresAt > sentAt)
    return { ...fresh, expiresAt: Math.min(previous.expiresAt, fresh.expiresAt) }
  const leaseMs = Math.min(previous.leaseMs === undefined ? shortestLeaseMs : previous.leaseMs * 2, lifeMs)
  return { ...fresh, expiresAt: sentAt + leaseMs, leaseMs }
}

/** A missing or senseless lifetime counts as WeCom's usual one; 0 and below means: use it once. */
export function lifetimeSeconds(expiresIn: number): number {
  return Number.isFinite(expiresIn) ? Math.max(0, expiresIn) : 7200
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** A token on loan: hand it back with `TokenCache.reject` when WeCom refuses it. */
export interface HeldToken {
  readonly token: string
  readonly expiresAt: number
}
