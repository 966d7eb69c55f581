declare module 'wechat-enterprise-api' {
  type Callback = (error: Error | null, data?: unknown) => void
  export default class Api {
    prefix: string
    constructor(corpid: string, corpsecret: string, agentid: number)
    getUser(id: string, callback: Callback): void
    createUser(user: object, callback: Callback): void
    updateUser(user: object, callback: Callback): void
    deleteUser(id: string, callback: Callback): void
    getDepartments(callback: Callback): void
    getDepartmentUsers(id: number, fetchChild: number, status: number, callback: Callback): void
    getDepartmentUsersDetail(id: number, fetchChild: number, status: number, callback: Callback): void
    createDepartment(name: string, options: object, callback: Callback): void
    updateDepartment(id: number, options: object, callback: Callback): void
    deleteDepartment(id: number, callback: Callback): void
    listTags(callback: Callback): void
    getTagUsers(id: number, callback: Callback): void
    getAuthorizeURL(redirect: string, state: string, scope: string): string
    getUserIdByCode(code: string, callback: Callback): void
    send(to: object, message: object, callback: Callback): void
    getTicket(callback: Callback): void
    getJsConfig(options: object, callback: Callback): void
    uploadFile(path: string, callback: Callback): void
    getMedia(id: string, callback: Callback): void
    getCallbackIP(callback: Callback): void
  }
}
