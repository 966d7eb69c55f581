import { isRecord } from '@wecom-kit/core/foundation'

// No input type has as many fields, and a map sent as a scalar of the host's hardly.
const widest = 1000

/**
 * Whether a variable holds an object with more keys than any input type has fields. graphql-js quotes the object whole
 * when it refuses the first key it does not know, to everybody who coerces the variables, and a body holds 100,000 keys.
 */
export function holdsWideObject(value: unknown): boolean {
  // No recursion: a body nests as deeply as it likes.
  const left: unknown[] = [value]
  while (left.length > 0) {
    const next = left.pop()
    if (!Array.isArray(next) && !isRecord(next)) continue
    const values: unknown[] = Array.isArray(next) ? next : Object.values(next)
    if (!Array.isArray(next) && values.length > widest) return true
    for (const inner of values) if (typeof inner === 'object' && inner !== null) left.push(inner)
  }
  return false
}

/** What such a variable is refused with. */
export const tooWide: string = `An input object may have ${widest} keys.`
