import { createClient } from '@redis/client'
import { createRedisLock } from '@wecom-kit/core'

// Takes a lock and keeps it until it is killed.
const [url = '', key = '', ttlMs = '0'] = process.argv.slice(2)
const client = createClient({ url })
await client.connect()
const release = await createRedisLock(client).acquire(key, {
  ttlMs: Number(ttlMs),
  signal: AbortSignal.timeout(10_000),
})
process.stdout.write(release === undefined ? 'not free\n' : 'held\n')
