import { statusOfCode, type WecomSSOErrorCode } from './sso-error-code.ts'

// Two copies of this package in one process must recognise each other's errors.
const marker = Symbol.for('wecom-kit.sso-error')

/**
 * Every runtime error of this package; it reaches `next(error)` on Express 4 and 5. `status` and `expose` are what
 * Express and http-errors look at. No code, state, token or secret is in its message.
 *
 * @example
 * ```ts
 * app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
 *   if (isWecomSSOError(error)) response.status(error.status).json({ code: error.code })
 *   else next(error)
 * })
 * ```
 */
export class WecomSSOError extends Error {
  override name = 'WecomSSOError'
  readonly code: WecomSSOErrorCode
  /** HTTP status to answer with. */
  readonly status: number
  /** The same number under the name Express also reads. */
  readonly statusCode: number
  /** Whether the message may be shown to the visitor: true below 500. */
  readonly expose: boolean

  constructor(code: WecomSSOErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.status = statusOfCode[code]
    this.statusCode = this.status
    this.expose = this.status < 500
    Object.defineProperty(this, marker, { value: true })
  }
}

/** Whether a value is a {@link WecomSSOError}, even one of another installed copy of this package. */
export function isWecomSSOError(error: unknown): error is WecomSSOError {
  return error instanceof Error && marker in error
}
