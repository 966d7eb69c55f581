import { request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'

/** What a page answered. */
export interface Answer {
  readonly status: number
  /** The `Location` header, empty without one. */
  readonly location: string
  readonly body: string
  /** The `Set-Cookie` lines. */
  readonly cookies: readonly string[]
}

/** A browser without a screen: keeps cookies, follows no redirect by itself. */
export interface Visitor {
  readonly origin: string
  /** Opens a page; the path may be a whole address of another site, which gets no cookie. */
  get(path: string): Promise<Answer>
  /** Sends JSON. */
  post(path: string, body: unknown): Promise<Answer>
}

/** Makes a visitor of the site at an origin such as `http://localhost:3000`. */
export function createVisitor(origin: string): Visitor {
  const cookies = new Map<string, string>()
  // Not fetch(): it calls every request `Sec-Fetch-Mode: cors`, and a navigation is what is to be tried.
  const send = (path: string, init: { method?: string; headers: Record<string, string> }, body = '') =>
    new Promise<Answer>((resolve, reject) => {
      const url = new URL(path, origin)
      const ours = url.origin === origin
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const request = httpRequest(url, { ...init, headers: { ...init.headers, ...(ours ? { cookie } : {}) } })
      request.on('error', reject).end(body)
      request.on('response', (response) => {
        if (ours) for (const line of response.headers['set-cookie'] ?? []) remember(cookies, line)
        const { statusCode: status = 0, headers } = response
        text(response).then(
          (read) =>
            resolve({
              status,
              location: headers.location ?? '',
              body: read,
              cookies: headers['set-cookie'] ?? [],
            }),
          reject,
        )
      })
    })
  return {
    origin,
    get: (path) => send(path, { headers: { accept: 'text/html', 'sec-fetch-mode': 'navigate' } }),
    post: (path, body) =>
      send(path, { method: 'POST', headers: { 'content-type': 'application/json' } }, JSON.stringify(body)),
  }
}

function remember(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const [name = '', ...value] = pair.split('=')
  if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(name)
  else cookies.set(name, value.join('='))
}
