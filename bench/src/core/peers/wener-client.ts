import { WecomCorpClient } from '@wener/client/wecom/server'
import { rejectErrcode, type Peer } from './peer.ts'

const official = 'https://qyapi.weixin.qq.com'

/** Has no base URL option, but lets its fetch be replaced. */
export const wenerClient: Peer = {
  name: '@wener/client',
  async create({ baseUrl, corpId, secret }) {
    const client = new WecomCorpClient({
      corpId,
      corpSecret: secret,
      fetch: (input: unknown, init?: RequestInit) => fetch(String(input).replace(official, baseUrl), init),
    })
    return {
      async getUser(userid) {
        rejectErrcode(await client.getUser({ userid }))
      },
      close: async () => {},
    }
  },
}
