import helmet from 'helmet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { majors, startApp, startWecom, type TestApp, type Wecom } from './support/test-app.ts'
import { signIn } from './support/visitor.ts'

let wecom: Wecom
beforeAll(async () => {
  wecom = await startWecom()
})
afterAll(async () => {
  await wecom.client.close()
  await wecom.simulator.close()
})

describe.each(majors)('helmet beside it on Express $major', ({ express }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp({
      express,
      sso: { client: wecom.client },
      before: (server) => void server.use(helmet()),
    })
  })
  afterAll(() => app.close())

  it('keeps its headers on sign-in, pages and refusals, and its policy does not break our pages', async () => {
    const visitor = app.visitor()
    await signIn(visitor)
    const page = await visitor.get('/private')
    const refused = await app.send('/api/private')
    const cancelled = await app.send('/wecom/callback?state=0', { headers: { accept: 'text/html' } })
    expect([page.status, refused.status, cancelled.status]).toEqual([200, 401, 400])
    for (const { headers } of [page, refused, cancelled]) {
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(String(headers['content-security-policy'])).toContain('default-src')
    }
    // A page with inline scripts or handlers would be dead under any policy worth having.
    expect(cancelled.body).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=/i)
  })
})
