/** An error of another library reduced to what cannot hold a URL: undici's carry sockets, options and addresses. */
export class SanitizedCause extends Error {
  override name = 'Error'
  readonly code: string | undefined
  readonly syscall: string | undefined

  constructor(message: string, code: string | undefined, syscall: string | undefined) {
    super(message)
    this.code = code
    this.syscall = syscall
    this.stack = `${this.name}: ${message}`
  }
}

const parserError = 'HTTPParserError'

/** Copies name, code, syscall and a URL-free message; nothing else of the original survives. */
export function sanitizeCause(error: unknown): SanitizedCause {
  if (!(error instanceof Error))
    return new SanitizedCause('a value that is not an error was thrown', undefined, undefined)
  // AggregateError (happy eyeballs) says nothing itself: its first member does.
  if (error instanceof AggregateError && error.errors.length > 0) return sanitizeCause(error.errors[0])
  // undici 8.12 leaves the code of its parser's errors undefined.
  const code = textProperty(error, 'code') ?? (error.name === parserError ? parserError : undefined)
  const message = code === undefined || code === error.name ? error.name : `${error.name} ${code}`
  return new SanitizedCause(message, code, textProperty(error, 'syscall'))
}

function textProperty(error: Error, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' ? value : undefined
}
