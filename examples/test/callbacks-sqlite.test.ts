import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { Visitor } from 'test-support/visitor'
import { waitFor } from 'test-support/wait-for'
import { meOf } from './me-of.ts'
import { startExample } from './start-example.ts'

test('callbacks-sqlite: the table follows what happens to members', async () => {
  const { origin, output } = await startExample('callbacks-sqlite')
  const visitor = new Visitor(origin)
  await visitor.signIn('zhangsan')
  const rows = async (userid: string): Promise<readonly unknown[]> => {
    const table: unknown = await (await visitor.fetch('/')).json()
    return Array.isArray(table) ? table.filter((row) => row.userid === userid) : [table]
  }
  const become = (userid: string, wanted: readonly unknown[]): Promise<true> =>
    waitFor(`the row of ${userid}`, async () =>
      isDeepStrictEqual(await rows(userid), wanted) ? true : undefined,
    )
  expect(await rows('LiSi')).toMatchObject([{ name: '李四', position: '高级工程师' }])

  const simulator = await waitFor(
    'the callback URL to be verified',
    async () => /edit members at (\S+)/.exec(output())?.[1],
  )
  const edit = (method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${simulator}${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })

  await edit('PATCH', 'users/LiSi', { position: '首席工程师' })
  await become('LiSi', [{ userid: 'LiSi', name: '李四', position: '首席工程师', main_department: 4 }])
  await edit('POST', 'users', { userid: 'newcomer', name: '新人', department: [2] })
  await become('newcomer', [{ userid: 'newcomer', name: '新人', position: '', main_department: 2 }])
  await edit('DELETE', 'users/newcomer')
  await become('newcomer', [])
  expect(await meOf(visitor)).toBe('张三')

  // Whoever leaves is signed out at once.
  await edit('DELETE', 'users/zhangsan')
  await waitFor('the session to end', async () =>
    (await visitor.fetch('/')).status === 401 ? true : undefined,
  )
})
