import type { ServerResponse } from 'node:http'
import type { ApolloServer } from '@apollo/server'
import { checkKnownOptions } from '../check-known-options.ts'
import { createLayer, type WecomGraphQL } from '../create-wecom-graphql.ts'
import { quietLogger } from '../errors/quiet-logger.ts'
import { redact } from '../errors/redact.ts'
import { guardedHandler } from '../http/guarded-handler.ts'
import { requestIdOf } from '../http/request-id.ts'
import type { WecomContext } from '../scope/context-binding.ts'
import type { WecomViewer } from '../viewer.ts'
import { checkApolloOptions } from './check-apollo-options.ts'
import { createServer } from './create-server.ts'
import { handleRequest, setCommonHeaders } from './handle-request.ts'
import { HttpProblem } from './http-problem.ts'
import { createInFlight } from './in-flight.ts'
import type { ApolloWecomOptions, WecomRequest } from './options.ts'
import { sendProblem } from './respond.ts'

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

const defaultKeysPerMinute = 1000

/**
 * The directory on an Apollo Server with safe defaults: it reads its JSON body itself, masks errors, judges operations
 * by their variables before running them, refuses cross-site requests, answers nothing that may be cached, and keeps
 * introspection and stack traces shut whatever NODE_ENV says.
 *
 * @throws TypeError for wrong options, naming the option, what came and the fix
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
  checkKnownOptions('apolloWecom', options)
  checkApolloOptions(options)
  const { drainTimeout = 10_000 } = options
  const logger = quietLogger(options.logger ?? console)
  const wecom = createLayer<Viewer>(layerOptions(options))
  const server = createServer(wecom, options)
  const started = server.start()
  // A failed start is told to every request that comes; without this it would also end the process.
  started.catch(() => undefined)
  const inFlight = createInFlight()

  async function serve(request: WecomRequest<Viewer>, response: ServerResponse): Promise<void> {
    const requestId = requestIdOf(request.headers['x-request-id'])
    setCommonHeaders(response, requestId)
    try {
      if (inFlight.closed) throw new HttpProblem(503, 'The server is stopping.', 'INTERNAL_SERVER_ERROR')
      await inFlight.run(async () => {
        await started
        await handleRequest({ wecom, server, options }, request, response, requestId)
      })
    } catch (error) {
      // Whoever broke off sending is not there to be answered, and is nobody's mistake.
      if (request.readableAborted) return
      if (!(error instanceof HttpProblem)) {
        logger.error({ requestId, error: redact(String(error)) }, 'GraphQL request failed')
      }
      sendProblem(response, error instanceof HttpProblem ? error : internalProblem(), requestId)
    }
  }

  return {
    wecom,
    server,
    middleware: guardedHandler('apollo.middleware', logger, serve),
    async stop() {
      await inFlight.drain(drainTimeout)
      await started.then(
        () => server.stop(),
        () => undefined,
      )
    },
  }
}

function layerOptions<Viewer extends WecomViewer>(
  options: ApolloWecomOptions<Viewer>,
): Parameters<typeof createLayer<Viewer>>[0] {
  return {
    ...options,
    limits: { keysPerMinute: defaultKeysPerMinute, ...options.limits },
    suggestions: options.introspection ?? false,
    exposeErrors: options.stackTraces ?? false,
  }
}

function internalProblem(): HttpProblem {
  return new HttpProblem(500, 'Internal server error', 'INTERNAL_SERVER_ERROR')
}
