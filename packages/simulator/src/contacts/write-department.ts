import { parse } from '../shape/shape.ts'
import { departmentPatchShape, type NewDepartment, newDepartmentShape } from './contact-shapes.ts'
import type { Patch } from '../shape/patched.ts'

type Body = Readonly<Record<string, unknown>>

const writable: ReadonlySet<string> = new Set(['name', 'name_en', 'parentid', 'order'])

/** The fields of a department/create body. @throws TypeError that names a field of the wrong type. */
export function readNewDepartment(body: Body): NewDepartment {
  return parse(newDepartmentShape, pick(body, new Set([...writable, 'id'])))
}

/** The fields of a department/update body. @throws TypeError that names a field of the wrong type. */
export function readDepartmentPatch(body: Body): Patch<Omit<NewDepartment, 'id'>> {
  return parse(departmentPatchShape, pick(body, writable))
}

function pick(body: Body, names: ReadonlySet<string>): Body {
  return Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name)))
}
