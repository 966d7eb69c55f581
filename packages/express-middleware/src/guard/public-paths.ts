import type { IncomingMessage } from 'node:http'
import { optionError } from '../errors/setup-error.ts'
import { isPromise } from '../internal/maybe-promise.ts'
import type { PublicPath } from '../options/options.ts'

/** Whether a path needs no sign-in. */
export type IsPublic = (path: string, request: IncomingMessage) => boolean

/**
 * Compiles `publicPaths`. They are matched against the path alone, never the query, segment by segment and with case;
 * a path that some other layer might read differently (dot segments, doubled or encoded slashes) is never public.
 */
export function compilePublicPaths(paths: readonly PublicPath[], warnOfPromise: () => void): IsPublic {
  const rules = paths.map((rule) => compile(rule, warnOfPromise))
  return (path, request) =>
    rules.length > 0 && !ambiguous.test(path) && rules.some((matches) => matches(path, request))
}

const expected = "a list of paths such as '/healthz', RegExps or functions"

const ambiguous = /\/\/|\\|%2f|%5c|%2e|%00|(?:^|\/)\.{1,2}(?:\/|$)|[;#]/i

function compile(rule: PublicPath, warnOfPromise: () => void): IsPublic {
  if (typeof rule === 'function') {
    return (_path, request) => {
      const answer: unknown = rule(request)
      if (isPromise(answer)) warnOfPromise()
      return answer === true
    }
  }
  if (rule instanceof RegExp) {
    // With g or y a RegExp remembers where it stopped, and every second request would be judged differently.
    const pattern = new RegExp(rule.source, rule.flags.replaceAll(/[gy]/g, ''))
    return (path) => pattern.test(path)
  }
  if (typeof rule !== 'string' || !rule.startsWith('/') || ambiguous.test(rule) || rule.includes('?')) {
    throw optionError('publicPaths', expected, rule)
  }
  // '/' means the home page: read as a prefix it would open everything.
  if (rule === '/') return (path) => path === '/'
  const base = rule.replace(/\/+$/, '')
  return (path) => path === base || path === `${base}/` || path.startsWith(`${base}/`)
}
