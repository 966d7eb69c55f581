import type { IncomingMessage } from 'node:http'
import { HttpProblem } from './http-problem.ts'

const jsonType = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i
const otherCharset = /;\s*charset\s*=\s*(?!"?utf-?8\b)/i

/**
 * The JSON body of a request: what a parser in front has left in `request.body`, or read here. Its own reading, because
 * a forgotten `express.json()` is the first thing to go wrong with GraphQL on Express, and the parser's own errors are
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
  if (request.body !== undefined) return request.body
  const contentType = request.headers['content-type'] ?? ''
  if (request.method !== 'POST' || !jsonType.test(contentType) || request.readableEnded) return {}
  if (otherCharset.test(contentType)) throw new HttpProblem(415, 'The body must be UTF-8.')
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new HttpProblem(415, 'Compressed bodies are not accepted.')
  }
  return parse(await readText(request, limit))
}

// By events: an async iterator over the request costs more than parsing what it brings.
function readText(request: IncomingMessage, limit: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const chunks: Buffer[] = []
  let size = 0
  if (Number(request.headers['content-length'] ?? 0) > limit) reject(tooLarge(limit))
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else reject(tooLarge(limit))
  })
  request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
  request.on('error', reject)
  return promise
}

function tooLarge(limit: number): HttpProblem {
  return new HttpProblem(413, `The body is larger than ${limit} bytes.`)
}

// The parser's message quotes the body, which may hold personal data, into the answer and from there into logs.
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpProblem(400, 'The body is not valid JSON.')
  }
}
