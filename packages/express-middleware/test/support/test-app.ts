import { createServer, type RequestListener, type Server } from 'node:http'
import { createWecomClient, type WecomClient, type WecomLogger } from '@wecom-kit/core'
import { type Simulator, startSimulator } from '@wecom-kit/simulator'
import express5, { type ErrorRequestHandler } from 'express'
import express4 from 'express4'
import { requireWecomUser } from '../../src/guard/require-wecom-user.ts'
import type { WecomSSOOptions } from '../../src/options/options.ts'
import type { WecomSSO } from '../../src/sso/members.ts'
import { wecomSSO } from '../../src/sso/wecom-sso.ts'
import { type Answer, type Question, send } from './send.ts'
import { navigation, Visitor } from './visitor.ts'

/** Both majors, for describe.each. */
export const majors: readonly { major: 4 | 5; express: typeof express5 }[] = [
  { major: 4, express: express4 },
  { major: 5, express: express5 },
]

/** A secret for tests. */
export const secret = 'correct-horse-battery-staple-0123456789'

/** The public origin the default app claims: a trusted domain of the simulator on any port. */
export const publicOrigin = 'http://localhost:8080'

/** A running WeCom with a client for its first app. */
export interface Wecom {
  simulator: Simulator
  client: WecomClient
  /** Calls of an endpoint so far. */
  calls(path: string): number
  /** Every call of the API so far. */
  allCalls(): number
}

/** Starts a simulator and a client for it. */
export async function startWecom(): Promise<Wecom> {
  const simulator = await startSimulator()
  return {
    simulator,
    client: clientOf(simulator, 'app'),
    calls: (path) => simulator.journal.count(path),
    allCalls: () => simulator.journal.requests().filter(({ path }) => path.startsWith('/cgi-bin/')).length,
  }
}

/** A client for an app of the simulator, by its kind or name. */
export function clientOf(simulator: Simulator, app: string): WecomClient {
  const found = simulator.apps.find(({ kind, name }) => kind === app || name === app)
  if (found === undefined) throw new Error(`the seed has no app ${app}`)
  const { agentId } = found
  return createWecomClient({
    corpId: simulator.corp.id,
    secret: found.secret,
    ...(agentId === undefined ? {} : { agentId }),
    baseUrl: simulator.url,
    authorizeBaseUrl: simulator.url,
    loginBaseUrl: simulator.url,
  })
}

/** A clock a test can move. */
export class TestClock {
  #time = Date.now()
  readonly now = (): number => this.#time
  advance(seconds: number): void {
    this.#time += seconds * 1000
  }
}

/** An app under test. */
export interface TestApp {
  sso: WecomSSO
  origin: string
  readonly visitor: (headers?: Record<string, string>) => Visitor
  readonly send: (target: string, question?: Question) => Promise<Answer>
  errors: unknown[]
  readonly close: () => Promise<void>
}

type App = ReturnType<typeof express5>

/** Options of {@link startApp}. */
export interface StartAppOptions {
  express?: typeof express5
  sso: Partial<WecomSSOOptions> & Pick<WecomSSOOptions, 'client'>
  /** Adds routes after the middleware and before the defaults. */
  routes?: (app: App, sso: WecomSSO) => void
  /** Adds middlewares before ours. */
  before?: (app: App) => void
  /** Leaves the public address to the request. */
  withoutBaseUrl?: boolean
  /** Where our middleware is mounted. */
  mount?: string
}

const nothing = () => {}
const silent: WecomLogger = { debug: nothing, info: nothing, warn: nothing, error: nothing }

/** An app with an open `/`, a guarded `/private` and `/api/private`, and an error handler that keeps what it got. */
export async function startApp(options: StartAppOptions): Promise<TestApp> {
  const sso = wecomSSO({
    sessionSecret: secret,
    ...(options.withoutBaseUrl === true ? {} : { baseUrl: publicOrigin }),
    logger: silent,
    ...options.sso,
  })
  const errors: unknown[] = []
  const app = (options.express ?? express5)()
  app.disable('x-powered-by')
  options.before?.(app)
  if (options.mount === undefined) app.use(sso)
  else app.use(options.mount, sso)
  options.routes?.(app, sso)
  const whoAmI: RequestListener = (request, response) => {
    const user = 'wecomUser' in request ? request.wecomUser : undefined
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ url: request.url, user: user ?? null }))
  }
  app.get('/private', requireWecomUser(), whoAmI)
  app.all('/api/private', requireWecomUser(), whoAmI)
  app.use(whoAmI)
  const keepError: ErrorRequestHandler = (
    error: { status?: number; code?: string },
    _request,
    response,
    _next,
  ) => {
    errors.push(error)
    response.statusCode = error.status ?? 500
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ failed: error.code ?? 'unknown' }))
  }
  app.use(keepError)
  return { ...(await listen(app, sso)), errors }
}

/** Serves any handler on a free port. */
export async function listen(handler: RequestListener, sso: WecomSSO): Promise<Omit<TestApp, 'errors'>> {
  const server = createServer(handler)
  const origin = await started(server)
  return {
    sso,
    origin,
    visitor: (headers = navigation) => new Visitor(origin, publicOrigin, headers),
    send: async (target, question) => await send(origin, target, question),
    close: async () => {
      server.closeAllConnections()
      const { promise, resolve } = Promise.withResolvers<void>()
      server.close(() => {
        resolve()
      })
      await promise
    },
  }
}

async function started(server: Server): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return `http://127.0.0.1:${address.port}`
}
