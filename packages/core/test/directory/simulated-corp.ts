import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { createWecomClient } from '../../src/client/create-client.ts'
import type { WecomClient } from '../../src/client/wecom-client.ts'

export const bigCorp = 'big-corp?users=12000&departments=300'

/** A simulator with clients for its apps. */
export interface SimulatedCorp extends AsyncDisposable {
  readonly simulator: Simulator
  client(app: string): WecomClient
  /** Contact reads since the last time, gettoken left out. */
  takeCalls(): string[]
}

export async function simulatedCorp(seed: string = 'small-corp'): Promise<SimulatedCorp> {
  const simulator = await startSimulator({ seed })
  const clients: WecomClient[] = []
  return {
    simulator,
    client(name) {
      const app = simulator.apps.find((candidate) => candidate.name === name)
      if (app === undefined) throw new Error(`no app ${name}`)
      const { secret, agentId } = app
      const made = createWecomClient({
        corpId: simulator.corp.id,
        secret,
        ...(agentId !== undefined && { agentId }),
        baseUrl: simulator.url,
      })
      clients.push(made)
      return made
    },
    takeCalls() {
      const paths = simulator.journal.requests().map(({ path }) => path.replace('/cgi-bin/', ''))
      simulator.journal.clear()
      return paths.filter((path) => path !== 'gettoken')
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(clients.map((client) => client.close()))
      await simulator.close()
    },
  }
}
