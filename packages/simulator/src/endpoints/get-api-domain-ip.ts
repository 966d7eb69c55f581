import type { Endpoint } from '../rules/endpoint.ts'

/**
 * `GET /cgi-bin/get_api_domain_ip`: the addresses behind the API host, for egress firewalls. Here the simulator's own.
 *
 * How sure: path and answer seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/92520
 */
export const getApiDomainIp: Endpoint = {
  path: '/cgi-bin/get_api_domain_ip',
  empty: { ip_list: [] },
  answer: () => ({ ip_list: ['127.0.0.1'] }),
}
