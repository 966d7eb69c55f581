import { WecomInvalidResponseError } from '../errors/invalid-response-error.ts'

/** The documented text of an answer; an answer without it is refused rather than passed on as `undefined`. */
export function expectText(text: unknown, field: string, path: string): string {
  if (typeof text === 'string' && text !== '') return text
  throw new WecomInvalidResponseError(
    `${path} answered without the text "${field}". Expected a string, got ${text === '' ? '""' : typeof text}.`,
    { reason: 'schema', method: 'POST', path, attempts: 1 },
  )
}
