import { exchangeCode } from '../rules/exchange-code.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { bodyText } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'
import { useridKey } from '../world/member.ts'

/**
 * `POST /cgi-bin/auth/get_tfa_info`: who stands behind a code of the second-verification page.
 *
 * How sure: fields, lives, codes and the limit of 20 at once official.
 * @see https://developer.work.weixin.qq.com/document/path/99499
 */
export const authGetTfaInfo: Endpoint = {
  path: '/cgi-bin/auth/get_tfa_info',
  concurrency: 20,
  answer(call) {
    const { corp } = call.world.seed
    if (corp.verificationUrl === undefined) throw new Refusal(40210)
    const { visitor } = exchangeCode(call, bodyText(call, 'code'), 'verify')
    if (visitor.kind !== 'member') throw new Refusal(40208)
    const { userid } = visitor
    const covered = corp.verificationUsers?.map(useridKey).includes(useridKey(userid)) ?? true
    if (!covered) throw new Refusal(40208)
    return { userid, tfa_code: call.world.tfaCodes.issue(userid) }
  },
}
