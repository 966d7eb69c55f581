import type { Department } from '../world/department.ts'
import type { Call } from './call.ts'
import { queryId } from './parameters.ts'
import { visibleDepartment } from './visible-range.ts'

const rootId = 1

/**
 * The departments a tree call asks for: the given one with everything below, or all visible ones, parents first.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90208
 */
export function departmentTree(call: Call): Department[] {
  const { directory } = call.world
  const id = queryId(call, 'id', 60003)
  if (id !== undefined) visibleDepartment(call, id)
  const found = directory.subtree(id ?? rootId).flatMap((below) => directory.department(below) ?? [])
  return found.filter((each) => call.visibility.seesDepartment(each.id))
}

/** A department as an app is shown it: only visible leaders. */
export function departmentView(call: Call, department: Department): Department {
  const { directory } = call.world
  const leaders = department.department_leader.filter((userid) => {
    const leader = directory.member(userid)
    return leader !== undefined && call.visibility.seesMember(leader)
  })
  return { ...department, department_leader: leaders }
}
