/** The declarations it ships are sources a strict NodeNext project cannot read; tsconfig's paths lead here instead. */
export class WecomCorpClient {
  constructor(options: {
    corpId: string
    corpSecret: string
    fetch: (input: unknown, init?: RequestInit) => Promise<Response>
  })
  getUser(params: { userid: string }): Promise<unknown>
  getUserIds(params: { cursor?: string; limit?: number }): Promise<unknown>
  getUserInfoByAuthCode(params: { code: string }): Promise<{ userid?: string; user_ticket?: string }>
  getUserDetailByUserTicket(params: { user_ticket: string }): Promise<unknown>
  convertUserIdToOpenId(body: { userid: string }): Promise<{ openid: string }>
  convertOpenIdToUserId(body: { openid: string }): Promise<unknown>
  createUser(data: { userid: string; name: string; department: number[] }): Promise<unknown>
  updateUser(data: { userid: string; name: string }): Promise<unknown>
  deleteUser(params: { userid: string }): Promise<unknown>
  getDepartmentIds(params: { id: number }): Promise<unknown>
  getDepartmentMembers(params: { department_id: number }): Promise<unknown>
  createDepartment(data: { name: string; parentid: number }): Promise<{ id: number }>
  updateDepartment(data: { id: number; name: string }): Promise<unknown>
  deleteDepartment(params: { id: number }): Promise<unknown>
  getTags(): Promise<unknown>
  getTagMembers(params: { tagid: number }): Promise<unknown>
  sendMessage(body: object): Promise<unknown>
  getCallbackIps(): Promise<unknown>
  getApiDomainIps(): Promise<unknown>
  getJsApiTicket(): Promise<{ ticket: string }>
  getAgentJsApiTicket(): Promise<{ ticket: string }>
  getJsSdkSignature(params: { url: string; timestamp: number; nonce: string }): Promise<unknown>
  getAgentJsSdkSignature(params: { url: string; timestamp: number; nonce: string }): Promise<unknown>
}
