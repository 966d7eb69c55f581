import { expect, it } from 'vitest'
import { inTime } from './in-time.ts'

const never = new Promise<string>(() => {})

it('answers what comes in time, and takes null for nothing', async () => {
  await expect(inTime(1000, async () => await Promise.resolve('here'))).resolves.toBe('here')
  await expect(inTime(1000, async () => await Promise.resolve(null))).resolves.toBeUndefined()
})

it('passes a failure on, also one that is thrown at once', async () => {
  const failure = new Error('down')
  await expect(inTime(1000, () => Promise.reject(failure))).rejects.toBe(failure)
  const thrown = inTime(1000, () => {
    throw failure
  })
  await expect(thrown).rejects.toBe(failure)
})

it('waits no longer than it is told to', async () => {
  await expect(inTime(1, () => never)).rejects.toMatchObject({
    name: 'TimeoutError',
    message: 'no answer within 1 ms',
  })
})
