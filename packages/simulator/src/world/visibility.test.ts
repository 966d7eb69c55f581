import { array, assert, constantFrom, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import type { App, VisibleRange } from './app.ts'
import { createDepartment } from './department.ts'
import { Directory } from './directory.ts'
import { createMember } from './member.ts'
import { Visibility } from './visibility.ts'

const directory = new Directory(
  [1, 2, 3, 4].map((id) => createDepartment({ id, name: `d${id}`, parentid: Math.floor(id / 2) })),
  [
    createMember({ userid: 'root', name: 'r', department: [1] }),
    createMember({ userid: 'Two', name: 't', department: [2] }),
    createMember({ userid: 'four', name: 'f', department: [4] }),
    createMember({ userid: 'both', name: 'b', department: [3, 4] }),
  ],
  [{ tagid: 7, tagname: 't', userlist: ['root'], partylist: [3] }],
)

function see(visible: VisibleRange): { members: string[]; departments: number[] } {
  const app: App = { name: 'a', kind: 'app', agentId: 1, secret: 's', visible }
  const visibility = new Visibility(app, directory)
  return {
    members: [...directory.members()]
      .filter((member) => visibility.seesMember(member))
      .map(({ userid }) => userid),
    departments: [...directory.departments()]
      .map(({ id }) => id)
      .filter((id) => visibility.seesDepartment(id)),
  }
}

test.each<[VisibleRange, string[], number[]]>([
  ['all', ['root', 'Two', 'four', 'both'], [1, 2, 3, 4]],
  [{}, [], []],
  [{ departments: [2] }, ['Two', 'four', 'both'], [2, 4]],
  [{ users: ['TWO'] }, ['Two'], []],
  [{ tags: [7] }, ['root', 'both'], [3]],
  [{ departments: [99], tags: [99] }, [], [99]],
])('%j sees members %j and departments %j', (visible, members, departments) => {
  expect(see(visible)).toEqual({ members, departments: departments.filter((id) => id < 99) })
})

test('a wider range never sees less', () => {
  const range = record({
    departments: array(constantFrom(1, 2, 3, 4)),
    users: array(constantFrom('root', 'two', 'FOUR')),
    tags: array(constantFrom(7)),
  })
  assert(
    property(range, range, (first, second) => {
      const wide = see({
        departments: [...first.departments, ...second.departments],
        users: [...first.users, ...second.users],
        tags: [...first.tags, ...second.tags],
      })
      const narrow = see(first)
      expect(narrow.members.every((userid) => wide.members.includes(userid))).toBe(true)
      expect(narrow.departments.every((id) => wide.departments.includes(id))).toBe(true)
    }),
  )
})
