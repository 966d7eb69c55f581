import type { Department } from '../world/department.ts'
import type { Call } from './call.ts'
import { queryId } from './parameters.ts'
import { visibleDepartment } from './visible-range.ts'

/**
 * The departments a tree call asks for: the given one with everything below, or all visible ones, parents first.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90208
 */
export function departmentTree(call: Call): Department[] {
  const { directory } = call.world
  const id = queryId(call, 'id', 60003)
  if (id === undefined)
    return [...directory.departments()].filter((each) => call.visibility.seesDepartment(each.id))
  visibleDepartment(call, id)
  return directory.subtree(id).flatMap((below) => directory.department(below) ?? [])
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
