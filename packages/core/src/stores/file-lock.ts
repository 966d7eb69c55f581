import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readArgument } from '../options/config-option.ts'
import { matching } from '../options/option-row.ts'
import type { TokenLock } from './ports.ts'
import { holdFileLock } from './hold-file-lock.ts'

const directoryPath = matching("a directory such as '.data/locks'", /[^]/)

/**
 * A lock for processes of one host that share no Redis. Each key is an entry in `dir`, which is made with mode 0700 if
 * it is missing.
 *
 * It ends after `ttlMs`. A holder that was killed is succeeded after `ttlMs` or 2 s, whichever is longer. A holder
 * that sleeps past that and then goes on may meet its successor: as with every {@link TokenLock}, two may then fetch
 * the token. Not for network file systems.
 *
 * @throws WecomConfigError for an empty path. `acquire` rejects with the file system's error
 * @example
 * ```ts
 * import { createFileLock, createFileStore, createWecomClient } from '@wecom-kit/core'
 *
 * const wecom = createWecomClient({
 *   corpId: 'ww0123456789abcdef',
 *   secret: () => process.env.WECOM_APP_SECRET ?? '',
 *   store: createFileStore('.data/wecom-tokens.json'),
 *   lock: createFileLock('.data/locks'),
 * })
 * ```
 */
export function createFileLock(dir: string): TokenLock {
  const root = resolve(readArgument('createFileLock', 'dir', directoryPath, dir))
  return {
    async acquire(key, { ttlMs, signal }) {
      signal.throwIfAborted()
      await mkdir(root, { recursive: true, mode: 0o700 })
      const lock = await holdFileLock(join(root, fileNameOf(key)), { staleMs: ttlMs, retries: 0 })
      if (lock === undefined) return undefined
      const end = setTimeout(() => void lock.release(), ttlMs).unref()
      const release = (): Promise<void> => {
        clearTimeout(end)
        return lock.release()
      }
      if (signal.aborted) {
        await release()
        throw signal.reason
      }
      return release
    },
  }
}

/** Keys hold colons and slashes, and may be longer than a file name. */
function fileNameOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32)
}
