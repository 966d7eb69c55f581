/** The declarations it ships are sources a strict NodeNext project cannot read; tsconfig's paths lead here instead. */
export class WecomCorpClient {
  constructor(options: {
    corpId: string
    corpSecret: string
    fetch: (input: unknown, init?: RequestInit) => Promise<Response>
  })
  getUser(params: { userid: string }): Promise<unknown>
}
