import { cookieNames, cookieValues } from '../http/read-cookies.ts'
import { isRecord } from '../internal/is-record.ts'
import { safeEqual } from '../internal/safe-equal.ts'
import type { Sealer } from '../seal/sealer.ts'
import type { SsoCookies } from '../session/cookies.ts'
import { parseJson } from '../session/session-codec.ts'
import type { GenuineState } from './login-states.ts'

/** Sign-ins under way, each in its own sealed cookie, so that tabs do not end each other's. */
export interface Transactions {
  /** Cookies that begin a sign-in: its own, and removals of the ones there is no more room for. */
  begin(state: GenuineState, returnTo: string, cookies: SsoCookies, header: string | undefined): string[]
  /** Where the sign-in with this state wanted to go; undefined when this browser did not begin it. */
  find(state: GenuineState, cookies: SsoCookies, header: string | undefined): string | undefined
  /** The cookie that ends a sign-in. */
  end(state: GenuineState, cookies: SsoCookies): string
  /** The cookies that end every sign-in of this browser. */
  endAll(cookies: SsoCookies, header: string | undefined): string[]
}

/** What {@link createTransactions} works with. */
export interface TransactionsOptions {
  sealer: Sealer
  /** Seconds. */
  ttl: number
  max: number
}

// All of them together stay below half of the 8 kB that proxies allow for a header line.
const maxBytes = 4000

// What we name flows. A page of a sibling host can plant `…_login_ x`: writing such a name back into Set-Cookie throws.
const flowName = /^[0-9a-f]{20}$/

// A header full of planted cookies must not become an answer that is too long for the proxy in front.
const maxRemovals = 20

/** Keeps sign-ins in the browser. Nothing is stored on the server for a visitor who may never come back. */
export function createTransactions({ sealer, ttl, max }: TransactionsOptions): Transactions {
  return {
    begin(state, returnTo, cookies, header) {
      const name = cookies.login + state.flow
      const exp = Math.ceil(state.issuedAt / 1000) + ttl
      const cookie = cookies.write(
        name,
        sealer.seal(JSON.stringify({ state: state.text, returnTo, exp })),
        ttl,
      )
      const tooMany = excess(flows(cookies, header), max - 1, maxBytes - cookie.length)
      return [...tooMany.slice(0, maxRemovals).map(cookies.remove), cookie]
    },
    find(state, cookies, header) {
      for (const token of cookieValues(header, cookies.login + state.flow)) {
        const text = sealer.open(token)
        const claims = text === undefined ? undefined : parseJson(text)
        if (!isRecord(claims) || typeof claims['state'] !== 'string') continue
        // The cookie's name only finds it: what binds a flow to a browser is the state inside the seal.
        if (safeEqual(claims['state'], state.text) && typeof claims['returnTo'] === 'string')
          return claims['returnTo']
      }
      return undefined
    },
    end: (state, cookies) => cookies.remove(cookies.login + state.flow),
    endAll: (cookies, header) => [...flows(cookies, header).keys()].slice(0, maxRemovals).map(cookies.remove),
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

/** The oldest flows beyond `count` or `bytes`. Names begin with the time, so they sort by age. */
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
}
