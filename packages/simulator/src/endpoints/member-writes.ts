import { createUser, deleteUser, updateUser } from '../contacts/edit-members.ts'
import { placeMember } from '../contacts/pending-department.ts'
import { readMemberFields, refuseTaken } from '../contacts/write-member.ts'
import type { Answer, Call } from '../rules/call.ts'
import { contactWrite } from '../rules/contact-write.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { bodyNumbers, bodyText, bodyTexts, requiredQuery } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'
import { type MemberInput, useridKey } from '../world/member.ts'
import type { Patch } from '../shape/patched.ts'

/**
 * `POST /cgi-bin/user/create`, for contacts-sync. A change that contacts-sync makes itself is not called back to it.
 *
 * How sure: fields, rules and errmsg official (page of 2025-07-25); which code answers a value that is too long is our
 * choice where the error table has none. A member made by API has not joined yet.
 * @see https://developer.work.weixin.qq.com/document/path/90195
 */
const userCreate: Endpoint = {
  path: '/cgi-bin/user/create',
  answer: (call) => contactWrite(() => create(call)),
}

function create(call: Call): Answer {
  const { world } = call
  const userid = bodyText(call, 'userid') ?? ''
  const name = bodyText(call, 'name') ?? ''
  const fields = { ...readMemberFields(call.body), ...avatarOf(call) }
  if (world.directory.member(userid) !== undefined)
    throw new Refusal(60102, 'state', `the userid ${userid} is taken`)
  if (!fields.mobile && !fields.email)
    throw new Refusal(60129, 'parameters', 'mobile and email are both empty')
  refuseTaken(world, fields)
  refuseUnknownLeader(call, fields)
  const { created, department } = placeMember(world, fields.department)
  createUser(world, { status: 4, ...fields, userid, name, department })
  return {
    errmsg: 'created',
    ...(created.length === 0 ? {} : { created_department_list: { department_info: created } }),
  }
}

/**
 * `POST /cgi-bin/user/update`, for contacts-sync. `new_userid` renames, once. The mobile number of an active member is
 * the member's own: it is passed over.
 *
 * How sure: official; that every userid may change once, and not only one that WeCom made, is our choice.
 * @see https://developer.work.weixin.qq.com/document/path/90197
 */
const userUpdate: Endpoint = {
  path: '/cgi-bin/user/update',
  answer: (call) => contactWrite(() => update(call)),
}

function update(call: Call): Answer {
  const { world } = call
  const userid = bodyText(call, 'userid') ?? ''
  const before = world.directory.member(userid)
  if (before === undefined)
    throw new Refusal(60111, 'parameters', `there is no member with the userid ${userid}`)
  const renamed = bodyText(call, 'new_userid') ?? before.userid
  const { mobile, ...fields } = readMemberFields({ ...call.body, userid: renamed }, before)
  const patch = {
    ...fields,
    ...avatarOf(call),
    ...(mobile === undefined || before.status === 1 ? {} : { mobile }),
  }
  const renames = useridKey(renamed) !== useridKey(before.userid)
  if (renames && world.renamed.has(useridKey(before.userid)))
    throw new Refusal(301036, 'state', `${before.userid} was renamed before, and that works once`)
  refuseTaken(world, patch, before)
  refuseUnknownLeader(call, patch)
  updateUser(world, userid, patch.department?.length === 0 ? placed(call, patch) : patch)
  if (renames) world.renamed.add(useridKey(renamed))
  return { errmsg: 'updated' }
}

/** A department of 0 alone is the one for members without any. */
function placed({ world }: Call, patch: Patch<MemberInput>): Patch<MemberInput> {
  return { ...patch, department: placeMember(world).department }
}

function avatarOf(call: Call): Patch<MemberInput> {
  const media = bodyText(call, 'avatar_mediaid')
  if (media === undefined) return {}
  if (call.world.media.find(media) === undefined)
    throw new Refusal(40007, 'parameters', 'no picture was uploaded under avatar_mediaid')
  return { avatar: `https://wework.qpic.example/avatar/${media}/0` }
}

function refuseUnknownLeader({ world }: Call, { direct_leader: leaders = [] }: Patch<MemberInput>): void {
  if (leaders.some((leader) => world.directory.member(leader) === undefined))
    throw new Refusal(60111, 'parameters', 'direct_leader names somebody who does not exist')
}

/**
 * `GET /cgi-bin/user/delete`, for contacts-sync.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/90198
 */
const userDelete: Endpoint = {
  path: '/cgi-bin/user/delete',
  answer(call) {
    const userid = requiredQuery(call, 'userid', 41009)
    contactWrite(() => deleteUser(call.world, userid))
    return { errmsg: 'deleted' }
  },
}

const maxDeleted = 200

/**
 * `POST /cgi-bin/user/batchdelete`, for contacts-sync: up to 200 members, or none when one of them is unknown.
 *
 * How sure: official; 40031 for an unknown one from the error table.
 * @see https://developer.work.weixin.qq.com/document/path/90199
 */
const userBatchdelete: Endpoint = {
  path: '/cgi-bin/user/batchdelete',
  answer(call) {
    const userids = new Set(bodyTexts(call, 'useridlist', 40031).map(useridKey))
    if (userids.size > maxDeleted)
      throw new Refusal(40032, 'parameters', `useridlist has more than ${maxDeleted} members`)
    const { directory } = call.world
    const unknown = [...userids].some((userid) => directory.member(userid) === undefined)
    if (unknown || userids.size === 0)
      throw new Refusal(40031, 'parameters', 'useridlist is empty or names somebody who does not exist')
    for (const userid of userids) deleteUser(call.world, userid)
    return { errmsg: 'deleted' }
  },
}

/**
 * `POST /cgi-bin/batch/invite`: whom of the named cannot be invited comes back; nobody is told anything here.
 *
 * How sure: official; 40063 for three empty lists is our choice.
 * @see https://developer.work.weixin.qq.com/document/path/90975
 */
const batchInvite: Endpoint = {
  path: '/cgi-bin/batch/invite',
  answer(call) {
    const { directory } = call.world
    const users = bodyTexts(call, 'user', 40058, [])
    const parties = bodyNumbers(call, 'party', [])
    const tags = bodyNumbers(call, 'tag', [])
    if (users.length + parties.length + tags.length === 0)
      throw new Refusal(40063, 'parameters', 'user, party and tag are all empty')
    const sees = (userid: string): boolean => {
      const member = directory.member(userid)
      return member !== undefined && call.visibility.seesMember(member)
    }
    return {
      invaliduser: users.filter((userid) => !sees(userid)),
      invalidparty: parties.filter((id) => !directory.department(id) || !call.visibility.seesDepartment(id)),
      invalidtag: tags.filter((id) => directory.tag(id) === undefined),
    }
  },
}

/** Writing members, for contacts-sync. */
export const memberWriteEndpoints: readonly Endpoint[] = [
  userCreate,
  userUpdate,
  userDelete,
  userBatchdelete,
  batchInvite,
]
