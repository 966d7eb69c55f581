import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { Simulator } from '@wecom-kit/simulator'

/** One process of the app of `app-process.ts`. */
export interface AppProcess {
  /** What it has logged. */
  readonly log: string[]
  /** Whether it stands in the middle of a sign-out, where `stuck` lets it wait for ever. */
  isStuck(): boolean
  /** Ends it as a crash does. */
  kill(): Promise<void>
}

const keys = {
  SESSION_SECRET: randomBytes(32).toString('base64url'),
  TOKEN: 'QDG6eK',
  AES_KEY: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
}

/** What the callbacks of these processes are registered with. */
export const callbackKeys = { token: keys.TOKEN, encodingAesKey: keys.AES_KEY } as const

/** Starts one; it resolves when it listens. */
export async function startProcess(
  simulator: Simulator,
  {
    port,
    redisUrl,
    baseUrl,
    stuck = false,
  }: { port: number; redisUrl: string; baseUrl: string; stuck?: boolean },
): Promise<AppProcess> {
  const [app] = simulator.apps
  const child = fork(new URL('app-process.ts', import.meta.url), {
    env: {
      ...process.env,
      ...keys,
      NODE_ENV: 'production',
      WECOM_URL: simulator.url,
      CORP: simulator.corp.id,
      SECRET: app?.secret,
      AGENT: String(app?.agentId),
      REDIS_URL: redisUrl,
      BASE_URL: baseUrl,
      PORT: String(port),
      STUCK: stuck ? '1' : '0',
    },
  })
  const log: string[] = []
  let isStuck = false
  child.on('message', (message: { log?: string; stuck?: true }) => {
    isStuck ||= message.stuck === true
    if (message.log !== undefined) log.push(message.log)
  })
  await once(child, 'message')
  return {
    log,
    isStuck: () => isStuck,
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
