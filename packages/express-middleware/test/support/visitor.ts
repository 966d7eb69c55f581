import { CookieJar } from 'tough-cookie'
import { type Answer, type Question, send } from './send.ts'

/** Headers of a page navigation in an ordinary browser. */
export const navigation: Record<string, string> = {
  accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
  'accept-language': 'zh-CN,zh;q=0.9',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140',
}

/** Headers of a page navigation in WeCom's own browser, which sends no Sec-Fetch headers. */
export const inApp: Record<string, string> = {
  accept: 'text/html,*/*;q=0.8',
  'user-agent': 'Mozilla/5.0 (iPhone) Mobile/15E148 wxwork/4.1.9 MicroMessenger/7.0.1 Language/zh',
}

/** Headers of a background fetch. */
export const background: Record<string, string> = {
  accept: '*/*',
  'sec-fetch-mode': 'cors',
  'sec-fetch-dest': 'empty',
}

/** A browser: a cookie jar for the app's public address, whatever port it is reached on. */
export class Visitor {
  readonly jar: CookieJar = new CookieJar(undefined, {
    rejectPublicSuffixes: false,
    prefixSecurity: 'strict',
  })
  readonly #origin: string
  readonly #publicOrigin: string
  readonly #headers: Record<string, string>

  constructor(origin: string, publicOrigin: string, headers: Record<string, string> = navigation) {
    this.#origin = origin
    this.#publicOrigin = publicOrigin
    this.#headers = headers
  }

  /** One request to the app, cookies included. */
  async get(target: string, question: Question = {}): Promise<Answer> {
    const url = this.#publicOrigin + (target.startsWith('/') ? target : '/')
    const cookie = await this.jar.getCookieString(url)
    const host = new URL(this.#publicOrigin).host
    const headers = { host, ...this.#headers, ...(cookie === '' ? {} : { cookie }), ...question.headers }
    const answer = await send(this.#origin, target, { ...question, headers })
    for (const line of answer.setCookies) await this.jar.setCookie(line, url, { ignoreError: true })
    return answer
  }

  /** What the jar would send. */
  async cookies(): Promise<Map<string, string>> {
    const cookies = await this.jar.getCookies(`${this.#publicOrigin}/`)
    return new Map(cookies.map(({ key, value }) => [key, value]))
  }

  /** Puts a cookie into the jar, as another page or an attacker would. */
  async plant(line: string): Promise<void> {
    await this.jar.setCookie(line, `${this.#publicOrigin}/`)
  }
}

/** What WeCom's page answers for a member, an outsider or a refusal: the app's callback, as a target. */
export async function atWecom(loginUrl: string | undefined, choice: string): Promise<string> {
  if (loginUrl === undefined) throw new Error('there was no redirect to WeCom')
  const url = new URL(loginUrl)
  const answer = await send(url.origin, `${url.pathname}${url.search}&${choice}`)
  if (answer.location === undefined)
    throw new Error(`WeCom's page answered ${answer.status}: ${answer.body.slice(0, 300)}`)
  const back = new URL(answer.location)
  return back.pathname + back.search
}

/** Opens a guarded page, signs in at WeCom and comes back; gives the callback's answer. */
export async function signIn(
  visitor: Visitor,
  page = '/private',
  choice = 'simulate_user=zhangsan',
): Promise<Answer> {
  const asked = await visitor.get(page)
  return await visitor.get(await atWecom(asked.location, choice))
}
