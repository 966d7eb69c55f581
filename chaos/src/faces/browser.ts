import type { SecretSearch } from '../secrets.ts'
import { type Answer, send } from './send.ts'

/** Somebody with cookies. Both processes and both hosts are one site to them, as behind a load balancer. */
export class Browser {
  readonly #cookies = new Map<string, string>()
  readonly #secrets: SecretSearch

  constructor(secrets: SecretSearch) {
    this.#secrets = secrets
  }

  /** Opens an address; a redirect is returned as it is. */
  async open(url: string, accept = 'text/html'): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { accept, ...(cookie === '' ? {} : { cookie }), ...navigation }
    const answer = await send(url, { headers }, this.#secrets)
    for (const line of answer.setCookies) this.#keep(line)
    return answer
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/; */)
    const at = pair.indexOf('=')
    const isOver = attributes.some((one) => /^(?:max-age=0|expires=thu, 01 jan 1970)/i.test(one))
    if (isOver) this.#cookies.delete(pair.slice(0, at))
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

const navigation = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }
