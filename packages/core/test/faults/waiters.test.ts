import { getEventListeners } from 'node:events'
import { expect, it, vi } from 'vitest'
import { canaries } from '../support/canaries.ts'
import { describeFaults, tokenPath, type Trial, userAnswer, userPath } from '../support/fault-bench.ts'
import { errcode, head, stall, tokenAnswer } from '../support/fault-modes.ts'
import { patient } from 'test-support/patient'
import { runInChild } from '../support/run-in-child.ts'

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A gettoken that answers when it is told to. */
function heldToken({ server }: Trial): () => void {
  const open = Promise.withResolvers<void>()
  server.on(tokenPath, (socket, request) => {
    void open.promise.then(() => tokenAnswer(canaries.token)(socket, request))
  })
  return open.resolve
}

describeFaults('waiters', ({ open, rejection, failure }) => {
  it('F62 the first of 100 waiters aborts: the others are served by the same flight', async () => {
    const trial = await open()
    const answer = heldToken(trial)
    const first = new AbortController()
    const waiters = [trial.wecom.auth.token({ signal: first.signal })]
    while (waiters.length < 100) waiters.push(trial.wecom.auth.token())
    const reason = new Error('the visitor left')
    const settled = Promise.allSettled(waiters)
    first.abort(reason)
    expect(await rejection(waiters[0] ?? Promise.resolve())).toBe(reason)
    answer()
    const results = await settled
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(99)
    expect(trial.tokens()).toBe(1)
  })

  it.each(['cold', 'warm'])('a signal that was aborted before gets no token: %s', async (how) => {
    const trial = await open()
    if (how === 'warm') await trial.wecom.auth.token()
    const reason = new Error('the visitor left')
    const asked = trial.wecom.auth.token({ signal: AbortSignal.abort(reason) })
    expect(await rejection(asked)).toBe(reason)
    expect(trial.tokens()).toBe(how === 'warm' ? 1 : 0)
  })

  it('F62 all 100 abort: the flight ends on its own and its token is kept', async () => {
    const trial = await open()
    const answer = heldToken(trial)
    const all = new AbortController()
    const waiters = Array.from({ length: 100 }, () => trial.wecom.auth.token({ signal: all.signal }))
    const settled = Promise.allSettled(waiters)
    all.abort()
    expect((await settled).every(({ status }) => status === 'rejected')).toBe(true)
    expect(getEventListeners(all.signal, 'abort')).toEqual([])
    answer()
    await vi.waitFor(() => expect(trial.wecom.auth.state().status).toBe('fresh'), patient)
    await expect(trial.wecom.auth.token()).resolves.toBe(canaries.token)
    expect(trial.tokens()).toBe(1)
  })

  /** Brings a call to some point, aborts, and checks that it ended within one turn of the event loop. */
  async function abortsAt(trial: Trial, reached: () => boolean): Promise<void> {
    const controller = new AbortController()
    const reason = new Error('the visitor left')
    let outcome: unknown
    const call = trial.read({ signal: controller.signal }).catch((error: unknown) => (outcome = error))
    await vi.waitFor(() => expect(reached()).toBe(true), patient)
    await turn()
    controller.abort(reason)
    await turn()
    expect(outcome).toBe(reason)
    await call
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
  }

  it('F63 abort before the call: nothing is sent', async () => {
    const { read, server } = await open()
    const reason = new Error('too late')
    expect(await rejection(read({ signal: AbortSignal.abort(reason) }))).toBe(reason)
    expect(server.requests).toEqual([])
  })

  it('F63 abort while waiting for the token', async () => {
    const trial = await open()
    const answer = heldToken(trial)
    await abortsAt(trial, () => trial.tokens() === 1)
    answer()
    expect(trial.reads()).toBe(0)
  })

  it('F63 abort in a backoff', async () => {
    const trial = await open()
    trial.server.on(userPath, errcode(-1))
    trial.time.sleeping = 'endless'
    await abortsAt(trial, () => trial.time.sleeps.length === 1)
    expect(trial.reads()).toBe(1)
  })

  it('F63 abort while waiting for a place, and the place is not lost', async () => {
    const trial = await open({ maxConcurrency: 1 })
    await trial.wecom.auth.token()
    let answer = (): void => {}
    trial.server.on(userPath, (socket, request) => {
      answer = () => userAnswer(socket, request)
    })
    const busy = trial.read()
    await vi.waitFor(() => expect(trial.reads()).toBe(1), patient)
    await abortsAt(trial, () => true)
    answer()
    await busy
    trial.server.on(userPath, userAnswer)
    await trial.read()
    expect(trial.reads()).toBe(2)
  })

  it.each([
    ['before the headers', stall()],
    ['in the body', stall(`${head({ 'content-length': '100' })}{"errcode"`)],
  ])('F63 abort %s', async (_case, mode) => {
    const trial = await open()
    trial.server.on(userPath, mode)
    await abortsAt(trial, () => trial.reads() === 1)
    expect([trial.reads(), trial.tokens()]).toEqual([1, 1])
  })

  it('F63 an abort between the token and the request is not missed', async () => {
    const controller = new AbortController()
    const reason = new Error('the visitor left')
    const source = {
      id: 'own',
      fetch: async () => {
        // Two turns of the microtask queue later the wait for the token is over and the request about to leave.
        queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => controller.abort(reason))))
        return { token: canaries.token, expiresIn: 7200 }
      },
    }
    const { read } = await open({ tokenSource: source })
    expect(await rejection(read({ signal: controller.signal }))).toBe(reason)
  })

  it('F63 a limiter permit that comes after the abort is given back', async () => {
    const permit = Promise.withResolvers<() => void>()
    const released = vi.fn<() => void>()
    const { read, wecom } = await open({
      limiter: { acquire: async ({ path }) => (path === userPath ? permit.promise : () => {}) },
    })
    await wecom.auth.token()
    const controller = new AbortController()
    const call = read({ signal: controller.signal })
    controller.abort(new Error('the visitor left'))
    await rejection(call)
    permit.resolve(released)
    await turn()
    expect(released).toHaveBeenCalledTimes(1)
  })

  it('F63 calls that wait for the limiter keep no place: calls of another API go on', async () => {
    const never = (): Promise<never> => new Promise(() => {})
    const { read, write, writes, wecom } = await open({
      maxConcurrency: 1,
      limiter: { acquire: async ({ path }) => (path === userPath ? never() : () => {}) },
    })
    await wecom.auth.token()
    const waiting = [failure(read()), failure(read())]
    await turn()
    await write()
    expect(writes()).toBe(1)
    await wecom.close()
    await Promise.all(waiting)
  })

  it('F63 a permit is given back where no place comes free before the deadline', async () => {
    const released = vi.fn<() => void>()
    const { server, read, wecom } = await open({
      maxConcurrency: 1,
      deadline: 100,
      limiter: { acquire: async ({ path }) => (path === userPath ? released : () => {}) },
    })
    await wecom.auth.token()
    server.on(userPath, stall())
    const calls = [failure(read()), failure(read())]
    for (const error of await Promise.all(calls)) expect(error).toMatchObject({ code: 'ERR_WECOM_TIMEOUT' })
    expect(released).toHaveBeenCalledTimes(2)
  })

  it('F63 the limiter hears that nobody waits any more when the deadline has passed', async () => {
    const signals: AbortSignal[] = []
    const never = (): Promise<never> => new Promise(() => {})
    const { read, wecom } = await open({
      deadline: 100,
      limiter: {
        acquire: async ({ path }, signal) => {
          if (path !== userPath) return () => {}
          signals.push(signal)
          return never()
        },
      },
    })
    await wecom.auth.token()
    expect(await failure(read())).toMatchObject({ code: 'ERR_WECOM_TIMEOUT', phase: 'deadline' })
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  })

  it('F65 close() while a token is fetched: every waiter is rejected, and so is every later call', async () => {
    const { server, wecom, read } = await open()
    server.on(tokenPath, stall())
    const waiters = [wecom.auth.token(), read(), read()].map((call) => failure(call))
    await vi.waitFor(() => expect(server.count(tokenPath)).toBe(1), patient)
    await wecom.close()
    for (const error of await Promise.all(waiters)) expect(error).toMatchObject({ code: 'ERR_WECOM_CONFIG' })
    expect(await failure(read())).toMatchObject({ code: 'ERR_WECOM_CONFIG' })
    expect(server.requests).toHaveLength(1)
  })

  it('F65 close() while a call is on its way says so: the call perhaps ran', async () => {
    const { server, wecom, read, reads } = await open()
    await wecom.auth.token()
    server.on(userPath, stall())
    const call = failure(read())
    await vi.waitFor(() => expect(reads()).toBe(1), patient)
    await wecom.close()
    const error = await call
    expect(error).toMatchObject({ code: 'ERR_WECOM_TRANSPORT' })
    expect(String(error)).toContain('was closed meanwhile')
    expect(reads()).toBe(1)
  })

  it('F65 close() during a backoff ends it', async () => {
    const trial = await open()
    trial.server.on(userPath, errcode(-1))
    trial.time.sleeping = 'endless'
    const call = failure(trial.read())
    await vi.waitFor(() => expect(trial.time.sleeps).toHaveLength(1), patient)
    await trial.wecom.close()
    expect(await call).toMatchObject({ code: 'ERR_WECOM_CONFIG' })
    expect(trial.reads()).toBe(1)
  })

  it('F65 close() while calls wait for a place or a permit ends them, with a signal of their own or without', async () => {
    const signal = new AbortController().signal
    const never = (): Promise<never> => new Promise(() => {})
    const limiter = {
      acquire: ({ path }: { path: string }) => (path === userPath ? never() : Promise.resolve(() => {})),
    }
    const held = await open({ limiter, maxConcurrency: 1 })
    await held.wecom.auth.token()
    const calls = [held.read(), held.read({ signal }), held.read()].map((call) => failure(call))
    await turn()
    await held.wecom.close()
    for (const error of await Promise.all(calls)) expect(error).toMatchObject({ code: 'ERR_WECOM_CONFIG' })
    expect([held.reads(), getEventListeners(signal, 'abort').length]).toEqual([0, 0])
  })

  it.each(['fetch-fails-unwatched', 'close-while-fetching'])(
    'F64 F65 %s: no unhandled rejection, and the process ends by itself',
    async (name) => {
      const { server } = await open()
      server.on(tokenPath, name === 'close-while-fetching' ? stall() : errcode(-1))
      await expect(runInChild(name, server.url).end()).resolves.toBe('done\n')
      expect(server.count(tokenPath)).toBe(1)
    },
  )
})
