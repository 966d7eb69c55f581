import { expect, test } from 'vitest'
import { Visitor } from 'test-support/visitor'
import { startExample } from './start-example.ts'

test("nestjs: a guard, a parameter, and the directory in Nest's own schema", async () => {
  const { origin } = await startExample('nestjs')
  const visitor = new Visitor(origin)
  expect((await visitor.fetch('/me')).status).toBe(401)
  expect(await (await visitor.signIn('zhangsan')).response.text()).toBe('<h1>zhangsan</h1>')
  expect(await (await visitor.fetch('/me')).json()).toMatchObject({ userId: 'zhangsan' })
  expect(await visitor.query('{ orders { title owner { name } } me { name } }')).toEqual({
    data: {
      orders: [
        { title: '办公椅', owner: { name: '张三' } },
        { title: '显示器', owner: { name: '李四' } },
      ],
      me: { name: '张三' },
    },
  })
  expect(await visitor.query('{ order(id: 9) { id } }')).toMatchObject({
    errors: [{ message: 'no order 9' }],
  })
})
