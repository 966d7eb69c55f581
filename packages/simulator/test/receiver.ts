import { createServer } from 'node:http'
import { decrypt, sign } from '../src/callbacks/crypto.ts'

/** Token and key of the test receiver. */
export const credentials = { token: 'QDG6eK', encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C' }

/** What the receiver does with a push; `stall` answers the headers and never ends the body. */
export type Behaviour = { status?: number; body?: string; hang?: boolean; stall?: boolean }

/** A callback receiver on a port of its own. */
export interface Receiver extends AsyncDisposable {
  url: string
  /** Decrypted pushes in the order they came. */
  pushes: string[]
  /** Raw bodies with their content types. */
  raw: { contentType: string; body: string }[]
  /** Corp ids the ciphertexts were made for. */
  receiveIds: string[]
  /** Seconds the pushes were stamped with. */
  timestamps: number[]
  /** What to do with the next pushes, one each; afterwards 200. */
  script: Behaviour[]
  /** Changes the answer to the URL verification. */
  spoilEcho: (echo: string) => string
}

/** Starts one. */
export async function startReceiver(): Promise<Receiver> {
  const receiver = {
    pushes: [],
    raw: [],
    receiveIds: [],
    timestamps: [],
    script: [],
    spoilEcho: (echo: string) => echo,
  }
  const state: Omit<Receiver, 'url' | typeof Symbol.asyncDispose> = receiver
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://receiver').searchParams
    const read = (name: string): string => query.get(name) ?? ''
    const check = (encrypted: string): void => {
      const expected = sign(credentials.token, read('timestamp'), read('nonce'), encrypted)
      if (expected !== read('msg_signature')) throw new Error('the signature is wrong')
    }
    if (request.method === 'GET') {
      check(read('echostr'))
      response.end(state.spoilEcho(decrypt(credentials.encodingAesKey, read('echostr')).message))
      return
    }
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      const encrypted = /<Encrypt><!\[CDATA\[(.+?)\]\]>|"encrypt":"(.+?)"/.exec(body)
      const text = encrypted?.[1] ?? encrypted?.[2] ?? ''
      check(text)
      const { message, receiveId } = decrypt(credentials.encodingAesKey, text)
      state.pushes.push(message)
      state.receiveIds.push(receiveId)
      state.timestamps.push(Number(read('timestamp')))
      state.raw.push({ contentType: String(request.headers['content-type']), body })
      const behaviour = state.script.shift() ?? {}
      if (behaviour.hang === true) return
      response.writeHead(behaviour.status ?? 200)
      if (behaviour.stall === true) response.write('…')
      else response.end(behaviour.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}/wecom?tenant=7`,
    [Symbol.asyncDispose]: () => stop(server),
  })
}

function stop(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
