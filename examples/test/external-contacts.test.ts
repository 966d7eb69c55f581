import { expect, test } from 'vitest'
import { Visitor } from 'test-support/visitor'
import { isRecord } from '../../tools/support/is-record.ts'
import { meOf } from './me-of.ts'
import { startExample } from './start-example.ts'

test('external-contacts: followers, their customers page by page, one customer with tags', async () => {
  const { origin } = await startExample('external-contacts')
  const visitor = new Visitor(origin)
  const home = await (await visitor.signIn('zhangsan')).response.text()
  expect(home).toContain('href="/of/zhangsan"')

  const pages = await allPages(visitor, '/of/zhangsan')
  expect(pages.map((page) => page.length)).toEqual([2, 2, 1])
  const names = pages.flat()
  const lin = names.find((customer) => isRecord(customer) && customer['name'] === '林女士')
  expect(lin).toMatchObject({ tags: ['级别/重要'] })

  const detail = await read(visitor, `/customers/${String(isRecord(lin) ? lin['id'] : '')}`)
  expect(detail).toMatchObject({
    name: '林女士',
    knownBy: [
      { userId: 'zhangsan', tags: ['重要'] },
      { userId: 'LiSi', tags: [] },
    ],
  })
  expect(await meOf(visitor)).toBe('张三')
})

async function allPages(visitor: Visitor, path: string, cursor = ''): Promise<(readonly unknown[])[]> {
  const { customers, next } = await read(visitor, `${path}?cursor=${cursor}`)
  const page: readonly unknown[] = Array.isArray(customers) ? customers : []
  return typeof next === 'string' ? [page, ...(await allPages(visitor, path, next))] : [page]
}

async function read(visitor: Visitor, path: string): Promise<Record<string, unknown>> {
  const answer: unknown = await (await visitor.fetch(path)).json()
  return isRecord(answer) ? answer : {}
}
