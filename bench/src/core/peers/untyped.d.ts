declare module 'wechat-enterprise-api' {
  type Callback = (error: Error | null, data?: unknown) => void
  export default class Api {
    prefix: string
    constructor(corpid: string, corpsecret: string, agentid: number)
    getUser(id: string, callback: Callback): void
  }
}
