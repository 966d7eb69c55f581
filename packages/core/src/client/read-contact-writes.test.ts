import { expect, it } from 'vitest'
import { readContactWrites } from './read-contact-writes.ts'

it.each([
  [
    'POST /cgi-bin/user/create',
    { json: { userid: 'a', department: [1, 2] } },
    [{ userId: 'a', departmentIds: [1, 2] }],
  ],
  ['POST /cgi-bin/user/update', { json: { userid: 'a' } }, [{ userId: 'a' }]],
  ['POST /cgi-bin/user/update', { json: { userid: 'a', department: ['1'] } }, [{ userId: 'a' }]],
  ['GET /cgi-bin/user/delete', { query: { userid: 'a' } }, [{ userId: 'a' }]],
  [
    'POST /cgi-bin/user/batchdelete',
    { json: { useridlist: ['a', 5, 'b'] } },
    [{ userId: 'a' }, { userId: 'b' }],
  ],
  ['POST /cgi-bin/user/batchdelete', { json: { useridlist: 'a' } }, []],
  ['POST /cgi-bin/department/create', { json: { name: 'x', parentid: 3 } }, [{ departmentId: 3 }]],
  ['POST /cgi-bin/department/update', { json: { id: 4 } }, [{ departmentId: 4 }]],
  ['GET /cgi-bin/department/delete', { query: { id: 4 } }, [{ departmentId: 4 }]],
  ['GET /cgi-bin/department/delete', {}, []],
  ['POST /cgi-bin/user/create', { json: 'a' }, []],
  ['GET /cgi-bin/user/get', { query: { userid: 'a' } }, []],
])('%s %j changes %j', (route, options, writes) => {
  expect(readContactWrites(route, options)).toEqual(writes)
})
