import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp, startWecom, type TestApp, type Wecom } from './support/test-app.ts'
import { signIn } from './support/visitor.ts'

const calls = 2000

let wecom: Wecom
let app: TestApp
beforeAll(async () => {
  wecom = await startWecom()
  app = await startApp({ sso: { client: wecom.client } })
})
afterAll(async () => {
  await app.close()
  await wecom.simulator.close()
})

it('a sign-in does not wait for the two thousand calls the app has queued on the same client', async () => {
  const { client, simulator } = wecom
  await client.auth.token()
  simulator.settings.set({ latencyMs: 50 })
  const exported = Promise.allSettled(
    Array.from({ length: calls }, (_, index) => client.users.get(`m${index}`)),
  )
  expect((await signIn(app.visitor())).location).toBe('/private')
  // In line it would have been the last.
  expect(wecom.calls('/cgi-bin/user/get')).toBeLessThan(calls / 2)
  await client.close()
  await exported
})
