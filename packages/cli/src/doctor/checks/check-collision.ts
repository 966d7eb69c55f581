import type { Examination } from '../examination.ts'
import { broken, type Diagnosis, fine } from '../finding.ts'
import { defaultBaseUrl, type DoctorSettings, settingNames } from '../../settings/settings.ts'

const mustDiffer = ['secret', 'contactsSecret', 'callbackToken', 'callbackAesKey', 'sessionSecret'] as const

/** Secrets used for two things, and applications in each other's way. */
export function checkCollision({ settings, others }: Examination): Diagnosis {
  const twice = sameSecret(settings)
  if (twice !== undefined) return reused(...twice)
  for (const other of others) {
    if (isSameApp(settings, other)) continue
    if (address(settings) === address(other)) return sameAddress(address(settings))
    if (settings.sessionSecret !== undefined && settings.sessionSecret === other.sessionSecret)
      return sharedSessionSecret()
  }
  return fine('Nothing stands in another’s way.', '没有发现互相冲突的设置。')
}

function sameSecret(settings: DoctorSettings): [string, string] | undefined {
  const seen = new Map<string, string>()
  for (const key of mustDiffer) {
    const value = settings[key]
    if (value === undefined) continue
    const first = seen.get(value)
    if (first !== undefined) return [first, settingNames[key]]
    seen.set(value, settingNames[key])
  }
  return undefined
}

function isSameApp(one: DoctorSettings, other: DoctorSettings): boolean {
  return one.corpId === other.corpId && one.agentId === other.agentId
}

function address({ baseUrl = defaultBaseUrl }: DoctorSettings): string {
  return baseUrl.replace(/\/+$/, '')
}

function reused(first: string, second: string): Diagnosis {
  return broken(
    {
      en: `${first} and ${second} are the same: whoever learns one has both, and one of them is surely wrong.`,
      zh: `${first} 与 ${second} 相同：泄露一个等于泄露两个，而且其中必有一个是错的。`,
    },
    {
      en: 'Each is a value of its own: the app’s under 应用管理, the other under 管理工具 → 通讯录同步, SESSION_SECRET from openssl rand -hex 32.',
      zh: '这几个值应当互不相同：应用的在“应用管理”，通讯录的在“管理工具 → 通讯录同步”，SESSION_SECRET 用 openssl rand -hex 32 生成。',
    },
  )
}

function sameAddress(place: string): Diagnosis {
  return broken(
    {
      en: `Two apps answer at ${place}: a code of one reaches the other and is refused.`,
      zh: `两个应用都用 ${place}：一个应用的 code 会送到另一个应用，因此被拒绝。`,
    },
    {
      en: 'Give each a BASE_URL of its own: another host, or a path of its own.',
      zh: '让它们各有自己的 BASE_URL：不同的域名，或不同的路径。',
    },
  )
}

function sharedSessionSecret(): Diagnosis {
  return broken(
    {
      en: 'Two apps share one SESSION_SECRET: whoever learns it at one is anybody at both.',
      zh: '两个应用共用一个 SESSION_SECRET：在一处泄露，两处都可以被冒充。',
    },
    { en: 'Make one for each: openssl rand -hex 32.', zh: '各生成一个：openssl rand -hex 32。' },
  )
}
