import { expect, test } from 'vitest'
import { Visitor } from 'test-support/visitor'
import { startExample } from './start-example.ts'
import { meOf } from './me-of.ts'

test('express4-passport-jwt: the sign-in makes a user and a token of the app', async () => {
  const { origin } = await startExample('express4-passport-jwt')
  const visitor = new Visitor(origin)
  expect((await visitor.fetch('/api/me')).status).toBe(401)
  await visitor.signIn('zhangsan')
  expect(await (await visitor.fetch('/api/me')).json()).toEqual({
    id: 1,
    wecomUserId: 'zhangsan',
    roles: ['staff'],
  })
  const forged = await new Visitor(origin).fetch('/api/me', { headers: { cookie: 'token=forged' } })
  expect(forged.status).toBe(401)
  expect(await meOf(visitor)).toBe('张三')
})
