import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeEasywechat } from '../src/core/peers/node-easywechat.ts'
import type { PeerClient } from '../src/core/peers/peer.ts'
import { wechatEnterpriseApi } from '../src/core/peers/wechat-enterprise-api.ts'
import { wenerClient } from '../src/core/peers/wener-client.ts'

// Nobody of us wrote these clients, and each is unchanged but for the base URL: what they expect of an answer is a
// reading of WeCom's documents that is not ours.
describe.each([nodeEasywechat, wenerClient, wechatEnterpriseApi])('$name on the simulator', (peer) => {
  let simulator: Simulator
  let client: PeerClient

  beforeEach(async () => {
    simulator = await startSimulator()
    const app = simulator.apps[0]
    client = await peer.create({
      baseUrl: simulator.url,
      corpId: simulator.corp.id,
      secret: app?.secret ?? '',
      agentId: app?.agentId ?? 0,
    })
  })
  afterEach(async () => {
    await client.close()
    await simulator.close()
  })

  it('fetches a token and reads a member', async () => {
    await client.getUser('zhangsan')
    const calls = simulator.journal.requests().map(({ path, errcode }) => [path, errcode])
    expect(calls).toEqual([
      ['/cgi-bin/gettoken', 0],
      ['/cgi-bin/user/get', 0],
    ])
  })

  it('uses its token again', async () => {
    await client.getUser('zhangsan')
    await client.getUser('lisi')
    expect(simulator.journal.count('/cgi-bin/gettoken')).toBe(1)
  })

  it('takes an errcode for a failure', async () => {
    await expect(client.getUser('nobody-of-this-name')).rejects.toThrow(/60111|userid/)
  })

  it('is refused with a token that was revoked', async () => {
    await client.getUser('zhangsan')
    simulator.tokens.revoke()
    await expect(client.getUser('zhangsan')).rejects.toThrow(/40014|access_token/)
  })
})
