import type { Words } from '../../words.ts'
import type { Examination } from '../examination.ts'
import { broken, type Diagnosis, fine } from '../finding.ts'
import type { Refusal } from './wecom-refusal.ts'

/** Corp id and secret, by what gettoken answered. */
export function checkSecret(
  { settings, refusal: unusable }: Examination,
  refusal: Refusal | undefined,
): Diagnosis {
  const missing = [
    ...(settings.corpId === undefined ? ['WECOM_CORP_ID'] : []),
    ...(settings.secret === undefined ? ['WECOM_APP_SECRET'] : []),
  ]
  if (missing.length > 0)
    return broken(
      {
        en: `${missing.join(' and ')} not set: without them there is no token and no call.`,
        zh: `未设置 ${missing.join('、')}：没有它们就拿不到 access_token，什么都调用不了。`,
      },
      {
        en: 'CorpID: 我的企业 → 企业信息 → 企业ID. Secret: 应用管理 → the app → Secret → 查看.',
        zh: '企业 ID 在“我的企业 → 企业信息”底部；Secret 在“应用管理 → 该应用 → Secret → 查看”。',
      },
    )
  if (unusable !== undefined) return refusedSettings(unusable)
  // A forbidden address has a finding of its own: the secret was right by then.
  if (refusal === undefined || refusal.errcode === 60020)
    return fine('WeCom takes the corp id and the secret.', '企业微信认可这个企业 ID 和 Secret。')
  return broken(
    {
      en: `gettoken is refused: ${refusal.words.en}.`,
      zh: `gettoken 被拒绝：${refusal.words.zh}。`,
    },
    adviceOn(refusal),
  )
}

function adviceOn({ errcode }: Refusal): Words {
  if (errcode === undefined)
    return {
      en: 'See network first. If nothing is wrong there, something on the way answers in place of WeCom.',
      zh: '先看 network 一项；如果那里没有问题，说明途中有别的东西代替企业微信作了应答。',
    }
  if (errcode === 40013)
    return {
      en: 'Copy the CorpID again: 我的企业 → 企业信息 → 企业ID. It begins with ww or wx.',
      zh: '重新复制企业 ID：“我的企业 → 企业信息”底部，以 ww 或 wx 开头。',
    }
  return {
    en: 'Copy the secret again (应用管理 → the app → Secret → 查看): of this app, of this corp, without spaces. A reset secret ends the old one at once.',
    zh: '重新复制 Secret（“应用管理 → 该应用 → Secret → 查看”）：必须是这个企业、这个应用的，前后没有空格。Secret 一旦重置，旧的立即失效。',
  }
}

function refusedSettings(reason: string): Diagnosis {
  return broken(
    { en: `No client can be made: ${reason}`, zh: `无法创建客户端：${reason}` },
    {
      en: 'What it names is in WECOM_CORP_ID, WECOM_APP_SECRET, WECOM_CONTACTS_SECRET or one of the base URLs.',
      zh: '对应的变量是 WECOM_CORP_ID、WECOM_APP_SECRET、WECOM_CONTACTS_SECRET 或某个接口地址变量。',
    },
  )
}
