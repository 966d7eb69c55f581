import { createYoga } from 'graphql-yoga'
import { wecomYoga, type WecomYogaOptions } from '../src/yoga/index.ts'
import { memoryDirectory } from './memory-directory.ts'
import { serve } from './serve.ts'
import { smallCorp } from './small-corp.ts'
import type { Endpoint } from './start-endpoint.ts'

/** The yoga face over a directory in memory, on real HTTP. */
export async function startYoga(
  options: Partial<WecomYogaOptions> = {},
): Promise<Omit<Endpoint, 'apollo' | 'requests' | 'closed'>> {
  const directory = memoryDirectory(smallCorp())
  const log: object[] = []
  const yoga = createYoga({
    ...wecomYoga({
      directory,
      viewer: () => ({ userId: 'zhangsan' }),
      logger: { error: (fields) => log.push(fields) },
      ...options,
    }),
    logging: false,
  })
  const served = await serve(yoga)
  return {
    directory,
    log,
    url: `${served.url}/graphql`,
    async [Symbol.asyncDispose]() {
      await served[Symbol.asyncDispose]()
      await yoga.dispose()
    },
  }
}
