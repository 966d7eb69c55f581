import type { ServerResponse } from 'node:http'
import { createCallbackCrypto, isWecomError, parseCallbackEvent } from '@wecom-kit/core'
import type { CallbackCrypto, CallbackErrorReason } from '@wecom-kit/core'
import { asTypeError } from '../../errors/as-type-error.ts'
import { readBody } from '../../http/read-body.ts'
import { requestTarget } from '../../http/request-target.ts'
import { sendEmpty } from '../../http/send-json.ts'
import { handler } from '../../http/handler.ts'
import type { Next, SsoHandler, SsoRequest } from '../../http/types.ts'
import { optionError } from '../../errors/option-error.ts'
import { checkKnownOptions } from '../../options/check-known-options.ts'
import { checkFunction, checkLogger, checkMethods, checkStore } from '../../options/check-option.ts'
import { forgetChange, signOutWhoLeft } from './apply-event.ts'
import type { WecomCallbackOptions } from './callback-options.ts'
import { createDeliveries, type Deliveries } from './deliveries.ts'

/** WeCom's default limit; a push is a few kilobytes. */
const maxBodyBytes = 1_048_576
/** Older pushes are refused; repeats inside the window are known by their digest. */
const maxAgeMs = 300_000

/**
 * A callback URL (接收消息 → 设置 API 接收): verification, signature, decryption, and each event once. Mount it before
 * body parsers, at the path that is saved in the admin console.
 *
 * @throws TypeError for wrong options
 * @example
 * ```ts
 * app.use('/wecom/events', wecomCallback({ token, encodingAesKey, receiveId: corpId, sso, onEvent: (event) => queue.add(event) }))
 * ```
 * @see https://developer.work.weixin.qq.com/document/path/90930
 */
export function wecomCallback(options: WecomCallbackOptions): SsoHandler {
  checkOptions(options)
  const { token, encodingAesKey, receiveId, store, now = Date.now } = options
  const crypto = asTypeError(() =>
    createCallbackCrypto({ token, encodingAesKey, receiveId, maxAgeMs, maxBodyBytes, now }),
  )
  const deliveries = createDeliveries({ store, now, logger: options.logger })
  return handler('wecomCallback', options.logger, (request, response, next) =>
    answer(request, response, next, crypto, deliveries, options),
  )
}

function checkOptions(options: WecomCallbackOptions): void {
  checkKnownOptions(options, 'wecomCallback')
  const { onEvent, sso, directory } = options
  checkFunction(onEvent, 'onEvent')
  checkFunction(options.now, 'now')
  checkStore(options.store, 'store')
  checkLogger(options.logger)
  for (const instance of Array.isArray(sso) ? sso : [sso])
    checkMethods(instance, 'sso', ['revoke'], 'what wecomSSO() returned, or a list of them')
  checkMethods(directory, 'directory', ['invalidate', 'user'], 'a directory of createDirectory(client)')
  if (onEvent === undefined && sso === undefined && directory === undefined) {
    throw optionError('onEvent', 'a function that takes the events (or give sso or directory)', onEvent)
  }
}

async function answer(
  request: SsoRequest,
  response: ServerResponse,
  next: Next,
  crypto: CallbackCrypto,
  deliveries: Deliveries,
  options: WecomCallbackOptions,
): Promise<void> {
  try {
    if (request.method === 'GET') sendText(response, crypto.verifyUrl(queryOf(request)))
    else if (request.method === 'POST') await receive(request, response, crypto, deliveries, options)
    else {
      response.setHeader('Allow', 'GET, POST')
      sendEmpty(response, 405)
    }
  } catch (error) {
    // Whoever sent this knows neither token nor key: the reason is for nobody but our own log.
    if (isWecomError(error) && error.code === 'ERR_WECOM_CALLBACK') {
      options.logger?.warn({ reason: error.reason }, 'wecomCallback: a callback was refused')
      sendEmpty(response, statusOf(error.reason))
    } else next(error)
  }
}

async function receive(
  request: SsoRequest,
  response: ServerResponse,
  crypto: CallbackCrypto,
  deliveries: Deliveries,
  options: WecomCallbackOptions,
): Promise<void> {
  const body = await readBody(request, maxBodyBytes)
  if (body === undefined) {
    response.setHeader('Connection', 'close')
    sendEmpty(response, 413)
    return
  }
  const { message, digest, format } = crypto.decrypt(queryOf(request), body)
  const event = parseCallbackEvent(message)
  // Two edits of a member within a second are told in the same words: forgetting twice costs nothing, forgetting once
  // would keep the first edit's answer.
  forgetChange(event, options.directory)
  const reply = await deliveries.once(digest, async () => {
    await signOutWhoLeft(event, options)
    return await options.onEvent?.(event)
  })
  if (typeof reply !== 'string' || reply === '') sendEmpty(response, 200)
  else sendText(response, crypto.encryptReply(reply, { format }))
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
