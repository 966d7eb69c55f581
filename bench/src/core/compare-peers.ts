import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { printTable } from 'test-support/print-table'
import { nodeEasywechat } from './peers/node-easywechat.ts'
import type { Peer, PeerClient, PeerTarget } from './peers/peer.ts'
import { wechatEnterpriseApi } from './peers/wechat-enterprise-api.ts'
import { wecomKit } from './peers/wecom-kit.ts'
import { wenerClient } from './peers/wener-client.ts'

const peers = [wecomKit, nodeEasywechat, wenerClient, wechatEnterpriseApi]
const patienceMs = 20_000

/** What each client makes of the situations every WeCom client meets, on the simulator. Counts, not speed. */
export async function comparePeers(): Promise<void> {
  const rows: string[][] = []
  for (const peer of peers) {
    rows.push([
      peer.name,
      await scenario(peer, coldBurst),
      await scenario(peer, revokedEarly),
      await scenario(peer, busyGettoken),
    ])
  }
  printTable(
    'Situations: calls that succeeded, gettoken calls',
    ['client', '500 cold calls at once', '200 calls while the token is revoked', 'gettoken answers -1 twice'],
    rows,
  )
}

type Scenario = (simulator: Simulator, client: PeerClient) => Promise<number>

async function scenario(peer: Peer, run: Scenario): Promise<string> {
  const simulator = await startSimulator()
  const client = await peer.create(targetOf(simulator))
  try {
    const succeeded = await run(simulator, client)
    return `${succeeded} ok, ${simulator.journal.count('/cgi-bin/gettoken')} gettoken`
  } finally {
    await client.close()
    await simulator.close()
  }
}

const coldBurst: Scenario = (_simulator, client) => burst(client, 500)

const revokedEarly: Scenario = async (simulator, client) => {
  await client.getUser('zhangsan')
  simulator.settings.set({ latencyMs: [0, 2000] })
  simulator.journal.clear()
  const calls = burst(client, 200)
  simulator.tokens.revoke()
  return calls
}

const busyGettoken: Scenario = (simulator, client) => {
  simulator.faults.add({ path: '/cgi-bin/gettoken', kind: 'errcode', errcode: -1, times: 2 })
  return burst(client, 1)
}

/** How many of `count` calls at once succeed; one that never settles has failed. */
async function burst(client: PeerClient, count: number): Promise<number> {
  const calls = Array.from({ length: count }, () => client.getUser('zhangsan'))
  const results = await Promise.allSettled(calls.map((call) => Promise.race([call, patience()])))
  return results.filter(({ status }) => status === 'fulfilled').length
}

function patience(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('never settled')), patienceMs).unref()
  })
}

function targetOf(simulator: Simulator): PeerTarget {
  const app = simulator.apps.find(({ kind }) => kind === 'app')
  if (app?.agentId === undefined) throw new Error('the seed has no app')
  return { baseUrl: simulator.url, corpId: simulator.corp.id, secret: app.secret, agentId: app.agentId }
}
