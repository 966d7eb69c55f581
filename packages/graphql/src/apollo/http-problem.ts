/** A request refused before it reached GraphQL; the message is for the client. */
export class HttpProblem extends Error {
  override name = 'HttpProblem'
  readonly status: number
  readonly code: string

  constructor(status: number, message: string, code = 'BAD_REQUEST') {
    super(message)
    this.status = status
    this.code = code
  }
}
