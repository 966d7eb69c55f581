import type { World } from '../world/world.ts'
import { createParty } from './edit-departments.ts'

/** Where a new member goes of whom no department is said, and below which unknown departments are made. */
const name = '其他（待设置部门）'

/** The departments of a new member, and those that had to be made for it. */
export interface Placement {
  department: readonly number[]
  created: { name: string; id: number }[]
}

/**
 * Finds the departments of a new member; unknown ones are made.
 *
 * How sure: that both happens official; the names of what is made are ours.
 * @see https://developer.work.weixin.qq.com/document/path/90195
 */
export function placeMember(world: World, wanted: readonly number[] = []): Placement {
  if (wanted.length === 0) return { department: [pendingDepartment(world)], created: [] }
  const unknown = [...new Set(wanted)].filter((id) => world.directory.department(id) === undefined)
  if (unknown.length === 0) return { department: wanted, created: [] }
  const parentid = pendingDepartment(world)
  const created = unknown.map((id) => {
    const { after } = createParty(world, { id, name: `待设置部门${id}`, parentid })
    return { name: after.name, id }
  })
  return { department: wanted, created }
}

function pendingDepartment(world: World): number {
  for (const department of world.directory.departments())
    if (department.name === name && department.parentid === 1) return department.id
  return createParty(world, { name, parentid: 1 }).after.id
}
