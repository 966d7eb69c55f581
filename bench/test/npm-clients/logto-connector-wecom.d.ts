/** The package has no types of its own. */
declare module '@logto/connector-wecom' {
  interface AuthorizationQuery {
    state: string
    redirectUri: string
    headers: { userAgent?: string }
  }

  interface Connector {
    getAuthorizationUri(query: AuthorizationQuery): Promise<string>
    getUserInfo(data: { code: string | null }): Promise<{ id: string; name?: string }>
  }

  export default function createConnector(options: {
    getConfig: () => Promise<{ corpId: string; appSecret: string; agentId: string }>
  }): Promise<Connector>
}
