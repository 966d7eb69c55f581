import type { Endpoint } from '../rules/endpoint.ts'

/**
 * `POST /cgi-bin/batch/userid_to_openuserid`: only for tokens of third-party and provider-built apps, which are not
 * simulated, so every token here gets 48002.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/97062
 */
export const batchUseridToOpenuserid: Endpoint = {
  path: '/cgi-bin/batch/userid_to_openuserid',
  empty: { open_userid_list: [], invalid_userid_list: [] },
  kinds: [],
  answer: () => ({}),
}
