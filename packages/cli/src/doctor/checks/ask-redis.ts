import { once } from 'node:events'
import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { patience } from '../examination.ts'

/**
 * Sends AUTH (when the address has a password) and PING, and answers Redis's last line: `+PONG`, or an error such as
 * `-NOAUTH Authentication required.`
 *
 * @throws Error when the connection fails or nothing comes in time
 */
export async function askRedis(address: string): Promise<string> {
  const url = new URL(address)
  const port = Number(url.port || 6379)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const socket =
    url.protocol === 'rediss:' ? connectTls({ host, port, servername: host }) : connectPlain({ host, port })
  try {
    await once(socket, url.protocol === 'rediss:' ? 'secureConnect' : 'connect', {
      signal: AbortSignal.timeout(patience),
    })
    const refused = url.password === '' ? '+OK' : await say(socket, ['AUTH', ...credentials(url)])
    return refused.startsWith('-') ? refused : await say(socket, ['PING'])
  } finally {
    socket.destroy()
  }
}

function credentials({ username, password }: URL): string[] {
  return [username, password].filter((part) => part !== '').map(decodeURIComponent)
}

async function say(socket: Socket, words: readonly string[]): Promise<string> {
  const parts = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`)
  socket.write(`*${words.length}\r\n${parts.join('')}`)
  const [answer] = await once(socket, 'data', { signal: AbortSignal.timeout(patience) })
  return String(answer).split('\r\n')[0] ?? ''
}
