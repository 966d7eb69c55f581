import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rejectErrcode, type Peer } from './peer.ts'

/** Caches into files of the working directory, so it gets one of its own. */
export const nodeEasywechat: Peer = {
  name: 'node-easywechat',
  async create({ baseUrl, corpId, secret }) {
    const { Work } = await import('node-easywechat')
    const home = process.cwd()
    const folder = await mkdtemp(join(tmpdir(), 'peer-'))
    process.chdir(folder)
    const app = new Work({
      corp_id: corpId,
      secret,
      token: 'token',
      aes_key: 'a'.repeat(43),
      http: { baseURL: `${baseUrl}/` },
    })
    return {
      async getUser(userid) {
        const response = await app.getClient().get('cgi-bin/user/get', { params: { userid } })
        rejectErrcode(response.toObject())
      },
      async close() {
        process.chdir(home)
        await rm(folder, { recursive: true })
      },
    }
  },
}
