import type { Answer } from '../rules/call.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { bodyTexts } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'

const maxIds = 1000

/**
 * `POST /cgi-bin/batch/openuserid_to_userid`: a provider's ids to the corp's own.
 *
 * How sure: fields and the limit of 1000 official; 40035 for a wrong list is our choice.
 * @see https://developer.work.weixin.qq.com/document/path/95884
 */
export const batchOpenuseridToUserid: Endpoint = {
  path: '/cgi-bin/batch/openuserid_to_userid',
  empty: { userid_list: [], invalid_open_userid_list: [] },
  answer(call) {
    const ids = bodyTexts(call, 'open_userid_list', 40035)
    const source = call.body['source_agentid']
    if (ids.length === 0 || ids.length > maxIds || typeof source !== 'number') throw new Refusal(40035)
    const found: Answer[] = []
    const invalid: string[] = []
    for (const id of ids) {
      const member = call.world.otherIds.find(id)
      if (member === undefined || !call.visibility.seesMember(member)) invalid.push(id)
      else found.push({ open_userid: id, userid: member.userid })
    }
    return { userid_list: found, invalid_open_userid_list: invalid }
  },
}
