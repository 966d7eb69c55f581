import type { IncomingMessage } from 'node:http'
import { readUploads, type UploadedFile } from './uploads.ts'

/** A request as everything behind the server sees it. */
export interface Exchange {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  /** The peer's address, IPv4-mapped IPv6 written as IPv4. */
  readonly ip: string
  readonly body: Buffer
  /** The files of a multipart body. */
  readonly files: readonly UploadedFile[]
}

/** Reads a request to its end. Rejects when it is too large or breaks off. */
export async function readExchange(request: IncomingMessage): Promise<Exchange> {
  const target = request.url ?? '/'
  const body = await readBody(request)
  const mark = target.indexOf('?')
  return {
    method: request.method ?? 'GET',
    path: mark === -1 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1)),
    headers: request.headers,
    ip: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    body,
    files: await readUploads(request.headers['content-type'] ?? '', body),
  }
}

/** The largest upload WeCom takes is 20 MB. */
const maxBody = 24 * 1024 * 1024
const noBody = Buffer.alloc(0)

async function readBody(request: IncomingMessage): Promise<Buffer> {
  if (request.method === 'GET' || request.method === 'HEAD') return noBody
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    size += bytes.length
    // The rest is read and dropped: a client that still writes when the answer comes may never see it.
    if (size <= maxBody) chunks.push(bytes)
    else chunks.length = 0
  }
  if (size > maxBody) throw new BodyTooLargeError()
  return Buffer.concat(chunks)
}

/** More than {@link readExchange} takes. */
export class BodyTooLargeError extends Error {
  constructor() {
    super(`the request body is larger than ${maxBody} bytes`)
    this.name = 'BodyTooLargeError'
  }
}
