import { setupError } from '../errors/setup-error.ts'
import { type BaseUrl, isOnThisMachine } from './check-base-url.ts'

const shortest = 32

/** The session secrets, newest first. The message never repeats them. */
export function checkSecrets(value: unknown, baseUrl: BaseUrl | undefined): readonly string[] {
  const secrets: unknown[] = Array.isArray(value) ? value : [value]
  if (secrets.length === 0) throw shortSecret('an empty array')
  return secrets.map((secret) => {
    if (typeof secret !== 'string') throw shortSecret(secret === undefined ? 'undefined' : typeof secret)
    if (secret.length < shortest) throw shortSecret(`${secret.length} characters`)
    if (new Set(secret).size < 8) throw shortSecret('one with fewer than 8 different characters')
    if (printed.has(secret.trim()) && !isOnThisMachine(baseUrl)) throw printedSecret()
    return secret
  })
}

/**
 * Every secret that a page of ours shows now or showed in an earlier version. With one of them, corpid and AgentId
 * anybody can make a session of anybody.
 */
const printed: ReadonlySet<string> = new Set([
  'at least 32 random characters, kept secret',
  'for localhost only, refused anywhere else',
])

const howToMake = `Make one with: node -e "console.log(crypto.randomBytes(32).toString('base64url'))"`

function printedSecret(): TypeError {
  return setupError(
    'WECOM_SETUP_PRINTED_SECRET',
    `wecomSSO: sessionSecret is one that our documentation prints, so everybody knows it: it works with a baseUrl on localhost only. Is SESSION_SECRET set? ${howToMake}`,
  )
}

function shortSecret(received: string): TypeError {
  return setupError(
    'WECOM_SETUP_SHORT_SECRET',
    `wecomSSO: sessionSecret must be a random string of at least ${shortest} characters (or an array of them, newest first); got ${received}. ${howToMake}`,
  )
}
