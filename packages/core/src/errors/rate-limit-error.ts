import { WecomApiError, type WecomApiErrorDetails } from './api-error.ts'

/**
 * 45009 (too many calls in the window), 45033 (too many at once) or 45011. A window may be a minute, an hour, a day
 * or a month and WeCom does not say which, so 45009 is never retried for you.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90312
 */
export class WecomRateLimitError extends WecomApiError {
  override name = 'WecomRateLimitError'
  declare readonly code: 'ERR_WECOM_RATE_LIMIT'

  constructor(message: string, details: WecomApiErrorDetails) {
    super(message, details, 'ERR_WECOM_RATE_LIMIT')
  }
}
