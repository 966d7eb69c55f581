import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import type { Logger } from 'pino'
import { createDirectory, createWecomClient, type WecomEvent } from '@wecom-kit/core'
import {
  wecomApiRouter,
  wecomCallback,
  wecomDomainVerification,
  wecomErrorHandler,
  wecomSSO,
} from '@wecom-kit/express-middleware'
import type { DemoConfig, WecomAccount } from './config.ts'
import { searchTerms } from './directory/search-terms.ts'
import { WarmUp } from './directory/warm-up.ts'
import { openGraphQL } from './graphql.ts'
import { canonicalHost } from './http/canonical-host.ts'
import { errorHandler, noteFailures } from './http/error-handler.ts'
import { languageChoice } from './http/language-choice.ts'
import { requestContext } from './http/request-context.ts'
import { requestLog } from './http/request-log.ts'
import { securityHeaders } from './http/security-headers.ts'
import { localBroadcast } from './live/broadcast.ts'
import { ChangeNotices, readEverything } from './live/change-notices.ts'
import { followChanges, newsOf } from './live/follow-changes.ts'
import { LivePages } from './live/live-pages.ts'
import { Ledger } from './operations/ledger.ts'
import { Metrics } from './operations/metrics.ts'
import { directoryRoutes } from './routes/directory.ts'
import { environment } from './routes/environment.ts'
import { operations } from './routes/operations.ts'
import { assets, page } from './routes/page.ts'
import { probes } from './routes/probes.ts'
import { shop } from './routes/shop.ts'
import { openStores } from './stores.ts'

/** What {@link buildApp} needs: the settings, with the account and the session secret decided. */
export interface AppConfig extends Pick<
  DemoConfig,
  'baseUrl' | 'scope' | 'redisUrl' | 'callback' | 'domainVerification' | 'operationsDepartmentId' | 'metricsToken'
> {
  readonly account: WecomAccount
  readonly sessionSecret: string
  /** Where the simulator's console is; undefined on the real WeCom. */
  readonly consoleUrl?: string | undefined
  /** The built page. */
  readonly pageDirectory: string
  readonly logger: Logger
}

/** The demo without a port. */
export interface DemoApp {
  readonly app: Express
  /** Says at `/readyz` that the process is about to stop, and sends the open pages elsewhere. */
  drain(): void
  /** Ends the GraphQL server and the connections to WeCom and Redis. */
  close(): Promise<void>
}

/** Milliseconds that answers about members are good while callbacks report every change. */
const reportedTtl = 1_800_000

/** Wires everything together. Nothing is asked of WeCom before the first sign-in. */
export async function buildApp(config: AppConfig): Promise<DemoApp> {
  const { account, baseUrl, callback, logger } = config
  const stores = config.redisUrl === undefined ? undefined : await openStores(config.redisUrl, logger)
  const broadcast = stores?.broadcast ?? localBroadcast()
  const ledger = new Ledger()
  const pages = new LivePages()
  let draining = false

  const onEvent = (event: WecomEvent): void => {
    ledger.wecom(event)
    metrics.wecom(event)
  }
  const client = createWecomClient({
    corpId: account.corpId,
    agentId: account.agentId,
    secret: account.secret,
    baseUrl: account.apiBaseUrl,
    authorizeBaseUrl: account.authorizeBaseUrl,
    loginBaseUrl: account.loginBaseUrl,
    store: stores?.tokens,
    lock: stores?.lock,
    onEvent,
  })
  const directory = createDirectory(client, {
    contactsClient: account.contactsSecret === undefined ? undefined : client.with({ secret: account.contactsSecret }),
    store: stores?.directory,
    maxUsers: 200_000,
    ttl: callback === undefined ? undefined : { user: reportedTtl, list: reportedTtl },
    // searchTerms,
  })
  const metrics = new Metrics({ directory, openPages: () => pages.size })
  const warmUp = new WarmUp({ directory, lock: stores?.lock, logger })
  const sso = wecomSSO({
    client,
    baseUrl,
    sessionSecret: config.sessionSecret,
    scope: config.scope,
    profile: 'directory',
    directory,
    store: stores?.sessions,
    session: { store: stores?.sessions },
    onLogin: () => {
      ledger.signIns += 1
      metrics.signIn('ok')
    },
    onLogout: (user) => {
      if (user !== undefined) broadcast.send({ kind: 'session', userId: user.userId })
    },
  })
  const graphql = openGraphQL({ directory, loginUrl: `${baseUrl}/wecom/login`, open: config.consoleUrl !== undefined, logger, ledger })

  followChanges(broadcast, directory)
  const notices = new ChangeNotices((notice) => pages.send('change', notice))
  broadcast.listen((message) => {
    notices.add(message)
    if (message.kind !== 'department') pages.endFor(message.userId)
  })
  warmUp.watch((state) => pages.send('warm-up', state))

  const app = express()
  app.disable('x-powered-by')
  app.use(requestLog(logger), requestContext(), metrics.middleware())
  app.use(
    probes({
      registry: metrics.registry,
      metricsToken: config.metricsToken,
      redisReady: stores && (() => stores.ready()),
      draining: () => draining,
    }),
    wecomDomainVerification(config.domainVerification),
  )
  if (callback !== undefined) {
    const onChange = (event: Parameters<typeof newsOf>[0]): void => {
      const news = newsOf(event)
      if (news !== undefined) broadcast.send(news)
    }
    app.use(
      '/wecom/events',
      wecomCallback({
        ...callback,
        store: stores?.sessions,
        receiveId: account.corpId,
        sso,
        directory,
        onEvent: onChange,
      }),
    )
  }
  app.use(canonicalHost(baseUrl), securityHeaders(), languageChoice())
  app.use(assets(config.pageDirectory))
  app.use(sso, startReading(warmUp))
  app.use(pages.router(() => [['warm-up', warmUp.state]]))
  // After the streams, which it would hold back.
  app.use(compression())
  app.use(page(config.pageDirectory, baseUrl))
  app.use(wecomApiRouter(sso))
  app.use('/graphql', graphql.middleware)
  const { consoleUrl, operationsDepartmentId } = config
  const mayForget = consoleUrl !== undefined
  app.use(
    environment({ consoleUrl, operationsDepartmentId, mayForget }),
    directoryRoutes({ directory, warmUp, mayForget, onForgotten: () => pages.send('change', readEverything) }),
    operations({ departmentId: operationsDepartmentId, client, directory, ledger, pages, warmUp }),
    shop(),
  )
  app.use(noteFailures(ledger, metrics), wecomErrorHandler(), errorHandler(logger))
  return {
    app,
    drain: () => {
      draining = true
      pages.close()
      notices.close()
    },
    close: async () => {
      pages.close()
      notices.close()
      await graphql.stop()
      await client.close()
      await stores?.close()
    },
  }
}

/** The first signed-in visitor has the directory read, behind everybody's back. */
function startReading(warmUp: WarmUp): RequestHandler {
  return (request, _response, next) => {
    if (request.wecomUser !== undefined) warmUp.start()
    next()
  }
}
