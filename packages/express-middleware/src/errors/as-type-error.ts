import { isWecomError } from '@wecom-kit/core'
import { setupError } from './setup-error.ts'

/** Runs a part of core's construction: what it calls a configuration error is a TypeError here, like all our own. */
export function asTypeError<Value>(construct: () => Value): Value {
  try {
    return construct()
  } catch (error) {
    if (!isWecomError(error) || error.code !== 'ERR_WECOM_CONFIG') throw error
    throw setupError('WECOM_SETUP_OPTION', error.message)
  }
}
