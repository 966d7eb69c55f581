import type { Examination } from '../examination.ts'
import { broken, type Diagnosis, fine, skipped } from '../finding.ts'
import { reasonOf } from './ask-host.ts'
import { askRedis } from './ask-redis.ts'

/** The Redis that processes share tokens, directory and sessions in. */
export async function checkRedis({ settings: { redisUrl } }: Examination): Promise<Diagnosis> {
  if (redisUrl === undefined)
    return skipped(
      'REDIS_URL is not set: one process, in memory.',
      '未设置 REDIS_URL：单进程，数据在内存里。',
    )
  const protocol = URL.parse(redisUrl)?.protocol
  if (protocol !== 'redis:' && protocol !== 'rediss:') return notRedis()
  try {
    const line = await askRedis(redisUrl)
    if (line === '+PONG') return fine('Redis answers.', 'Redis 可用。')
    return refused(line.replace(/^-/, '').slice(0, 80))
  } catch (error) {
    return refused(reasonOf(error))
  }
}

function notRedis(): Diagnosis {
  return broken(
    {
      en: 'REDIS_URL does not begin with redis:// or rediss://.',
      zh: 'REDIS_URL 不是以 redis:// 或 rediss:// 开头。',
    },
    { en: 'Write it as redis://user:password@host:6379/0.', zh: '写成 redis://user:password@host:6379/0。' },
  )
}

function refused(reason: string): Diagnosis {
  return broken(
    {
      en: `Redis at REDIS_URL does not work (${reason}): sign-ins and stored sessions answer 503.`,
      zh: `REDIS_URL 指向的 Redis 不可用（${reason}）：登录和存储在其中的会话会返回 503。`,
    },
    {
      en: 'Try the same address with redis-cli -u from this machine; a password goes into the address, with special characters percent-encoded.',
      zh: '在本机用 redis-cli -u 试同一个地址；密码写在地址里，特殊字符要做百分号编码。',
    },
  )
}
