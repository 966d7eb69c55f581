import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { buildApp, type AppConfig } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { Environment } from '../../src/environment.ts'
import { silent } from './loggers.ts'
import { startWecom, type RunningWecom } from './start-wecom.ts'

/** A demo on a free port, with a simulator of its own in WeCom's place. */
export interface RunningDemo extends AsyncDisposable {
  readonly url: string
  readonly wecom: RunningWecom
  /** As at a SIGTERM. */
  drain(): void
}

/** Starts the demo as it runs on the real WeCom: only the environment says that the hosts are other ones. */
export async function startDemo(
  environment: Environment = {},
  pageDirectory: string = stubPage,
  extra: Partial<AppConfig> = {},
): Promise<RunningDemo> {
  const wecom = await startWecom(environment['SIMULATOR_SEED'])
  const server = createServer()
  const url = `http://127.0.0.1:${await portOf(server)}`
  const config = readConfig({
    ...wecom.environment,
    BASE_URL: url,
    SESSION_SECRET: randomBytes(32).toString('hex'),
    ...environment,
  })
  const { account, sessionSecret } = config
  if (account === undefined || sessionSecret === undefined) throw new Error('the environment has no account')
  const demo = await buildApp({ ...config, account, sessionSecret, pageDirectory, logger: silent, ...extra })
  server.on('request', demo.app)
  return {
    url,
    wecom,
    drain: () => demo.drain(),
    [Symbol.asyncDispose]: async () => {
      server.close()
      server.closeAllConnections()
      await demo.close()
      await wecom[Symbol.asyncDispose]()
    },
  }
}

const stubPage = fileURLToPath(new URL('../fixtures/page', import.meta.url))

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return address.port
}
