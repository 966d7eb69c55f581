import type { ServerResponse } from 'node:http'
import { isWecomError } from '@wecom-kit/core'
import type { WecomSSOError } from '../../errors/sso-error.ts'
import { sendJson } from '../../http/send-json.ts'
import { otherText, pageTexts } from '../../pages/page-texts.ts'

/** Answers a success. */
export function sendData(response: ServerResponse, data: unknown): void {
  sendJson(response, 200, { code: 0, message: 'success', data })
}

/** Answers a failure in the same shape: WeCom's errcode where there is one, else -1. */
export function sendFailure(response: ServerResponse, error: WecomSSOError): void {
  const { cause } = error
  const code = isWecomError(cause) && 'errcode' in cause ? cause.errcode : -1
  const [title] = (pageTexts[error.code] ?? otherText).zh
  const detail = error.expose ? `${error.code}: ${error.message}` : error.code
  sendJson(response, error.status, { code, message: `${title} (${detail})`, data: null })
}
