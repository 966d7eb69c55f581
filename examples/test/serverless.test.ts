import { expect, test } from 'vitest'
import { Visitor } from 'test-support/visitor'
import { meOf } from './me-of.ts'
import { startExample } from './start-example.ts'

test('serverless: page and directory of a function', async () => {
  const { origin } = await startExample('serverless')
  const visitor = new Visitor(origin)
  expect(await (await visitor.signIn('zhangsan')).response.text()).toContain('<h1>zhangsan</h1>')
  expect(await meOf(visitor)).toBe('张三')
})
