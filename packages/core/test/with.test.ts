import { createWecomClient, type WecomClient } from '@wecom-kit/core'
import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

describe('another app of the corp: with()', () => {
  let simulator: Simulator
  let wecom: WecomClient
  let contacts: WecomClient

  beforeEach(async () => {
    simulator = await startSimulator()
    const secretOf = (name: string): string => simulator.apps.find((app) => app.name === name)?.secret ?? ''
    wecom = createWecomClient({
      corpId: simulator.corp.id,
      secret: secretOf('portal'),
      baseUrl: simulator.url,
    })
    contacts = wecom.with({ secret: secretOf('contacts-sync') })
  })
  afterEach(async () => {
    await wecom.close()
    await simulator.close()
  })

  it('has a token of its own', async () => {
    await wecom.users.get('zhangsan')
    const ids = await contacts.users.listIds().toArray()
    expect(ids.length).toBeGreaterThanOrEqual(40)
    const apps = simulator.journal.requests('/cgi-bin/gettoken').map(({ app }) => app)
    expect(apps).toEqual(['portal', 'contacts-sync'])
  })

  it('closes alone', async () => {
    await contacts.users.listIds().toArray()
    await contacts.close()
    await expect(contacts.users.listIds().toArray()).rejects.toMatchObject({ code: 'ERR_WECOM_CONFIG' })
    await expect(wecom.users.get('zhangsan')).resolves.toMatchObject({ userid: 'zhangsan' })
  })

  it('closes with the one it came from', async () => {
    await wecom.close()
    await expect(contacts.users.listIds().toArray()).rejects.toMatchObject({ code: 'ERR_WECOM_CONFIG' })
  })
})
