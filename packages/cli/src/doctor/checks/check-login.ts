import { broken, type Diagnosis, fine, skipped } from '../finding.ts'
import type { Refusal } from './wecom-refusal.ts'

/** What WeCom answers to a code that cannot be right: 40029 is the answer of a set-up that works. */
export function checkLogin(asked: boolean, refusal: Refusal | undefined): Diagnosis {
  if (!asked) return skipped('No call could be made.', '没有可以发出的调用。')
  if (refusal?.errcode === 60020) return skipped('See ip.', '见 ip 一项。')
  if (refusal?.errcode === 40029)
    return fine(
      'This app may exchange login codes (a made-up one is answered 40029).',
      '这个应用可以换取登录 code（伪造的 code 返回 40029）。',
    )
  const words = refusal?.words ?? { en: 'success', zh: '成功' }
  return broken(
    {
      en: `A made-up login code is answered with ${words.en} instead of 40029, and so are real ones.`,
      zh: `伪造的登录 code 得到的是：${words.zh}，而不是 40029；真实的 code 也会如此。`,
    },
    refusal?.errcode === 50001
      ? {
          en: 'Set the trusted domain of this very app (应用管理 → the app → 网页授权及JS-SDK), and use its own secret and AgentId.',
          zh: '给这个应用本身设置可信域名（“应用管理 → 该应用 → 网页授权及JS-SDK”），并使用它自己的 Secret 和 AgentId。',
        }
      : {
          en: 'Use the secret of a self-built app (应用管理 → 自建 → the app); that of 通讯录同步 or 客户联系 cannot sign anybody in.',
          zh: '使用自建应用的 Secret（“应用管理 → 自建 → 该应用”）；通讯录同步、客户联系的 Secret 不能用于登录。',
        },
  )
}
