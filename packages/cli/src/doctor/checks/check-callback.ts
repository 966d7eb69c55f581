import { createCallbackCrypto } from '@wecom-kit/core'
import type { Examination } from '../examination.ts'
import { broken, type Diagnosis, fine, skipped } from '../finding.ts'
import { askHost, type HostAnswer } from './ask-host.ts'

/**
 * The callback URL, asked as WeCom asks when it is saved: a signed, encrypted text that must come back in the clear.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90238
 */
export async function checkCallback({ settings, baseUrl, now }: Examination): Promise<Diagnosis> {
  const { callbackToken: token, callbackAesKey: encodingAesKey, corpId } = settings
  if (token === undefined && encodingAesKey === undefined)
    return skipped(
      'No callback is set up; leavers stay signed in until their session is looked at again.',
      '没有设置回调；离职成员会保持登录，直到会话下次复查。',
    )
  if (token === undefined || encodingAesKey === undefined || corpId === undefined) return incomplete()
  if (!/^[a-zA-Z0-9]{43}$/.test(encodingAesKey)) return wrongKey()
  const crypto = createCallbackCrypto({ token, encodingAesKey, receiveId: corpId })
  const echo = `doctor-${Math.floor(now())}`
  const address = new URL(`${baseUrl.replace(/\/$/, '')}${settings.callbackPath ?? '/wecom/events'}`)
  address.search = String(signedQuery(crypto.encryptReply(echo, { format: 'json' })))
  const answer = await askHost(address.href)
  const place = `${address.origin}${address.pathname}`
  if (answer.reached && answer.text === echo)
    return fine(`${place} answers WeCom's check.`, `${place} 能通过企业微信的校验。`)
  return noEcho(place, answer)
}

/** The fields of an encrypted reply are those of a check; only their names differ. */
function signedQuery(envelope: string): URLSearchParams {
  const parsed: unknown = JSON.parse(envelope)
  const field = (name: string): string =>
    typeof parsed === 'object' && parsed !== null ? String(Reflect.get(parsed, name)) : ''
  return new URLSearchParams({
    msg_signature: field('msgsignature'),
    timestamp: field('timestamp'),
    nonce: field('nonce'),
    echostr: field('encrypt'),
  })
}

function noEcho(place: string, answer: HostAnswer): Diagnosis {
  const [en, zh] = answer.reached
    ? [`answers ${answer.response.status} and other text`, `返回了 ${answer.response.status} 和别的内容`]
    : [`does not answer (${answer.reason})`, `没有应答（${answer.reason}）`]
  return broken(
    {
      en: `${place} ${en} to a signed check, so WeCom refuses to save it and sends no events.`,
      zh: `${place} 对带签名的校验请求${zh}，企业微信不会保存这个地址，也不会推送事件。`,
    },
    {
      en: 'The running server must have the same WECOM_CALLBACK_TOKEN and WECOM_CALLBACK_AES_KEY, the route must come before guards and body parsers, and the proxy must pass the query on. 应用管理 → the app → 接收消息 → 设置API接收.',
      zh: '运行中的服务器必须使用相同的 WECOM_CALLBACK_TOKEN 和 WECOM_CALLBACK_AES_KEY，路由要放在鉴权和 body 解析之前，反向代理要原样转发查询串。位置：“应用管理 → 该应用 → 接收消息 → 设置API接收”。',
    },
  )
}

function incomplete(): Diagnosis {
  return broken(
    {
      en: 'Only part of WECOM_CORP_ID, WECOM_CALLBACK_TOKEN and WECOM_CALLBACK_AES_KEY is set: no event can be decrypted.',
      zh: 'WECOM_CORP_ID、WECOM_CALLBACK_TOKEN、WECOM_CALLBACK_AES_KEY 没有设全：事件无法解密。',
    },
    {
      en: 'Copy both from 应用管理 → the app → 接收消息 → 设置API接收.',
      zh: '两个值都从“应用管理 → 该应用 → 接收消息 → 设置API接收”复制。',
    },
  )
}

function wrongKey(): Diagnosis {
  return broken(
    {
      en: 'WECOM_CALLBACK_AES_KEY is not 43 letters and digits: no event can be decrypted.',
      zh: 'WECOM_CALLBACK_AES_KEY 不是 43 个字母和数字：事件无法解密。',
    },
    {
      en: 'Copy EncodingAESKey whole from 应用管理 → the app → 接收消息 → 设置API接收.',
      zh: '从“应用管理 → 该应用 → 接收消息 → 设置API接收”完整复制 EncodingAESKey。',
    },
  )
}
