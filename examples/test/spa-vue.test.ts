import { expect, test } from 'vitest'
import { Visitor } from 'test-support/visitor'
import { startExample } from './start-example.ts'

// The page itself is tried in `browser.test.ts`.
test('spa-vue: the server lets its front end in, and tells it where to sign in', async () => {
  const { origin } = await startExample('spa-vue')
  const visitor = new Visitor(origin)
  const frontEnd = { origin: 'http://localhost:5173' }
  const { headers } = await visitor.fetch('/graphql', { method: 'OPTIONS', headers: frontEnd })
  expect(headers.get('access-control-allow-origin')).toBe(frontEnd.origin)
  expect(await (await visitor.fetch('/graphql', { headers: frontEnd })).json()).toMatchObject({
    loginUrl: `${origin}/wecom/login`,
  })
})
