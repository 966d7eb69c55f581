import { createFileLock } from '@wecom-kit/core'

// Takes a lock and keeps it until it is killed.
const [dir = '', key = '', ttlMs = '0'] = process.argv.slice(2)
const release = await createFileLock(dir).acquire(key, {
  ttlMs: Number(ttlMs),
  signal: AbortSignal.timeout(10_000),
})
process.stdout.write(release === undefined ? 'not free\n' : 'held\n')
setInterval(() => {}, 1_000)
