import { createHash, randomBytes } from 'node:crypto'
import { row } from '../options/option-row.ts'
import { checkArgument } from './checks.ts'

/** What `@wecom/jssdk` wants back from `getConfigSignature` and `getAgentConfigSignature`. */
export interface JsSdkSignature {
  /** Seconds. */
  timestamp: number
  nonceStr: string
  signature: string
}

/** Server half of the JS-SDK: signs page addresses. Tickets are cached like tokens (100 per app and hour at most). */
export interface JsSdkApi {
  /**
   * Signature for `ww.register`'s `getConfigSignature`, made with the corp's ticket.
   *
   * @param url the page's address; anything from `#` on is ignored
   * @see https://developer.work.weixin.qq.com/document/path/90506
   */
  configSignature(url: string, options?: { signal?: AbortSignal | undefined }): Promise<JsSdkSignature>
  /** The same for `getAgentConfigSignature`, made with the app's own ticket. */
  agentConfigSignature(url: string, options?: { signal?: AbortSignal | undefined }): Promise<JsSdkSignature>
}

/** Gives the current ticket of a kind. */
export type TicketSource = (options?: { signal?: AbortSignal | undefined }) => Promise<string>

/** Binds the signatures to the two ticket caches. */
export function createJsSdkApi(
  corpTicket: TicketSource,
  agentTicket: TicketSource,
  now: () => number,
): JsSdkApi {
  const signed = async (
    ticket: TicketSource,
    url: string,
    options?: { signal?: AbortSignal | undefined },
  ) => {
    const page = pageUrl(url)
    return signPage(await ticket(options), page, Math.floor(now() / 1000), randomBytes(8).toString('hex'))
  }
  return {
    configSignature: (url, options) => signed(corpTicket, url, options),
    agentConfigSignature: (url, options) => signed(agentTicket, url, options),
  }
}

/** The signature itself. The order is fixed and nothing is URL-encoded; `noncestr` is lower case only in here. */
export function signPage(ticket: string, url: string, timestamp: number, nonceStr: string): JsSdkSignature {
  const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url}`
  return { timestamp, nonceStr, signature: createHash('sha1').update(text).digest('hex') }
}

const pageAddress = row(
  "the page's absolute http(s) address",
  (value): value is string => typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? ''),
  { secret: true, how: 'It is location.href of the page, sent to the server that signs it' },
)

function pageUrl(url: string): string {
  checkArgument('url', pageAddress, url)
  const hash = url.indexOf('#')
  return hash === -1 ? url : url.slice(0, hash)
}
