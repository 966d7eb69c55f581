import { describe, expect, it, vi } from 'vitest'
import { waitFor } from './wait-for.ts'

describe('waitFor', () => {
  const late = (): Error => new Error('late')

  it('passes on what the promise comes to', async () => {
    await expect(waitFor(Promise.resolve(1), undefined, 1000, late)).resolves.toBe(1)
    await expect(waitFor(Promise.reject(new Error('no')), undefined, 1000, late)).rejects.toThrow('no')
  })

  it('ends with the reason of an abort, before or during the wait, and leaves no listener', async () => {
    const reason = { anything: true }
    const never = new Promise(() => {})
    await expect(waitFor(never, AbortSignal.abort(reason), 1000, late)).rejects.toBe(reason)
    const controller = new AbortController()
    const removed = vi.spyOn(controller.signal, 'removeEventListener')
    const wait = waitFor(never, controller.signal, 1000, late)
    controller.abort(reason)
    await expect(wait).rejects.toBe(reason)
    expect(removed).toHaveBeenCalledTimes(1)
  })

  it('an abort before the wait leaves no rejection of the promise unhandled', async () => {
    const reason = new Error('mine')
    const unhandled = vi.fn<(error: unknown) => void>()
    process.on('unhandledRejection', unhandled)
    const wait = waitFor(Promise.reject(new Error('theirs')), AbortSignal.abort(reason), 1000, late)
    await expect(wait).rejects.toBe(reason)
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
  })

  it('ends at its time, and not before a promise that settled while the process was busy', async () => {
    await expect(waitFor(new Promise(() => {}), undefined, 5, late)).rejects.toThrow('late')
    const arrives = new Promise((resolve) => {
      setImmediate(() => resolve('in time'))
    })
    const wait = waitFor(arrives, undefined, 5, late)
    const busyUntil = performance.now() + 20
    while (performance.now() < busyUntil);
    await expect(wait).resolves.toBe('in time')
  })
})
