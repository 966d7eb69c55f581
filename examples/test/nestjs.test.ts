import { expect, test } from 'vitest'
import { Visitor } from 'test-support/visitor'
import { meOf } from './me-of.ts'
import { startExample } from './start-example.ts'

test('nestjs: a guard, a parameter, and GraphQL behind the same sign-in', async () => {
  const { origin } = await startExample('nestjs')
  const visitor = new Visitor(origin)
  expect((await visitor.fetch('/me')).status).toBe(401)
  expect(await (await visitor.signIn('zhangsan')).response.text()).toBe('<h1>zhangsan</h1>')
  expect(await (await visitor.fetch('/me')).json()).toMatchObject({ userId: 'zhangsan' })
  expect(await meOf(visitor)).toBe('张三')
})
