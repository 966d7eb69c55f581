import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { describe, expect, it, vi } from 'vitest'
import { Commander, EnumSecretType, EnumTrueFalse } from 'wechat-work'
import { callsOf } from './calls-of.ts'
import { leadTo } from './lead-to.ts'

function commanderOf(simulator: Simulator): Commander {
  // It prints a line a call.
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const cache = new Map<string, string>()
  const { agentId, corpId, secret } = simulator.clientOptions()
  return new Commander({
    corpId,
    contactSecret: simulator.clientOptions('contacts-sync').secret,
    externalContactSecret: simulator.clientOptions('external-contact').secret,
    apps: [{ agentId: String(agentId), agentSecret: secret }],
    getFromCacheMethod: async (key) => ({
      content: cache.get(key) ?? '',
      ttlSeconds: cache.has(key) ? 7200 : 0,
    }),
    saveToCacheMethod: async (key, content) => {
      cache.set(key, content)
    },
  })
}

describe('wechat-work on the simulator', () => {
  it('reads departments, members and its own app', async () => {
    await using simulator = await startSimulator()
    leadTo(simulator)
    const commander = commanderOf(simulator)
    const agentId = String(simulator.clientOptions().agentId)
    const contacts = await commander.getContactsCommander(EnumSecretType.Agent, agentId)
    expect(await contacts.departments.find(2)).toHaveLength(4)
    expect(await contacts.users.findById('zhangsan')).toMatchObject({ name: '张三' })
    expect(await contacts.users.findByDepartmentSimple('4', EnumTrueFalse.False)).toHaveLength(6)
    const app = await commander.getCustomizedAppCommander(agentId)
    expect(await app.findById(agentId)).toMatchObject({ name: 'portal' })
    expect(callsOf(simulator).map(([, errcode]) => errcode)).toEqual([0, 0, 0, 0])
  })

  it('writes members and tags with the secret of contacts-sync', async () => {
    await using simulator = await startSimulator()
    leadTo(simulator)
    const contacts = await commanderOf(simulator).getContactsCommander()
    const department = await contacts.departments.create({ name: '法务部', parentid: 1, parentId: 1 })
    expect(department).toMatchObject({ id: 13 })
    await contacts.users.delete(['wangwu', 'zhaoliu'])
    await contacts.departments.delete(13)
    expect(await contacts.invite(['zhangsan', 'nobody'])).toBeDefined()
    expect(callsOf(simulator).map(([, errcode]) => errcode)).toEqual([0, 0, 0, 0])
  })
})
