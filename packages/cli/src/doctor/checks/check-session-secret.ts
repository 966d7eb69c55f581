import type { Examination } from '../examination.ts'
import { broken, type Diagnosis, fine } from '../finding.ts'
import { isLoopback } from './is-loopback.ts'

/** Words that stand in examples and in nobody's random bytes. */
const printed = /random characters|localhost only|change|example|secret|password|replace|your|替换|示例/i

/** The secret that sessions are sealed with: whoever knows it is anybody. */
export function checkSessionSecret({ settings: { sessionSecret }, baseUrl }: Examination): Diagnosis {
  if (sessionSecret === undefined)
    return wrong(
      'SESSION_SECRET is not set: the server does not start, or everybody is signed out at each start.',
      '未设置 SESSION_SECRET：服务器无法启动，或每次启动所有人都要重新登录。',
    )
  if (sessionSecret.length < 32 || new Set(sessionSecret).size < 8)
    return wrong(
      `SESSION_SECRET has ${sessionSecret.length} characters, ${new Set(sessionSecret).size} of them different: it can be guessed, and whoever knows it can be anybody.`,
      `SESSION_SECRET 只有 ${sessionSecret.length} 个字符、${new Set(sessionSecret).size} 种：可以被猜出，知道它的人可以冒充任何人。`,
    )
  if (printed.test(sessionSecret) && !isLoopback(baseUrl))
    return wrong(
      'SESSION_SECRET looks like one out of an example: everybody knows it, and whoever knows it can be anybody.',
      'SESSION_SECRET 像是从示例里抄来的：人人都知道它，知道它的人可以冒充任何人。',
    )
  return fine('SESSION_SECRET is long and varied.', 'SESSION_SECRET 足够长且足够随机。')
}

function wrong(en: string, zh: string): Diagnosis {
  return broken(
    { en, zh },
    {
      en: 'Make one and keep it out of the repository: openssl rand -hex 32. Changing it signs everybody out once.',
      zh: '生成一个，不要提交进仓库：openssl rand -hex 32。更换后所有人需要重新登录一次。',
    },
  )
}
