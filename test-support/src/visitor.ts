import { CookieJar } from 'tough-cookie'

/** Somebody with a cookie jar and nothing else of a browser: redirects are followed only on request. */
export class Visitor {
  readonly #baseUrl: string
  readonly #jar = new CookieJar()
  readonly #headers: Readonly<Record<string, string>>

  constructor(baseUrl: string, headers: Readonly<Record<string, string>> = {}) {
    this.#baseUrl = baseUrl
    this.#headers = headers
  }

  /** One request, with the cookies of the jar; a redirect is returned as it is. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, `${this.#baseUrl}/`)
    const headers = new Headers(init.headers)
    for (const [name, value] of Object.entries(this.#headers)) headers.set(name, value)
    const cookie = await this.#jar.getCookieString(url.href)
    if (cookie !== '') headers.set('cookie', cookie)
    const response = await fetch(url, { redirect: 'manual', ...init, headers })
    for (const line of response.headers.getSetCookie()) await this.#jar.setCookie(line, url.href)
    return response
  }

  /** The cookies that it sends, as a header. */
  cookies(): Promise<string> {
    return this.#jar.getCookieString(`${this.#baseUrl}/`)
  }

  /** What a browser sends when its user opens an address. */
  async navigate(path: string): Promise<Response> {
    return this.fetch(path, {
      headers: { accept: 'text/html,*/*;q=0.8', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    })
  }

  /** Sends JSON. */
  async post(path: string, body: unknown): Promise<Response> {
    const headers = { 'content-type': 'application/json' }
    return this.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  }

  /** Runs a query and returns the whole answer. */
  async query(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    return (await this.post('graphql', { query, variables })).json()
  }

  /** Opens a page, follows every redirect, picking `userId` on the login page, and returns where it ended. */
  async signIn(userId: string): Promise<{ url: string; response: Response }> {
    const home = new URL(`${this.#baseUrl}/`)
    let url = new URL(`wecom/login?returnTo=${home.pathname}`, home)
    for (let hops = 0; hops < 10; hops += 1) {
      const response = await this.navigate(url.href)
      const location = response.headers.get('location')
      if (location === null) return { url: url.href, response }
      url = new URL(location, url)
      if (isLoginPage(url)) url.searchParams.set('simulate_user', userId)
    }
    throw new Error(`still being redirected: ${url.origin}${url.pathname}`)
  }
}

function isLoginPage(url: URL): boolean {
  return ['/wwlogin/sso/login', '/connect/oauth2/authorize'].includes(url.pathname)
}
