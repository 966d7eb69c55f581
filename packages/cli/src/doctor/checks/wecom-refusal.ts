import { errcodeInfo, isWecomError } from '@wecom-kit/core'
import type { Words } from '../../words.ts'
import { reasonOf } from './ask-host.ts'

/** Why a call to WeCom failed, as far as a user can do something about it. */
export interface Refusal {
  /** WeCom's errcode; undefined when no answer came. */
  readonly errcode: number | undefined
  /** The address that WeCom saw. */
  readonly fromIp: string | undefined
  readonly words: Words
}

/** Reads an error of the client. What is no error of the client is thrown on. */
export function readRefusal(error: unknown): Refusal {
  if (!isWecomError(error)) throw error
  if (!('errcode' in error) || typeof error.errcode !== 'number') {
    const reason = `${error.code}, ${reasonOf(error)}`
    const words = { en: `no usable answer (${reason})`, zh: `没有得到有效的应答（${reason}）` }
    return { errcode: undefined, fromIp: undefined, words }
  }
  const { errcode } = error
  const { meaning, zh, docUrl } = errcodeInfo(errcode)
  return {
    errcode,
    fromIp: 'fromIp' in error && typeof error.fromIp === 'string' ? error.fromIp : undefined,
    words: {
      en: `errcode ${errcode}, ${meaning} (${docUrl})`,
      zh: `errcode ${errcode}，${zh || meaning}（${docUrl}）`,
    },
  }
}

/** The refusal of a call, or undefined when it went through. */
export async function refusalOf(call: () => Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await call()
    return undefined
  } catch (error) {
    return readRefusal(error)
  }
}
