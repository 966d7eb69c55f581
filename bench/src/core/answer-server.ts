import { createServer } from 'node:net'

/**
 * The cheapest possible WeCom, in a process of its own so that its CPU is not counted: one fixed answer to every
 * request, written by hand because a real HTTP server would cost more than what is measured.
 */
const body = JSON.stringify({
  errcode: 0,
  errmsg: 'ok',
  access_token: 'a'.repeat(214),
  expires_in: 7200,
  userid: 'zhangsan',
  name: '张三',
  department: [1, 2],
})
const answer = Buffer.from(
  `HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
)

const server = createServer((socket) => {
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    // A GET ends with an empty line; two may arrive in one packet.
    let at = chunk.indexOf('\r\n\r\n')
    while (at !== -1) {
      socket.write(answer)
      at = chunk.indexOf('\r\n\r\n', at + 4)
    }
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') process.send?.({ port: address.port })
})
process.on('disconnect', () => process.exit(0))
