/** What this file needs of a page; the package is typed without the DOM. */
declare const location: { readonly href: string; readonly origin: string; assign(url: string): void }

/** How {@link createWecomFetch} finds the app. */
export interface WecomFetchOptions {
  /** Origin of the server that runs `wecomSSO()`, the only one ever navigated to. @default the page's own origin */
  appOrigin?: string | undefined
}

/** Milliseconds. */
const together = 3000

type Fetch = (...request: Parameters<typeof fetch>) => Promise<Response>

/**
 * A `fetch` that takes the visitor to the sign-in when the session has ended, and back to the very address they were at,
 * hash included. Whoever awaits it then waits for ever: the page is being left. Every other answer comes through.
 *
 * @example
 * ```ts
 * const wecomFetch = createWecomFetch({ appOrigin: 'https://api.example.com' })
 * const orders = await (await wecomFetch('https://api.example.com/orders')).json()
 * ```
 */
export function createWecomFetch({ appOrigin }: WecomFetchOptions = {}): Fetch {
  let leftAt = 0
  // Several calls fail at once when a session ends, and the first one leaves. Not only ever: Back may wake this very page.
  const leave = (address: string) => {
    if (Date.now() - leftAt < together) return
    leftAt = Date.now()
    location.assign(address)
  }
  return async (input, init) => {
    // Whoever writes an origin by hand may end it with a slash, or put a path behind it.
    const app = appOrigin === undefined ? location.origin : new URL(appOrigin).origin
    const isElsewhere = app !== location.origin
    const credentials = init?.credentials ?? 'include'
    const response = await fetch(input, isElsewhere ? { ...init, credentials } : init)
    const login = response.status === 401 ? await loginAddress(response.clone(), app) : undefined
    if (login === undefined) return response
    login.searchParams.set('returnTo', isElsewhere ? location.href : location.href.slice(app.length))
    // Nobody clicked: after a sign-out this ends at a page that says so, not in a silent sign-in.
    login.searchParams.set('automatic', '1')
    leave(login.href)
    return await new Promise<Response>(() => undefined)
  }
}

/** {@link createWecomFetch} for a page of the app itself. */
export const wecomFetch: Fetch = createWecomFetch()

/** Only an answer of our own middleware sends anybody anywhere, and only to the app. */
async function loginAddress(response: Response, app: string): Promise<URL | undefined> {
  try {
    const body: unknown = await response.json()
    if (typeof body !== 'object' || body === null) return undefined
    const { code, loginUrl }: { code?: unknown; loginUrl?: unknown } = body
    if (code !== 'WECOM_LOGIN_REQUIRED' || typeof loginUrl !== 'string') return undefined
    const login = new URL(loginUrl, app)
    return login.origin === app ? login : undefined
  } catch {
    return undefined
  }
}
