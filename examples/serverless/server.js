import { createServer } from 'node:http'

// Stands in for the platform's gateway on this machine: makes each request an event, and each answer a response.
const port = Number(process.env.PORT ?? 3000)
process.env.BASE_URL ??= `http://localhost:${port}`
process.env.SESSION_SECRET ??= 'for localhost only, refused anywhere else'
const { handler } = await import('./function.js')

createServer(async (request, response) => {
  const event = await eventOf(request)
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded } = await handler(event, {})
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  response.writeHead(statusCode, headers).end(body, isBase64Encoded ? 'base64' : 'utf8')
}).listen(port, () => console.log(process.env.BASE_URL))

/** An event of version 2.0, as API Gateway and function URLs send it. */
async function eventOf(request) {
  const [rawPath, rawQueryString = ''] = request.url.split('?', 2)
  const { cookie, ...headers } = request.headers
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return {
    version: '2.0',
    rawPath,
    rawQueryString,
    headers,
    cookies: cookie?.split('; ') ?? [],
    requestContext: {
      http: { method: request.method, path: rawPath, sourceIp: request.socket.remoteAddress },
    },
    body: Buffer.concat(chunks).toString('base64'),
    isBase64Encoded: true,
  }
}
