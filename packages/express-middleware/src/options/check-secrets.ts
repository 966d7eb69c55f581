import { setupError } from '../errors/setup-error.ts'

const shortest = 32

/** The session secrets, newest first. The message never repeats them. */
export function checkSecrets(value: unknown): readonly string[] {
  const secrets: unknown[] = Array.isArray(value) ? value : [value]
  if (secrets.length === 0) throw shortSecret('an empty array')
  return secrets.map((secret) => {
    if (typeof secret !== 'string') throw shortSecret(secret === undefined ? 'undefined' : typeof secret)
    if (secret.length < shortest) throw shortSecret(`${secret.length} characters`)
    if (new Set(secret).size < 8) throw shortSecret('one with fewer than 8 different characters')
    return secret
  })
}

function shortSecret(received: string): TypeError {
  return setupError(
    'WECOM_SETUP_SHORT_SECRET',
    `sessionSecret must be a random string of at least ${shortest} characters (or an array of them, newest first); got ${received}. Make one with: node -e "console.log(crypto.randomBytes(32).toString('base64url'))"`,
  )
}
