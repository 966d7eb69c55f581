import { documentedPaths, documentedRoute } from '../documented/documented-routes.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { shapeEndpoint } from './shape-endpoint.ts'
import { authGetTfaInfo } from './auth-get-tfa-info.ts'
import { authGetuserdetail } from './auth-getuserdetail.ts'
import { authGetuserinfo } from './auth-getuserinfo.ts'
import { batchOpenuseridToUserid } from './batch-openuserid-to-userid.ts'
import { batchUseridToOpenuserid } from './batch-userid-to-openuserid.ts'
import { departmentGet } from './department-get.ts'
import { departmentList } from './department-list.ts'
import { departmentSimplelist } from './department-simplelist.ts'
import { getApiDomainIp } from './get-api-domain-ip.ts'
import { getJsapiTicket } from './get-jsapi-ticket.ts'
import { getcallbackip } from './getcallbackip.ts'
import { gettoken } from './gettoken.ts'
import { mediaGet } from './media-get.ts'
import { mediaUpload } from './media-upload.ts'
import { messageSend } from './message-send.ts'
import { tagGet } from './tag-get.ts'
import { tagList } from './tag-list.ts'
import { ticketGet } from './ticket-get.ts'
import { userAuthsucc } from './user-authsucc.ts'
import { userConvertToOpenid } from './user-convert-to-openid.ts'
import { userConvertToUserid } from './user-convert-to-userid.ts'
import { userGetUseridByEmail } from './user-get-userid-by-email.ts'
import { userGet } from './user-get.ts'
import { userGetuserdetail } from './user-getuserdetail.ts'
import { userGetuserid } from './user-getuserid.ts'
import { userGetuserinfo } from './user-getuserinfo.ts'
import { userListId } from './user-list-id.ts'
import { userList } from './user-list.ts'
import { userSimplelist } from './user-simplelist.ts'
import { userTfaSucc } from './user-tfa-succ.ts'
import { userCreate } from './user-create.ts'
import { userUpdate } from './user-update.ts'
import { userDelete } from './user-delete.ts'
import { departmentCreate } from './department-create.ts'
import { departmentUpdate } from './department-update.ts'
import { departmentDelete } from './department-delete.ts'

/** Every API with behaviour of its own. */
export const realEndpoints: readonly Endpoint[] = [
  gettoken,
  getApiDomainIp,
  getcallbackip,
  authGetuserinfo,
  userGetuserinfo,
  authGetuserdetail,
  userGetuserdetail,
  authGetTfaInfo,
  userTfaSucc,
  userAuthsucc,
  userGet,
  userSimplelist,
  userList,
  userListId,
  userGetuserid,
  userGetUseridByEmail,
  userConvertToOpenid,
  userConvertToUserid,
  batchOpenuseridToUserid,
  batchUseridToOpenuserid,
  departmentList,
  departmentSimplelist,
  departmentGet,
  tagList,
  tagGet,
  getJsapiTicket,
  ticketGet,
  messageSend,
  mediaUpload,
  mediaGet,
  userCreate,
  userUpdate,
  userDelete,
  departmentCreate,
  departmentUpdate,
  departmentDelete,
]

const real: ReadonlyMap<string, Endpoint> = new Map(
  realEndpoints.map((endpoint) => [endpoint.path, endpoint]),
)
const shapes = new Map<string, Endpoint>()

/** The API of a path: with behaviour of its own, else of the documented shape; undefined for an unknown path. */
export function findEndpoint(path: string): Endpoint | undefined {
  const found = real.get(path) ?? shapes.get(path)
  if (found !== undefined) return found
  const route = documentedRoute(path)
  if (route === undefined) return undefined
  const made = shapeEndpoint(route)
  shapes.set(path, made)
  return made
}

/** How many documented paths have behaviour, and how many only answer in the documented shape. */
export function coverage(): { real: number; shape: number } {
  const paths = documentedPaths()
  const behaving = paths.filter((path) => real.has(path)).length
  return { real: behaving, shape: paths.length - behaving }
}
