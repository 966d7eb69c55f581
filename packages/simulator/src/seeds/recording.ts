import { isDeepStrictEqual } from 'node:util'
import type { Fault, RandomFaults } from '../faults/fault.ts'
import type { SettingsPatch } from '../settings/settings.ts'
import type { Stub } from '../stubs/stubs.ts'
import type { App } from '../world/app.ts'
import { createDepartment, type DepartmentInput } from '../world/department.ts'
import type { Directory } from '../world/directory.ts'
import { createMember, type MemberInput } from '../world/member.ts'
import type { Seed } from '../world/seed.ts'
import type { Tag } from '../world/tag.ts'

/**
 * A starting state with how WeCom behaves in it: a seed, and what a running simulator was told besides. One that was
 * exported is a file for `--seed`, and a reset comes back to it.
 */
export interface Recording extends Seed {
  /** Laid over the defaults. */
  settings?: SettingsPatch | undefined
  /** Scripted faults still to come. */
  faults?: readonly Fault[] | undefined
  randomFaults?: RandomFaults | undefined
  stubs?: readonly Stub[] | undefined
}

/** The directory and the apps as a seed that passes its own check: what names something deleted is left out. */
export function recordCorp(seed: Seed, apps: readonly App[], directory: Directory): Seed {
  const { corp, linkedMembers, outsiders, robots } = seed
  return {
    corp,
    apps: apps.map((app) => ({ ...app, visible: existing(app.visible, directory) })),
    departments: [...directory.departments()].map((department) => {
      const { id, name, parentid } = department
      return compact<DepartmentInput>(department, createDepartment({ id, name, parentid }), {
        id,
        name,
        parentid,
      })
    }),
    members: [...directory.members()].map((member) => {
      const { department, name, userid } = member
      return compact<MemberInput>(member, createMember({ userid, name, department }), {
        userid,
        name,
        department,
      })
    }),
    tags: [...directory.tags()].map((tag) => withoutGone(tag, directory)),
    ...(linkedMembers === undefined ? {} : { linkedMembers }),
    ...(outsiders === undefined ? {} : { outsiders }),
    ...(robots === undefined ? {} : { robots }),
  }
}

/** The `least` a seed must say, and of the rest what differs from what it would be anyway. */
function compact<Input extends object>(whole: Input, usual: Input, least: Input): Input {
  const result = { ...least }
  for (const name in whole) if (!isDeepStrictEqual(whole[name], usual[name])) result[name] = whole[name]
  return result
}

function existing(visible: App['visible'], directory: Directory): App['visible'] {
  if (visible === 'all') return visible
  const { departments, tags, users } = visible
  return {
    ...(departments && { departments: departments.filter((id) => directory.department(id) !== undefined) }),
    ...(users && { users: users.filter((userid) => directory.member(userid) !== undefined) }),
    ...(tags && { tags: tags.filter((id) => directory.tag(id) !== undefined) }),
  }
}

function withoutGone(tag: Tag, directory: Directory): Tag {
  return {
    ...tag,
    userlist: tag.userlist.filter((userid) => directory.member(userid) !== undefined),
    partylist: tag.partylist.filter((id) => directory.department(id) !== undefined),
  }
}
