import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import type { Environment } from '../../src/environment.ts'
import { dig, listAt, textAt } from './dig.ts'

/** A simulator, driven over HTTP as any other language would. */
export interface RunningWecom extends AsyncDisposable {
  readonly url: string
  readonly simulator: Simulator
  /** The variables that make the demo speak to it. */
  readonly environment: Environment
  /** How many calls it got: all of them, or those of one path. */
  calls(path?: string): Promise<number>
  /** One of its switches. */
  control(path: string, init?: { method?: string; body?: unknown }): Promise<unknown>
}

/** Starts a simulator on a free port. */
export async function startWecom(seed: string = 'small-corp'): Promise<RunningWecom> {
  const simulator = await startSimulator({ seed })
  const control = async (
    path: string,
    { method = 'GET', body }: { method?: string; body?: unknown } = {},
  ) => {
    const headers = { 'content-type': 'application/json' }
    const init = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) }
    const response = await fetch(`${simulator.url}/__simulator/${path}`, init)
    const answer: unknown = await response.json()
    if (!response.ok)
      throw new Error(`__simulator/${path} answered ${response.status} ${JSON.stringify(answer)}`)
    return answer
  }
  const state = await control('state')
  const app = listAt(state, 'apps').find((candidate) => dig(candidate, 'kind') === 'app')
  return {
    url: simulator.url,
    simulator,
    environment: {
      WECOM_CORP_ID: textAt(state, 'corp', 'id'),
      WECOM_APP_SECRET: textAt(app, 'secret'),
      WECOM_AGENT_ID: String(dig(app, 'agentId')),
      WECOM_API_BASE_URL: simulator.url,
      WECOM_AUTHORIZE_BASE_URL: simulator.url,
      WECOM_LOGIN_BASE_URL: simulator.url,
    },
    calls: async (path) => {
      const query = path === undefined ? '' : `?path=${encodeURIComponent(path)}`
      const requests = listAt(await control(`journal${query}`), 'requests')
      return requests.filter((request) => textAt(request, 'path').startsWith('/cgi-bin/')).length
    },
    control,
    [Symbol.asyncDispose]: () => simulator.close(),
  }
}
