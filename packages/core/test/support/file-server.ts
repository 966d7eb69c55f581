import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the server treats Range. */
export type RangeMode = 'documented' | 'ignored' | 'another-piece' | 'unknown-size'

/** WeCom's media/get for one file above its limit: nothing without Range, pieces with it. */
export interface FileServer {
  readonly url: string
  /** The Range of every request, in order; undefined where there was none. */
  readonly ranges: (string | undefined)[]
  /** Answers the next request with status 500. */
  failNext(): void
  close(): Promise<void>
}

/** Serves `file` on a free loopback port, under a Chinese name. */
export async function startFileServer(file: Uint8Array, mode: RangeMode): Promise<FileServer> {
  const ranges: (string | undefined)[] = []
  let fails = false
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/cgi-bin/gettoken') === true) {
      return sendJson(response, { errcode: 0, access_token: 'token', expires_in: 7200 })
    }
    ranges.push(request.headers.range)
    if (fails) {
      fails = false
      response.statusCode = 500
      return response.end()
    }
    return sendPiece(request, response, file, mode)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    ranges,
    failNext: () => void (fails = true),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function sendPiece(
  request: IncomingMessage,
  response: ServerResponse,
  file: Uint8Array,
  mode: RangeMode,
): void {
  const match = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
  if (match === null) return sendJson(response, { errcode: 830002, errmsg: 'file too large, use Range' })
  response.setHeader('content-type', 'application/octet-stream')
  response.setHeader(
    'content-disposition',
    `attachment; filename*=UTF-8''${encodeURIComponent('会议纪要.bin')}`,
  )
  if (mode === 'ignored') return void response.end(file)
  const from = Number(match[1]) + (mode === 'another-piece' && isLater(match) ? 1 : 0)
  const to = Math.min(Number(match[2]), file.length - 1)
  response.statusCode = 206
  const size = mode === 'unknown-size' ? '*' : String(file.length)
  response.setHeader('content-range', `bytes ${from}-${to}/${size}`)
  response.end(file.subarray(from, to + 1))
}

function isLater(match: RegExpExecArray): boolean {
  return match[1] !== '0'
}

function sendJson(response: ServerResponse, body: object): void {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(body))
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return address.port
}
