import { expect, test } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import type { DirectoryWant } from '../../src/directory/types.ts'
import { FakeCorp } from './fake-corp.ts'

const departments = [10, 11, 12, 13, 14, 15]

/** Six departments whose names are asked for, and ten members of each of whom all is. */
function mixedPage(): { corp: FakeCorp; wants: DirectoryWant[] } {
  const corp = new FakeCorp().department(1)
  const members = departments.flatMap((id) => corp.department(id, 1).team(`t${id}`, id, 40).slice(0, 10))
  return {
    corp,
    wants: [
      ...departments.map((departmentId): DirectoryWant => ({ kind: 'list', departmentId, level: 'simple' })),
      ...members.map((userId): DirectoryWant => ({ kind: 'user', userId, level: 'full' })),
    ],
  }
}

test('a short list tells where its members are, and the full one of the same department brings them', async () => {
  const { corp, wants } = mixedPage()
  const directory = createDirectory(corp.client())
  await directory.warm()
  corp.calls.length = 0
  const answers = await directory.resolve(wants)
  expect(answers.filter((answer) => answer === undefined)).toEqual([])
  expect(corp.paths().toSorted()).toEqual([
    ...Array(6).fill('user/list'),
    ...Array(6).fill('user/simplelist'),
  ])
})
