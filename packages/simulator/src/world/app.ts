/**
 * What kind of secret an app has: an app made after 2022-06-20, which gets no personal fields; an older one, which
 * still does; or the contacts-sync tool, which has no agent id, sees every id and may not read details.
 */
export type AppKind = 'app' | 'legacy-app' | 'contacts-sync'

/** Whom an app may see: the whole corp, or departments with everything below them, tags and single members. */
export type VisibleRange =
  | 'all'
  | { departments?: readonly number[]; users?: readonly string[]; tags?: readonly number[] }

/** An app of the corp as a seed describes it. */
export interface App {
  /** Short and unique; the switches and the journal call the app by it. */
  name: string
  kind: AppKind
  /** Contacts-sync has none. */
  agentId?: number
  secret: string
  visible: VisibleRange
  /** host[:port] of the app's OAuth domain, matched exactly. @default [] */
  trustedDomains?: readonly string[]
  /** host[:port] of the web-login callback domain, besides the trusted domains. @default [] */
  webLoginDomains?: readonly string[]
  /** The fields the admin ticked for snsapi_privateinfo. @default all seven */
  sensitiveFields?: readonly SensitiveField[]
  /** A disabled app gets no token. @default true */
  enabled?: boolean
}

/** Fields withheld from newly made apps and handed out with the member's consent. */
export type SensitiveField = 'avatar' | 'gender' | 'mobile' | 'email' | 'biz_mail' | 'qr_code' | 'address'

/** All of them, in the order of WeCom's page. */
export const sensitiveFields: readonly SensitiveField[] = [
  'gender',
  'avatar',
  'qr_code',
  'mobile',
  'email',
  'biz_mail',
  'address',
]
