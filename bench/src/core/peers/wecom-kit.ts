import { createWecomClient } from '@wecom-kit/core'
import type { Peer } from './peer.ts'

/** Ours. */
export const wecomKit: Peer = {
  name: '@wecom-kit/core',
  async create(target) {
    const wecom = createWecomClient(target)
    return {
      async getUser(userid) {
        await wecom.users.get(userid)
      },
      close: () => wecom.close(),
    }
  },
}
