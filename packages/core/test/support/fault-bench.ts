import {
  isWecomError,
  type AnyWecomError,
  type WecomClient,
  type WecomClientOptions,
  type WecomEvent,
} from '@wecom-kit/core'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { createClientWith } from '../../src/client/create-client.ts'
import { canaries } from './canaries.ts'
import { json, tokenAnswer } from './fault-modes.ts'
import { startFaultServer, type FaultMode, type FaultServer } from './fault-server.ts'
import { hybridRuntime, type HybridRuntime } from './hybrid-runtime.ts'
import { openSecretWatch, type SecretWatch } from './secret-watch.ts'

/** A client, the server it talks to and the clock both see. */
export interface Trial {
  readonly server: FaultServer
  readonly wecom: WecomClient
  readonly time: HybridRuntime
  /** What the client reported so far. */
  readonly events: WecomEvent[]
  /** gettoken calls the server saw. */
  readonly tokens: () => number
  /** Requests for {@link userPath} the server saw. */
  readonly reads: () => number
  /** Requests for {@link updatePath} the server saw. */
  readonly writes: () => number
  readonly read: (options?: { signal?: AbortSignal }) => Promise<unknown>
  readonly write: (options?: { signal?: AbortSignal }) => Promise<unknown>
}

/** What a group of fault cases works with. */
export interface FaultBench {
  readonly watch: SecretWatch
  /** Opens a trial that closes with the test. */
  readonly open: (options?: Partial<WecomClientOptions> & { server?: FaultServer }) => Promise<Trial>
  /** The error a promise rejects with, searched for secrets. */
  readonly failure: (promise: Promise<unknown>) => Promise<AnyWecomError>
  /** The same for rejections that are not ours: aborts and errors of hooks. */
  readonly rejection: (promise: Promise<unknown>) => Promise<unknown>
}

export const tokenPath = '/cgi-bin/gettoken'
export const userPath = '/cgi-bin/user/get'
export const updatePath = '/cgi-bin/user/update'
export const userAnswer: FaultMode = json({ errcode: 0, errmsg: 'ok', userid: 'zhangsan', name: '张三' })

/** A `describe` for fault cases. All they let out is searched for secrets, and the last test says how much that was. */
export function describeFaults(
  title: string,
  cases: (bench: FaultBench) => void,
  runs: boolean = true,
): void {
  describe.runIf(runs)(`faults: ${title}`, () => {
    const watch = openSecretWatch()
    afterAll(() => watch.close())
    cases({
      watch,
      open: (options) => openTrial(watch, options),
      failure: async (promise) => {
        const error = await rejectionOf(watch, promise)
        if (isWecomError(error)) return error
        throw new Error('expected an error of this package', { cause: error })
      },
      rejection: (promise) => rejectionOf(watch, promise),
    })
    it(`F72 ${title}: no secret in any error, log line, event or diagnostics message`, () => {
      process.stdout.write(`F72 ${title}: ${watch.searched} texts searched, ${watch.leaks.length} secrets\n`)
      expect(watch.searched).toBeGreaterThan(0)
      expect(watch.leaks).toEqual([])
    })
  })
}

async function openTrial(
  watch: SecretWatch,
  { server: given, ...options }: Partial<WecomClientOptions> & { server?: FaultServer } = {},
): Promise<Trial> {
  const server = given ?? (await startFaultServer())
  server.on(tokenPath, tokenAnswer(canaries.token), tokenAnswer(canaries.secondToken))
  server.on(userPath, userAnswer)
  server.on(updatePath, json({ errcode: 0, errmsg: 'updated' }))
  const time = hybridRuntime()
  const events: WecomEvent[] = []
  const onEvent = (event: WecomEvent): void => {
    events.push(event)
    watch.onEvent(event)
  }
  const wecom = createClientWith(
    {
      corpId: 'ww0123456789abcdef',
      secret: canaries.secret,
      agentId: 1000002,
      baseUrl: server.url,
      logger: watch.logger,
      onEvent,
      ...options,
    },
    time,
  )
  onTestFinished(async () => {
    await wecom.close()
    await server.close()
  })
  return {
    server,
    wecom,
    time,
    events,
    tokens: () => server.count(tokenPath),
    reads: () => server.count(userPath),
    writes: () => server.count(updatePath),
    read: (init) => wecom.users.get('zhangsan', init),
    write: (init) => wecom.request(`POST ${updatePath}`, { ...init, json: { userid: 'zhangsan' } }),
  }
}

async function rejectionOf(watch: SecretWatch, promise: Promise<unknown>): Promise<unknown> {
  let value: unknown
  try {
    value = await promise
  } catch (error) {
    watch.look(error, 'error')
    return error
  }
  throw new Error('expected a rejection', { cause: value })
}
