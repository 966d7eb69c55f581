import { Agent, request } from 'node:https'

/** What to ask again and again. */
export interface LoadOptions {
  readonly url: string
  readonly certificate: string
  readonly cookie: string
  readonly query: string
  readonly seconds: number
  readonly connections?: number
}

/** What became of it. */
export interface LoadResult {
  readonly perSecond: number
  /** Milliseconds. */
  readonly median: number
  readonly p99: number
  readonly requests: number
  /** Requests that got no 200, by what they got instead. */
  readonly failures: ReadonlyMap<string, number>
  /** Milliseconds from the first failure to the last one. */
  readonly failingFor: number
}

/** Asks one GraphQL query over kept connections for some seconds. */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const { certificate, connections = 32, seconds } = options
  const agent = new Agent({ keepAlive: true, maxSockets: connections, ca: certificate })
  const times: number[] = []
  const failures = new Map<string, number>()
  const failedAt: number[] = []
  const end = performance.now() + seconds * 1000
  const walk = async (): Promise<void> => {
    while (performance.now() < end) {
      const startedAt = performance.now()
      const outcome = await askOnce(options, agent)
      times.push(performance.now() - startedAt)
      if (outcome === '200') continue
      failures.set(outcome, (failures.get(outcome) ?? 0) + 1)
      failedAt.push(performance.now())
    }
  }
  await Promise.all(Array.from({ length: connections }, walk))
  agent.destroy()
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
  return {
    perSecond: Math.round(times.length / seconds),
    median: at(0.5),
    p99: at(0.99),
    requests: times.length,
    failures,
    failingFor: Math.round((failedAt.at(-1) ?? 0) - (failedAt[0] ?? 0)),
  }
}

/** The status, or why there is none. */
function askOnce({ cookie, query, url }: LoadOptions, agent: Agent): Promise<string> {
  const body = JSON.stringify({ query })
  const headers = { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve) => {
    const asking = request(`${url}/graphql`, { agent, headers, method: 'POST' }, (response) => {
      response.resume()
      response.on('end', () => resolve(String(response.statusCode)))
      response.on('error', (error) => resolve(error.name))
    })
    asking.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name))
    asking.end(body)
  })
}
