import { WecomError } from './wecom-error.ts'

/**
 * Wrong options or arguments. Thrown at construction, or by the call itself before anything is sent; retrying is
 * pointless. The message names the option, what came (never a secret's value) and the fix.
 */
export class WecomConfigError extends WecomError {
  override name = 'WecomConfigError'
  declare readonly code: 'ERR_WECOM_CONFIG'

  constructor(message: string, cause?: unknown) {
    super('ERR_WECOM_CONFIG', message, { cause })
  }
}
