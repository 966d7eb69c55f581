import type { ErrcodeKind, ErrcodeRetry } from './errcode-kind.ts'
import { errcodeTable, type ErrcodeRow } from './errcode-table.ts'

/** What is known about one errcode. */
export interface ErrcodeInfo {
  code: number
  /** Meaning in English. */
  meaning: string
  /** Meaning in Chinese. */
  zh: string
  kind: ErrcodeKind
  retryable: ErrcodeRetry
  /** WeCom's own page about the code. */
  docUrl: string
}

/**
 * Explains an errcode from the shipped table of 305 codes. It never throws: an unknown code answers kind `other`,
 * retryable `never` and the link to WeCom's own query page.
 *
 * @example
 * ```ts
 * import { errcodeInfo } from '@wecom-kit/core'
 *
 * errcodeInfo(60020).zh // 'IP 不在可信列表'
 * errcodeInfo(42001).retryable // 'after_refresh'
 * ```
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export function errcodeInfo(code: number): ErrcodeInfo {
  const [, kind, retryable, meaning, zh] = rows.get(code) ?? unknownRow
  return {
    code,
    meaning,
    zh,
    kind,
    retryable,
    docUrl: `https://open.work.weixin.qq.com/devtool/query?e=${code}`,
  }
}

const unknownRow: ErrcodeRow = [
  0,
  'other',
  'never',
  'Not in the shipped table; see docUrl',
  '未收录的错误码，请查看 docUrl',
]

// An official-account code that WeCom's table does not list but its gateway is reported to answer.
const tooFrequent: ErrcodeRow = [45011, 'ratelimit', 'backoff', 'API called too frequently', '调用过于频繁']

const rows: ReadonlyMap<number, ErrcodeRow> = new Map(
  [...errcodeTable, tooFrequent].map((row) => [row[0], row]),
)
