/** No single wait is longer, except one a Retry-After header asks for. */
const longestMs = 8000

/**
 * Full jitter: a random moment between 0 and base·2ⁿ. Spreading callers over the whole interval is what keeps a
 * thousand of them from coming back together.
 *
 * @param repeat 0 for the first repeat
 */
export function backoffMs(repeat: number, baseMs: number, random: () => number): number {
  return random() * Math.min(longestMs, baseMs * 2 ** repeat)
}
