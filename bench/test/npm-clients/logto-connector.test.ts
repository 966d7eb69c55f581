import createConnector from '@logto/connector-wecom'
import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { describe, expect, it } from 'vitest'
import { leadTo } from './lead-to.ts'

async function connectorOf(simulator: Simulator): ReturnType<typeof createConnector> {
  const { agentId, corpId, secret } = simulator.clientOptions()
  return createConnector({ getConfig: async () => ({ corpId, appSecret: secret, agentId: String(agentId) }) })
}

describe('@logto/connector-wecom on the simulator', () => {
  it.each([
    ['in a browser', 'Mozilla/5.0', '/wwopen/sso/qrConnect'],
    ['in WeCom', 'Mozilla/5.0 wxwork/4.1', '/connect/oauth2/authorize'],
  ])('signs a member in %s with its default scope, snsapi_userinfo', async (_where, userAgent, path) => {
    await using simulator = await startSimulator()
    leadTo(simulator)
    const connector = await connectorOf(simulator)
    const link = new URL(
      await connector.getAuthorizationUri({
        state: 'a-state.with_signs',
        redirectUri: 'http://localhost:3001/callback/wecom',
        headers: { userAgent },
      }),
    )
    expect(link.pathname).toBe(path)
    link.searchParams.set('simulate_user', 'zhangsan')
    const answer = await fetch(simulator.url + link.pathname + link.search, { redirect: 'manual' })
    const back = new URL(answer.headers.get('location') ?? '')
    expect(back.searchParams.get('state')).toBe('a-state.with_signs')
    const user = await connector.getUserInfo({ code: back.searchParams.get('code') })
    expect(user).toMatchObject({ id: 'zhangsan', name: '张三' })
  })

  it('says which code was refused', async () => {
    await using simulator = await startSimulator()
    leadTo(simulator)
    const connector = await connectorOf(simulator)
    await expect(connector.getUserInfo({ code: 'unknown' })).rejects.toMatchObject({
      data: { errcode: 40029 },
    })
  })
})
