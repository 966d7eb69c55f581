import { describe, expect, test } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import { FakeCorp } from './fake-corp.ts'

function corpOfTwo(): FakeCorp {
  const corp = new FakeCorp().department(1).department(2, 1).department(3, 1)
  corp.team('a', 2, 3)
  corp.team('b', 3, 3)
  return corp
}

describe('forgetting everything', () => {
  test('makes every next read ask WeCom', async () => {
    const corp = corpOfTwo()
    const directory = createDirectory(corp.client())
    await directory.warm()
    await directory.departmentUsers(1, { recursive: true })
    await directory.user('nobody')
    corp.calls.length = 0
    directory.forget()
    expect(directory.stats().memory).toMatchObject({ members: 0, lists: 0 })
    await directory.user('nobody')
    await directory.departments(1)
    await directory.departmentUsers(1, { recursive: true })
    expect(corp.paths().toSorted()).toEqual([
      'department/list',
      'user/get',
      'user/list',
      'user/list',
      'user/list',
    ])
  })

  test('does not remember an answer that was on its way', async () => {
    const corp = corpOfTwo()
    const directory = createDirectory(corp.client())
    // The call has left, and its answer is not there yet.
    corp.before = () => directory.forget()
    const underway = directory.departmentUsers(2)
    expect(await underway).toHaveLength(3)
    corp.before = () => {}
    corp.calls.length = 0
    await directory.departmentUsers(2)
    expect(corp.paths()).toEqual(['user/list'])
  })

  test('lets search go on, and has it read anew', async () => {
    const corp = corpOfTwo()
    const directory = createDirectory(corp.client())
    await directory.warm({ search: true })
    corp.calls.length = 0
    directory.forget()
    const found = await directory.search('a-1')
    expect(found).toMatchObject([{ userId: 'a-1' }])
    expect(corp.calls.length).toBeGreaterThan(0)
  })
})

test('forgetting a department makes its list and its members be asked for again, and no others', async () => {
  const corp = corpOfTwo()
  const directory = createDirectory(corp.client())
  await directory.warm()
  await directory.departmentUsers(2)
  await directory.departmentUsers(3)
  corp.calls.length = 0
  directory.forget({ departmentId: 2 })
  await directory.departmentUsers(3)
  expect(corp.paths()).toEqual([])
  await directory.user('a-1')
  expect(corp.calls.length).toBe(1)
})

test('forgetting a department forgets members whom no list of it brought', async () => {
  const corp = corpOfTwo().user('both', [2, 3])
  const directory = createDirectory(corp.client(), { wholeListUpTo: 0 })
  await directory.user('a-1')
  await directory.departmentUsers(3)
  corp.calls.length = 0
  directory.forget({ departmentId: 2 })
  await directory.user('a-1')
  await directory.user('both')
  await directory.departmentUsers(3)
  expect(corp.paths().toSorted()).toEqual(['user/get', 'user/get', 'user/list'])
})

test('forgetting a member makes them be asked for again', async () => {
  const corp = corpOfTwo()
  const directory = createDirectory(corp.client())
  await directory.user('a-1')
  corp.calls.length = 0
  directory.forget({ userId: 'A-1' })
  expect(await directory.user('a-1')).toMatchObject({ userId: 'a-1' })
  expect(corp.calls.length).toBe(1)
})
