import { expect, test } from 'vitest'
import { Visitor } from 'test-support/visitor'
import { startExample } from './start-example.ts'

test('express5-graphql: a page, the directory, and out again', async () => {
  const { origin } = await startExample('express5-graphql')
  const visitor = new Visitor(origin)
  const { response } = await visitor.signIn('zhangsan')
  expect(await response.text()).toContain('<h1>张三</h1>')
  expect(await visitor.query('{ me { name mainDepartment { name } } }')).toEqual({
    data: { me: { name: '张三', mainDepartment: { name: '后端组' } } },
  })
  await visitor.fetch('/wecom/logout', { method: 'POST', headers: { origin } })
  expect((await visitor.post('/graphql', { query: '{ me { name } }' })).status).toBe(401)
})
