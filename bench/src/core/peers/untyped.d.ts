// Neither package brings declarations that a strict NodeNext project can use.

declare module 'wechat-enterprise-api' {
  type Callback = (error: Error | null, data?: unknown) => void
  export default class Api {
    prefix: string
    constructor(corpid: string, corpsecret: string, agentid: number)
    getUser(id: string, callback: Callback): void
  }
}

declare module '@wener/client/wecom/server' {
  export class WecomCorpClient {
    constructor(options: {
      corpId: string
      corpSecret: string
      fetch: (input: unknown, init?: RequestInit) => Promise<Response>
    })
    getUser(params: { userid: string }): Promise<unknown>
  }
}
