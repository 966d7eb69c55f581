import type { Endpoint } from '../rules/endpoint.ts'
import { customerEndpoints } from './customers.ts'

/** Paths that the documents no longer have and that SDKs still call; nothing more is known of their answers. */
const bare = [
  'externalcontact/get_group_msg_result',
  'externalcontact/transfer',
  'linkedcorp/message/send',
  'message/get_statistics',
  'message/update_taskcard',
  'user/get_mobile_hashcode',
]

/** What 客户联系 was called before 2019. */
const renamed: readonly (readonly [older: string, today: string])[] = [
  ['crm/get_external_contact', 'externalcontact/get'],
  ['crm/get_external_contact_list', 'externalcontact/list'],
]

/**
 * Paths from before, for SDKs that still call them. They check token and IP and are not among the documented 611.
 *
 * How sure: seen in SDKs; whether production still answers was not checked.
 */
export const olderEndpoints: readonly Endpoint[] = [
  ...bare.map((path): Endpoint => ({ path: `/cgi-bin/${path}`, answer: () => ({}) })),
  ...renamed.flatMap(([older, today]) => {
    const same = customerEndpoints.find(({ path }) => path === `/cgi-bin/${today}`)
    return same === undefined ? [] : [{ ...same, path: `/cgi-bin/${older}`, sameAs: same.path }]
  }),
]
