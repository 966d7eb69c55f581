import type { Engine } from './engine.ts'
import { performCall } from './perform-call.ts'
import type { WecomSecret } from './options.ts'
import {
  WecomConfigError,
  WecomInvalidResponseError,
  closedError,
  WecomTimeoutError,
} from '../errors/errors.ts'
import { sanitizeCause } from '../transport/failures.ts'
import { wrongOption } from '../options/config-option.ts'
import { describeKind } from '../options/option-error.ts'
import { fingerprint } from '../token/fingerprint.ts'
import { isTokenText } from '../token/token-record.ts'
import type { IssuedToken, TokenSource } from '../token/token-source.ts'
import { waitFor } from '../transport/wait-for.ts'
import type { RequestFunction } from '../endpoints/request.ts'
import type { TicketSource } from '../endpoints/jssdk.ts'
import { TokenCache } from '../token/token-cache.ts'
import type { TokenCacheOptions } from '../token/token-cache-options.ts'
import type { TokenApi } from '../endpoints/auth.ts'
import { checkSignal } from './encode-call.ts'

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

/** The option `tokenSource`, whose fetch may hang. */
export function hostSource(engine: Engine, source: TokenSource): () => TokenSource {
  const bounded: TokenSource = {
    get id() {
      return source.id
    },
    fetch: () => askHost(engine, `The token source "${source.id}"`, (signal) => source.fetch({ signal })),
  }
  return () => bounded
}

/**
 * Asks the host's own code for a secret or token, for no longer than a whole call may take: the fetch that everybody
 * shares would hang with it, and nobody could start another before the process does.
 *
 * @param what is asked, for the error
 */
async function askHost<T>(
  { options: { deadline }, closed }: Engine,
  what: string,
  ask: (signal: AbortSignal) => T | Promise<T>,
): Promise<T> {
  const limit = new AbortController()
  const end = AbortSignal.any([limit.signal, closed.signal])
  const late = (): WecomTimeoutError => {
    const error = new WecomTimeoutError(`${what} did not answer within deadline = ${deadline} ms`, {
      phase: 'token',
    })
    limit.abort(error)
    return error
  }
  try {
    return await waitFor((async () => ask(end))(), closed.signal, deadline, late)
  } catch (error) {
    throw closed.signal.aborted ? closedError() : error
  }
}

/** Which ticket: the corp's for wx.config, the app's own for wx.agentConfig. */
export type TicketKind = 'jsapi' | 'agent_config'

/** A JS-SDK ticket and how to be rid of it. */
export interface Ticket {
  readonly get: TicketSource
  /**
   * Fetches another one, whatever the store holds: at once when this client has one, else when one is asked for, so that
   * an app without a front end asks for none.
   */
  renew(signal: AbortSignal | undefined): Promise<void>
}

/**
 * A JS-SDK ticket, kept exactly like a token: WeCom allows 100 fetches per app and hour.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90506
 */
export function createTicket(
  kind: TicketKind,
  request: RequestFunction,
  options: Omit<TokenCacheOptions, 'kind' | 'keyPrefix'>,
  corpId: string,
  deadline: number,
): Ticket {
  const cache = new TokenCache({
    ...options,
    kind,
    keyPrefix: `wecom:1:ticket:${corpId}`,
    source: async () => {
      const { id } = await options.source()
      return { id: `${kind}:${id}`, fetch: () => fetchTicket(kind, request) }
    },
  })
  let isOutdated = false
  const renew: Ticket['renew'] = async (signal) => {
    await cache.refresh(true, signal, deadline)
    isOutdated = false
  }
  return {
    async get(waitOptions) {
      if (isOutdated) await renew(waitOptions?.signal)
      return (await cache.get(waitOptions?.signal, deadline)).token
    },
    async renew(signal) {
      isOutdated = true
      if (cache.state().status !== 'empty') await renew(signal)
    },
  }
}

async function fetchTicket(kind: TicketKind, request: RequestFunction): Promise<IssuedToken> {
  const { data, meta } = await (kind === 'jsapi'
    ? request<TicketAnswer>('GET /cgi-bin/get_jsapi_ticket')
    : request<TicketAnswer>('GET /cgi-bin/ticket/get', { query: { type: 'agent_config' } }))
  if (isTokenText(data.ticket)) return { token: data.ticket, expiresIn: data.expires_in ?? Number.NaN }
  throw new WecomInvalidResponseError('WeCom answered without a usable ticket', {
    reason: 'schema',
    attempts: meta.attempts,
  })
}

interface TicketAnswer {
  ticket?: string
  expires_in?: number
}

/** What users see of a token cache, and of the tickets that its token fetches. */
export function createTokenApi(cache: TokenCache, tickets: readonly Ticket[], deadline: number): TokenApi {
  return {
    async token(options) {
      checkSignal(options?.signal)
      options?.signal?.throwIfAborted()
      return (cache.current() ?? (await cache.get(options?.signal, deadline))).token
    },
    invalidate: (token) => cache.invalidate(token),
    async refresh(options) {
      checkSignal(options?.signal)
      const force = options?.force ?? false
      await cache.refresh(force, options?.signal, deadline)
      if (force) await Promise.all(tickets.map((ticket) => ticket.renew(options?.signal)))
    },
    state() {
      const { status, held } = cache.state()
      return {
        status,
        expiresAt: held === undefined ? undefined : new Date(held.expiresAt),
        fingerprint: held === undefined ? undefined : fingerprint(held.token, 8),
      }
    },
  }
}
