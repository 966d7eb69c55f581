import type { IncomingMessage } from 'node:http'
import { isRecord } from '@wecom-kit/core/foundation'
import { HttpProblem } from './answers.ts'

const jsonType = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i
const charsetFormat = /;\s*charset\s*=\s*"?([\w-]+)/i

/**
 * The JSON body of a request, whoever has read it: a parser in front (`request.body` is an object), a text or raw
 * parser or a serverless adapter (a string, bytes or a stream), or nobody, and then it is read here. Its own reading, because a
 * forgotten `express.json()` is the first thing to go wrong with GraphQL on Express, and the parser's own errors are
 * HTML pages.
 *
 * A body that is not JSON is left alone and an empty object answered: whether such a request is an attack (a form posted
 * from another site) is for the CSRF check to say.
 *
 * @throws HttpProblem 413 above the limit, 415 for an encoding that is not read, 400 for malformed JSON
 */
export async function readJsonBody(
  request: IncomingMessage & { body?: unknown },
  limit: number,
): Promise<unknown> {
  const { body } = request
  const isJson = request.method === 'POST' && jsonType.test(request.headers['content-type'] ?? '')
  if (typeof body === 'string' || body instanceof Uint8Array) {
    if (Buffer.byteLength(body) > limit) throw tooLarge(limit)
    return isJson ? parse(typeof body === 'string' ? body : decoded(body)) : {}
  }
  if (isStream(body)) return isJson ? parse(decoded(await readStream(body, limit))) : {}
  if (isParsed(body, request) || !isJson || request.readableEnded) return body ?? {}
  const charset = charsetFormat.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8'
  if (!/^utf-?8$/i.test(charset)) throw new HttpProblem(415, 'The body must be UTF-8.')
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new HttpProblem(415, 'Compressed bodies are not accepted.')
  }
  return parse(decoded(await readBytes(request, limit)))
}

// Express 4's express.urlencoded() leaves `{}` on every request, those it does not read included.
function isParsed(body: unknown, request: IncomingMessage): boolean {
  if (body === undefined || body === null) return false
  const isEmpty = isRecord(body) && Object.keys(body).length === 0
  return !isEmpty || request.readableDidRead
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
  return isRecord(body) && Symbol.asyncIterator in body
}

async function readStream(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > limit) throw tooLarge(limit)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

// By events: an async iterator over the request costs more than parsing what it brings.
function readBytes(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const chunks: Buffer[] = []
  let size = 0
  if (Number(request.headers['content-length'] ?? 0) > limit) reject(tooLarge(limit))
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else reject(tooLarge(limit))
  })
  request.on('end', () => resolve(Buffer.concat(chunks)))
  request.on('error', reject)
  return promise
}

function decoded(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}

function tooLarge(limit: number): HttpProblem {
  return new HttpProblem(413, `The body is larger than ${limit} bytes.`)
}

// Windows tools put a byte order mark in front. The parser's own message would quote the body, which may hold personal
// data, into the answer and from there into logs.
function parse(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch {
    throw new HttpProblem(400, 'The body is not valid JSON.')
  }
}
