import type { RequestOptions } from '../endpoints/request.ts'
import { isRecord } from '../internal/is-record.ts'
import type { ContactWrite } from '../internal/contact-writes.ts'

type Fields = Readonly<Record<string, unknown>>

/** What a call may change of the contacts. Batch jobs do their work later, and tell it by an event. */
export function readContactWrites(route: string, options: RequestOptions): ContactWrite[] {
  const read = readers.get(route)
  // What is no object is refused later, where the call is prepared.
  if (read === undefined || !isRecord(options)) return []
  const fields = route.startsWith('GET') ? options.query : options.json
  return isRecord(fields) ? read(fields) : []
}

const readers: ReadonlyMap<string, (fields: Fields) => ContactWrite[]> = new Map([
  ['POST /cgi-bin/user/create', memberWrite],
  ['POST /cgi-bin/user/update', memberWrite],
  ['GET /cgi-bin/user/delete', memberWrite],
  [
    'POST /cgi-bin/user/batchdelete',
    ({ useridlist }) =>
      Array.isArray(useridlist) ? useridlist.flatMap((userid) => memberWrite({ userid })) : [],
  ],
  // A new department changes the list of its parent, and with it the tree.
  ['POST /cgi-bin/department/create', ({ parentid }) => departmentWrite(parentid)],
  ['POST /cgi-bin/department/update', ({ id }) => departmentWrite(id)],
  ['GET /cgi-bin/department/delete', ({ id }) => departmentWrite(id)],
])

function memberWrite({ userid, department }: Fields): ContactWrite[] {
  if (typeof userid !== 'string') return []
  const departmentIds = Array.isArray(department) ? department.filter((id) => typeof id === 'number') : []
  return [departmentIds.length === 0 ? { userId: userid } : { userId: userid, departmentIds }]
}

function departmentWrite(id: unknown): ContactWrite[] {
  return typeof id === 'number' ? [{ departmentId: id }] : []
}
