/**
 * Names under which WeCom's API, its callbacks and our own options carry what lets its holder in. Compared lower case
 * and without separators, so that `user_doc_ticket`, `userDocTicket` and `EncodingAESKey` are each found. Everything
 * that blanks secrets reads this list.
 */
const secretNames: ReadonlySet<string> = new Set(
  [
    // A webhook robot is let in by its `key`; a callback is opened by its AES key.
    'key encodingaeskey aes_key private_key session_key secret_key api_key',
    // Who holds them runs a meeting, or goes on with an upload.
    'host_key upload_key',
    // One-time codes.
    'code auth_code pre_auth_code permanent_code tfa_code js_code welcome_code response_code',
    // What a callback is verified with, and what a browser or a caller is recognised by.
    'echostr password cookie set_cookie authorization',
  ]
    .join(' ')
    .split(' ')
    .map(plain),
)

// access_token, suite_access_token, the `token` of a callback; corpsecret, sessionSecret; jsapi_ticket; msg_signature.
const secretEnding = /(?:token|secret|ticket|signature)$/

/** Whether a parameter, field, header or element of this name holds a secret. Case and separators do not matter. */
export function isSecretName(name: string): boolean {
  const known = verdicts.get(name)
  if (known !== undefined) return known
  const bare = plain(name)
  const verdict = secretNames.has(bare) || secretEnding.test(bare)
  if (verdicts.size < mostVerdicts) verdicts.set(name, verdict)
  return verdict
}

// Every call asks for each of its parameters, and code names few. What answers and errors quote has no end.
const verdicts = new Map<string, boolean>()
const mostVerdicts = 500

/** The parameter in which an access token rides. */
export const tokenParameter = 'access_token'

/** The parameter of a callback that says who made it. */
export const signatureParameter = 'msg_signature'

const credentialNames = new Set([tokenParameter, 'corpsecret', 'suite_access_token', 'provider_access_token'])

/** Whether a query parameter is a credential that the client adds itself, where no log sees it. */
export function isCredentialName(name: string): boolean {
  return credentialNames.has(name)
}

function plain(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase()
}

/** What stands in the place of a secret. */
export const redacted = 'REDACTED'

// A name and what parts it from its value in queries (encoded ones too), JSON, JSON inside JSON, XML and prose. The
// name is looked up, not spelled out here; every repetition is bounded, so that the search is linear in the text.
const nameFormat =
  /(?<=^|[^\w-]|%[\dA-Fa-f]{2})([A-Za-z][\w-]{0,63})(?:\\{0,3}"?\s{0,3}(?:=|:|%3[AD])\s{0,3}\\{0,3}["']?|>\s{0,3}(?:<!\[CDATA\[)?)/g
const valueFormat = /(?:(?!%26)[^\s&"'<>,;)}\]\\])+/y
// A header's value has spaces in it: `Bearer …`, `name=…; other=…`.
const headerFormat = /[^"'\r\n\\]+/y
const headers = new Set(['cookie', 'setcookie', 'authorization'])

/**
 * A text with the values of secret names replaced: queries, JSON, XML, `name: value`. For what comes from elsewhere and
 * goes to a log, such as a fetch error that quotes the URL with its access_token; core's own errors carry none.
 * `most` characters are read, the rest is cut, because the text may come from a stranger.
 */
export function redactSecrets(text: string, most = 10_000): string {
  const shown = text.length > most ? `${text.slice(0, most)}…` : text
  let result = ''
  let copied = 0
  for (const { 0: found, 1: name = '', index } of shown.matchAll(nameFormat)) {
    const start = index + found.length
    if (start <= copied || !isSecretName(name)) continue
    const end = endOfValue(shown, start, name)
    if (end === start) continue
    result += shown.slice(copied, start) + redacted
    copied = end
  }
  return result + shown.slice(copied)
}

function endOfValue(text: string, start: number, name: string): number {
  const format = headers.has(plain(name)) ? headerFormat : valueFormat
  format.lastIndex = start
  return start + (format.exec(text)?.[0].length ?? 0)
}
