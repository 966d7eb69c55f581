import { type CallbackCrypto, createCallbackCrypto, isWecomError } from '@wecom-kit/core'
import type { Examination } from '../examination.ts'
import { broken, type Diagnosis, fine, skipped } from '../finding.ts'
import { askHost, type HostAnswer } from './ask-host.ts'

/**
 * The callback URL, asked as WeCom asks when it is saved: a signed, encrypted text that must come back in the clear.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90238
 */
export async function checkCallback({ settings, address: base, now }: Examination): Promise<Diagnosis> {
  const { callbackToken: token, callbackAesKey: encodingAesKey, corpId } = settings
  if (token === undefined && encodingAesKey === undefined)
    return skipped(
      'No callback is set up; leavers stay signed in until their session is looked at again.',
      '没有设置回调；离职成员会保持登录，直到会话下次复查。',
    )
  if (token === undefined || encodingAesKey === undefined || corpId === undefined) return incomplete()
  if (!/^[a-zA-Z0-9]{43}$/.test(encodingAesKey)) return wrongKey()
  const { callbackPath = '/wecom/events' } = settings
  if (!callbackPath.startsWith('/')) return wrongPath()
  if (base === undefined) return skipped('See public-address.', '见 public-address 一项。')
  const crypto = cryptoOf(token, encodingAesKey, corpId)
  if (crypto === undefined) return wrongToken()
  const echo = `doctor-${Math.floor(now())}`
  const address = new URL(base.href.replace(/\/$/, '') + callbackPath)
  address.search = String(signedQuery(crypto.encryptReply(echo, { format: 'json' })))
  const answer = await askHost(address.href)
  const place = `${address.origin}${address.pathname}`
  if (answer.reached && answer.text === echo)
    return fine(`${place} answers WeCom's check.`, `${place} 能通过企业微信的校验。`)
  return noEcho(place, answer)
}

function cryptoOf(token: string, encodingAesKey: string, receiveId: string): CallbackCrypto | undefined {
  try {
    return createCallbackCrypto({ token, encodingAesKey, receiveId })
  } catch (error) {
    if (isWecomError(error)) return undefined
    throw error
  }
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

function wrongToken(): Diagnosis {
  return broken(
    {
      en: 'WECOM_CALLBACK_TOKEN is no token of WeCom: it has spaces or other than printable characters, or is too long.',
      zh: 'WECOM_CALLBACK_TOKEN 不是企业微信的 Token：含有空格或不可见字符，或者太长。',
    },
    {
      en: 'Copy Token from 应用管理 → the app → 接收消息 → 设置API接收.',
      zh: '从“应用管理 → 该应用 → 接收消息 → 设置API接收”复制 Token。',
    },
  )
}

function wrongPath(): Diagnosis {
  return broken(
    {
      en: 'WECOM_CALLBACK_PATH does not begin with a slash.',
      zh: 'WECOM_CALLBACK_PATH 没有以 / 开头。',
    },
    {
      en: 'Write the path below BASE_URL, such as /wecom/events.',
      zh: '写成 BASE_URL 之后的路径，例如 /wecom/events。',
    },
  )
}
