import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runInChild } from '../../test/support/run-in-child.ts'
import { sharedDirectory, temporaryDirectory } from 'test-support/temporary-directory'
import { tokenLockContract } from '../testing/token-lock-contract.ts'
import { createFileLock } from './file-lock.ts'

const signal = AbortSignal.timeout(60_000)

describe('createFileLock', () => {
  const shared = sharedDirectory()
  test.each(tokenLockContract({ create: () => createFileLock(shared) }))('$name', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined()
  })

  test('makes its directory for the owner only', async () => {
    const directory = join(await temporaryDirectory(), 'new')
    const release = await createFileLock(directory).acquire('a', { ttlMs: 1_000, signal })
    expect((await stat(directory)).mode & 0o777).toBe(0o700)
    await release?.()
  })

  test('a directory that cannot be made rejects: the client then goes on without a lock', async () => {
    const file = join(await temporaryDirectory(), 'file')
    await writeFile(file, '')
    await expect(createFileLock(file).acquire('a', { ttlMs: 1_000, signal })).rejects.toThrow(
      /EEXIST|ENOTDIR/,
    )
  })

  test('#56 another process has the lock until it is killed, then it is free within 2 s of its last sign of life', async () => {
    const directory = await temporaryDirectory()
    const lock = createFileLock(directory)
    const holder = runInChild('hold-file-lock', directory, 'a', '60000')
    const short = runInChild('hold-file-lock', directory, 'b', '1000')
    expect([await holder.line(), await short.line()]).toEqual(['held', 'held'])
    expect(await lock.acquire('a', { ttlMs: 1_000, signal })).toBeUndefined()
    holder.process.kill('SIGKILL')
    short.process.kill('SIGKILL')
    const started = performance.now()
    // Not when we got it: in a test that stalls, nobody may have asked for a while.
    let lastRefused = started
    let release: (() => Promise<void>) | undefined
    while (release === undefined && lastRefused - started < 3_000) {
      const askedAt = performance.now()
      release = await lock.acquire('b', { ttlMs: 1_000, signal })
      if (release === undefined) lastRefused = askedAt
      await new Promise(setImmediate)
    }
    expect(release).toBeDefined()
    expect(lastRefused - started).toBeLessThan(3_000)
    await release?.()
  })

  test('a caller that gave up before or during the try gets its reason, and nothing stays behind', async () => {
    const directory = join(await temporaryDirectory(), 'new')
    const lock = createFileLock(directory)
    const reason = new Error('gave up')
    await expect(lock.acquire('a', { ttlMs: 1_000, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    await expect(stat(directory)).rejects.toThrow('ENOENT')
    const controller = new AbortController()
    const attempt = lock.acquire('a', { ttlMs: 1_000, signal: controller.signal })
    controller.abort(reason)
    await expect(attempt).rejects.toBe(reason)
    expect(await readdir(directory)).toEqual([])
  })

  test('an empty directory name fails at construction', () => {
    expect(() => createFileLock('')).toThrow(/createFileLock: dir must be a directory/)
  })
})
