import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import type { DemoConfig, WecomAccount } from './config.ts'
import { explainListenError } from './listen.ts'

/** The WeCom that the demo speaks to. */
export interface Wecom {
  readonly account: WecomAccount
  /** The simulator in this process; undefined on the real WeCom. */
  readonly simulator: Simulator | undefined
  /** On the simulator 张三's own, so that there is somebody who may look at the operations view, and somebody who may not. */
  readonly operationsDepartmentId: number | undefined
}

/**
 * The real WeCom if the environment names a corp, else a simulator in this process.
 *
 * @throws ListenError when the simulator's port is taken
 */
export async function openWecom(
  config: Pick<DemoConfig, 'account' | 'operationsDepartmentId' | 'simulatorPort' | 'simulatorSeed'>,
): Promise<Wecom> {
  const { account, operationsDepartmentId } = config
  if (account !== undefined) return { account, operationsDepartmentId, simulator: undefined }
  const simulator = await startOn(config.simulatorPort, config.simulatorSeed)
  const app = simulator.apps.find(({ kind }) => kind === 'app')
  if (app?.agentId === undefined) throw new Error('the simulator has no app to sign in to')
  const { url } = simulator
  const hosts = {
    deployment: 'public',
    contactsSecret: undefined,
    apiBaseUrl: url,
    authorizeBaseUrl: url,
    loginBaseUrl: url,
  } as const
  return {
    account: { corpId: simulator.corp.id, agentId: app.agentId, secret: app.secret, ...hosts },
    simulator,
    operationsDepartmentId: operationsDepartmentId ?? simulator.contacts.user('zhangsan')?.main_department,
  }
}

async function startOn(port: number, seed: string): Promise<Simulator> {
  try {
    return await startSimulator({ port, seed })
  } catch (error) {
    throw explainListenError(error, { port, host: undefined, variable: 'SIMULATOR_PORT' })
  }
}
