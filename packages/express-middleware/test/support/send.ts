import { request as httpRequest } from 'node:http'

/** A response with its headers as they came. */
export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  setCookies: string[]
  location: string | undefined
  body: string
}

/** What to send; `target` goes on the request line untouched. */
export interface Question {
  method?: string
  headers?: Record<string, string | string[]>
  body?: string
}

/** One request over a fresh connection, without the headers that fetch adds by itself. */
export async function send(origin: string, target: string, question: Question = {}): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const request = httpRequest({
    hostname,
    port,
    path: target,
    method: question.method ?? 'GET',
    headers: question.headers ?? {},
    agent: false,
  })
  request.on('error', reject)
  request.on('response', (response) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk: Buffer) => chunks.push(chunk))
    response.on('error', reject)
    response.on('end', () => {
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        setCookies: response.headers['set-cookie'] ?? [],
        location: response.headers.location,
        body: Buffer.concat(chunks).toString(),
      })
    })
  })
  request.end(question.body)
  return await promise
}
