import type { Exchange } from '../http/exchange.ts'
import type { Reply } from '../http/reply.ts'
import { BoundedMap } from '../world/bounded-map.ts'
import { maskJson, maskText } from './mask.ts'
import { type Recorded, Tape } from './tape.ts'

/** What explains a call; secrets are `***` at any depth. */
export interface Explanation {
  /** Null for calls so old that only the short entry is left; the newest 1,000 have all. */
  caller: { ip: string; userAgent: string | null } | null
  /**
   * The body that came: JSON as it is, a few words for anything else, null for none. Above 64 KB, and once 16 MB of
   * newer bodies came, only its length is left.
   */
  request: unknown
  /** The body that was answered, in the same way; null while there is no answer. */
  response: unknown
  responseHeaders: Readonly<Record<string, string>> | null
}

/** What came and what was answered, as they were: nobody may ever look at them. */
interface Kept {
  readonly caller: NonNullable<Explanation['caller']>
  readonly contentType: string | undefined
  readonly request: Recorded | number
  reply?: { readonly headers: Reply['headers']; readonly body: Recorded | number }
}

const keptCalls = 1_000
const longestBody = 64 * 1024

/** What came and was answered lately; read and masked only when somebody looks at it. */
export class Evidence {
  readonly #calls = new BoundedMap<number, Kept>(keptCalls)
  readonly #tape = new Tape()

  open(serial: number, { body, headers, ip }: Exchange): void {
    const { 'content-type': contentType, 'user-agent': userAgent = null } = headers
    this.#calls.set(serial, { caller: { ip, userAgent }, contentType, request: this.#record(body) })
  }

  answer(serial: number, { body, headers }: Reply): void {
    const kept = this.#calls.get(serial)
    if (kept !== undefined) kept.reply = { headers, body: this.#record(body) }
  }

  explain(serial: number): Explanation {
    const kept = this.#calls.get(serial)
    if (kept === undefined) return { caller: null, request: null, response: null, responseHeaders: null }
    const { caller, contentType, reply, request } = kept
    return {
      caller,
      request: this.#read(request, contentType),
      response: reply === undefined ? null : this.#read(reply.body, reply.headers['content-type']),
      responseHeaders: reply === undefined ? null : maskHeaders(reply.headers),
    }
  }

  clear(): void {
    this.#calls.clear()
  }

  #record(body: Buffer): Recorded | number {
    return body.length === 0 || body.length > longestBody ? body.length : this.#tape.write(body)
  }

  #read(kept: Recorded | number, contentType = 'application/json'): unknown {
    if (kept === 0) return null
    if (typeof kept === 'number') return describe(contentType, kept)
    const body = this.#tape.read(kept)
    return body === undefined ? describe(contentType, kept.bytes) : readBody(body, contentType)
  }
}

function readBody(body: Buffer, contentType: string): unknown {
  if (/^(?:text\/html|multipart\/)/.test(contentType)) return describe(contentType, body.length)
  const text = body.toString('utf8')
  try {
    return maskJson(JSON.parse(text))
  } catch {
    return text.includes('\ufffd') ? describe(contentType, body.length) : maskText(text)
  }
}

function describe(contentType: string, bytes: number): string {
  return `${contentType.split(';', 1)[0]}, ${bytes} bytes`
}

function maskHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, maskText(value)]))
}
