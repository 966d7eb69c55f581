import { createDirectory } from '@wecom-kit/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWecomGraphQL, type WecomGraphQL } from '../src/index.ts'
import { ask } from './ask.ts'
import { simulatedCorp, type SimulatedCorp } from './on-simulator.ts'

let corp: SimulatedCorp
let teamIds: string[]

beforeAll(async () => {
  corp = await simulatedCorp({ seed: 'big-corp?users=1200&departments=40' })
  const { id } = await corp.simulator.contacts.createDepartment({ name: 'A team of 120' })
  teamIds = Array.from({ length: 120 }, (_, index) => `team-member-${index}`)
  for (const userid of teamIds) {
    await corp.simulator.contacts.createUser({ userid, name: userid, department: [id], position: 'Tester' })
  }
})

afterAll(() => corp[Symbol.asyncDispose]())

async function layer({ index, warm }: { index: boolean; warm: boolean }): Promise<WecomGraphQL> {
  const directory = createDirectory(corp.client, index ? { contactsClient: corp.contactsClient } : {})
  if (warm) await directory.warm()
  corp.simulator.journal.clear()
  return createWecomGraphQL({ directory })
}

test('me { id }: 0 calls', async () => {
  const wecom = await layer({ index: false, warm: false })
  expect(await ask(wecom, '{ me { id isMe } }')).toEqual({ data: { me: { id: 'zhangsan', isMe: true } } })
  expect(corp.contactReads()).toBe(0)
})

test('50 aliases of one member: 1 call warm', async () => {
  const wecom = await layer({ index: true, warm: true })
  const aliases = Array.from(
    { length: 50 },
    (_, index) => `u${index}: user(id: "zhangsan") { id name position }`,
  )
  const { data, errors } = await ask(wecom, `{ ${aliases.join(' ')} }`)
  expect(errors).toBeUndefined()
  expect(new Set(Object.values(data ?? {}).map((user) => JSON.stringify(user))).size).toBe(1)
  expect(corp.contactReads()).toBe(1)
})

test.each([
  { index: true, warm: true, calls: 1 },
  { index: false, warm: false, calls: 5 },
])('50 members of a team of 120 (index: $index, warm: $warm): at most $calls calls', async (row) => {
  const wecom = await layer(row)
  const { data } = await ask(wecom, 'query ($ids: [ID!]!) { users(ids: $ids) { id position } }', {
    variables: { ids: teamIds.slice(0, 50) },
  })
  expect(data?.['users']).toEqual(teamIds.slice(0, 50).map((id) => ({ id, position: 'Tester' })))
  expect(corp.contactReads()).toBeLessThanOrEqual(row.calls)
})

test('6 departments and 60 of their members in one operation: 6 calls warm', async () => {
  const wecom = await layer({ index: true, warm: true })
  const { simulator } = corp
  const staffed = simulator.contacts
    .departments()
    .map(({ id }) => ({
      id,
      members: simulator.contacts
        .users()
        .filter(({ department }) => department.length === 1 && department[0] === id),
    }))
    .filter(({ members }) => members.length >= 10)
    .slice(0, 6)
  expect(staffed).toHaveLength(6)
  const lists = staffed.map(({ id }) => `d${id}: departmentUsers(departmentId: ${id}) { id mobile }`)
  const ids = staffed.flatMap(({ members }) => members.slice(0, 10).map(({ userid }) => userid))
  const { data, errors } = await ask(
    wecom,
    `query ($ids: [ID!]!) { ${lists.join(' ')} users(ids: $ids) { id } }`,
    {
      variables: { ids },
    },
  )
  expect(errors).toBeUndefined()
  expect(data?.['users']).toEqual(ids.map((id) => ({ id })))
  expect(corp.contactReads()).toBe(6)
})
