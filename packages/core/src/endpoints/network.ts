import type { CallOptions, RequestFunction } from './request.ts'
import { expectList } from './checks.ts'

/** WeCom's own addresses, for firewalls. */
export interface NetworkApi {
  /**
   * The addresses behind the API's host, for outgoing rules.
   *
   * @see https://developer.work.weixin.qq.com/document/path/92520
   */
  apiDomainIps(options?: CallOptions): Promise<string[]>
  /**
   * The addresses callbacks come from, for incoming rules. An entry may contain `*`.
   *
   * @see https://developer.work.weixin.qq.com/document/path/92521
   */
  callbackIps(options?: CallOptions): Promise<string[]>
}

/** Binds the network endpoints to a client's `request`. */
export function createNetworkApi(request: RequestFunction): NetworkApi {
  return {
    async apiDomainIps(options) {
      const { data } = await request<{ ip_list?: string[] }>('GET /cgi-bin/get_api_domain_ip', options)
      return expectList(data.ip_list, 'ip_list', '/cgi-bin/get_api_domain_ip')
    },
    async callbackIps(options) {
      const { data } = await request<{ ip_list?: string[] }>('GET /cgi-bin/getcallbackip', options)
      return expectList(data.ip_list, 'ip_list', '/cgi-bin/getcallbackip')
    },
  }
}
