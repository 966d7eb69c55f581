import { expect, test } from 'vitest'
import { Visitor } from 'test-support/visitor'
import { meOf } from './me-of.ts'
import { startExample } from './start-example.ts'

// The panel itself is tried in `browser.test.ts`.
test('login-panel: the sign-in of the server without the panel', async () => {
  const { origin } = await startExample('login-panel')
  const visitor = new Visitor(origin)
  await visitor.signIn('zhangsan')
  expect(await (await visitor.fetch('/me')).json()).toMatchObject({ userId: 'zhangsan' })
  expect(await meOf(visitor)).toBe('张三')
})
