import type { Call } from '../rules/call.ts'
import { Refusal } from '../wire/refusal.ts'
import type { Member } from '../world/member.ts'

/** Who gets a message, and which of the named do not exist or are out of sight. */
export interface Recipients {
  members: Set<Member>
  invalidUsers: string[]
  invalidParties: string[]
  invalidTags: string[]
}

/** Documented limits per call. */
const maxUsers = 1000
const maxParties = 100

/**
 * Reads touser, toparty and totag: texts joined by `|`, `@all` for everybody in the visible range. Invalid userids come
 * back in lower case.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90236
 */
export function readRecipients(call: Call): Recipients {
  const users = split(call, 'touser', maxUsers)
  const parties = split(call, 'toparty', maxParties)
  const tags = split(call, 'totag', maxParties)
  if (users.length + parties.length + tags.length === 0)
    throw new Refusal(82001, 'parameters', 'touser, toparty and totag are all empty')
  const found: Recipients = { members: new Set(), invalidUsers: [], invalidParties: [], invalidTags: [] }
  // With @all the other lists are ignored.
  if (users[0] === '@all') addAll(call, found)
  else {
    for (const userid of users) addUser(call, found, userid)
    for (const id of parties) addParty(call, found, id)
    for (const id of tags) addTag(call, found, id)
  }
  if (allInvalid(found, users.length + parties.length + tags.length))
    throw new Refusal(81013, 'state', `${call.app.name} sees none of the recipients`)
  return found
}

function split(call: Call, name: string, max: number): string[] {
  const value = call.body[name] ?? ''
  if (typeof value !== 'string') throw new Refusal(40058, 'parameters', `${name} must be ids joined by |`)
  const items = value.split('|').filter((item) => item !== '')
  if (items.length > max) throw new Refusal(40032, 'parameters', `${name} has more than ${max} ids`)
  return items
}

function addAll(call: Call, found: Recipients): void {
  for (const member of call.world.directory.members()) if (reaches(call, member)) found.members.add(member)
}

function addUser(call: Call, found: Recipients, userid: string): void {
  const member = call.world.directory.member(userid)
  if (member !== undefined && reaches(call, member)) found.members.add(member)
  else found.invalidUsers.push(userid.toLowerCase())
}

function addParty(call: Call, found: Recipients, id: string): void {
  const { directory } = call.world
  const department = directory.department(Number(id))
  if (department === undefined || !call.visibility.seesDepartment(department.id)) {
    found.invalidParties.push(id)
    return
  }
  for (const below of directory.subtree(department.id)) {
    for (const member of directory.residents(below)) if (reaches(call, member)) found.members.add(member)
  }
}

function addTag(call: Call, found: Recipients, id: string): void {
  const tag = call.world.directory.tag(Number(id))
  if (tag === undefined) {
    found.invalidTags.push(id)
    return
  }
  const unheeded: Recipients = {
    members: found.members,
    invalidUsers: [],
    invalidParties: [],
    invalidTags: [],
  }
  for (const userid of tag.userlist) addUser(call, unheeded, userid)
  for (const party of tag.partylist) addParty(call, unheeded, String(party))
}

/** In the visible range and neither disabled nor gone. */
function reaches(call: Call, member: Member): boolean {
  return (member.status === 1 || member.status === 4) && call.visibility.seesMember(member)
}

function allInvalid(
  { invalidParties, invalidTags, invalidUsers, members }: Recipients,
  named: number,
): boolean {
  return members.size === 0 && invalidUsers.length + invalidParties.length + invalidTags.length === named
}
