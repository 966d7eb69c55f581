import { expect, test } from 'vitest'
import { Visitor } from 'test-support/visitor'
import { meOf } from './me-of.ts'
import { startExample } from './start-example.ts'

test('several-corps: two corps with equal AgentIds keep to themselves', async () => {
  const { origin } = await startExample('several-corps')
  const [spruce, pine] = [new Visitor(`${origin}/spruce`), new Visitor(`${origin}/pine`)]
  const first: unknown = await (await spruce.signIn('zhangsan')).response.json()
  expect(first).toMatchObject({ corp: 'spruce', userId: 'zhangsan' })
  const second: unknown = await (await pine.signIn('songwu')).response.json()
  expect(second).toMatchObject({ corp: 'pine', corpId: 'ww00000000000000f2', userId: 'songwu' })
  expect((await spruce.fetch(`${origin}/pine/`)).status).toBe(401)
  expect([await meOf(spruce), await meOf(pine)]).toEqual(['张三', '宋武'])
})
