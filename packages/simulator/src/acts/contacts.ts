import type { ContactChange } from '../contacts/contact-change.ts'
import {
  departmentPatchShape,
  memberPatchShape,
  memberShape,
  type NewDepartment,
  newDepartmentShape,
} from '../contacts/contact-shapes.ts'
import { memberAsCalled } from '../contacts/member-as-called.ts'
import { createParty, deleteParty, updateParty } from '../contacts/edit-departments.ts'
import { createUser, deleteUser, updateUser } from '../contacts/edit-members.ts'
import { anyText, unsigned } from '../shape/shape.ts'
import type { Simulation } from '../simulation/simulation.ts'
import type { Department, DepartmentInput } from '../world/department.ts'
import type { Member, MemberInput } from '../world/member.ts'
import { openidOf, openUseridOf } from '../world/other-ids.ts'
import type { Tag } from '../world/tag.ts'
import { act, type ActsOf, slowAct } from './act.ts'
import { readPage } from './read-page.ts'
import type { Patch } from '../shape/patched.ts'

/**
 * The directory behind the API, with WeCom's own field names. Edits take effect at once and send change_contact to the
 * callback URL, if one is set; they resolve after the first try of that delivery.
 */
export interface ContactsApi {
  /** Undefined when there is none; the userid's case does not matter. */
  user(userid: string): Member | undefined
  /** Everybody, whatever an app may see. */
  users(): Member[]
  /** Undefined when there is none. */
  department(id: number): Department | undefined
  /** All of them, the root among them. */
  departments(): Department[]
  /** All of them, whichever app made them. */
  tags(): Tag[]
  /** The member's WeChat id in this corp; undefined for one who is not active yet or does not exist. */
  openid(userid: string): string | undefined
  /** The member's id for third-party apps, as batch/openuserid_to_userid takes it. */
  openUserid(userid: string): string
  /** Adds a member; everything but userid, name and department has a default. @throws TypeError when something is wrong. */
  createUser(input: MemberInput): Promise<Member>
  /** Changes a member; another `userid` in the patch renames. @throws TypeError when something is wrong. */
  updateUser(userid: string, patch: Patch<MemberInput>): Promise<Member>
  /** @throws TypeError when there is no such member. */
  deleteUser(userid: string): Promise<void>
  /** Adds a department; the id is the next free one and the parent the root unless given. @throws TypeError when something is wrong. */
  createDepartment(input: NewDepartment): Promise<Department>
  /** @throws TypeError when something is wrong. */
  updateDepartment(id: number, patch: Patch<Omit<DepartmentInput, 'id'>>): Promise<Department>
  /** @throws TypeError when the department is missing or not empty. */
  deleteDepartment(id: number): Promise<void>
}

const departmentId = unsigned

const readers: ActsOf<
  Pick<ContactsApi, 'user' | 'users' | 'department' | 'departments' | 'tags' | 'openid' | 'openUserid'>
> = {
  user: act({
    http: 'GET users/:id',
    input: [anyText],
    run: ({ world }, userid) => world.directory.member(userid),
    answer: (user) => ({ user: user ?? null }),
  }),
  users: act({
    http: 'GET users',
    input: [],
    run: ({ world }) => [...world.directory.members()],
    answer(all, { query }) {
      const search = (query.get('search') ?? '').toLowerCase()
      const users = all.filter(({ alias, name, userid }) =>
        `${userid} ${name} ${alias}`.toLowerCase().includes(search),
      )
      return { count: users.length, users: readPage(users, query) }
    },
  }),
  department: act({
    http: 'GET departments/:id',
    input: [departmentId],
    run: ({ world }, id) => world.directory.department(id),
    answer: (department) => ({ department: department ?? null }),
  }),
  departments: act({
    http: 'GET departments',
    input: [],
    run: ({ world }) => [...world.directory.departments()],
    answer: (departments) => ({ departments }),
  }),
  tags: act({
    http: 'GET tags',
    input: [],
    run: ({ world }) => [...world.directory.tags()],
    answer: (tags) => ({ tags }),
  }),
  openid: act({
    input: [anyText],
    run({ world }, userid) {
      const member = world.directory.member(userid)
      return member && openidOf(world.corpId, member)
    },
  }),
  openUserid: act({ input: [anyText], run: ({ world }, userid) => openUseridOf(world.corpId, userid) }),
}

/** The acts behind {@link ContactsApi}. */
export const contactActs: ActsOf<ContactsApi> = {
  ...readers,
  createUser: slowAct({
    http: 'POST users',
    input: [memberShape],
    take: ({ body }) => [memberAsCalled(body)],
    run: async (simulation, input) => announced(simulation, createUser(simulation.world, input)),
    answer: (user) => ({ user }),
  }),
  updateUser: slowAct({
    http: 'PATCH users/:id',
    input: [anyText, memberPatchShape],
    take: ({ body, id }) => [id, memberAsCalled(body)],
    run: async (simulation, userid, patch) =>
      announced(simulation, updateUser(simulation.world, userid, patch)),
    answer: (user) => ({ user }),
  }),
  deleteUser: slowAct({
    http: 'DELETE users/:id',
    input: [anyText],
    run: async ({ callbacks, world }, userid) => callbacks.announce(deleteUser(world, userid)),
  }),
  createDepartment: slowAct({
    http: 'POST departments',
    input: [newDepartmentShape],
    run: async (simulation, input) => announced(simulation, createParty(simulation.world, input)),
    answer: (department) => ({ department }),
  }),
  updateDepartment: slowAct({
    http: 'PATCH departments/:id',
    input: [departmentId, departmentPatchShape],
    run: async (simulation, id, patch) => announced(simulation, updateParty(simulation.world, id, patch)),
    answer: (department) => ({ department }),
  }),
  deleteDepartment: slowAct({
    http: 'DELETE departments/:id',
    input: [departmentId],
    run: async ({ callbacks, world }, id) => callbacks.announce(deleteParty(world, id)),
  }),
}

async function announced<T>({ callbacks }: Simulation, change: ContactChange & { after: T }): Promise<T> {
  await callbacks.announce(change)
  return change.after
}
