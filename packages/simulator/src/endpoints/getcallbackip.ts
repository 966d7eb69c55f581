import type { Endpoint } from '../rules/endpoint.ts'

/**
 * `GET /cgi-bin/getcallbackip`: where callbacks come from. One documented sample holds a `*`, so this list does too.
 *
 * How sure: the name of the list by a live probe; the wildcard from one sample.
 * @see https://developer.work.weixin.qq.com/document/path/92521
 */
export const getcallbackip: Endpoint = {
  path: '/cgi-bin/getcallbackip',
  empty: { ip_list: [] },
  answer: () => ({ ip_list: ['127.0.0.1', '127.0.0.*'] }),
}
