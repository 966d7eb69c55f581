import { createDirectory, createWecomClient, type Directory, type WecomClient } from '@wecom-kit/core'
import { startSimulator, type Simulator, type SimulatorOptions } from '@wecom-kit/simulator'

/** A directory that reads from a simulated WeCom over HTTP. */
export interface SimulatedCorp extends AsyncDisposable {
  readonly simulator: Simulator
  readonly client: WecomClient
  readonly contactsClient: WecomClient
  readonly directory: Directory
  /** Contact reads since the journal was cleared. */
  contactReads(): number
}

/** Starts one; with `index` its directory has the contacts-sync secret for routing. */
export async function simulatedCorp({
  index = false,
  ...options
}: SimulatorOptions & { index?: boolean } = {}): Promise<SimulatedCorp> {
  const simulator = await startSimulator(options)
  const app = (kind: string) => {
    const found = simulator.apps.find((candidate) => candidate.kind === kind)
    if (!found) throw new Error(`The seed has no ${kind}.`)
    return found
  }
  const { secret, agentId } = app('app')
  const client = createWecomClient({
    corpId: simulator.corp.id,
    secret,
    baseUrl: simulator.url,
    ...(agentId !== undefined && { agentId }),
  })
  const contactsClient = client.with({ secret: app('contacts-sync').secret })
  return {
    simulator,
    client,
    contactsClient,
    directory: createDirectory(client, index ? { contactsClient } : {}),
    contactReads: () =>
      simulator.journal.requests().filter(({ path }) => /^\/cgi-bin\/(?:user|department)\//.test(path))
        .length,
    async [Symbol.asyncDispose]() {
      await client.close()
      await simulator.close()
    },
  }
}
