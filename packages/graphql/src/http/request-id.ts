import { randomUUID } from 'node:crypto'

const acceptablePattern = /^[A-Za-z0-9._:-]{1,64}$/

/**
 * The id of a request: the proxy's `X-Request-Id` if it can stand in a log line as it is (line breaks forge log
 * entries), a new one otherwise.
 */
export function requestIdOf(header: string | readonly string[] | null | undefined): string {
  return typeof header === 'string' && acceptablePattern.test(header) ? header : randomUUID()
}
