import { once } from 'node:events'
import { request } from 'node:http'
import type { Target } from '../target.ts'
import type { SecretSearch } from '../secrets.ts'
import type { Outcome } from '../tally.ts'

/** One HTTP answer. */
export interface Answer {
  readonly status: number
  readonly location: string | undefined
  readonly setCookies: readonly string[]
  readonly text: string
}

/** What to send. */
export interface Sending {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Nothing of ours may take longer: a call has 1.2 s, a look at Redis half a second. */
export const patienceMs = 8000

/** Sends one request on a connection of its own: one kept alive would be cut by kills that have long been over. */
export async function send(url: string, sending: Sending, secrets: SecretSearch): Promise<Answer> {
  const { body, headers = {}, method = 'GET' } = sending
  const sent = request(url, { method, headers, agent: false, signal: AbortSignal.timeout(patienceMs) })
  sent.end(body)
  const [response] = await once(sent, 'response')
  response.setEncoding('utf8')
  let text = ''
  for await (const piece of response) text += piece
  secrets.look(`${JSON.stringify(response.headers)}${text}`, `an answer of ${new URL(url).pathname}`)
  return {
    status: response.statusCode,
    location: response.headers.location,
    setCookies: response.headers['set-cookie'] ?? [],
    text,
  }
}

/** Judges a call by what came back, and where nothing came by whether the process had been killed meanwhile. */
export async function judged(target: Target, call: () => Promise<Outcome>): Promise<Outcome> {
  const { deaths } = target
  const since = performance.now()
  try {
    const outcome = await call()
    return target.deaths > deaths && 'detail' in outcome ? { kind: 'cut' } : outcome
  } catch (error) {
    if (target.deaths > deaths || !target.lives) return { kind: 'cut' }
    const detail = `${error instanceof Error ? error.message : String(error)} after ${Math.round(performance.now() - since)} ms`
    return { kind: performance.now() - since >= patienceMs ? 'stuck' : 'lost', detail }
  }
}

/** The start of an answer, for a report. */
export function excerpt({ status, text }: Answer): string {
  return `${status} ${text.slice(0, 200).replaceAll(/\s+/g, ' ')}`
}

/** JSON of an answer; undefined when it is none. */
export function jsonOf({ text }: Answer): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
