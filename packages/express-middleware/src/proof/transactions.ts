import { isRecord } from '@wecom-kit/core/foundation'
import { cookieNames, cookieValues } from '../http/read-request.ts'
import { safeEqual } from '../internal/digest.ts'
import type { SsoCookies } from '../session/cookies.ts'
import type { Sealer } from '../session/seal.ts'
import { parseJson } from '../session/session.ts'
import type { GenuineState } from './states.ts'

/** A sign-in that this browser began. */
export interface Transaction {
  /** Where it wants to go. */
  readonly returnTo: string
  /** Where the middleware that began it is mounted: its hooks and rules are the ones to run. */
  readonly mount: string
}

/** Sign-ins under way, each in its own sealed cookie, so that tabs do not end each other's. */
export interface Transactions {
  /** Cookies that begin a sign-in: its own, and removals of the ones there is no more room for. */
  begin(state: GenuineState, begun: Transaction, cookies: SsoCookies, header: string | undefined): string[]
  /** The sign-in with this state; undefined when this browser did not begin it. */
  find(state: GenuineState, cookies: SsoCookies, header: string | undefined): Transaction | undefined
  /** How many sign-ins to a page began since a moment and have not come back. */
  unfinished(returnTo: string, since: number, cookies: SsoCookies, header: string | undefined): number
  /** The cookie that ends a sign-in. */
  end(state: GenuineState, cookies: SsoCookies): string
  /** The cookies that end every sign-in of this browser. */
  endAll(cookies: SsoCookies, header: string | undefined): string[]
}

interface TransactionsOptions {
  sealer: Sealer
  /** Seconds. */
  ttl: number
  max: number
}

// All of them together stay below half of the 8 kB that proxies allow for a header line.
const maxBytes = 4000

// What we name flows. A page of a sibling host can plant `…_login_ x`: writing such a name back into Set-Cookie throws.
const flowName = /^[0-9a-f]{20}$/

// A header full of planted cookies must not become an answer that is too long for the proxy in front. What begins a
// sign-in has little room beside its own cookie; more go with the next one.
const maxRemovals = { beginning: 2, ending: 8 }

/** Keeps sign-ins in the browser. Nothing is stored on the server for a visitor who may never come back. */
export function createTransactions({ sealer, ttl, max }: TransactionsOptions): Transactions {
  const read = (token: string) => {
    const text = sealer.open(token)
    const claims = text === undefined ? undefined : parseJson(text)
    if (!isRecord(claims)) return undefined
    const { state, returnTo, mount } = claims
    if (typeof state !== 'string' || typeof returnTo !== 'string') return undefined
    return { state, returnTo, mount: typeof mount === 'string' ? mount : '' }
  }
  return {
    begin(state, { returnTo, mount }, cookies, header) {
      const exp = Math.ceil(state.issuedAt / 1000) + ttl
      const sealed = sealer.seal(JSON.stringify({ state: state.text, returnTo, mount, exp }))
      const cookie = cookies.write(cookies.login + state.flow, sealed, ttl)
      const tooMany = excess(flows(cookies, header), max - 1, maxBytes - cookie.length)
      return [...tooMany.slice(0, maxRemovals.beginning).map(cookies.remove), cookie]
    },
    find(state, cookies, header) {
      for (const token of cookieValues(header, cookies.login + state.flow)) {
        const begun = read(token)
        // The cookie's name only finds it: what binds a flow to a browser is the state inside the seal.
        if (begun !== undefined && safeEqual(begun.state, state.text)) return begun
      }
      return undefined
    },
    unfinished(returnTo, since, cookies, header) {
      const recent = [...flows(cookies, header).keys()].filter(
        (name) => Number.parseInt(name.slice(cookies.login.length).slice(0, 12), 16) >= since,
      )
      return recent.filter((name) =>
        cookieValues(header, name, 1).some((token) => read(token)?.returnTo === returnTo),
      ).length
    },
    end: (state, cookies) => cookies.remove(cookies.login + state.flow),
    endAll: (cookies, header) =>
      [...flows(cookies, header).keys()].slice(0, maxRemovals.ending).map(cookies.remove),
  }
}

/** The cookies of sign-ins under way, with the bytes they take. */
function flows(cookies: SsoCookies, header: string | undefined): Map<string, number> {
  const names = cookieNames(header, cookies.login)
  for (const name of names.keys()) {
    if (!flowName.test(name.slice(cookies.login.length))) names.delete(name)
  }
  return names
}

/** The oldest flows beyond `count` or `bytes`, oldest first. Names begin with the time, so they sort by age. */
function excess(names: ReadonlyMap<string, number>, count: number, bytes: number): string[] {
  let kept = 0
  let total = 0
  const newestFirst = [...names].sort(([left], [right]) => (left < right ? 1 : -1))
  return newestFirst
    .filter(([, size]) => {
      kept += 1
      total += size
      return kept > count || total > bytes
    })
    .map(([name]) => name)
    .toReversed()
}
