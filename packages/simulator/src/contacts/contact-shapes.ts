import { anyText, listOf, maybe, object, type Shape, text, unsigned } from '../shape/shape.ts'
import type { DepartmentInput } from '../world/department.ts'
import type { MemberInput } from '../world/member.ts'
import { departmentIdShape, memberFields } from '../world/member-fields.ts'
import type { Patch } from '../shape/patched.ts'

type Shapes<T> = { readonly [K in keyof T]-?: Shape<T[K]> }

const { department, name, userid } = memberFields

/** Checks a new member. */
export const memberShape: Shape<MemberInput> = object<MemberInput>({
  ...optionalShapes(),
  userid: userid.shape,
  name: name.shape,
  department: department.shape,
})

/** Checks an edit of a member; another `userid` renames. */
export const memberPatchShape: Shape<Patch<MemberInput>> = object<Patch<MemberInput>>(optionalShapes())

/** The compiler cannot see that the loop makes one shape per field of the table. */
function optionalShapes(): Shapes<Patch<MemberInput>>
function optionalShapes(): object {
  const fields: [string, { shape: Shape<unknown> }][] = Object.entries(memberFields)
  return Object.fromEntries(fields.map(([key, { shape }]) => [key, maybe(shape)]))
}

/** Checks a department of a seed. */
export const departmentShape: Shape<DepartmentInput> = object<DepartmentInput>({
  id: departmentIdShape,
  name: text,
  parentid: unsigned,
  name_en: maybe(anyText),
  department_leader: maybe(listOf(text, 100)),
  order: maybe(unsigned),
})

/** A new department: the id is the next free one and the parent is the root unless given. */
export type NewDepartment = Pick<DepartmentInput, 'name'> & Patch<DepartmentInput>

const departmentFields = {
  parentid: maybe(unsigned),
  name_en: maybe(anyText),
  department_leader: maybe(listOf(text, 100)),
  order: maybe(unsigned),
}

/** Checks a new department. */
export const newDepartmentShape: Shape<NewDepartment> = object<NewDepartment>({
  id: maybe(departmentIdShape),
  name: text,
  ...departmentFields,
})

/** Checks an edit of a department. */
export const departmentPatchShape: Shape<Patch<Omit<DepartmentInput, 'id'>>> = object<
  Patch<Omit<DepartmentInput, 'id'>>
>({ name: maybe(text), ...departmentFields })
