import type { Answer, Call } from '../rules/call.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { bodyNumber, bodyNumbers, bodyText, bodyTexts, queryId } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'
import { useridKey } from '../world/member.ts'
import type { Tag } from '../world/tag.ts'

/**
 * `GET /cgi-bin/tag/list`: all tags; self-built apps and contacts-sync see every one.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/90216
 */
const tagList: Endpoint = {
  path: '/cgi-bin/tag/list',
  empty: { taglist: [] },
  answer: (call) => ({
    taglist: Array.from(call.world.directory.tags(), ({ tagid, tagname }) => ({ tagid, tagname })),
  }),
}

/**
 * `GET /cgi-bin/tag/get`: a tag's visible members and departments.
 *
 * How sure: fields and visibility official (page of 2021-08-11); 40068 for an unknown id from the error table.
 * @see https://developer.work.weixin.qq.com/document/path/90213
 */
const tagGet: Endpoint = {
  path: '/cgi-bin/tag/get',
  empty: { userlist: [], partylist: [] },
  answer(call) {
    const { directory } = call.world
    const tag = existing(call, queryId(call, 'tagid', 40068))
    const members = tag.userlist.flatMap((userid) => directory.member(userid) ?? [])
    const visible = members.filter((member) => call.visibility.seesMember(member))
    return {
      tagname: tag.tagname,
      userlist: visible.map(({ name, userid }) => ({ userid, name })),
      partylist: tag.partylist.filter((id) => call.visibility.seesDepartment(id)),
    }
  },
}

/**
 * `POST /cgi-bin/tag/create`: the tag belongs to the app that makes it.
 *
 * How sure: official; 40068 for an id that is taken is our choice.
 * @see https://developer.work.weixin.qq.com/document/path/90210
 */
const tagCreate: Endpoint = {
  path: '/cgi-bin/tag/create',
  answer(call) {
    const { directory } = call.world
    const tagname = freeName(call)
    const tagid = bodyNumber(call, 'tagid') ?? nextId(call)
    if (tagid < 0 || directory.tag(tagid) !== undefined)
      throw new Refusal(40068, 'state', `tagid ${tagid} is negative or taken`)
    directory.putTag({ tagid, tagname, userlist: [], partylist: [], owner: call.app.name })
    return { errmsg: 'created', tagid }
  },
}

/**
 * `POST /cgi-bin/tag/update`, for the app that made the tag.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/90211
 */
const tagUpdate: Endpoint = {
  path: '/cgi-bin/tag/update',
  answer(call) {
    const tag = own(call, bodyNumber(call, 'tagid'))
    call.world.directory.putTag({ ...tag, tagname: freeName(call, tag) })
    return { errmsg: 'updated' }
  },
}

/**
 * `GET /cgi-bin/tag/delete`, for the app that made the tag.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/90212
 */
const tagDelete: Endpoint = {
  path: '/cgi-bin/tag/delete',
  answer(call) {
    call.world.directory.removeTag(own(call, queryId(call, 'tagid', 40068)).tagid)
    return { errmsg: 'deleted' }
  },
}

/**
 * `POST /cgi-bin/tag/addtagusers`, for the app that made the tag; contacts-sync hears of it.
 *
 * How sure: official, the codes 40070 here and 40031 below among them.
 * @see https://developer.work.weixin.qq.com/document/path/90214
 */
const tagAddtagusers: Endpoint = {
  path: '/cgi-bin/tag/addtagusers',
  answer(call) {
    const tag = own(call, bodyNumber(call, 'tagid'))
    const named = readNamed(call, 40070)
    const has = new Set(tag.userlist.map(useridKey))
    const users = named.users.filter((userid) => !has.has(useridKey(userid)))
    const parties = named.parties.filter((id) => !tag.partylist.includes(id))
    change(call, tag, {
      userlist: [...tag.userlist, ...users],
      partylist: [...tag.partylist, ...parties],
    })
    announce(call, tag, 'Add', users, parties)
    return named.invalid
  },
}

/**
 * `POST /cgi-bin/tag/deltagusers`, for the app that made the tag; contacts-sync hears of it.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/90215
 */
const tagDeltagusers: Endpoint = {
  path: '/cgi-bin/tag/deltagusers',
  answer(call) {
    const tag = own(call, bodyNumber(call, 'tagid'))
    const named = readNamed(call, 40031)
    const gone = new Set(named.users.map(useridKey))
    change(call, tag, {
      userlist: tag.userlist.filter((userid) => !gone.has(useridKey(userid))),
      partylist: tag.partylist.filter((id) => !named.parties.includes(id)),
    })
    announce(call, tag, 'Del', named.users, named.parties)
    return { errmsg: 'deleted', ...named.invalid }
  },
}

function existing({ world }: Call, id: number | undefined): Tag {
  const tag = world.directory.tag(id ?? -1)
  if (tag === undefined) throw new Refusal(40068, 'parameters', `there is no tag ${String(id)}`)
  return tag
}

/** A tag that an admin made is contacts-sync's. */
function own(call: Call, id: number | undefined): Tag {
  const tag = existing(call, id)
  const { app } = call
  if (tag.owner === undefined ? app.kind !== 'contacts-sync' : app.name !== tag.owner)
    throw new Refusal(
      81011,
      'owner',
      `the tag belongs to ${tag.owner ?? 'contacts-sync'}, and ${app.name} asked`,
    )
  return tag
}

const maxNameLength = 32

function freeName(call: Call, but?: Tag): string {
  const name = bodyText(call, 'tagname') ?? ''
  if (Array.from(name).length > maxNameLength)
    throw new Refusal(40072, 'parameters', `tagname has more than ${maxNameLength} characters`)
  for (const tag of call.world.directory.tags())
    if (tag.tagname === name && tag.tagid !== but?.tagid)
      throw new Refusal(40071, 'state', `tag ${tag.tagid} has this name`)
  return name
}

function nextId({ world }: Call): number {
  let largest = 0
  for (const { tagid } of world.directory.tags()) largest = Math.max(largest, tagid)
  return largest + 1
}

interface Named {
  users: string[]
  parties: number[]
  /** As the answer lists them. */
  invalid: Answer
}

const maxUsers = 1000
const maxParties = 100

/** The visible members and departments of the call; `none` is the code when nothing valid is named. */
function readNamed(call: Call, none: number): Named {
  const { visibility, world } = call
  const userids = bodyTexts(call, 'userlist', 40031, [])
  const ids = bodyNumbers(call, 'partylist', [])
  if (userids.length + ids.length === 0)
    throw new Refusal(81012, 'parameters', 'userlist and partylist are both empty')
  if (userids.length > maxUsers || ids.length > maxParties)
    throw new Refusal(81014, 'parameters', `more than ${maxUsers} members or ${maxParties} departments`)
  const members = userids.map((userid) => world.directory.member(userid))
  const users = members.flatMap((member) => (member && visibility.seesMember(member) ? member.userid : []))
  const seen = new Set(users.map(useridKey))
  const strangers = userids.filter((userid) => !seen.has(useridKey(userid)))
  const parties = ids.filter((id) => world.directory.department(id) && visibility.seesDepartment(id))
  const unknown = ids.filter((id) => !parties.includes(id))
  if (users.length + parties.length === 0)
    throw new Refusal(none, 'parameters', 'none of them exists and is visible')
  return {
    users,
    parties,
    invalid: {
      ...(strangers.length === 0 ? {} : { invalidlist: strangers.join('|') }),
      ...(unknown.length === 0 ? {} : { invalidparty: unknown }),
    },
  }
}

function change({ world }: Call, tag: Tag, lists: Pick<Tag, 'userlist' | 'partylist'>): void {
  world.directory.putTag({ ...tag, ...lists })
}

/** What contacts-sync itself changes is not called back to it. */
function announce(call: Call, { tagid }: Tag, what: 'Add' | 'Del', users: string[], parties: number[]): void {
  if (call.app.kind === 'contacts-sync' || users.length + parties.length === 0) return
  call.world.tell({
    to: { kind: 'contacts-sync' },
    fields: {
      Event: 'change_contact',
      ChangeType: 'update_tag',
      TagId: tagid,
      ...(users.length === 0 ? {} : { [`${what}UserItems`]: users.join(',') }),
      ...(parties.length === 0 ? {} : { [`${what}PartyItems`]: parties.join(',') }),
    },
  })
}

/** Tags of members. */
export const tagEndpoints: readonly Endpoint[] = [
  tagList,
  tagGet,
  tagCreate,
  tagUpdate,
  tagDelete,
  tagAddtagusers,
  tagDeltagusers,
]
