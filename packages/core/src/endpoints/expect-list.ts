import { WecomInvalidResponseError } from '../errors/invalid-response-error.ts'

/** The documented list of an answer; an answer without it is refused rather than passed on as `undefined`. */
export function expectList<T>(list: readonly T[] | undefined, field: string, path: string): T[] {
  if (Array.isArray(list)) return list
  throw new WecomInvalidResponseError(
    `${path} answered without the list "${field}". Expected an array, got ${typeof list}. ` +
      'If baseUrl points at a proxy or a private deployment, compare its answer with the documents.',
    { reason: 'schema', method: 'GET', path, attempts: 1 },
  )
}
