import express, { type Express } from 'express'
import { createDirectory, createWecomClient } from '@wecom-kit/core'
import {
  wecomApiRouter,
  wecomCallback,
  wecomDomainVerification,
  wecomErrorHandler,
  wecomSSO,
} from '@wecom-kit/express-middleware'
import { apolloWecom } from '@wecom-kit/graphql'
import type { DemoConfig, WecomAccount } from './config.ts'
import { canonicalHost } from './canonical-host.ts'
import { errorHandler } from './error-handler.ts'
import { environment } from './routes/environment.ts'
import { health } from './routes/health.ts'
import { page } from './routes/page.ts'
import { shop } from './routes/shop.ts'
import { stats } from './routes/stats.ts'
import { searchOnDemand } from './search-on-demand.ts'
import { securityHeaders } from './security-headers.ts'
import { openStores } from './stores.ts'

/** What {@link buildApp} needs: the settings, with the account and the session secret decided. */
export interface AppConfig extends Pick<
  DemoConfig,
  'baseUrl' | 'scope' | 'redisUrl' | 'callback' | 'domainVerification'
> {
  readonly account: WecomAccount
  readonly sessionSecret: string
  /** Where the simulator's console is; undefined on the real WeCom. */
  readonly consoleUrl?: string
  /** The built page. */
  readonly pageDirectory: string
  /** Where warnings and masked errors go. */
  readonly log: (message: string) => void
}

/** The demo without a port. */
export interface DemoApp {
  readonly app: Express
  /** Ends the GraphQL server and the connections to WeCom and Redis. */
  close(): Promise<void>
}

/** Wires everything together. Nothing is asked of WeCom before the first sign-in. */
export async function buildApp(config: AppConfig): Promise<DemoApp> {
  const { account, baseUrl, callback, log } = config
  const stores = config.redisUrl === undefined ? undefined : await openStores(config.redisUrl, log)
  const client = createWecomClient({
    corpId: account.corpId,
    agentId: account.agentId,
    secret: account.secret,
    ...(account.apiBaseUrl === undefined ? {} : { baseUrl: account.apiBaseUrl }),
    ...(account.authorizeBaseUrl === undefined ? {} : { authorizeBaseUrl: account.authorizeBaseUrl }),
    ...(account.loginBaseUrl === undefined ? {} : { loginBaseUrl: account.loginBaseUrl }),
    ...(stores === undefined ? {} : { store: stores.tokens, lock: stores.lock }),
  })
  const { contactsSecret } = account
  const directory = createDirectory(client, {
    ...(contactsSecret === undefined ? {} : { contactsClient: client.with({ secret: contactsSecret }) }),
    ...(stores === undefined ? {} : { store: stores.directory }),
  })
  const sso = wecomSSO({
    client,
    baseUrl,
    sessionSecret: config.sessionSecret,
    scope: config.scope,
    profile: 'directory',
    directory,
    ...(stores === undefined ? {} : { store: stores.sessions, session: { store: stores.sessions } }),
  })
  const graphql = apolloWecom({ directory: searchOnDemand(directory), loginUrl: `${baseUrl}/wecom/login` })

  const app = express()
  app.disable('x-powered-by')
  app.use(health(), wecomDomainVerification(config.domainVerification))
  if (callback !== undefined) {
    const deliveries = stores === undefined ? {} : { store: stores.sessions }
    app.use(
      '/wecom/events',
      wecomCallback({ ...callback, ...deliveries, receiveId: account.corpId, sso, directory }),
    )
  }
  app.use(canonicalHost(baseUrl), securityHeaders(), sso)
  app.use(wecomApiRouter(sso))
  app.use('/graphql', graphql.middleware)
  app.use(environment(config.consoleUrl), stats(directory), shop(), page(config.pageDirectory))
  app.use(wecomErrorHandler(), errorHandler(log))
  return {
    app,
    close: async () => {
      await graphql.stop()
      await client.close()
      await stores?.close()
    },
  }
}
