import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { WecomEvent } from '@wecom-kit/core'
import {
  wecomApiRouter,
  wecomCallback,
  wecomDomainVerification,
  wecomErrorHandler,
  wecomSSO,
} from '@wecom-kit/express-middleware'
import type { DemoConfig, WecomAccount } from './config.ts'
import { connectWecom } from './connect-wecom.ts'
import { Headcounts } from './directory/headcounts.ts'
import { WarmUp } from './directory/warm-up.ts'
import { openGraphQL } from './graphql.ts'
import { canonicalHost } from './http/canonical-host.ts'
import { errorHandler, noteFailures } from './http/error-handler.ts'
import { languageChoice } from './http/language-choice.ts'
import { requestContext } from './http/request-context.ts'
import { requestLog } from './http/request-log.ts'
import { securityHeaders } from './http/security-headers.ts'
import { goLive } from './live/live.ts'
import { Ledger } from './operations/ledger.ts'
import { Metrics } from './operations/metrics.ts'
import { directoryRoutes } from './routes/directory.ts'
import { environment } from './routes/environment.ts'
import { knownVisitors } from './routes/known-visitors.ts'
import { operations } from './routes/operations.ts'
import { assets, page, pageNotFound } from './routes/page.ts'
import { probes } from './routes/probes.ts'
import { shop } from './routes/shop.ts'
import { openStores } from './stores.ts'

/** What {@link buildApp} needs: the settings, with the account and the session secret decided. */
export interface AppConfig extends Pick<
  DemoConfig,
  | 'baseUrl'
  | 'scope'
  | 'redisUrl'
  | 'callback'
  | 'domainVerification'
  | 'operationsDepartmentId'
  | 'metricsToken'
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

/** Wires everything together. Nothing is asked of WeCom before the first sign-in. */
export async function buildApp(config: AppConfig): Promise<DemoApp> {
  const { account, baseUrl, callback, consoleUrl, logger, operationsDepartmentId } = config
  const stores = config.redisUrl === undefined ? undefined : await openStores(config.redisUrl, logger)
  const ledger = new Ledger()
  const metrics = new Metrics()
  const onEvent = (event: WecomEvent): void => {
    ledger.wecom(event)
    metrics.wecom(event)
  }
  const { client, directory } = connectWecom({ account, stores, reported: callback !== undefined, onEvent })
  const warmUp = new WarmUp({ directory, logger })
  const headcounts = new Headcounts(directory)
  const live = goLive(stores?.changeFeed, logger, () => headcounts.forget())
  warmUp.watch((state) => live.pages.send('warm-up', state))
  metrics.watch({ directory, openPages: () => live.pages.size })

  const sso = wecomSSO({
    client,
    baseUrl,
    sessionSecret: config.sessionSecret,
    scope: config.scope,
    profile: 'directory',
    directory,
    appName: '通讯录 Directory',
    logger,
    store: stores?.sessions,
    session: { store: stores?.sessions },
    onLogin: () => {
      ledger.signIns += 1
      metrics.signIn('ok')
    },
    // Noted by noteFailures, and shown by wecomErrorHandler, as it would be without this.
    onError: (error, _request, _response, next) => {
      next(error)
    },
    onLogout: (user) => {
      if (user !== undefined) live.onSignedOut(user.userId)
    },
  })
  const onSimulator = consoleUrl !== undefined
  const loginUrl = `${baseUrl}/wecom/login`
  const graphql = openGraphQL({ directory, loginUrl, open: onSimulator, logger, ledger })

  let draining = false
  const { registry } = metrics
  const { metricsToken } = config
  const redisReady = stores && (() => stores.ready())

  const app = express()
  app.disable('x-powered-by')
  app.use(requestLog(logger), requestContext(), metrics.middleware())
  app.use(probes({ registry, metricsToken, redisReady, draining: () => draining }))
  app.use(wecomDomainVerification(config.domainVerification))
  if (callback !== undefined) {
    app.use(
      '/wecom/events',
      wecomCallback({
        ...callback,
        receiveId: account.corpId,
        sso,
        // Two edits within a second are told in the same words: the second is a repeat to onEvent, and is none here.
        directory: {
          user: (userId, options) => directory.user(userId, options),
          invalidate: (change) => {
            directory.invalidate(change)
            if ('type' in change) live.onChange(change)
          },
        },
        onEvent: (event) => live.onEvent(event),
        store: stores?.sessions,
      }),
    )
  }
  app.use(canonicalHost(baseUrl), securityHeaders(), languageChoice())
  app.use(assets(config.pageDirectory))
  app.use(sso, startReading(warmUp))
  app.use(live.pages.router(() => [['warm-up', warmUp.state]]))
  // After the streams, which it would hold back.
  app.use(compression())
  app.use(page(config.pageDirectory, baseUrl))
  app.use(wecomApiRouter(sso))
  app.use('/graphql', knownVisitors, graphql.middleware)
  app.use(
    environment({ consoleUrl, operationsDepartmentId, mayForget: onSimulator }),
    directoryRoutes({
      directory,
      warmUp,
      headcounts,
      mayForget: onSimulator,
      onForgotten: () => live.onForgotten(),
    }),
    operations({
      departmentId: operationsDepartmentId,
      client,
      directory,
      ledger,
      pages: live.pages,
      warmUp,
    }),
    shop(),
  )
  app.use(pageNotFound(config.pageDirectory, baseUrl))
  app.use(noteFailures(ledger, metrics), wecomErrorHandler(), errorHandler({ logger, homeUrl: baseUrl }))
  return {
    app,
    drain: () => {
      draining = true
      live.close()
    },
    close: async () => {
      live.close()
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
