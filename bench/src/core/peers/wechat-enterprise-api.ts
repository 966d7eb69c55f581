import { promisify } from 'node:util'
import Api from 'wechat-enterprise-api'
import type { Peer } from './peer.ts'

/** Callback style; its base URL is a field. */
export const wechatEnterpriseApi: Peer = {
  name: 'wechat-enterprise-api',
  async create({ baseUrl, corpId, secret, agentId }) {
    const api = new Api(corpId, secret, agentId)
    api.prefix = `${baseUrl}/cgi-bin/`
    const getUser = promisify(api.getUser.bind(api))
    return {
      async getUser(userid) {
        await getUser(userid)
      },
      close: async () => {},
    }
  },
}
