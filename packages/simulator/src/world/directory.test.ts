import { array, assert, constantFrom, property, record, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { createDepartment } from './department.ts'
import { Directory } from './directory.ts'
import { createMember } from './member.ts'

const departments = [1, 2, 3, 4].map((id) =>
  createDepartment({ id, name: `d${id}`, parentid: Math.floor(id / 2) }),
)

const edit = record({
  remove: constantFrom(true, false, false),
  userid: constantFrom('a', 'A', 'b', 'c', 'D', 'd'),
  department: uniqueArray(constantFrom(1, 2, 3, 4), { minLength: 1 }),
})

test('after any edits the indexes say what a look at every member says', () => {
  assert(
    property(array(edit), (edits) => {
      const directory = new Directory(departments, [], [])
      for (const { department, remove, userid } of edits) {
        if (remove) directory.removeMember(userid)
        else directory.putMember(createMember({ userid, name: userid, department }))
      }
      const members = [...directory.members()]
      for (const { id } of departments) {
        const residents = members.filter((member) => member.department.includes(id))
        expect(new Set(directory.residents(id))).toEqual(new Set(residents))
        expect(directory.residentCount(id)).toBe(residents.length)
      }
      const rows = members.flatMap(({ department, userid }) => department.map((id) => `${userid} ${id}`))
      expect(new Set(directory.idRows().map((row) => `${row.userid} ${row.department}`))).toEqual(
        new Set(rows),
      )
      expect(directory.memberCount).toBe(members.length)
    }),
  )
})

test('a userid is one member in any case', () => {
  const directory = new Directory(departments, [], [])
  directory.putMember(createMember({ userid: 'LiSi', name: 'first', department: [1] }))
  directory.putMember(createMember({ userid: 'lisi', name: 'second', department: [2] }))
  expect(directory.memberCount).toBe(1)
  expect(directory.member('LISI')?.name).toBe('second')
  expect([...directory.residents(1)]).toEqual([])
})

test('what is edited keeps its place in every list', () => {
  const people = ['a', 'b', 'c'].map((userid) => createMember({ userid, name: userid, department: [1, 2] }))
  const directory = new Directory(departments, people, [])
  directory.putMember(createMember({ userid: 'A', name: 'edited', department: [2, 3] }))
  directory.putDepartment(createDepartment({ id: 2, name: 'edited', parentid: 1 }))
  const names = (id: number): string[] => Array.from(directory.residents(id), ({ name }) => name)
  expect([names(1), names(2), names(3)]).toEqual([['b', 'c'], ['edited', 'b', 'c'], ['edited']])
  expect(Array.from(directory.members(), ({ name }) => name)).toEqual(['edited', 'b', 'c'])
  expect(Array.from(directory.departments(), ({ id }) => id)).toEqual([1, 2, 3, 4])
  expect(directory.subtree(1)).toEqual([1, 2, 3, 4])
})

test('a subtree holds parents before children, and follows a department that moves', () => {
  const directory = new Directory(departments, [], [])
  expect(directory.subtree(1)).toEqual([1, 2, 3, 4])
  expect(directory.subtree(2)).toEqual([2, 4])
  directory.putDepartment(createDepartment({ id: 4, name: 'd4', parentid: 3 }))
  expect(directory.subtree(2)).toEqual([2])
  expect(directory.subtree(3)).toEqual([3, 4])
})

test('every edit shows in the version', () => {
  const directory = new Directory(departments, [], [])
  const seen = [directory.version]
  directory.putMember(createMember({ userid: 'a', name: 'a', department: [1] }))
  seen.push(directory.version)
  directory.removeMember('a')
  seen.push(directory.version)
  directory.removeDepartment(4)
  seen.push(directory.version)
  directory.putTag({ tagid: 1, tagname: 't', userlist: [], partylist: [] })
  seen.push(directory.version)
  expect(new Set(seen).size).toBe(5)
  expect(directory.removeMember('nobody')).toBe(false)
})
