import type { Call } from '../rules/call.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * `POST /cgi-bin/user/list_id`: one row per member and department, in pages, for contacts-sync only.
 *
 * How sure: official (page of 2024-07-23); what a cursor looks like and that 50100 refuses a foreign one are ours.
 * @see https://developer.work.weixin.qq.com/document/path/96067
 */
export const userListId: Endpoint = {
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
    throw new Refusal(40058)
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
  if (match === null) throw new Refusal(50100)
  return Number(match[1])
}
