import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { explainListenError, listen, ListenError } from './listen.ts'

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
  await expect(outcome).rejects.toThrow(`PORT=${port === 65_535 ? port - 1 : port + 1}`)
})

it('proposes a port that exists, whichever is taken', () => {
  const error = Object.assign(new Error('taken'), { code: 'EADDRINUSE' })
  const explained = explainListenError(error, { port: 65_535, host: undefined, variable: 'PORT' })
  expect(explained).toHaveProperty('message', expect.stringContaining('PORT=65534'))
})

it('names HOST when this machine has no such address', async () => {
  const outcome = listen(() => {}, { port: 0, host: '192.0.2.1', variable: 'PORT' })
  await expect(outcome).rejects.toThrow(ListenError)
  await expect(outcome).rejects.toThrow('HOST 192.0.2.1 is no address of this machine')
})

it.each(['ENOTFOUND', 'EAI_AGAIN'])('names HOST when its name leads nowhere (%s)', (code) => {
  const error = Object.assign(new Error('lookup'), { code })
  const explained = explainListenError(error, { port: 3000, host: 'nonsense', variable: 'PORT' })
  expect(explained).toHaveProperty('message', expect.stringContaining('HOST nonsense is no address'))
})

it('leaves an error it knows nothing about as it is', () => {
  const error = new Error('something else')
  expect(explainListenError(error, { port: 3000, host: '127.0.0.1', variable: 'PORT' })).toBe(error)
})
