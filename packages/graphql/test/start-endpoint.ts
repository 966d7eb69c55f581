import express from 'express'
import { apolloWecom, type ApolloWecom, type ApolloWecomOptions } from '../src/index.ts'
import { memoryDirectory, type MemoryDirectory } from './memory-directory.ts'
import { serve } from './serve.ts'
import { smallCorp } from './small-corp.ts'

/** An endpoint over a directory in memory, on real HTTP. */
export interface Endpoint extends AsyncDisposable {
  readonly url: string
  readonly apollo: ApolloWecom
  readonly directory: MemoryDirectory
  /** Requests that arrived. */
  requests(): number
  /** Answers that are over, sent or broken off. */
  closed(): number
  /** What was logged. */
  readonly log: object[]
}

export async function startEndpoint(
  options: Partial<ApolloWecomOptions> = {},
  createApp: () => express.Express = express,
): Promise<Endpoint> {
  const directory = memoryDirectory(smallCorp())
  const log: object[] = []
  const apollo = apolloWecom({
    directory,
    viewer: () => ({ userId: 'zhangsan' }),
    logger: { error: (fields) => log.push(fields) },
    ...options,
  })
  let requests = 0
  let closed = 0
  const app = createApp()
  app.use((_request, response, next) => {
    requests += 1
    response.once('close', () => (closed += 1))
    next()
  })
  app.use('/graphql', apollo.middleware)
  const served = await serve(app)
  return {
    apollo,
    directory,
    log,
    requests: () => requests,
    closed: () => closed,
    url: `${served.url}/graphql`,
    async [Symbol.asyncDispose]() {
      await apollo.stop()
      await served[Symbol.asyncDispose]()
    },
  }
}

/** Demands and look-ups that reached the directory. */
export function upstreamHits({ directory }: Pick<Endpoint, 'directory'>): number {
  return directory.batches.flat().length + directory.departmentReads.length
}
