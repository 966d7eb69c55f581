import { createDepartment, type Department, type DepartmentInput } from '../world/department.ts'
import type { World } from '../world/world.ts'
import type { ContactChange } from './contact-change.ts'
import type { NewDepartment } from './contact-shapes.ts'
import { EditError } from './edit-error.ts'
import { type Patch, patched } from '../shape/patched.ts'

/** Adds a department. */
export function createParty(world: World, input: NewDepartment): ContactChange & { type: 'create_party' } {
  const id = input.id ?? nextId(world)
  if (world.directory.department(id) !== undefined)
    throw new EditError(60008, `department ${id} exists already`)
  const after = checked(world, createDepartment({ ...input, id, parentid: input.parentid ?? 1 }))
  world.directory.putDepartment(after)
  return { type: 'create_party', after }
}

/** Changes a department; what the patch leaves out stays. */
export function updateParty(
  world: World,
  id: number,
  patch: Patch<Omit<DepartmentInput, 'id'>>,
): ContactChange & { type: 'update_party' } {
  const before = existing(world, id)
  const after = checked(world, patched(before, patch))
  if (after.parentid !== 0 && world.directory.subtree(id).includes(after.parentid)) {
    throw new EditError(60010, 'parentid: a department cannot be below itself')
  }
  world.directory.putDepartment(after)
  return { type: 'update_party', before, after }
}

/** Removes a department, which must be empty. */
export function deleteParty(world: World, id: number): ContactChange & { type: 'delete_party' } {
  const before = existing(world, id)
  if (id === 1) throw new EditError(60007, 'the root department cannot be deleted')
  if (world.directory.residentCount(id) > 0) throw new EditError(60005, `department ${id} has members`)
  if (world.directory.childCount(id) > 0)
    throw new EditError(60006, `department ${id} has departments below it`)
  world.directory.removeDepartment(id)
  return { type: 'delete_party', before }
}

function existing(world: World, id: number): Department {
  const department = world.directory.department(id)
  if (department === undefined) throw new EditError(60003, `there is no department ${id}`)
  return department
}

function nextId(world: World): number {
  let largest = 0
  for (const { id } of world.directory.departments()) largest = Math.max(largest, id)
  return largest + 1
}

/** Documented: 1 to 64 characters without these; the bar in its full width too. */
const forbidden = /[\\:*?"<>|｜]/
const maxLevels = 15

function checkNames({ name, name_en: english }: Department): void {
  if (name === '' || Array.from(name).length > 64)
    throw new EditError(60001, 'name: expected 1 to 64 characters')
  if (forbidden.test(name) || forbidden.test(english))
    throw new EditError(60009, 'name: none of \\ : * ? " < > | may be in it')
}

function checkLevels(world: World, department: Department): void {
  let levels = 1
  let above: Department | undefined = department
  while (above !== undefined && above.parentid !== 0 && levels <= maxLevels) {
    above = world.directory.department(above.parentid)
    levels += 1
  }
  if (levels > maxLevels) throw new EditError(81002, `parentid: more than ${maxLevels} levels`)
}

function checked(world: World, department: Department): Department {
  checkNames(department)
  // A root below a department that comes later would close a circle.
  if (department.id === 1 && department.parentid !== 0)
    throw new EditError(60004, 'parentid: department 1 is the root, its parentid is 0')
  if (department.id !== 1 && world.directory.department(department.parentid) === undefined) {
    throw new EditError(60004, `parentid: there is no department ${department.parentid}`)
  }
  for (const { id, name, parentid } of world.directory.departments()) {
    const twin = id !== department.id && name === department.name && parentid === department.parentid
    if (twin) throw new EditError(60008, `name: department ${id} beside it is called so already`)
  }
  checkLevels(world, department)
  return department
}
