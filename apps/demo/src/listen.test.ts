import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { listen, ListenError } from './listen.ts'

const taken = createServer()

afterEach(() => {
  taken.close()
})

it('names the variable to change when the port is taken', async () => {
  taken.listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  const outcome = listen(() => {}, { port, host: '127.0.0.1', variable: 'PORT' })
  await expect(outcome).rejects.toThrow(ListenError)
  await expect(outcome).rejects.toThrow(`Port ${port} is taken by another program`)
  await expect(outcome).rejects.toThrow(`PORT=${port + 1}`)
})
