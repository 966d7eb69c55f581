import { broken, type Diagnosis, fine, skipped } from '../finding.ts'
import type { Refusal } from './wecom-refusal.ts'

/** Whether WeCom takes calls from this machine's address. `asked`: some call had a token. */
export function checkIp(asked: boolean, refusal: Refusal | undefined): Diagnosis {
  if (refusal?.errcode === 60020) return untrusted(refusal.fromIp)
  if (!asked) return skipped('No call could be made.', '没有可以发出的调用。')
  return fine('WeCom takes calls from this address.', '企业微信接受来自本机地址的调用。')
}

function untrusted(ip: string | undefined): Diagnosis {
  const seen = ip ?? 'the address WeCom names'
  return broken(
    {
      en: `WeCom refuses calls from this machine (60020): it sees ${seen}, which is not among the app's trusted addresses.`,
      zh: `企业微信拒绝了本机的调用（60020）：它看到的地址是 ${ip ?? '错误信息里的 IP'}，不在应用的可信 IP 之列。`,
    },
    {
      en: `Add ${seen} under 应用管理 → the app → 开发者接口 → 企业可信IP → 配置; it works about a minute later. Behind NAT or a proxy the address can change: add all of them.`,
      zh: `在“应用管理 → 该应用 → 开发者接口 → 企业可信IP → 配置”里加上 ${ip ?? '该 IP'}，约一分钟后生效。经过 NAT 或代理时出口地址可能有多个，需全部加上。`,
    },
  )
}
