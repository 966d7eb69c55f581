import { once } from 'node:events'
import { connect } from 'node:net'

/** True once something listens on the loopback port. */
export async function accepts(port: number): Promise<true | undefined> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return undefined
  } finally {
    socket.destroy()
  }
}
