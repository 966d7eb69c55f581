import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { announce } from './announce.ts'
import { buildApp } from './app.ts'
import { ConfigError } from './config-error.ts'
import { readConfig } from './config.ts'
import { launcherGone } from './launcher.ts'
import { listen, ListenError } from './listen.ts'
import { openWecom } from './open-wecom.ts'
import { createCallbackKeys, followSimulator } from './simulator-events.ts'

/** Milliseconds that requests under way get to finish after a signal. */
const grace = 5000
const pageDirectory = fileURLToPath(new URL('../dist/page', import.meta.url))
const envFile = fileURLToPath(new URL('../.env', import.meta.url))

try {
  await main()
} catch (error) {
  const expected = error instanceof ConfigError || error instanceof ListenError
  console.error(expected ? error.message : error)
  process.exit(1)
}

async function main(): Promise<void> {
  // From the first moment: whoever is gone before anybody looks can no longer be found.
  const abandoned = launcherGone()
  // What is in the environment already wins over the file.
  if (existsSync(envFile)) process.loadEnvFile(envFile)
  const config = readConfig(process.env)
  if (config.unused.length > 0)
    console.warn(`WECOM_CORP_ID is not set: the simulator runs and does not use ${config.unused.join(', ')}.`)
  const { account, operationsDepartmentId, simulator } = await openWecom(config)
  const consoleUrl = simulator && `${simulator.url}/__simulator/`
  const callback = config.callback ?? (simulator === undefined ? undefined : createCallbackKeys())
  const logger = pino({ level: config.logLevel, base: { pid: process.pid } })
  const demo = await buildApp({
    ...config,
    account,
    operationsDepartmentId,
    sessionSecret: config.sessionSecret ?? temporarySecret(),
    pageDirectory,
    callback,
    logger,
    consoleUrl,
  })
  const server = await listen(demo.app, { port: config.port, host: config.host, variable: 'PORT' })
  if (simulator !== undefined && callback !== undefined) {
    const url = `http://${reachableHost(config.host)}:${config.port}/wecom/events`
    await followSimulator({ simulator, url, keys: callback, logger })
  }
  console.log(announce({ baseUrl: config.baseUrl, consoleUrl, apiBaseUrl: account.apiBaseUrl }))
  await Promise.race([signal(), abandoned])
  demo.drain()
  await close(server)
  await demo.close()
  await simulator?.close()
}

function temporarySecret(): string {
  console.warn('会话密钥是临时的，重启后需重新登录；设置 SESSION_SECRET 可以保留会话。')
  console.warn('SESSION_SECRET is not set: everybody is signed out when the demo restarts.')
  return randomBytes(32).toString('hex')
}

/** The host of an interface in a URL; a wildcard is no address to connect to. */
function reachableHost(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

async function signal(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
}

/** Lets requests under way finish; keep-alive connections without one are closed at once. */
async function close(server: Server): Promise<void> {
  setTimeout(() => server.closeAllConnections(), grace).unref()
  server.close()
  await once(server, 'close')
}
