import { expect, test } from 'vitest'
import { Visitor } from 'test-support/visitor'
import { startExample } from './start-example.ts'

test('existing-apollo: types of the host and of the directory in one query', async () => {
  const { origin } = await startExample('existing-apollo')
  const visitor = new Visitor(origin)
  await visitor.signIn('lisi')
  expect(await visitor.query('{ orders { title owner { name } } me { id orders { id } } }')).toEqual({
    data: {
      orders: [
        { title: '办公椅', owner: { name: '张三' } },
        { title: '显示器', owner: { name: '李四' } },
      ],
      me: { id: 'LiSi', orders: [] },
    },
  })
})
