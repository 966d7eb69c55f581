import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import type { DirectoryWant } from '../../src/directory/types.ts'
import { bigCorp, simulatedCorp, type SimulatedCorp } from './simulated-corp.ts'
import { requestStream } from './request-stream.ts'
import { runAll, userByUser } from './plain-data-loader.ts'

let corp: SimulatedCorp

beforeAll(async () => {
  corp = await simulatedCorp(bigCorp)
})
afterAll(() => corp[Symbol.asyncDispose]())
beforeEach(() => corp.simulator.reset())

const team = (): string[] =>
  corp.simulator.contacts
    .users()
    .filter(({ department }) => department.includes(8))
    .map(({ userid }) => userid)

describe('calls for 50 members of a department of 120', () => {
  test('are 1 warm with a contacts client', async () => {
    const contactsClient = corp.client('contacts-sync')
    const directory = createDirectory(corp.client('portal'), { contactsClient })
    await directory.warm()
    corp.takeCalls()
    const ids = team().slice(10, 60)
    expect((await directory.users(ids)).map((user) => user?.userId)).toEqual(ids)
    expect(corp.takeCalls()).toEqual(['user/list'])
  })

  test('are 5 at most cold without one, the tree included', async () => {
    const directory = createDirectory(corp.client('portal'))
    await Promise.all([directory.users(team().slice(10, 60)), directory.departments()])
    expect(corp.takeCalls().length).toBeLessThanOrEqual(5)
  })
})

test('50 aliases of the same member are 1 call warm', async () => {
  const directory = createDirectory(corp.client('portal'))
  await directory.warm()
  corp.takeCalls()
  await Promise.all(Array.from({ length: 50 }, () => directory.user('zhangsan')))
  expect(corp.takeCalls()).toEqual(['user/get'])
})

test('6 departments and 60 of their members are 6 calls warm', async () => {
  const directory = createDirectory(corp.client('portal'))
  await directory.warm()
  corp.takeCalls()
  const departments = [50, 51, 52, 53, 54, 55]
  const members = departments.flatMap((id) =>
    corp.simulator.contacts
      .users()
      .filter(({ department }) => department.includes(id))
      .slice(0, 10),
  )
  const answers = await directory.resolve([
    ...members.map(({ userid: userId }): DirectoryWant => ({ kind: 'user', userId })),
    ...departments.map((departmentId): DirectoryWant => ({ kind: 'list', departmentId })),
  ])
  expect(answers.slice(0, 60)).toMatchObject(members.map(({ userid }) => ({ userId: userid })))
  expect(corp.takeCalls()).toEqual(Array(6).fill('user/list'))
})

describe('a stream of 400 mixed requests', () => {
  let plain = 0
  beforeAll(async () => {
    await runAll(requestStream(corp.simulator), userByUser(corp.client('portal')))
    plain = corp.takeCalls().length
  })

  test('costs at most 0.13 of a DataLoader over user/get with a contacts client, index and tree included', async () => {
    const contactsClient = corp.client('contacts-sync')
    const directory = createDirectory(corp.client('portal'), { contactsClient })
    await directory.warm()
    await runAll(requestStream(corp.simulator), directory)
    const calls = corp.takeCalls().length
    expect(calls / plain).toBeLessThanOrEqual(0.13)
  })

  test('costs at most 0.30 without one', async () => {
    const directory = createDirectory(corp.client('portal'))
    await runAll(requestStream(corp.simulator), directory)
    const calls = corp.takeCalls().length
    expect(calls / plain).toBeLessThanOrEqual(0.3)
  })
})

test('34: unknown ids cost one call each and none again within 30 s', async () => {
  const contactsClient = corp.client('contacts-sync')
  const directory = createDirectory(corp.client('portal'), { contactsClient })
  await directory.warm()
  corp.takeCalls()
  const ids = Array.from({ length: 500 }, (_unused, index) => `ghost${index}`)
  await directory.users(ids)
  await directory.users(ids)
  expect(corp.takeCalls()).toHaveLength(500)
})
