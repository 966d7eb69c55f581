import type { Endpoint } from '../rules/endpoint.ts'
import { authGetuserinfo, describeVisitor } from './auth-getuserinfo.ts'

/** Documented for this path: the ticket's life stands beside it. */
const ticketSeconds = 1800

/**
 * `GET /cgi-bin/user/getuserinfo`, the form of auth/getuserinfo before 2022: other spelling, and a DeviceId.
 *
 * How sure: spelling from two SDKs and a mirror of the old page.
 * @see https://developer.work.weixin.qq.com/document/path/91023
 */
export const userGetuserinfo: Endpoint = {
  ...authGetuserinfo,
  path: '/cgi-bin/user/getuserinfo',
  answer(call) {
    const { openid, user_ticket: ticket, userid } = describeVisitor(call)
    if (openid !== undefined) return { OpenId: openid, DeviceId: '' }
    return {
      UserId: userid,
      DeviceId: '',
      ...(ticket === undefined ? {} : { user_ticket: ticket, expires_in: ticketSeconds }),
    }
  },
}
