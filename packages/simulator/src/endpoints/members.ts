import type { Answer, Call } from '../rules/call.ts'
import { departmentMembers } from '../rules/department-members.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { memberView } from '../rules/member-view.ts'
import { requiredQuery } from '../rules/parameters.ts'
import { visibleMember } from '../rules/visible-range.ts'
import { Refusal } from '../wire/refusal.ts'

/** Documented: a userid has 1 to 64 bytes. */
const maxBytes = 64

/**
 * `GET /cgi-bin/user/get`: one member.
 *
 * How sure: fields and codes official; the empty containers of a refusal by a live probe.
 * @see https://developer.work.weixin.qq.com/document/path/90196
 */
const userGet: Endpoint = {
  path: '/cgi-bin/user/get',
  empty: { department: [], order: [], is_leader_in_dept: [], direct_leader: [] },
  answer(call) {
    const userid = requiredQuery(call, 'userid', 41009)
    if (Buffer.byteLength(userid) > maxBytes)
      throw new Refusal(40003, 'parameters', `userid has more than ${maxBytes} bytes`)
    return memberView(call, visibleMember(call, userid))
  },
}

/**
 * `GET /cgi-bin/user/simplelist`: userid, name and departments of a department's direct members.
 *
 * How sure: official fields, seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/90200
 */
const userSimplelist: Endpoint = {
  path: '/cgi-bin/user/simplelist',
  empty: { userlist: [] },
  answer(call) {
    const userlist: Answer[] = departmentMembers(call).map((member) => ({
      userid: member.userid,
      name: member.name,
      department: member.department.filter((id) => call.visibility.seesDepartment(id)),
    }))
    return { userlist }
  },
}

/**
 * `GET /cgi-bin/user/list`: a department's direct members in full.
 *
 * How sure: official (page of 2024-07-24).
 * @see https://developer.work.weixin.qq.com/document/path/90201
 */
const userList: Endpoint = {
  path: '/cgi-bin/user/list',
  empty: { userlist: [] },
  answer: (call) => ({ userlist: departmentMembers(call).map((member) => memberView(call, member)) }),
}

/**
 * `POST /cgi-bin/user/list_id`: one row per member and department, in pages, for contacts-sync only.
 *
 * How sure: official (page of 2024-07-23); what a cursor looks like and that 50100 refuses a foreign one are ours.
 * @see https://developer.work.weixin.qq.com/document/path/96067
 */
const userListId: Endpoint = {
  path: '/cgi-bin/user/list_id',
  empty: { dept_user: [] },
  answer(call) {
    const limit = readLimit(call)
    const start = readCursor(call)
    const rows = call.world.directory.idRows()
    const end = start + limit
    return {
      next_cursor: end < rows.length ? writeCursor(end) : '',
      dept_user: rows.slice(start, end),
    }
  },
}

const maxLimit = 10_000

function readLimit(call: Call): number {
  const limit = call.body['limit'] ?? maxLimit
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > maxLimit)
    throw new Refusal(40058, 'parameters', `limit must be a whole number from 1 to ${maxLimit}`)
  return limit
}

/** Opaque to callers, so that nobody is tempted to count. */
function writeCursor(position: number): string {
  return Buffer.from(`list_id:${position}`).toString('base64url')
}

function readCursor(call: Call): number {
  const cursor = call.body['cursor'] ?? ''
  if (cursor === '') return 0
  const match = /^list_id:(\d{1,9})$/.exec(
    Buffer.from(typeof cursor === 'string' ? cursor : '', 'base64url').toString('latin1'),
  )
  if (match === null) throw new Refusal(50100, 'parameters', 'this cursor was not handed out by this call')
  return Number(match[1])
}

/** Reading members. */
export const memberEndpoints: readonly Endpoint[] = [userGet, userSimplelist, userList, userListId]
