import { inspect } from 'node:util'
import express, { type Express } from 'express'
import { createYoga } from 'graphql-yoga'
import { createDirectory, createWecomClient, type WecomLogger } from '@wecom-kit/core'
import { wecomCallback, wecomErrorHandler, wecomSSO } from '@wecom-kit/express-middleware'
import { apolloWecom } from '@wecom-kit/graphql'
import { wecomYoga } from '@wecom-kit/graphql/yoga'
import type { ServerOrder } from '../order.ts'
import { coreRoutes } from './core-routes.ts'
import type { SharedStores } from './stores.ts'

/** Short patience everywhere, so that a round is over soon. */
const wecomTimeoutMs = 250
const wecomDeadlineMs = 900

/** Lifetimes that make nearly every question one of WeCom's. */
const ttl = { user: 200, list: 200, tree: 500, missing: 100, stale: 100, staleIfError: 400 }

/** Two hosts in one process: sessions in cookies with every other face of ours, and sessions in Redis. */
export interface Apps {
  readonly sealed: Express
  readonly stored: Express
  /** Asks for a token again although the last gettoken was refused. */
  thaw(): void
}

/** Wires everything of ours together, logging all there is to log. */
export function buildApps(
  order: ServerOrder,
  { lock, sessions, tokens }: SharedStores,
  now: () => number,
  onEvent: (key: string) => void,
): Apps {
  const client = createWecomClient({
    ...order.wecom,
    timeout: wecomTimeoutMs,
    deadline: wecomDeadlineMs,
    store: tokens,
    lock,
    now,
    logger: loud,
    onEvent: (event) => console.log(inspect(event, { depth: 9 })),
  })
  const directory = createDirectory(client, { store: tokens, lock, ttl, now })
  const common = {
    client,
    sessionSecret: order.sessionSecret,
    timeout: wecomDeadlineMs,
    mePath: '/me',
    logger: loud,
    now,
  }

  const sealed = express()
  const sso = wecomSSO({ ...common, baseUrl: originOf(order.ports.sealed) })
  sealed.use(
    '/events',
    wecomCallback({
      ...order.callback,
      receiveId: order.wecom.corpId,
      sso,
      directory,
      store: sessions,
      logger: loud,
      now,
      onEvent(event) {
        if (event.type === 'click') onEvent(event.eventKey)
      },
    }),
  )
  sealed.use(sso, coreRoutes(client, directory))
  const viewer = () => ({ userId: 'zhangsan' })
  const limits = { keysPerMinute: 1_000_000 }
  sealed.use('/graphql', apolloWecom({ directory, viewer, limits, logger: loud }).middleware)
  const yoga = createYoga({
    graphqlEndpoint: '/yoga',
    ...wecomYoga({ directory, viewer, limits, logger: loud }),
    logging: false,
  })
  sealed.use('/yoga', yoga)

  const stored = express()
  stored.use(
    wecomSSO({
      ...common,
      baseUrl: originOf(order.ports.stored),
      store: sessions,
      session: { name: 'chaos_stored', store: sessions },
    }),
  )
  for (const app of [sealed, stored]) {
    app.get('/', (_request, response) => void response.send('open to everybody'))
    app.use(wecomErrorHandler())
  }
  const thaw = () => {
    if (client.auth.state().status !== 'cooling-down') return
    client.auth.refresh({ force: true }).catch(() => undefined)
  }
  return { sealed, stored, thaw }
}

function originOf(port: number): string {
  return `http://127.0.0.1:${port}`
}

const log =
  (level: string) =>
  (fields: object, message?: string): void =>
    console.log(level, inspect(fields, { depth: 9, showHidden: true }), message)

const loud: WecomLogger = {
  debug: log('debug'),
  info: log('info'),
  warn: log('warn'),
  error: log('error'),
}
