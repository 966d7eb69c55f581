import { isWecomError } from '@wecom-kit/core'

/** Why a callback was refused, or `accepted`. Any other error is thrown on. */
export function reasonOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (isWecomError(error) && error.code === 'ERR_WECOM_CALLBACK') return error.reason
    throw error
  }
  return 'accepted'
}
