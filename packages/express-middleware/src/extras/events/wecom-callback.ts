import type { ServerResponse } from 'node:http'
import {
  createCallbackCrypto,
  isWecomError,
  parseCallbackEvent,
  type CallbackCrypto,
  type CallbackErrorReason,
  type CallbackEvent,
  type Directory,
  type WecomLogger,
} from '@wecom-kit/core'
import { isRecord, type OptionRows, readOptions, row, withMethods } from '@wecom-kit/core/foundation'
import { report } from '../../errors/report.ts'
import { asTypeError, optionError } from '../../errors/setup-error.ts'
import { sendEmpty } from '../../http/respond.ts'
import { handler } from '../../http/handler.ts'
import { readBody } from '../../http/read-body.ts'
import { requestTarget } from '../../http/read-request.ts'
import type { SsoHandler, SsoRequest } from '../../http/types.ts'
import { digest } from '../../internal/digest.ts'
import { functionRow, loggerRow, placeOf, storeRow } from '../../options/option-rows.ts'
import { createSealer, deriveKeys } from '../../session/seal.ts'
import type { WecomSessionStore } from '../../session/session-store.ts'
import type { WecomSSO } from '../../sso/members.ts'
import { forgetChange, signOutWhoLeft } from './apply-event.ts'
import { createDeliveries } from './deliveries.ts'

export interface WecomCallbackOptions {
  /** Token of the admin console's callback settings. */
  token: string
  /** EncodingAESKey beside it: 43 characters. */
  encodingAesKey: string
  /** The corpid, for apps of your own. */
  receiveId: string
  /**
   * Called at least once per event, as a rule exactly once. A returned string is encrypted and answered as a passive
   * reply. When it throws, it is called again after 1 s, 5 s, 30 s and so on up to half an hour, or when WeCom sends the
   * event again. After 4 s WeCom gets its answer and the handler goes on.
   */
  onEvent?: ((event: CallbackEvent) => unknown) | undefined
  /** Members who left or were disabled are signed out of these at once. */
  sso?: WecomSSO | readonly WecomSSO[] | undefined
  /** Forgets what an event changed; with `sso` also asked whether a changed member was disabled. */
  directory?: Pick<Directory, 'invalidate' | 'user'> | undefined
  /**
   * Recognises repeats for several processes. Any Keyv; one with `entries(prefix)` also brings back what a process that
   * ended had not finished. @default this process only
   */
  store?: WecomSessionStore | undefined
  /** Pino-shaped logger for handlers that fail after their answer. @default the console */
  logger?: WecomLogger | undefined
  /** Milliseconds since 1970, for tests. @default Date.now() */
  now?: (() => number) | undefined
}

const anyText = row('a text', (value): value is string => typeof value === 'string', { secret: true })

const rows = {
  token: anyText,
  encodingAesKey: { ...anyText, alias: ['encodingAESKey', 'aesKey'] },
  receiveId: { ...anyText, secret: false, alias: ['corpId'] },
  onEvent: functionRow<NonNullable<WecomCallbackOptions['onEvent']>>(),
  sso: row<NonNullable<WecomCallbackOptions['sso']>>(
    'what wecomSSO() returned, or a list of them',
    (value): value is NonNullable<WecomCallbackOptions['sso']> => [value].flat().every(revokes),
  ),
  directory: withMethods<NonNullable<WecomCallbackOptions['directory']>>(
    'a directory of createDirectory(client)',
    ['invalidate', 'user'],
  ),
  store: storeRow<WecomSessionStore>(),
  logger: loggerRow<WecomLogger>(),
  now: functionRow<() => number>(),
} satisfies OptionRows<WecomCallbackOptions>

function revokes(value: unknown): boolean {
  return typeof value === 'function' && 'revoke' in value && typeof value.revoke === 'function'
}

/** WeCom's default limit; a push is a few kilobytes. */
const maxBodyBytes = 1_048_576
/** Older pushes are refused; repeats inside the window are known by their digest. */
const maxAgeMs = 300_000

/**
 * A callback URL (接收消息 → 设置 API 接收): verification, signature, decryption, and each event at least once. Mount it
 * before body parsers, at the path that is saved in the admin console.
 *
 * @throws TypeError for wrong options
 * @example
 * ```ts
 * app.use('/wecom/events', wecomCallback({ token, encodingAesKey, receiveId: corpId, sso, onEvent: (event) => queue.add(event) }))
 * ```
 * @see https://developer.work.weixin.qq.com/document/path/90930
 */
export function wecomCallback(options: WecomCallbackOptions): SsoHandler {
  const { token, encodingAesKey, receiveId, store, onEvent, directory, logger, ...rest } = readOptions<
    WecomCallbackOptions,
    typeof rows
  >(placeOf('wecomCallback'), rows, options)
  if (onEvent === undefined && rest.sso === undefined && directory === undefined) {
    const wanted = 'a function that takes the events (or give sso or directory)'
    throw optionError('onEvent', wanted, onEvent, 'wecomCallback')
  }
  const now = rest.now ?? (() => Date.now())
  const crypto = asTypeError(() =>
    createCallbackCrypto({ token, encodingAesKey, receiveId, maxAgeMs, maxBodyBytes, now }),
  )
  const receiver = `${receiveId}/${digest(`${token}/${encodingAesKey}`).slice(0, 16)}`
  const sealer = createSealer(deriveKeys([encodingAesKey], receiver, 'event'))
  const deliveries = createDeliveries({ store, receiver, sealer, now, logger })
  const sso = rest.sso === undefined ? [] : [rest.sso].flat()
  const handle = async (event: CallbackEvent): Promise<unknown> => {
    await signOutWhoLeft(event, { sso, directory, logger })
    return await onEvent?.(event)
  }
  deliveries.recover(async (message) => {
    const event = parseCallbackEvent(message)
    forgetChange(event, directory)
    await handle(event)
  })
  const receive = async (request: SsoRequest, response: ServerResponse): Promise<void> => {
    const body = await envelopeOf(request)
    if (body === undefined) {
      response.setHeader('Connection', 'close')
      sendEmpty(response, 413)
      return
    }
    const { message, digest: id, format } = crypto.decrypt(queryOf(request), body)
    const event = parseCallbackEvent(message)
    // Two edits of a member within a second are told in the same words: forgetting twice costs nothing, forgetting once
    // would keep the first edit's answer.
    forgetChange(event, directory)
    const reply = await deliveries.once(id, () => handle(event), message)
    if (typeof reply !== 'string' || reply === '') sendEmpty(response, 200)
    else sendText(response, crypto.encryptReply(reply, { format }))
  }
  return handler('wecomCallback', (request, response) => answer(request, response, crypto, receive, logger))
}

/** An envelope in JSON that `express.json()` in front has read is still whole; the bytes of one in XML are not. */
async function envelopeOf(request: SsoRequest): Promise<Buffer | undefined> {
  const { body } = request
  if (isRecord(body) && typeof body['encrypt'] === 'string') return Buffer.from(JSON.stringify(body))
  return await readBody(request, maxBodyBytes)
}

async function answer(
  request: SsoRequest,
  response: ServerResponse,
  crypto: CallbackCrypto,
  receive: (request: SsoRequest, response: ServerResponse) => Promise<void>,
  logger: WecomLogger | undefined,
): Promise<void> {
  try {
    if (request.method === 'GET') sendText(response, crypto.verifyUrl(queryOf(request)))
    else if (request.method === 'POST') await receive(request, response)
    else {
      response.setHeader('Allow', 'GET, POST')
      sendEmpty(response, 405)
    }
  } catch (error) {
    // Whoever sent this knows neither token nor key: the reason is for nobody but our own log.
    if (!isWecomError(error) || error.code !== 'ERR_WECOM_CALLBACK') throw error
    if (logger !== undefined)
      report(logger, 'warn', 'wecomCallback: a callback was refused', { reason: error.reason })
    sendEmpty(response, statusOf(error.reason))
  }
}

/** The plaintext must be answered bare: quotes, a BOM or a newline fail the verification. */
function sendText(response: ServerResponse, text: string): void {
  response.statusCode = 200
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.setHeader('Content-Length', Buffer.byteLength(text))
  response.end(text)
}

/** Base64 may hold a plus sign, and form decoders read that as a space. */
function queryOf(request: SsoRequest): URLSearchParams {
  return new URLSearchParams(requestTarget(request.url).query.replaceAll('+', '%2B'))
}

function statusOf(reason: CallbackErrorReason): number {
  if (reason === 'too-large') return 413
  return reason === 'missing-parameter' || reason === 'malformed' ? 400 : 401
}
