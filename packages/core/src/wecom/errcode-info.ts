import type { ErrcodeKind, ErrcodeRetry } from './errcode-kind.ts'
import { otherErrcodes } from './errcode-others.ts'
import { errcodeTable, type ErrcodeRow } from './errcode-table.ts'

/** What is known about one errcode. */
export interface ErrcodeInfo {
  code: number
  /** Meaning in English. */
  meaning: string
  /** Meaning in Chinese, where we have words of our own; WeCom's own are in `errmsg`. */
  zh: string | undefined
  kind: ErrcodeKind
  retryable: ErrcodeRetry
  /** Whether WeCom's table of 2026-01-09 has the code. */
  isDocumented: boolean
  /** WeCom's own page about the code. */
  docUrl: string
}

/**
 * Explains an errcode. It knows every code of WeCom's table, 1,552, and never throws: an unknown code answers kind
 * `other`, retryable `never` and the link to WeCom's own query page.
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
  const docUrl = `https://open.work.weixin.qq.com/devtool/query?e=${code}`
  const row = rows.get(code)
  if (row !== undefined) {
    const [, kind, retryable, meaning, zh] = row
    return { code, meaning, zh, kind, retryable, isDocumented: true, docUrl }
  }
  const other = others().get(code)
  const isDocumented = other !== undefined
  const { kind, retryable, meaning } = other ?? unknown
  return { code, meaning, zh: undefined, kind, retryable, isDocumented, docUrl }
}

type Other = Pick<ErrcodeInfo, 'kind' | 'retryable' | 'meaning'>

const unknown: Other = { kind: 'other', retryable: 'never', meaning: 'Not in the shipped table; see docUrl' }

// An official-account code that WeCom's table does not list but its gateway is reported to answer.
const tooFrequent: ErrcodeRow = [45011, 'ratelimit', 'backoff', 'API called too frequently', '调用过于频繁']

const rows: ReadonlyMap<number, ErrcodeRow> = new Map(
  [...errcodeTable, tooFrequent].map((row) => [row[0], row]),
)

const kinds: Readonly<Record<string, ErrcodeKind>> = {
  p: 'param',
  d: 'permission',
  n: 'notfound',
  r: 'ratelimit',
  t: 'transient',
  k: 'token',
  o: 'oauth',
}

let parsed: ReadonlyMap<number, Other> | undefined

function others(): ReadonlyMap<number, Other> {
  parsed ??= new Map(otherErrcodes.trim().split('\n').map(parseOther))
  return parsed
}

function parseOther(line: string): [number, Other] {
  const [code = '', letter = ''] = line.split(' ', 2)
  const kind = kinds[letter] ?? 'other'
  const retryable = kind === 'transient' || kind === 'ratelimit' ? 'backoff' : 'never'
  return [Number(code), { kind, retryable, meaning: line.slice(code.length + letter.length + 2) }]
}
