import type { RequestFunction } from '../endpoints/request.ts'
import type { TicketSource } from '../endpoints/jssdk.ts'
import { WecomInvalidResponseError } from '../errors/invalid-response-error.ts'
import { TokenCache } from '../token/token-cache.ts'
import type { TokenCacheOptions } from '../token/token-cache-options.ts'
import { isTokenText } from '../token/token-record.ts'
import type { IssuedToken } from '../token/token-source.ts'

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
