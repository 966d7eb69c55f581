import { randomBytes } from 'node:crypto'
import { findProgram } from 'test-support/find-program'
import { freePort } from 'test-support/free-port'
import { startRedisServer, type RedisServer } from 'test-support/redis-server'
import type { RunningProgram } from 'test-support/run-program'
import { selfSign } from 'test-support/self-sign'
import { createCallbackKeys, followSimulator } from '../../src/simulator-events.ts'
import { silent } from '../../test/support/loggers.ts'
import { startServer } from '../../test/support/run-server.ts'
import { startNginx } from 'test-support/nginx'
import { startWecom, type RunningWecom } from '../../test/support/start-wecom.ts'

/** Processes of the demo on one Redis, behind nginx with TLS. */
export interface Cluster extends AsyncDisposable {
  /** What visitors open. */
  readonly url: string
  readonly certificate: string
  readonly wecom: RunningWecom
  readonly redis: RedisServer
  readonly processes: readonly RunningProgram[]
  /** Each process by itself. */
  readonly addresses: readonly string[]
}

/** Starts them on the simulator's seed that is named. */
export async function startCluster(count: number, seed: string): Promise<Cluster> {
  const wecom = await startWecom(seed)
  const redis = await startRedisServer()
  const port = await freePort()
  const ports: number[] = []
  for (let index = 0; index < count; index += 1) ports.push(await freePort())
  const keys = createCallbackKeys()
  const environment = {
    ...wecom.environment,
    BASE_URL: `https://localhost:${port}/oa`,
    SESSION_SECRET: randomBytes(32).toString('hex'),
    REDIS_URL: redis.url,
    WECOM_CALLBACK_TOKEN: keys.token,
    WECOM_CALLBACK_AES_KEY: keys.encodingAesKey,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
  }
  const processes = await Promise.all(
    ports.map((each) => startServer({ ...environment, PORT: String(each) })),
  )
  const [first] = ports
  const url = `http://127.0.0.1:${first}/wecom/events`
  await followSimulator({ simulator: wecom.simulator, url, keys, logger: silent })
  const tls = await selfSign(needed('openssl'))
  const nginx = await startNginx({
    nginx: needed('nginx'),
    tls,
    port,
    prefix: '/oa',
    upstreams: ports,
  })
  return {
    url: environment.BASE_URL,
    certificate: tls.certificate,
    wecom,
    redis,
    processes,
    addresses: ports.map((each) => `http://127.0.0.1:${each}`),
    [Symbol.asyncDispose]: async () => {
      await nginx[Symbol.asyncDispose]()
      await Promise.all(processes.map((each) => each[Symbol.asyncDispose]()))
      await redis[Symbol.asyncDispose]()
      await wecom[Symbol.asyncDispose]()
    },
  }
}

function needed(program: string): string {
  const found = findProgram('the cluster cannot be measured', program)
  if (found === undefined) throw new Error(`${program} is needed`)
  return found
}
