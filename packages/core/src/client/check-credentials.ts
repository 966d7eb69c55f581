import { WecomConfigError } from '../errors/config-error.ts'
import { isRecord } from '../internal/is-record.ts'
import { checkAgentId, checkSecret } from './resolve-options.ts'
import type { AppCredentials } from './wecom-client.ts'

/** Checks what `with` is given. Everything but the app's own comes from the client, so another name there is a mistake. */
export function checkCredentials(credentials: AppCredentials): void {
  if (!isRecord(credentials)) {
    throw new WecomConfigError(`with takes { secret, agentId? }, got ${typeof credentials}`)
  }
  const unknown = Object.keys(credentials).filter((name) => name !== 'secret' && name !== 'agentId')
  if (unknown.length > 0) {
    throw new WecomConfigError(
      `with takes secret and agentId only, got ${unknown.join(', ')}. For another corp make another client`,
    )
  }
  checkSecret(credentials.secret)
  checkAgentId(credentials.agentId)
}
