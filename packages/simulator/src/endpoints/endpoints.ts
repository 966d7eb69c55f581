import type { Endpoint } from '../rules/endpoint.ts'
import { authGetuserdetail } from './auth-getuserdetail.ts'
import { authGetuserinfo } from './auth-getuserinfo.ts'
import { departmentGet } from './department-get.ts'
import { departmentList } from './department-list.ts'
import { departmentSimplelist } from './department-simplelist.ts'
import { gettoken } from './gettoken.ts'
import { userGet } from './user-get.ts'
import { userListId } from './user-list-id.ts'
import { userList } from './user-list.ts'
import { userSimplelist } from './user-simplelist.ts'

const all: readonly Endpoint[] = [
  gettoken,
  authGetuserinfo,
  authGetuserdetail,
  userGet,
  userSimplelist,
  userList,
  userListId,
  departmentList,
  departmentSimplelist,
  departmentGet,
]

/** Every API by its path. */
export const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  all.map((endpoint) => [endpoint.path, endpoint]),
)
