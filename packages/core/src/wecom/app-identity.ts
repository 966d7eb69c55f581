/**
 * Whose data something is: the WeCom it talks to, the corp, the app. Two corps number their apps alike (the first is
 * 1000002 everywhere), and a private deployment may use the corp id of another, so a key made from less mixes people.
 */
export interface AppIdentity {
  /** Host of WeCom's API with its port, and the path of a private deployment behind a gateway. */
  readonly host: string
  readonly corpId: string
  /** undefined for secrets without an app, such as contacts-sync. */
  readonly agentId: number | undefined
}

/** What an identity is read from: any client. */
export interface Identifiable {
  readonly corpId: string
  readonly agentId?: number | undefined
  readonly host?: string | undefined
}

const publicApiHost = 'qyapi.weixin.qq.com'

/** The identity of a client. One that does not say its host speaks to the public WeCom. */
export function identityOf({ corpId, agentId, host = publicApiHost }: Identifiable): AppIdentity {
  return Object.freeze({ host, corpId, agentId })
}

/** First part of every key of an app's data: no two apps share it, and it holds no secret. */
export function appKey({ host, corpId, agentId }: AppIdentity): string {
  return `${host}/${corpId}/${agentId ?? '-'}`
}

/** First part of every key of what all apps of a corp share. */
export function corpKey({ host, corpId }: AppIdentity): string {
  return `${host}/${corpId}`
}
