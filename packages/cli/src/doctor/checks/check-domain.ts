import type { Examination } from '../examination.ts'
import { broken, type Diagnosis, doubtful, fine, skipped } from '../finding.ts'
import type { AgentFacts } from './agent.ts'
import { isLoopback } from './is-loopback.ts'

/**
 * The trusted domain against the address of the application. WeCom compares host and port, letter by letter.
 *
 * @see https://developer.work.weixin.qq.com/document/path/91335
 */
export function checkDomain(
  { apiBaseUrl, baseUrl, address }: Examination,
  agent: AgentFacts | undefined,
): Diagnosis {
  if (isLoopback(baseUrl)) return onThisMachine(apiBaseUrl)
  if (agent === undefined) return skipped('The app could not be read.', '没能读取应用信息。')
  if (address === undefined) return skipped('See public-address.', '见 public-address 一项。')
  const ours = address.host
  if (agent.trustedDomain.toLowerCase() === ours.toLowerCase())
    return fine(`${ours} is the app's trusted domain.`, `${ours} 就是应用的可信域名。`)
  const set = agent.trustedDomain === '' ? undefined : agent.trustedDomain
  return broken(
    {
      en: `BASE_URL is on ${ours}, the app's trusted domain is ${set ?? 'not set'}: WeCom shows "redirect_uri 与配置的授权完成回调域名不一致" (50001) instead of the login.`,
      zh: `BASE_URL 的域名是 ${ours}，应用的可信域名${set === undefined ? '没有设置' : `是 ${set}`}：企业微信会显示“redirect_uri 与配置的授权完成回调域名不一致”（50001），不会出现登录页。`,
    },
    {
      en: `Set ${ours}, with its port and without https://, under 应用管理 → the app → 网页授权及JS-SDK → 可信域名, and under 企业微信授权登录 → Web网页 → 授权回调域.`,
      zh: `在“应用管理 → 该应用 → 网页授权及JS-SDK → 可信域名”和“企业微信授权登录 → Web网页 → 授权回调域”里填 ${ours}（带端口，不带 https://）。`,
    },
  )
}

function onThisMachine(apiBaseUrl: string): Diagnosis {
  if (isLoopback(apiBaseUrl)) return fine('The simulator trusts this machine.', '模拟器信任本机地址。')
  return doubtful(
    {
      en: 'BASE_URL is on this machine: WeCom sends nobody to localhost, so sign-ins end at an error page.',
      zh: 'BASE_URL 指向本机：企业微信不会跳转到 localhost，登录会停在错误页。',
    },
    {
      en: 'Set BASE_URL to the public address, or develop on the simulator: wecom simulator.',
      zh: '把 BASE_URL 设成公网地址，或用模拟器开发：wecom simulator。',
    },
  )
}
