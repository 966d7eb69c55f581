import type { Endpoint } from '../rules/endpoint.ts'
import { authGetuserdetail } from './auth-getuserdetail.ts'

/**
 * `POST /cgi-bin/user/getuserdetail`, the older path of auth/getuserdetail that some SDKs still call.
 *
 * How sure: seen in one SDK; whether the real one still answers was not checked.
 * @see https://developer.work.weixin.qq.com/document/path/95833
 */
export const userGetuserdetail: Endpoint = {
  ...authGetuserdetail,
  path: '/cgi-bin/user/getuserdetail',
  sameAs: '/cgi-bin/auth/getuserdetail',
}
