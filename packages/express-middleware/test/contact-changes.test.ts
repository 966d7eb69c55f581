import { createDirectory, type Directory } from '@wecom-kit/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { wecomCallback } from '../src/extras/events/wecom-callback.ts'
import { createTestSession } from '../src/testing/index.ts'
import { majors, startApp, startWecom, type TestApp, type Wecom } from './support/test-app.ts'

const credentials = { token: 'QDG6eK', encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C' }

/** By default it is a second, which a busy machine may need for a push and a read. */
const patience = { timeout: 15_000 }

describe.each(majors)('changes of the contacts, pushed by WeCom, on Express $major', ({ express }) => {
  let wecom: Wecom
  let directory: Directory
  let app: TestApp
  let ask: (userId: string) => () => Promise<number>

  beforeEach(async () => {
    wecom = await startWecom()
    directory = createDirectory(wecom.client, { debounce: 0 })
    app = await startApp({
      express,
      sso: { client: wecom.client },
      routes: (server, sso) => {
        const receiveId = wecom.client.corpId
        server.use('/events', wecomCallback({ ...credentials, receiveId, sso, directory }))
      },
    })
    const registered = await wecom.simulator.callbacks.register({
      app: 'contacts-sync',
      url: `${app.origin}/events`,
      ...credentials,
    })
    if (!registered.verified) throw new Error('the callback URL was not verified')
    ask = (userId) => {
      const { cookie } = createTestSession({ userId }, app.sso)
      return async () => (await app.send('/api/private', { headers: { cookie } })).status
    }
  })
  afterEach(async () => {
    await app.close()
    await wecom.client.close()
    await wecom.simulator.close()
  })

  it('a member who was disabled is signed out, although the event tells no status', async () => {
    const zhangsan = ask('zhangsan')
    const lisi = ask('LiSi')
    expect([await zhangsan(), await lisi()]).toEqual([200, 200])
    await wecom.simulator.contacts.updateUser('zhangsan', { status: 2 })
    await vi.waitFor(async () => expect(await zhangsan()).toBe(401), patience)
    expect(await lisi()).toBe(200)
  })

  it('a member who only changed teams stays', async () => {
    const zhangsan = ask('zhangsan')
    await wecom.simulator.contacts.updateUser('zhangsan', { department: [1] })
    await vi.waitFor(() => expect(wecom.allCalls()).toBeGreaterThan(1), patience)
    expect(await zhangsan()).toBe(200)
  })

  it('the second of two edits within a second is not lost', async () => {
    const nameOf = async (): Promise<unknown> => {
      const user = await directory.user('zhangsan')
      return user?.level === 'full' ? user.name : undefined
    }
    for (const name of ['张三丰', '张三疯', '张三']) {
      await wecom.simulator.contacts.updateUser('zhangsan', { name })
      await vi.waitFor(async () => expect(await nameOf()).toBe(name), patience)
    }
  })
})
