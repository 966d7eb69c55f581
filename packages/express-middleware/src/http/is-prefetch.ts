import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a browser only guesses that the page will be wanted. A prefetched callback would burn the code, a
 * prefetched login would start a flow nobody asked for.
 */
export function isPrefetch(headers: IncomingHttpHeaders): boolean {
  return hints.some((name) => {
    const value = headers[name]
    return typeof value === 'string' && /prefetch|preview|prerender/i.test(value)
  })
}

const hints = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const
