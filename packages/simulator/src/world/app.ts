/**
 * What kind of secret an app has: an app made after 2022-06-20, which gets no personal fields; an older one, which
 * still does; the contacts-sync tool, which has no agent id, sees every id and may not read details; a basic app such
 * as 审批 or 打卡; or 客户联系, which has no agent id either.
 */
export type AppKind = 'app' | 'legacy-app' | 'contacts-sync' | 'basic' | 'external-contact'

/** The kinds that have no agent id. */
export const withoutAgentId: readonly AppKind[] = ['contacts-sync', 'external-contact']

/** Which of WeCom's own apps a basic one is: 审批 or 打卡. */
export type BasicApp = 'approval' | 'checkin'

/** Whom an app may see: the whole corp, or departments with everything below them, tags and single members. */
export type VisibleRange =
  | 'all'
  | {
      departments?: readonly number[] | undefined
      users?: readonly string[] | undefined
      tags?: readonly number[] | undefined
    }

/** An app of the corp as a seed describes it. */
export interface App {
  /** Short and unique; the switches and the journal call the app by it. */
  name: string
  kind: AppKind
  /** Set for kind `basic` and no other. */
  basic?: BasicApp
  /** Contacts-sync and external-contact have none. */
  agentId?: number
  secret: string
  visible: VisibleRange
  /** host[:port] of the app's OAuth domain, matched exactly. @default [] */
  trustedDomains?: readonly string[]
  /** host[:port] of the web-login callback domain, besides the trusted domains. @default [] */
  webLoginDomains?: readonly string[]
  /** The fields the admin ticked for snsapi_privateinfo. @default all seven */
  sensitiveFields?: readonly SensitiveField[]
  /** IPs that may call with this app's token; empty or absent: those of the setting `trustedIps`. @default [] */
  trustedIps?: readonly string[]
  /** A disabled app gets no token. @default true */
  enabled?: boolean
  /** What members see. @default the name */
  title?: string
  /** @default '' */
  description?: string
  /** The page an app opens with. @default none */
  homeUrl?: string
  /** Whether the app wants to hear where members are. @default false */
  reportsLocation?: boolean
  /** Whether the app wants to hear that members enter it. @default false */
  reportsEntering?: boolean
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
