import * as fc from 'fast-check'
import type { DirectoryWant } from '../../src/directory/types.ts'
import { FakeCorp } from './fake-corp.ts'

/** A random corp: up to 8 departments in a tree, members in one to three of them, some hidden from the app. */
export const organisation: fc.Arbitrary<FakeCorp> = fc
  .record({
    parents: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
    members: fc.array(
      fc.record({ departments: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), hidden: fc.boolean() }),
      { maxLength: 40 },
    ),
    hideSome: fc.boolean(),
  })
  .map(({ parents, members, hideSome }) => {
    const corp = new FakeCorp().department(1)
    for (const [index, parent] of parents.entries()) corp.department(index + 2, (parent % (index + 1)) + 1)
    for (const [index, member] of members.entries()) {
      const departments = [...new Set(member.departments.map((pick) => (pick % corp.departments.size) + 1))]
      corp.user(`User${index}`, departments, { position: `position ${index % 5}` })
      if (hideSome && member.hidden) corp.hidden.add(`user${index}`)
    }
    return corp
  })

/** Random demands of one tick, for members and departments that may or may not exist. */
export const demands: fc.Arbitrary<DirectoryWant[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: userWant() }, { weight: 1, arbitrary: listWant() }),
  { minLength: 1, maxLength: 40 },
)

function userWant(): fc.Arbitrary<DirectoryWant> {
  const name = fc.oneof(
    { weight: 12, arbitrary: fc.nat({ max: 45 }).map((index) => `User${index}`) },
    { weight: 3, arbitrary: fc.nat({ max: 45 }).map((index) => `uSER${index}`) },
    { weight: 1, arbitrary: fc.constantFrom('ww9/User1', 'nobody', 'User1@x.y') },
  )
  return fc.record({
    kind: fc.constant('user'),
    userId: name,
    level: fc.constantFrom('id', 'simple', 'full'),
  })
}

function listWant(): fc.Arbitrary<DirectoryWant> {
  return fc.record({
    kind: fc.constant('list'),
    departmentId: fc.integer({ min: 1, max: 10 }),
    recursive: fc.boolean(),
    level: fc.constantFrom('simple', 'full'),
  })
}
