import { dig, isRecord, readList, readText } from '../lib/read.ts'

/** A department as the page shows it. */
export interface MemberDepartment {
  readonly id: string
  readonly name: string
  /** Names from the topmost visible department down to this one. */
  readonly path: readonly string[]
  readonly isLeader: boolean
}

/** A member as the page shows it. */
export interface Member {
  readonly id: string
  /** The userid where the app may not see the name. */
  readonly name: string
  readonly position: string | undefined
  readonly avatarUrl: string | undefined
  readonly status: string | undefined
  readonly isMe: boolean
  readonly departments: readonly MemberDepartment[]
  readonly mainDepartmentId: string | undefined
  /** Ids of the departments the member leads. */
  readonly leads: readonly string[]
}

/** Reads a member out of an answer; undefined for null and for anything without an id. */
export function readMember(value: unknown): Member | undefined {
  const id = isRecord(value) ? readText(value['id']) : undefined
  if (!isRecord(value) || id === undefined) return undefined
  const departments = readList(value['memberships'], readDepartment)
  return {
    id,
    name: readText(value['name']) ?? id,
    position: readText(value['position']),
    avatarUrl: readText(value['avatarUrl']),
    status: readText(value['status']),
    isMe: value['isMe'] === true,
    departments,
    mainDepartmentId: readText(value['mainDepartmentId']),
    leads: departments.filter((department) => department.isLeader).map((department) => department.id),
  }
}

function readDepartment(value: unknown): MemberDepartment | undefined {
  const id = readText(dig(value, 'department', 'id'))
  if (id === undefined) return undefined
  const name = readText(dig(value, 'department', 'name')) ?? id
  const path = readList(dig(value, 'department', 'path'), (step) => readText(dig(step, 'name')))
  return { id, name, path: path.length > 0 ? path : [name], isLeader: dig(value, 'isLeader') === true }
}
