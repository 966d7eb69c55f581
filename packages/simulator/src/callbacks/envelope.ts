import { randomInt } from 'node:crypto'
import type { CallbackConfig } from './callback-config.ts'
import { decrypt, encrypt, sign } from './crypto.ts'
import { cdata } from './event-xml.ts'

/** One encrypted push, ready to send. */
export interface Envelope {
  /** With msg_signature, timestamp and nonce. */
  url: string
  contentType: string
  body: string
}

/** Encrypts a plaintext for an app's callback URL. Each call makes another envelope, as each try of WeCom's does. */
export function seal(config: CallbackConfig, corpId: string, plaintext: string): Envelope {
  const encrypted = encrypt(config.encodingAesKey, plaintext, corpId)
  const agentId = config.agentId === undefined ? '' : String(config.agentId)
  const url = signedUrl(config, encrypted, {})
  if (config.format === 'json') {
    const body = JSON.stringify({ tousername: corpId, encrypt: encrypted, agentid: agentId })
    return { url, contentType: 'application/json', body }
  }
  const body = `<xml><ToUserName>${cdata(corpId)}</ToUserName><AgentID>${cdata(agentId)}</AgentID><Encrypt>${cdata(encrypted)}</Encrypt></xml>`
  return { url, contentType: 'text/xml', body }
}

/** The URL of the verification with its encrypted `echostr`. */
export function verificationUrl(config: CallbackConfig, corpId: string, echo: string): string {
  const encrypted = encrypt(config.encodingAesKey, echo, corpId)
  return signedUrl(config, encrypted, { echostr: encrypted })
}

function signedUrl(
  config: CallbackConfig,
  encrypted: string,
  more: Readonly<Record<string, string>>,
): string {
  const url = new URL(config.url)
  // Real and not simulated time: the receiver's replay window runs on its own clock, and who moved the simulated one to
  // end a token must still hear of edits. The event's CreateTime is simulated.
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = String(randomInt(1_000_000_000, 2_000_000_000))
  const signature = sign(config.token, timestamp, nonce, encrypted)
  const query = new URLSearchParams({ msg_signature: signature, timestamp, nonce, ...more })
  return `${url.origin}${url.pathname}${url.search === '' ? '?' : `${url.search}&`}${query.toString()}`
}

/**
 * The plaintext of a passive reply, undefined when the body is none.
 *
 * @throws TypeError when it is one and its signature or ciphertext is wrong.
 * @see https://developer.work.weixin.qq.com/document/path/90241
 */
export function openReply(config: CallbackConfig, body: string): string | undefined {
  const read = (xmlName: string, jsonName: string): string =>
    xmlText(body, xmlName) ?? jsonText(body, jsonName) ?? ''
  const encrypted = read('Encrypt', 'encrypt')
  if (encrypted === '') return undefined
  const signature = read('MsgSignature', 'msgsignature')
  const expected = sign(config.token, read('TimeStamp', 'timestamp'), read('Nonce', 'nonce'), encrypted)
  if (signature !== expected) throw new TypeError('the signature of the passive reply is wrong')
  return decrypt(config.encodingAesKey, encrypted).message
}

function xmlText(body: string, name: string): string | undefined {
  const match = new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`, 's').exec(body)
  return match?.[1]
}

function jsonText(body: string, name: string): string | undefined {
  const match = new RegExp(`"${name}"\\s*:\\s*"?([^",}]*)"?`, 's').exec(body)
  return match?.[1]
}
