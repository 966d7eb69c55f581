import type { ServerResponse } from 'node:http'
import type { ApolloServer } from '@apollo/server'
import { redactSecrets } from '@wecom-kit/core/foundation'
import { createLayer, type WecomGraphQL } from '../create-wecom-graphql.ts'
import { quietLogger } from '../errors/host-code.ts'
import { HttpProblem, requestIdOf, sendProblem, setCommonHeaders } from '../http/answers.ts'
import { guardedHandler, InFlight } from '../http/handler.ts'
import type { WecomViewer } from '../policy.ts'
import type { WecomContext } from '../request/context.ts'
import { createServer } from './create-server.ts'
import { answerRequest } from './answer-request.ts'
import { loadApollo, type ApolloModules } from './load-apollo.ts'
import { readApolloOptions, type ApolloWecomOptions, type WecomRequest } from './options.ts'

/** A GraphQL endpoint. */
export interface ApolloWecom<Viewer extends WecomViewer = WecomViewer> {
  /** Answers every request that reaches it; for `app.use('/graphql', …)` of Express 4 or 5, or `http.createServer(…)`. */
  readonly middleware: (request: WecomRequest<Viewer>, response: ServerResponse, next?: unknown) => void
  /** The server inside; it is started already or about to be. */
  readonly server: ApolloServer<WecomContext<Viewer>>
  /** The layer it serves. */
  readonly wecom: WecomGraphQL<Viewer>
  /** Takes no more requests (503), lets those under way finish within `drainTimeout`, then stops the server. */
  readonly stop: () => Promise<void>
}

/**
 * The directory on an Apollo Server with safe defaults: it reads its JSON body itself, masks errors, judges operations
 * by their variables before running them, refuses cross-site requests, answers nothing that may be cached, and keeps
 * introspection and stack traces shut whatever NODE_ENV says. `@apollo/server` is loaded when this is called.
 *
 * @throws TypeError for wrong options, naming the option, what came and the fix; and without `@apollo/server`
 * @example
 * ```ts
 * import express from 'express'
 * import { createDirectory, createWecomClient } from '@wecom-kit/core'
 * import { apolloWecom } from '@wecom-kit/graphql'
 *
 * const client = createWecomClient({ corpId: 'ww1', secret: 'app-secret', agentId: 1000002 })
 * const apollo = apolloWecom({ directory: createDirectory(client) })
 * const app = express()
 * app.use('/graphql', apollo.middleware)
 * ```
 */
export function apolloWecom<Viewer extends WecomViewer = WecomViewer>(
  options: ApolloWecomOptions<Viewer>,
): ApolloWecom<Viewer> {
  return createEndpoint(() => loadApollo('apolloWecom'), options)
}

/** The same on an `@apollo/server` that is given. */
export function createEndpoint<Viewer extends WecomViewer>(
  load: () => ApolloModules,
  options: ApolloWecomOptions<Viewer>,
): ApolloWecom<Viewer> {
  const settings = readApolloOptions(options)
  const modules = load()
  const logger = quietLogger(settings.logger)
  const wecom = createLayer<Viewer>(settings, options)
  const server = createServer(modules, wecom, settings, options)
  const started = server.start()
  // A failed start is told to every request that comes; without this it would also end the process.
  started.catch(() => undefined)
  const inFlight = new InFlight()

  async function serve(request: WecomRequest<Viewer>, response: ServerResponse): Promise<void> {
    const requestId = requestIdOf(request.headers['x-request-id'])
    setCommonHeaders(response, requestId)
    try {
      if (inFlight.closed) throw new HttpProblem(503, 'The server is stopping.', 'INTERNAL_SERVER_ERROR')
      await inFlight.run(async () => {
        await started
        await answerRequest({ modules, wecom, server, settings, options }, request, response, requestId)
      })
    } catch (error) {
      // Whoever broke off sending is not there to be answered, and is nobody's mistake.
      if (request.readableAborted) return
      if (!(error instanceof HttpProblem))
        logger.error({ requestId, error: redactSecrets(String(error)) }, 'GraphQL request failed')
      sendProblem(request, response, error instanceof HttpProblem ? error : internalProblem(), requestId)
    }
  }

  return {
    wecom,
    server,
    middleware: guardedHandler('apollo.middleware', logger, serve),
    async stop() {
      await inFlight.drain(settings.drainTimeout)
      await started.then(
        () => server.stop(),
        () => undefined,
      )
    },
  }
}

function internalProblem(): HttpProblem {
  return new HttpProblem(500, 'Internal server error', 'INTERNAL_SERVER_ERROR')
}
