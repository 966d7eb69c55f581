import { Agent } from 'undici'
import { expect, it } from 'vitest'
import { hostConnections, ownConnections } from './connections.ts'

it('own connections are made once, by the first who needs them, and are there at once after that', async () => {
  const connections = ownConnections(1)
  const [one, two] = await Promise.all([connections.open(), connections.open()])
  expect(one).toBe(two)
  expect(connections.open()).toBe(one)
  await connections.close()
  await expect(
    async () => await one.request({ origin: 'http://127.0.0.1:1', path: '/', method: 'GET' }),
  ).rejects.toThrow('destroyed')
})

it('nothing is made to be closed', async () => {
  await expect(ownConnections(1).close()).resolves.toBeUndefined()
})

it("a host's dispatcher is the host's to close", async () => {
  const agent = new Agent()
  const connections = hostConnections(agent)
  expect(connections.open()).toBe(agent)
  await connections.close()
  expect(agent.destroyed).toBe(false)
  await agent.close()
})
