import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Visitor } from 'test-support/visitor'
import { startExample } from './start-example.ts'

/** What each example promises, once it says its address. */
const promises: Readonly<Record<string, (origin: string) => Promise<void>>> = {
  'express4-passport-jwt': async (origin) => {
    const visitor = new Visitor(origin)
    expect((await visitor.fetch('/api/me')).status).toBe(401)
    await visitor.signIn('zhangsan')
    expect(await (await visitor.fetch('/api/me')).json()).toEqual({
      id: 1,
      wecomUserId: 'zhangsan',
      roles: ['staff'],
    })
    expect((await new Visitor(origin).fetch('/api/me', { headers: { cookie: 'token=forged' } })).status).toBe(
      401,
    )
  },
  'express5-graphql': async (origin) => {
    const visitor = new Visitor(origin)
    const { response } = await visitor.signIn('zhangsan')
    expect(await response.text()).toContain('<h1>张三</h1>')
    expect(await visitor.query('{ me { id mainDepartment { name } } }')).toEqual({
      data: { me: { id: 'zhangsan', mainDepartment: { name: '后端组' } } },
    })
  },
  nestjs: async (origin) => {
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
  },
  'several-corps': async (origin) => {
    const one = new Visitor(`${origin}/spruce`)
    const other = new Visitor(`${origin}/pine`)
    const first: unknown = await (await one.signIn('zhangsan')).response.json()
    expect(first).toMatchObject({ corp: 'spruce', userId: 'zhangsan' })
    const second: unknown = await (await other.signIn('songwu')).response.json()
    expect(second).toMatchObject({ corp: 'pine', corpId: 'ww00000000000000f2', userId: 'songwu' })
    expect((await one.fetch(`${origin}/pine/`)).status).toBe(401)
  },
  serverless: async (origin) => {
    const visitor = new Visitor(origin)
    expect(await (await visitor.signIn('zhangsan')).response.text()).toContain('<h1>zhangsan</h1>')
    expect(await visitor.query('{ me { name } }')).toEqual({ data: { me: { name: '张三' } } })
  },
  // The pages of these two are tried in `browser.test.ts`.
  'login-panel': async (origin) => {
    const visitor = new Visitor(origin)
    await visitor.signIn('zhangsan')
    expect(await (await visitor.fetch('/me')).json()).toMatchObject({ userId: 'zhangsan' })
  },
  'spa-vue': async (origin) => {
    const visitor = new Visitor(origin)
    const frontEnd = { origin: 'http://localhost:5173' }
    const { headers } = await visitor.fetch('/graphql', { method: 'OPTIONS', headers: frontEnd })
    expect(headers.get('access-control-allow-origin')).toBe(frontEnd.origin)
    expect(await (await visitor.fetch('/graphql', { headers: frontEnd })).json()).toMatchObject({
      loginUrl: `${origin}/wecom/login`,
    })
  },
  'existing-apollo': async (origin) => {
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
  },
}

test('every example is tried', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  expect(
    folders
      .map(({ name }) => name)
      .filter((name) => name !== 'node_modules')
      .sort(),
  ).toEqual(Object.keys(promises).sort())
})

test.each(Object.entries(promises))('%s starts and signs a member in', async (name, keep) => {
  const port = await startExample(name)
  await expect(keep(`http://localhost:${port}`)).resolves.toBeUndefined()
})
