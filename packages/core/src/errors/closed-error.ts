import { WecomConfigError } from './config-error.ts'

/** What a closed client answers to every call. */
export function closedError(): WecomConfigError {
  return new WecomConfigError('This client is closed: make another with createWecomClient')
}
