/** Milliseconds a `Retry-After` header asks to wait: seconds or an HTTP date; undefined when it says neither. */
export function parseRetryAfter(
  header: string | string[] | undefined,
  now: () => number = () => Date.now(),
): number | undefined {
  if (typeof header !== 'string') return undefined
  const text = header.trim()
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  // Date.parse takes almost anything; an HTTP date ends in GMT.
  if (!text.endsWith('GMT')) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) || at < now() ? undefined : at - now()
}
