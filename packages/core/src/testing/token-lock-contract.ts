import assert from 'node:assert/strict'
import type { TokenLock } from '../stores/ports.ts'
import type { ContractCase } from './contract-case.ts'
import { eventually } from './eventually.ts'

export interface TokenLockContractOptions {
  /** Makes a lock, or hands out one that several cases share: every case uses keys of its own. */
  create: () => TokenLock | Promise<TokenLock>
  /** A second handle to the same locks, as another process would have it. @default `create` */
  createSecond?: (() => TokenLock | Promise<TokenLock>) | undefined
}

type Release = (() => Promise<void>) | undefined

/** The two handles and a key of a case. */
interface LockTrial {
  first: TokenLock
  second: TokenLock
  key: string
}

const minute = 60_000

/**
 * What the client relies on in a {@link TokenLock}. Run every case with your test runner.
 *
 * @example
 * ```ts
 * import { createFileLock } from '@wecom-kit/core'
 * import { tokenLockContract } from '@wecom-kit/core/testing'
 * import { mkdtempSync } from 'node:fs'
 * import { test } from 'node:test'
 *
 * const dir = mkdtempSync('locks-')
 * for (const { name, run } of tokenLockContract({ create: () => createFileLock(dir) })) test(name, run)
 * ```
 */
export function tokenLockContract(options: TokenLockContractOptions): ContractCase[] {
  const { create, createSecond = create } = options
  const make = (name: string, check: (trial: LockTrial) => Promise<void>): ContractCase => ({
    name,
    run: async () =>
      check({ first: await create(), second: await createSecond(), key: `contract:${crypto.randomUUID()}` }),
  })
  return [
    make('one holder at a time, and a released lock is free', async ({ first, second, key }) => {
      const release = await acquire(first, key)
      assert.equal(await acquire(second, key), undefined)
      assert.equal(await acquire(first, key), undefined)
      await mustRelease(release)
      await mustRelease(await acquire(second, key))
    }),
    make('keys do not hinder each other, however they look', async ({ first, key }) => {
      const releases = await Promise.all(
        ['', ':a/../b', ' ', '企业', 'x'.repeat(300)].map((end) => acquire(first, key + end)),
      )
      await Promise.all(releases.map(mustRelease))
    }),
    make('of 20 who try at once exactly one gets it', async ({ first, second, key }) => {
      const tries = Array.from({ length: 20 }, (_, index) => acquire(index % 2 === 0 ? first : second, key))
      const releases = (await Promise.all(tries)).filter((release) => release !== undefined)
      assert.equal(releases.length, 1)
      await mustRelease(releases[0])
    }),
    make('a lock nobody released ends after its time', async ({ first, second, key }) => {
      assert.ok(await acquire(first, key, 100))
      await mustRelease(await acquireSoon(second, key))
    }),
    make('a release that comes too late does not free a later holder', async ({ first, second, key }) => {
      const late = await acquire(first, key, 100)
      const current = await acquireSoon(second, key)
      await late?.().catch(() => {})
      assert.equal(await acquire(first, key), undefined)
      await mustRelease(current)
    }),
    make('releasing twice is no error and frees nobody else', async ({ first, second, key }) => {
      const release = await acquire(first, key)
      await mustRelease(release)
      const current = await acquire(second, key)
      await release?.().catch(() => {})
      assert.equal(await acquire(first, key), undefined)
      await mustRelease(current)
    }),
    make('an aborted signal rejects and leaves the lock free', async ({ first, second, key }) => {
      const reason = new Error('gave up')
      await assert.rejects(first.acquire(key, { ttlMs: minute, signal: AbortSignal.abort(reason) }), reason)
      await mustRelease(await acquire(second, key))
    }),
    make(
      'a signal that aborts during the try leaves the lock free in the end',
      async ({ first, second, key }) => {
        const controller = new AbortController()
        const attempt = first
          .acquire(key, { ttlMs: minute, signal: controller.signal })
          .catch(() => undefined)
        controller.abort(new Error('gave up'))
        await (
          await attempt
        )?.()
        await mustRelease(await acquireSoon(second, key))
      },
    ),
  ]
}

function acquire(lock: TokenLock, key: string, ttlMs = minute): Promise<Release> {
  return lock.acquire(key, { ttlMs, signal: AbortSignal.timeout(minute) })
}

async function acquireSoon(lock: TokenLock, key: string): Promise<Release> {
  let release: Release
  const taken = await eventually(async () => (release = await acquire(lock, key)) !== undefined, 3_000)
  assert.ok(taken, 'the lock did not become free')
  return release
}

/** Releases a lock that must have been got. */
async function mustRelease(release: Release): Promise<void> {
  assert.ok(release, 'the lock was not free')
  await release()
}
