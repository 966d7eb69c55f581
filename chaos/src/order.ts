/** What a process under attack is told at its start. */
export interface ServerOrder {
  readonly wecom: {
    readonly corpId: string
    readonly agentId: number
    readonly secret: string
    readonly baseUrl: string
    readonly authorizeBaseUrl: string
    readonly loginBaseUrl: string
  }
  readonly redisUrl: string
  readonly sessionSecret: string
  readonly callback: { readonly token: string; readonly encodingAesKey: string }
  /** One for sessions that travel in the cookie and everything else, one for sessions that live in Redis. */
  readonly ports: { readonly sealed: number; readonly stored: number }
}

/** What the driver asks of a process. */
export type Demand =
  | { readonly ask: 'clock'; readonly offsetMs: number }
  /** Ends the minute of silence that follows a refused gettoken, as an operator may. */
  | { readonly ask: 'thaw' }
  | { readonly ask: 'survey' }

/** What a process holds, after a collection. */
export interface Survey {
  readonly heapMb: number
  /** Open handles and requests of Node, by type. */
  readonly handles: Readonly<Record<string, number>>
}

/** What a process tells. */
export type Report =
  | { readonly told: 'listening' }
  | { readonly told: 'event'; readonly key: string }
  /** An access token that it uses from now on. */
  | { readonly told: 'token'; readonly token: string }
  | { readonly told: 'survey'; readonly survey: Survey }
