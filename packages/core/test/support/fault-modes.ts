import type { Socket } from 'node:net'
import type { FaultMode } from './fault-server.ts'

type Bytes = string | Buffer
/** What becomes of the connection after the bytes: kept open, closed in order, or reset. */
export type Ending = 'keep' | 'fin' | 'rst'

/** A well-formed answer of JSON. */
export function json(value: unknown, headers: Record<string, string> = {}, status = 200): FaultMode {
  return body(
    JSON.stringify(value),
    { 'content-type': 'application/json; charset=UTF-8', ...headers },
    status,
  )
}

/** WeCom's answer to gettoken. */
export function tokenAnswer(token: unknown, expiresIn: unknown = 7200): FaultMode {
  return json({ errcode: 0, errmsg: 'ok', access_token: token, expires_in: expiresIn })
}

/** WeCom refuses. */
export function errcode(code: unknown, errmsg = 'refused'): FaultMode {
  return json({ errcode: code, errmsg })
}

/** Any body with a right Content-Length. */
export function body(content: Bytes, headers: Record<string, string> = {}, status = 200): FaultMode {
  const bytes = Buffer.from(content)
  return raw(
    Buffer.concat([Buffer.from(head({ 'content-length': String(bytes.length), ...headers }, status)), bytes]),
  )
}

/** A status with headers and no body. */
export function statusOnly(code: number, headers: Record<string, string> = {}): FaultMode {
  return body('', headers, code)
}

/** A response head, ready to write. */
export function head(headers: Record<string, string>, code = 200): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${code} Something\r\n${lines.join('')}\r\n`
}

/** Exactly these bytes. */
export function raw(bytes: Bytes, ending: Ending = 'keep'): FaultMode {
  return (socket) => socket.write(bytes, () => finish(socket, ending))
}

/** Nothing, ever; or a few bytes and then nothing. */
export function stall(before: Bytes = ''): FaultMode {
  return (socket) => {
    if (before !== '') socket.write(before)
  }
}

/** Closes without a byte. */
export function hangUp(ending: 'fin' | 'rst'): FaultMode {
  return (socket) => finish(socket, ending)
}

/** Some bytes at once, then one byte at a time for ever. */
export function drip(before: Bytes, byte: string, everyMs: number): FaultMode {
  return (socket) => {
    if (before !== '') socket.write(before)
    const timer = setInterval(() => socket.write(byte), everyMs)
    socket.on('close', () => clearInterval(timer))
  }
}

/** As many bytes as the other side takes, up to a total. `onWritten` hears how many that were. */
export function flood(before: Bytes, totalBytes: number, onWritten: (bytes: number) => void): FaultMode {
  const block = Buffer.alloc(64 * 1024, 0x20)
  return (socket) => {
    let written = 0
    socket.write(before)
    const pump = (): void => {
      while (written < totalBytes && !socket.destroyed) {
        written += block.length
        onWritten(written)
        if (!socket.write(block)) return void socket.once('drain', pump)
      }
      if (!socket.destroyed) socket.end()
    }
    pump()
  }
}

/** Answers after a real delay: for tests in which many answers must overlap. */
export function later(delayMs: (index: number) => number, mode: FaultMode): FaultMode {
  let index = 0
  return (socket, request) => {
    const timer = setTimeout(() => mode(socket, request), delayMs(index))
    index += 1
    socket.on('close', () => clearTimeout(timer))
  }
}

function finish(socket: Socket, ending: Ending): void {
  if (ending === 'fin') socket.end()
  if (ending === 'rst') socket.resetAndDestroy()
}
