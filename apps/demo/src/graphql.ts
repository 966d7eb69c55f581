import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Directory } from '@wecom-kit/core'
import { apolloWecom } from '@wecom-kit/graphql'
import type { Ledger } from './operations/ledger.ts'

/** What {@link openGraphQL} needs. */
export interface GraphQLSources {
  readonly directory: Directory
  readonly loginUrl: string
  /** Lets signed-in members read the schema, and shows what an operation cost: on the simulator. */
  readonly open: boolean
  readonly logger: Logger
  readonly ledger: Ledger
}

/** The directory over GraphQL. */
export interface GraphQLFace {
  readonly middleware: RequestHandler
  stop(): Promise<void>
}

/** A member may scroll through the whole company: it is their own. The default would stop them after 10,000 people. */
const limits = { keysPerMinute: 200_000 }

/** Header by which the editor asks what its query took; nobody else's answers carry that. */
const traceHeader = 'x-demo-trace'

/** One server for everybody and, where members may read the schema, others for them. */
export function openGraphQL({ directory, loginUrl, open, logger, ledger }: GraphQLSources): GraphQLFace {
  const masked = {
    error: (fields: object, message?: string): void => {
      logger.error(fields, message)
      ledger.failure('graphql', 'INTERNAL_SERVER_ERROR')
    },
  }
  const options = { directory, loginUrl, limits, logger: masked }
  const everybody = apolloWecom(options)
  const members = open ? apolloWecom({ ...options, introspection: true }) : everybody
  const traced = open ? apolloWecom({ ...options, introspection: true, trace: true }) : everybody
  return {
    middleware: (request, response, next) => {
      const forMember = request.headers[traceHeader] === undefined ? members : traced
      const face = request.wecomUser === undefined ? everybody : forMember
      face.middleware(request, response, next)
    },
    stop: async () => {
      await Promise.all([...new Set([everybody, members, traced])].map((face) => face.stop()))
    },
  }
}
