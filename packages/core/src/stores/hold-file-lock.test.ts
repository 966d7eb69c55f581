import { rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { temporaryDirectory } from 'test-support/temporary-directory'
import { holdFileLock } from './hold-file-lock.ts'

test('#59 a lock that was taken away is noticed, ends no process, and is released without an error', async () => {
  const path = join(await temporaryDirectory(), 'a')
  const lock = await holdFileLock(path, { staleMs: 2_000, retries: 0 })
  expect(lock?.isHeld()).toBe(true)
  await rmdir(`${path}.lock`)
  await vi.waitFor(() => expect(lock?.isHeld()).toBe(false), { timeout: 5_000, interval: 20 })
  await expect(lock?.release()).resolves.toBeUndefined()
})
