import { expect, it } from 'vitest'
import { startSimulator, type Seed } from '../src/index.ts'

it('client options of the first app, or of the one named', async () => {
  await using simulator = await startSimulator()
  const { url, corp, apps } = simulator
  const bases = { baseUrl: url, authorizeBaseUrl: url, loginBaseUrl: url }
  const [first] = apps
  expect(simulator.clientOptions()).toEqual({
    corpId: corp.id,
    agentId: first.agentId,
    secret: first.secret,
    ...bases,
  })
  const sync = apps.find(({ kind }) => kind === 'contacts-sync')
  expect(simulator.clientOptions('contacts-sync')).toEqual({
    corpId: corp.id,
    secret: sync?.secret,
    ...bases,
  })
  expect(() => simulator.clientOptions('nobody')).toThrow(/there is no app "nobody"; there are portal/)
})

it.each(['big-corp?user=5', 'small-corp?users=5'])('refuses the unknown parameter of %s', async (seed) => {
  await expect(startSimulator({ seed })).rejects.toThrow(/is no parameter of/)
})

it.each(['{}', '5', '{"corp":{"id":"ww1"}}'])('names what is wrong with the seed %s', async (json) => {
  const seed: Seed = JSON.parse(json)
  await expect(startSimulator({ seed })).rejects.toThrow(/seed|corp|expected/)
})
