import type { Examination } from '../examination.ts'
import { broken, type Diagnosis, doubtful, fine, skipped } from '../finding.ts'
import type { AgentFacts } from './agent.ts'
import { isLoopback } from './is-loopback.ts'
import type { Refusal } from './wecom-refusal.ts'

/** The app itself: switched on, seen by somebody, with a home page that is ours. */
export function checkAgent(
  { settings, baseUrl, address }: Examination,
  agent: AgentFacts | Refusal | undefined,
): Diagnosis {
  if (settings.agentId === undefined || !/^\d{1,10}$/.test(settings.agentId))
    return noAgentId(settings.agentId)
  if (agent === undefined) return skipped('The app could not be read.', '没能读取应用信息。')
  if ('words' in agent) return refused(settings.agentId, agent)
  const { members, departments, tags } = agent.visible
  if (agent.closed) return closed(agent.name)
  if (members + departments + tags === 0) return invisible(agent.name)
  const home = URL.parse(agent.homeUrl)?.host
  if (home !== undefined && address !== undefined && !isLoopback(baseUrl) && home !== address.host)
    return otherHome(home, address.host)
  return fine(
    `${agent.name} is switched on and visible to ${members} members, ${departments} departments and ${tags} tags.`,
    `应用“${agent.name}”已启用，可见范围：${members} 名成员、${departments} 个部门、${tags} 个标签。`,
  )
}

function noAgentId(value: string | undefined): Diagnosis {
  return broken(
    {
      en:
        value === undefined
          ? 'WECOM_AGENT_ID is not set: login pages need it.'
          : 'WECOM_AGENT_ID is no number.',
      zh: value === undefined ? '未设置 WECOM_AGENT_ID：登录页需要它。' : 'WECOM_AGENT_ID 不是数字。',
    },
    {
      en: 'It is the number shown as AgentId under 应用管理 → the app.',
      zh: '“应用管理 → 该应用”页面上的 AgentId，是一个数字。',
    },
  )
}

function refused(agentId: string, refusal: Refusal): Diagnosis {
  if (refusal.errcode === 60020) return skipped('See ip.', '见 ip 一项。')
  return broken(
    {
      en: `The app with AgentId ${agentId} cannot be read: ${refusal.words.en}. Most often AgentId and secret are of two different apps, and then every login code is refused.`,
      zh: `读取不到 AgentId 为 ${agentId} 的应用：${refusal.words.zh}。多数情况是 AgentId 与 Secret 不属于同一个应用，这样所有登录 code 都会被拒绝。`,
    },
    {
      en: 'Take both from one page: 应用管理 → the app.',
      zh: '在同一个页面上取这两个值：“应用管理 → 该应用”。',
    },
  )
}

function closed(name: string): Diagnosis {
  return broken(
    {
      en: `The app ${name} is switched off: nobody sees it, nobody signs in.`,
      zh: `应用“${name}”已停用：没有人看得到它，也没有人能登录。`,
    },
    { en: 'Switch it on: 应用管理 → the app → 启用应用.', zh: '启用它：“应用管理 → 该应用 → 启用应用”。' },
  )
}

function invisible(name: string): Diagnosis {
  return broken(
    {
      en: `The visible range of ${name} is empty: whoever signs in has a userid and nothing else, and the directory is empty.`,
      zh: `应用“${name}”的可见范围为空：登录的人只有 userid，通讯录也是空的。`,
    },
    {
      en: 'Name departments or members: 应用管理 → the app → 可见范围 → 编辑.',
      zh: '添加部门或成员：“应用管理 → 该应用 → 可见范围 → 编辑”。',
    },
  )
}

function otherHome(home: string, ours: string): Diagnosis {
  return doubtful(
    {
      en: `The app's home page is on ${home}, BASE_URL on ${ours}: who opens the app in WeCom lands elsewhere.`,
      zh: `应用主页在 ${home}，而 BASE_URL 是 ${ours}：在企业微信里打开应用会跳到别处。`,
    },
    {
      en: 'Set 应用管理 → the app → 应用主页 to your address.',
      zh: '把“应用管理 → 该应用 → 应用主页”改成你的地址。',
    },
  )
}
