import type { ContactChange } from '../contacts/contact-change.ts'
import {
  departmentPatchShape,
  memberPatchShape,
  memberShape,
  type NewDepartment,
  newDepartmentShape,
} from '../contacts/contact-shapes.ts'
import { createParty, deleteParty, updateParty } from '../contacts/edit-departments.ts'
import { createUser, deleteUser, updateUser } from '../contacts/edit-members.ts'
import { parse } from '../shape/shape.ts'
import type { Simulation } from '../simulation/simulation.ts'
import type { Department, DepartmentInput } from '../world/department.ts'
import type { Member, MemberInput } from '../world/member.ts'
import { openidOf, openUseridOf } from '../world/other-ids.ts'
import type { Tag } from '../world/tag.ts'

/**
 * The directory behind the API, with WeCom's own field names. Edits take effect at once and send change_contact to the
 * callback URL, if one is set; they resolve after the first try of that delivery.
 */
export interface ContactsApi {
  /** Undefined when there is none; the userid's case does not matter. */
  user(userid: string): Member | undefined
  users(): Member[]
  department(id: number): Department | undefined
  departments(): Department[]
  tags(): Tag[]
  /** The member's WeChat id in this corp; undefined for one who is not active yet or does not exist. */
  openid(userid: string): string | undefined
  /** The member's id for third-party apps, as batch/openuserid_to_userid takes it. */
  openUserid(userid: string): string
  /** Adds a member; everything but userid, name and department has a default. @throws TypeError when something is wrong. */
  createUser(input: MemberInput): Promise<Member>
  /** Changes a member; another `userid` in the patch renames. @throws TypeError when something is wrong. */
  updateUser(userid: string, patch: Partial<MemberInput>): Promise<Member>
  /** @throws TypeError when there is no such member. */
  deleteUser(userid: string): Promise<void>
  /** Adds a department; the id is the next free one and the parent the root unless given. @throws TypeError when something is wrong. */
  createDepartment(input: NewDepartment): Promise<Department>
  /** @throws TypeError when something is wrong. */
  updateDepartment(id: number, patch: Partial<Omit<DepartmentInput, 'id'>>): Promise<Department>
  /** @throws TypeError when the department is missing or not empty. */
  deleteDepartment(id: number): Promise<void>
}

/** Builds the directory part of a simulator; `announce` tells the callbacks of an edit. */
export function createContactsApi(
  simulation: Simulation,
  announce: (change: ContactChange) => Promise<void>,
): ContactsApi {
  return {
    ...readers(simulation),
    ...userEdits(simulation, announce),
    ...departmentEdits(simulation, announce),
  }
}

type Readers = Pick<
  ContactsApi,
  'user' | 'users' | 'department' | 'departments' | 'tags' | 'openid' | 'openUserid'
>

function readers(simulation: Simulation): Readers {
  const directory = (): Simulation['world']['directory'] => simulation.world.directory
  return {
    user: (userid) => directory().member(userid),
    users: () => [...directory().members()],
    department: (id) => directory().department(id),
    departments: () => [...directory().departments()],
    tags: () => [...directory().tags()],
    openid(userid) {
      const member = directory().member(userid)
      return member && openidOf(simulation.world.corpId, member)
    },
    openUserid: (userid) => openUseridOf(simulation.world.corpId, userid),
  }
}

type UserEdits = Pick<ContactsApi, 'createUser' | 'updateUser' | 'deleteUser'>

function userEdits(simulation: Simulation, announce: (change: ContactChange) => Promise<void>): UserEdits {
  return {
    async createUser(input) {
      const change = createUser(simulation.world, parse(memberShape, input))
      await announce(change)
      return change.after
    },
    async updateUser(userid, patch) {
      const change = updateUser(simulation.world, userid, parse(memberPatchShape, patch))
      await announce(change)
      return change.after
    },
    deleteUser: async (userid) => announce(deleteUser(simulation.world, userid)),
  }
}

type DepartmentEdits = Pick<ContactsApi, 'createDepartment' | 'updateDepartment' | 'deleteDepartment'>

function departmentEdits(
  simulation: Simulation,
  announce: (change: ContactChange) => Promise<void>,
): DepartmentEdits {
  return {
    async createDepartment(input) {
      const change = createParty(simulation.world, parse(newDepartmentShape, input))
      await announce(change)
      return change.after
    },
    async updateDepartment(id, patch) {
      const change = updateParty(simulation.world, id, parse(departmentPatchShape, patch))
      await announce(change)
      return change.after
    },
    deleteDepartment: async (id) => announce(deleteParty(simulation.world, id)),
  }
}
