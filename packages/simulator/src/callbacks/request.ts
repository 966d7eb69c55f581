import { type IncomingMessage, request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'

/** What a receiver answered. */
export interface ReceiverAnswer {
  status: number
  body: string
}

/** More than any passive reply holds. */
const maxAnswer = 1024 * 1024

/**
 * One request to a receiver on a connection of its own, so that nothing is left open. Rejects when the connection
 * fails, the signal fires or the answer is too long.
 */
export async function requestReceiver(
  url: string,
  signal: AbortSignal,
  post?: { contentType: string; body: string },
): Promise<ReceiverAnswer> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest
  const headers =
    post === undefined
      ? {}
      : { 'content-type': post.contentType, 'content-length': Buffer.byteLength(post.body) }
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = send(
      url,
      { agent: false, headers, method: post === undefined ? 'GET' : 'POST', signal },
      resolve,
    )
    request.on('error', reject)
    request.end(post?.body)
  })
  return { status: response.statusCode ?? 0, body: await readAnswer(response) }
}

async function readAnswer(response: IncomingMessage): Promise<string> {
  let body = ''
  response.setEncoding('utf8')
  for await (const chunk of response) {
    body += String(chunk)
    if (body.length > maxAnswer) throw new Error('the answer is too long')
  }
  return body
}
