import type { WecomErrorCode } from './error-code.ts'
import { WecomError, type WecomErrorDetails } from './wecom-error.ts'

/** What WeCom said, on top of the common details. */
export interface WecomApiErrorDetails extends WecomErrorDetails {
  /** WeCom's errcode; never 0. */
  errcode: number
  /** WeCom's errmsg as it came, secrets replaced. Match on `errcode`, never on this. */
  errmsg: string
  /** The id WeCom's support asks for, parsed out of errmsg. */
  hint?: string | undefined
  /** The address WeCom saw the request come from, parsed out of errmsg: what to add to the trusted IPs on 60020. */
  fromIp?: string | undefined
  /** WeCom's page about this errcode: the one errmsg names, else its query page. */
  helpUrl?: string | undefined
  /** What to do about it, for the codes people meet. */
  advice?: string | undefined
}

/**
 * WeCom answered an errcode other than 0. The errcode is data: there is no class per code.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313 (all codes)
 */
export class WecomApiError extends WecomError {
  override name = 'WecomApiError'
  readonly errcode: number
  readonly errmsg: string
  readonly hint: string | undefined
  readonly fromIp: string | undefined
  readonly helpUrl: string | undefined
  readonly advice: string | undefined

  constructor(message: string, details: WecomApiErrorDetails, code: WecomErrorCode = 'ERR_WECOM_API') {
    super(code, message, details)
    this.errcode = details.errcode
    this.errmsg = details.errmsg
    this.hint = details.hint
    this.fromIp = details.fromIp
    this.helpUrl = details.helpUrl
    this.advice = details.advice
  }
}
