import { askHost } from './ask-host.ts'
import type { Engine } from './engine.ts'
import { performCall } from './perform-call.ts'
import type { WecomSecret } from './options.ts'
import { WecomConfigError } from '../errors/config-error.ts'
import { WecomInvalidResponseError } from '../errors/invalid-response-error.ts'
import { sanitizeCause } from '../transport/sanitize-cause.ts'
import { wrongOption } from '../options/config-option.ts'
import { describeKind } from '../options/option-error.ts'
import { fingerprint } from '../token/fingerprint.ts'
import { isTokenText } from '../token/token-record.ts'
import type { IssuedToken, TokenSource } from '../token/token-source.ts'

const path = '/cgi-bin/gettoken'

/**
 * The usual source: gettoken with corpid and secret. Its id is a hash of host and secret, so that two apps of a corp
 * never share a token and no secret stands in a store's key space; a rotated secret is another id.
 *
 * @see https://developer.work.weixin.qq.com/document/path/91039
 */
export function gettokenSource(
  engine: Engine,
  secret: WecomSecret,
): () => TokenSource | Promise<TokenSource> {
  if (typeof secret !== 'string') return async () => sourceOf(engine, await readSecret(engine, secret))
  const source = sourceOf(engine, secret)
  return () => source
}

function sourceOf(engine: Engine, secret: string): TokenSource {
  const { baseUrl } = engine.options
  return {
    id: `app:${fingerprint(`${baseUrl}\0${secret}`, 16)}`,
    fetch: () => gettoken(engine, secret),
  }
}

async function gettoken(engine: Engine, secret: string): Promise<IssuedToken> {
  const { corpId, timeout, maxRetries } = engine.options
  const { data, meta } = await performCall(
    engine,
    {
      method: 'GET',
      path,
      query: '',
      credentials: `&corpid=${encodeURIComponent(corpId)}&corpsecret=${encodeURIComponent(secret)}`,
      encoded: { body: null, headers: {}, repeatable: true },
      secrets: [secret],
      idempotent: true,
      responseType: 'json',
      timeout,
      maxRetries,
      // Others wait for it.
      priority: 'interactive',
      signal: engine.closed.signal,
    },
    undefined,
  )
  const { access_token: token, expires_in: expiresIn } = tokenFields(data)
  if (isTokenText(token)) return { token, expiresIn: lifetime(expiresIn) }
  throw new WecomInvalidResponseError(
    `${path} answered without a usable access_token: expected 1 to 2048 printable ASCII characters, got ${typeof token}`,
    { reason: 'schema', method: 'GET', path, attempts: meta.attempts },
  )
}

interface TokenFields {
  access_token?: unknown
  expires_in?: unknown
}

function tokenFields(data: unknown): TokenFields {
  return typeof data === 'object' && data !== null ? data : {}
}

function lifetime(expiresIn: unknown): number {
  return typeof expiresIn === 'number' || typeof expiresIn === 'string' ? Number(expiresIn) : Number.NaN
}

async function readSecret(engine: Engine, secret: () => string | Promise<string>): Promise<string> {
  const value: unknown = await askHost(engine, 'The function given as secret', async () => {
    try {
      return await secret()
    } catch (error) {
      throw new WecomConfigError('The function given as secret threw', sanitizeCause(error))
    }
  })
  if (typeof value === 'string' && value !== '') return value
  throw wrongOption({
    owner: 'createWecomClient',
    option: 'what the function given as secret answers',
    wanted: 'a non-empty string',
    came: describeKind(value),
  })
}
