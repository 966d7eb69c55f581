import { createMemoryStore, createWecomClient, type TokenStore, type WecomClient } from '@wecom-kit/core'
import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const page = 'https://oa.example.com/'
const corpTicketPath = '/cgi-bin/get_jsapi_ticket'
const agentTicketPath = '/cgi-bin/ticket/get'

describe('auth.refresh and the JS-SDK tickets', () => {
  let simulator: Simulator
  const clients: WecomClient[] = []

  beforeEach(async () => {
    simulator = await startSimulator()
  })
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()))
    await simulator.close()
  })

  const connect = (store?: TokenStore): WecomClient => {
    const { secret } = simulator.apps[0]
    const client = createWecomClient({
      corpId: simulator.corp.id,
      secret,
      baseUrl: simulator.url,
      ...(store === undefined ? {} : { store }),
    })
    clients.push(client)
    return client
  }
  const fetched = (): number[] => [
    simulator.journal.count(corpTicketPath),
    simulator.journal.count(agentTicketPath),
  ]

  it('renews both by force, and neither without', async () => {
    const wecom = connect()
    await wecom.jssdk.configSignature(page)
    await wecom.jssdk.agentConfigSignature(page)
    await wecom.auth.refresh()
    await wecom.jssdk.configSignature(page)
    expect(fetched()).toEqual([1, 1])
    await wecom.auth.refresh({ force: true })
    expect(fetched()).toEqual([2, 2])
    await wecom.jssdk.configSignature(page)
    expect(fetched()).toEqual([2, 2])
  })

  it('asks for none where none was asked for', async () => {
    await connect().auth.refresh({ force: true })
    expect(fetched()).toEqual([0, 0])
  })

  it('does not take from the store afterwards what another process left there', async () => {
    const store = createMemoryStore()
    await connect(store).jssdk.configSignature(page)
    const restarted = connect(store)
    await restarted.auth.refresh({ force: true })
    expect(fetched()).toEqual([1, 0])
    await restarted.jssdk.configSignature(page)
    await restarted.jssdk.configSignature(page)
    expect(fetched()).toEqual([2, 0])
  })

  it('rejects when a ticket cannot be renewed, and tries again at its next use', async () => {
    const wecom = connect()
    await wecom.jssdk.configSignature(page)
    simulator.faults.add({ path: corpTicketPath, kind: 'errcode', errcode: 48002, times: 1 })
    await expect(wecom.auth.refresh({ force: true })).rejects.toMatchObject({ errcode: 48002 })
    await wecom.jssdk.configSignature(page)
    expect(fetched()).toEqual([3, 0])
  })
})
