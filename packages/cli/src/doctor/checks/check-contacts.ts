import type { Examination } from '../examination.ts'
import { broken, type Diagnosis, fine, skipped } from '../finding.ts'
import { type Refusal, refusalOf } from './wecom-refusal.ts'

/** The secret of contacts-sync, by a call that only it may make. */
export async function checkContacts({
  settings,
  contacts,
  refusal: unusable,
}: Examination): Promise<Diagnosis> {
  if (settings.contactsSecret === undefined)
    return skipped(
      'WECOM_CONTACTS_SECRET is not set; the directory works without, with more calls.',
      '未设置 WECOM_CONTACTS_SECRET；没有它通讯录也能用，只是调用更多。',
    )
  if (unusable !== undefined) return skipped('See secret.', '见 secret 一项。')
  if (contacts === undefined) return skipped('WECOM_CORP_ID is not set.', '未设置 WECOM_CORP_ID。')
  const refusal = await refusalOf(() =>
    contacts.request('POST /cgi-bin/user/list_id', { json: { limit: 1 } }),
  )
  if (refusal === undefined) return fine('contacts-sync may read the ids.', '通讯录同步可以读取成员 ID。')
  return broken(
    {
      en: `contacts-sync is refused: ${refusal.words.en}.`,
      zh: `通讯录同步的调用被拒绝：${refusal.words.zh}。`,
    },
    adviceOn(refusal),
  )
}

function adviceOn({ errcode, fromIp }: Refusal): { en: string; zh: string } {
  if (errcode === 60020)
    return {
      en: `contacts-sync has trusted addresses of its own: add ${fromIp ?? 'the address'} under 管理工具 → 通讯录同步 → 企业可信IP.`,
      zh: `通讯录同步有单独的可信 IP：在“管理工具 → 通讯录同步 → 企业可信IP”里加上 ${fromIp ?? '该 IP'}。`,
    }
  return {
    en: 'Copy the secret from 管理工具 → 通讯录同步, with 开启API接口同步 on. That of an app does not do.',
    zh: '从“管理工具 → 通讯录同步”复制 Secret，并开启 API 接口同步。应用的 Secret 不行。',
  }
}
