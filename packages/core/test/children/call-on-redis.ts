import { createHash } from 'node:crypto'
import { createClient } from '@redis/client'
import KeyvRedis from '@keyv/redis'
import { createRedisLock, createWecomClient, type TokenLock } from '@wecom-kit/core'
import { Keyv } from 'keyv'

// One of several processes that need a token at the same moment. `sharing` is lock, jitter (a store only) or nothing.
const [baseUrl = '', url = '', sharing = '', calls = '1', lockTtlMs = '5000'] = process.argv.slice(2)
const redis = createClient({ url, disableOfflineQueue: true, socket: { connectTimeout: 500 } })
redis.on('error', () => {})
await redis.connect()
const keyv = new Keyv(new KeyvRedis(redis))
keyv.on('error', () => {})
const inner = createRedisLock(redis)
const lock: TokenLock = {
  acquire: (key, options) => inner.acquire(key, { ...options, ttlMs: Number(lockTtlMs) }),
}
const trouble: string[] = []
const wecom = createWecomClient({
  corpId: 'ww0123456789abcdef',
  secret: 'CANARYsecret-_abcdefghijklmnopqrstuvwxyz012',
  baseUrl,
  ...(sharing === 'nothing' ? {} : { store: keyv }),
  ...(sharing === 'lock' ? { lock } : {}),
  onEvent: ({ type }) => void (/store|bypassed/.test(type) && trouble.push(type)),
})
// Loading and compiling on first use takes longer than a store may, when eight processes start on two cores.
await keyv.get('warm')
await (
  await lock.acquire('warm', { ttlMs: 1_000, signal: AbortSignal.timeout(5_000) })
)?.()
await fetch(`${baseUrl}/go`)
const tokens = await Promise.all(Array.from({ length: Number(calls) }, () => wecom.auth.token()))
const hashes = new Set(tokens.map((token) => createHash('sha256').update(token).digest('hex')))
const { userid } = await wecom.users.get('zhangsan')
process.stdout.write(`${JSON.stringify({ calls: tokens.length, hashes: [...hashes], userid, trouble })}\n`)
await wecom.close()
redis.destroy()
